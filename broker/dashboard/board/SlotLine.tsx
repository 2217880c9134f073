// Owns the line that tells which class is in a room, how long still, and who comes next.
import { useTranslation } from "react-i18next";
import type { Board, BoardRoom } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";

type SlotLineProps = { readonly room: BoardRoom; readonly board: Board };

export function SlotLine({ room, board }: SlotLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(10_000);
  const { current, next } = room;
  const nameOf = (slot: { readonly classId: string; readonly lessonId: string }) => ({
    schoolClass: board.classes.find(({ id }) => id === slot.classId),
    lesson: board.lessons.find(({ id }) => id === slot.lessonId),
  });
  const here = current === null ? null : { ...current, ...nameOf(current) };
  const coming = next === null ? null : { ...next, ...nameOf(next) };
  const passed = here === null ? 0 : ((here.endedAt ?? now) - here.startAt) / (here.endAt - here.startAt);
  return (
    <div className="slot-line">
      {here !== null ? (
        <div className={here.endedAt === null ? "slot-now" : "slot-now slot-ended"}>
          <Emblem name={here.schoolClass?.emblem ?? "star"} size={40} />
          <div className="slot-now-words">
            <p>
              <strong>{here.schoolClass?.name ?? "?"}</strong>
              <span className="soft"> · {here.lesson?.title ?? "?"}</span>
            </p>
            <div
              className="slot-progress"
              role="progressbar"
              aria-label={t("board.progress")}
              aria-valuemin={0}
              aria-valuemax={100}
              aria-valuenow={Math.round(Math.min(1, Math.max(0, passed)) * 100)}
            >
              <span style={{ width: `${Math.min(100, Math.max(0, passed * 100))}%` }} />
            </div>
            <p className="small numbers slot-times">
              <span className="soft">
                {format.clock(here.startAt)}–{format.clock(here.endAt)}
              </span>
              <strong>
                {here.endedAt === null
                  ? format.left(here.endAt, now)
                  : t("board.endedAt", { time: format.clock(here.endedAt) })}
              </strong>
            </p>
          </div>
        </div>
      ) : (
        <p className="slot-free soft">{t("board.freeNow")}</p>
      )}
      {coming !== null && (
        <div className="slot-next">
          <Emblem name={coming.schoolClass?.emblem ?? "star"} size={24} />
          <p className="small">
            <span className="soft">{t("board.next")} </span>
            <span className="numbers">{format.coming(coming.startAt, now)}</span>
            <span> · {coming.schoolClass?.name ?? "?"}</span>
          </p>
        </div>
      )}
    </div>
  );
}
