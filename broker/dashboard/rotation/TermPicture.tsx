// Owns the term as a picture: weeks from left to right, days from top to bottom, a line of its age's colour for each slot.
import { memo } from "react";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import { isClosed, mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays, weekdayOfDate } from "../../../protocol/timetable/zone.ts";
import type { Room, SchoolClass } from "../../api/rooms.ts";
import type { School } from "../../api/school.ts";
import { formatMinute } from "../text/format.ts";
import { tellDayMonth } from "./tellDate.ts";
import { useTexts } from "./texts/useTexts.ts";

type TermPictureProps = {
  readonly slots: readonly PlacedSlot[];
  readonly classes: readonly SchoolClass[];
  readonly rooms: readonly Room[];
  readonly school: School;
  readonly onlyClass: string | null;
};

export const TermPicture = memo(function TermPicture({
  slots,
  classes,
  rooms,
  school,
  onlyClass,
}: TermPictureProps) {
  const t = useTexts();
  const classOf = new Map(classes.map((each) => [each.id as string, each]));
  const dates = slots.map(({ date }) => date).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  const mondays: string[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) mondays.push(monday);
  const lastDay = Math.max(5, ...slots.map(({ date }) => weekdayOfDate(date)));
  const days = Array.from({ length: lastDay }, (_, day) => (day + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7);
  const byPlace = new Map<string, PlacedSlot[]>();
  for (const slot of slots) {
    const key = `${slot.roomId} ${slot.date}`;
    const there = byPlace.get(key);
    if (there === undefined) byPlace.set(key, [slot]);
    else there.push(slot);
  }
  return (
    <div className="rotation-pictures">
      {rooms
        .filter(({ id }) => slots.some(({ roomId }) => roomId === id))
        .map((room) => (
          <figure key={room.id} className="table-scroll">
            <figcaption>{room.name}</figcaption>
            <table className="rotation-picture">
              <thead>
                <tr>
                  <td />
                  {mondays.map((monday, place) => (
                    <th key={monday} title={t("weekOf", { date: tellDayMonth(monday) })}>
                      {place % 4 === 0 ? tellDayMonth(monday) : ""}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {days.map((day) => (
                  <tr key={day}>
                    <th scope="row">{t(`day.${day}`)}</th>
                    {mondays.map((monday) => {
                      const date = addDays(monday, day - 1);
                      const there = (byPlace.get(`${room.id} ${date}`) ?? []).sort(
                        (a, b) => a.startMinute - b.startMinute,
                      );
                      const closed = isClosed(date, school.closures);
                      const told = there.map(
                        ({ startMinute, classId }) =>
                          `${formatMinute(startMinute)} ${classOf.get(classId)?.name ?? ""}`,
                      );
                      return (
                        <td
                          key={date}
                          className={closed ? "rotation-closed" : undefined}
                          title={[`${t(`dayLong.${day}`)} ${tellDayMonth(date)}`, ...told].join("\n")}
                        >
                          {there.map(({ id, classId }) => (
                            <i
                              key={id}
                              className={`rotation-line rotation-line-${classOf.get(classId)?.ageBand ?? "4-5"}`}
                              data-faded={onlyClass !== null && onlyClass !== classId ? "" : undefined}
                            />
                          ))}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </figure>
        ))}
      <p className="rotation-legend small">
        {(["3-4", "4-5", "5-6"] as const).map((age) => (
          <span key={age}>
            <i className={`rotation-line rotation-line-${age}`} /> {t(`ageShort.${age}`)}
          </span>
        ))}
      </p>
    </div>
  );
});
