// Owns copying a week into others: which weeks, which rooms, what happens to what is there.
import { Button, Checkbox, Group, Radio } from "@mantine/core";
import { useState } from "react";
import { mondayOf, type SchoolWeek } from "../../../../protocol/timetable/schoolYear.ts";
import { localTimeOf } from "../../../../protocol/timetable/zone.ts";
import type { Room } from "../../../api/rooms.ts";
import type { Week } from "../../../api/timetable.ts";
import { callApi } from "../../client/callApi.ts";
import { hubNow } from "../../client/hubClock.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { useEditing } from "../changes/useEditing.ts";
import { useTexts } from "../texts/useTexts.ts";
import { YearStrip } from "./YearStrip.tsx";

type CopyWeekDialogProps = {
  readonly week: Week;
  readonly weeks: readonly SchoolWeek[];
  readonly rooms: readonly Room[];
  readonly onClose: () => void;
};

export function CopyWeekDialog({ week, weeks, rooms, onClose }: CopyWeekDialogProps) {
  const { t, common } = useTexts();
  const editing = useEditing();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [roomIds, setRoomIds] = useState<readonly string[]>(rooms.map(({ id }) => id));
  const [mode, setMode] = useState<"fill" | "replace">("fill");
  const [copying, setCopying] = useState(false);
  const term = weeks.find(({ monday }) => monday === week.monday)?.term;
  const open = weeks.filter(({ number, monday }) => number !== null && monday !== week.monday);
  const later = open.filter((one) => one.monday > week.monday && (term === undefined || one.term === term));
  const choose = (some: readonly SchoolWeek[]) => setChosen(new Set(some.map(({ monday }) => monday)));
  const isOdd = ({ number }: SchoolWeek) => (number ?? 0) % 2 === 1;
  const copied = week.slots.filter(({ roomId }) => roomIds.includes(roomId)).length;

  const submit = async () => {
    setCopying(true);
    const outcome = await editing.run(
      () =>
        callApi("copyWeek", {
          body: {
            fromMonday: week.monday,
            toMondays: [...chosen].sort(),
            roomIds: [...roomIds],
            mode,
          },
        }),
      t("did.copyWeek"),
    );
    setCopying(false);
    if (outcome === null) return;
    editing.showSkipped(outcome.slots.length, outcome.skipped);
    onClose();
  };

  return (
    <Dialog opened onClose={onClose} size="xl" title={t("copyWeek.title", { week: week.number ?? "" })}>
      <div className="form-rows">
        <p>{copied === 0 ? t("copyWeek.nothing") : t("copyWeek.lead", { count: copied })}</p>
        {rooms.length > 1 && (
          <Checkbox.Group label={t("copyWeek.rooms")} value={[...roomIds]} onChange={setRoomIds}>
            <Group gap="lg" mt={6}>
              {rooms.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <div>
          <div className="copy-choices">
            <strong>{t("copyWeek.weeks")}</strong>
            <Button size="compact-sm" variant="light" onClick={() => choose(later)}>
              {t("copyWeek.all")}
            </Button>
            <Button size="compact-sm" variant="light" onClick={() => choose(later.filter(isOdd))}>
              {t("copyWeek.odd")}
            </Button>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => choose(later.filter((one) => !isOdd(one)))}
            >
              {t("copyWeek.even")}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => choose([])}>
              {t("copyWeek.none")}
            </Button>
            <span className="soft small" aria-live="polite">
              {t("copyWeek.chosen", { count: chosen.size })}
            </span>
          </div>
          <YearStrip
            weeks={weeks}
            current={week.monday}
            today={mondayOf(localTimeOf(hubNow(), week.zone).date)}
            chosen={chosen}
            onWeek={(monday) =>
              setChosen((old) => {
                const next = new Set(old);
                if (!next.delete(monday)) next.add(monday);
                return next;
              })
            }
          />
        </div>
        <Radio.Group
          label={t("copyWeek.mode")}
          value={mode}
          onChange={(value) => setMode(value === "replace" ? "replace" : "fill")}
        >
          <Group gap="lg" mt={6}>
            <Radio value="fill" label={t("copyWeek.fill")} />
            <Radio value="replace" label={t("copyWeek.replace")} />
          </Group>
        </Radio.Group>
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button
            loading={copying}
            disabled={chosen.size === 0 || copied === 0 || roomIds.length === 0}
            onClick={() => void submit()}
          >
            {t("copyWeek.submit", { count: chosen.size })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
