// Owns what editing asks or reports by itself: somebody else changed the same slots, or some did not fit.
import { Button } from "@mantine/core";
import type { SlotChange, SlotDifference, Week } from "../../../api/timetable.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useFormat } from "../../text/format.ts";
import { useTexts } from "../texts/useTexts.ts";
import { hoursText } from "../week/conflictText.ts";
import { useWeekNames } from "../week/useWeekNames.ts";
import { changedId } from "./slotChanges.ts";
import { useEditing, useEditingState } from "./useEditing.ts";

/** `week`: for the names of classes, rooms and lessons. */
export function EditingDialogs({ week }: { readonly week: Week }) {
  const stale = useEditingState((state) => state.stale);
  const skipped = useEditingState((state) => state.skipped);
  return (
    <>
      {stale !== null && <StaleDialog week={week} differences={stale.differences} changes={stale.changes} />}
      {skipped !== null && <SkippedDialog week={week} done={skipped.done} list={skipped.list} />}
    </>
  );
}

type StaleDialogProps = {
  readonly week: Week;
  readonly differences: readonly SlotDifference[];
  readonly changes: readonly SlotChange[];
};

function StaleDialog({ week, differences, changes }: StaleDialogProps) {
  const { t } = useTexts();
  const format = useFormat();
  const names = useWeekNames(week);
  const editing = useEditing();
  const sayOf = (slot: Extract<SlotChange, { change: "put" }>["slot"] | null) =>
    slot === null
      ? t("stale.removed")
      : t("stale.at", {
          class: names.className(slot.classId),
          lesson: names.lessonTitle(slot.lessonId),
          day: names.day(slot.date),
          hours: hoursText(slot),
          room: names.roomName(slot.roomId),
        });
  return (
    <Dialog
      opened
      // Closing is the choice that overwrites nobody.
      onClose={() => void editing.settleStale("theirs")}
      title={t("stale.title")}
      size="lg"
    >
      <div className="form-rows">
        <p>{t("stale.lead")}</p>
        <ul className="stale-list">
          {differences.map(({ id, now, by, at }) => {
            const mine = changes.find((change) => changedId(change) === id);
            return (
              <li key={id}>
                <div>
                  <span className="soft small">
                    {t("stale.theirs", { name: by, time: format.moment(at, Date.now()) })}
                  </span>
                  <p>{sayOf(now)}</p>
                </div>
                <div>
                  <span className="soft small">{t("stale.mine")}</span>
                  <p>{sayOf(mine?.change === "put" ? mine.slot : null)}</p>
                </div>
              </li>
            );
          })}
        </ul>
        <div className="form-end">
          <Button variant="default" data-autofocus onClick={() => void editing.settleStale("theirs")}>
            {t("stale.keepTheirs")}
          </Button>
          <Button onClick={() => void editing.settleStale("mine")}>{t("stale.useMine")}</Button>
        </div>
      </div>
    </Dialog>
  );
}

type SkippedDialogProps = {
  readonly week: Week;
  readonly done: number;
  readonly list: readonly { readonly date: string; readonly reasons: readonly string[] }[];
};

function SkippedDialog({ week, done, list }: SkippedDialogProps) {
  const { t } = useTexts();
  const names = useWeekNames(week);
  const close = () => useEditingState.setState({ skipped: null });
  const title =
    list.length === 0 ? t("skipped.allDone", { done }) : t("skipped.title", { done, count: list.length });
  return (
    <Dialog opened onClose={close} title={title} size="lg">
      <div className="form-rows">
        {list.length > 0 && <p>{t("skipped.lead")}</p>}
        <ul className="skipped-list">
          {alike(list).map(({ date, words, count }) => (
            <li key={`${date} ${words}`}>
              <strong className="numbers">{names.day(date)}</strong>
              {count > 1 && ` (${t("skipped.times", { count })})`}: {words}
            </li>
          ))}
        </ul>
        <div className="form-end">
          <Button data-autofocus onClick={close}>
            {t("skipped.close")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** A closed day says the same of each of its slots: it is read once. */
function alike(list: SkippedDialogProps["list"]): { date: string; words: string; count: number }[] {
  const lines = new Map<string, { date: string; words: string; count: number }>();
  for (const { date, reasons } of list) {
    const words = reasons.join(" ");
    const line = lines.get(`${date} ${words}`);
    if (line === undefined) lines.set(`${date} ${words}`, { date, words, count: 1 });
    else line.count++;
  }
  return [...lines.values()];
}
