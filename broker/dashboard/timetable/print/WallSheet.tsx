// Owns the printed sheet: big names and pictures that are read from across a corridor, hours, and places to sign.

import { weekdayOfDate } from "../../../../protocol/timetable/zone.ts";
import type { Room, SchoolClass } from "../../../api/rooms.ts";
import type { DraftSlot, Week } from "../../../api/timetable.ts";
import { useAccount } from "../../account/account.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { hoursText } from "../week/conflictText.ts";
import { dayMonth } from "../week/useWeekNames.ts";
import { layOutWeek } from "../week/weekRows.ts";
import { weekdayKey } from "../weekday.ts";

export type WallSubject =
  | { readonly of: "room"; readonly room: Room }
  | { readonly of: "class"; readonly schoolClass: SchoolClass };

type WallSheetProps = {
  readonly week: Week;
  readonly subject: WallSubject;
  readonly size: "a4" | "a3";
  readonly draft: boolean;
};

export function WallSheet({ week, subject, size, draft }: WallSheetProps) {
  const { t, common } = useTexts();
  const { school } = useAccount();
  const of = (slot: { readonly roomId: string; readonly classId: string }) =>
    subject.of === "room" ? slot.roomId === subject.room.id : slot.classId === subject.schoolClass.id;
  const own: Week = { ...week, slots: week.slots.filter(of), removed: [] };
  const layout = layOutWeek(own, week.rooms, false);
  const season = layout.days[0]?.season ?? "winter";
  const title =
    subject.of === "room" ? t("print.heading") : t("print.headingClass", { class: subject.schoolClass.name });
  const weekWords =
    week.number === null ? "" : t("weekOfTerm", { number: week.number, term: week.term ?? "" });
  const [first, last] = [layout.days[0], layout.days.at(-1)];
  return (
    <div className="wall-frame">
      <section className={`wall-sheet wall-${size}`} aria-label={title}>
        <header className="wall-head">
          <p className="wall-school">{school.name}</p>
          <h2>{title}</h2>
          <p>
            {subject.of === "room" && <strong>{subject.room.name}</strong>}
            {subject.of === "room" && weekWords !== "" && " · "}
            {weekWords}
            {first !== undefined && last !== undefined && (
              <> ({t("span", { from: dayMonth(first.date), until: dayMonth(last.date) })})</>
            )}
            {" · "}
            {t(`print.hours.${season}`)}
          </p>
        </header>
        <table className="wall-table">
          <thead>
            <tr>
              <th scope="col">{t("print.period")}</th>
              {layout.days.map(({ date }) => (
                <th key={date} scope="col">
                  {common(`time.weekday.${weekdayKey(weekdayOfDate(date))}`)}
                  <span>{dayMonth(date)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {layout.rows.map(({ key, period, hours, bands }, rowIndex) => (
              <tr key={key}>
                <th scope="row">
                  {period?.name ?? t("grid.ownHours")}
                  {hours.map((one) => (
                    <span key={one.startMinute}>{hoursText(one)}</span>
                  ))}
                </th>
                {layout.days.map((day, column) => {
                  if (day.closed !== null) {
                    // One cell down the whole day says it once.
                    return rowIndex === 0 ? (
                      <td key={day.date} className="wall-closed" rowSpan={layout.rows.length}>
                        {t("print.closed", { reason: day.closed })}
                      </td>
                    ) : null;
                  }
                  const slots = bands.flatMap(({ cells }) => cells[column]?.slots ?? []);
                  return (
                    <td key={day.date}>
                      {slots.map((slot) => (
                        <WallSlot
                          key={slot.id}
                          slot={slot}
                          week={week}
                          subject={subject}
                          withHours={period === null}
                        />
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        <footer className="wall-foot">
          <p>{t(draft ? "print.draft" : "print.published")}</p>
          <div>
            <strong>{t("print.planner")}</strong>
            <span>{t("print.sign")}</span>
          </div>
          <div>
            <em>{t("print.place")}</em>
            <strong>{t("print.principal")}</strong>
            <span>{t("print.sign")}</span>
          </div>
        </footer>
      </section>
    </div>
  );
}

type WallSlotProps = {
  readonly slot: DraftSlot;
  readonly week: Week;
  readonly subject: WallSubject;
  readonly withHours: boolean;
};

function WallSlot({ slot, week, subject, withHours }: WallSlotProps) {
  const schoolClass = week.classes.find(({ id }) => id === slot.classId);
  const lesson = week.lessons.find(({ id }) => id === slot.lessonId)?.title ?? "?";
  const room = week.rooms.find(({ id }) => id === slot.roomId)?.name ?? "?";
  return (
    <div className={`wall-slot slot-band-${schoolClass?.ageBand ?? "4-5"}`}>
      <Emblem name={schoolClass?.emblem ?? "star"} size={34} />
      <div>
        <strong>{subject.of === "room" ? (schoolClass?.name ?? "?") : lesson}</strong>
        <span>{subject.of === "room" ? lesson : room}</span>
        {withHours && <span>{hoursText(slot)}</span>}
      </div>
    </div>
  );
}
