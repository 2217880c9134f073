// Owns writing a schedule: name, days, time, to whom, and which command.
import { Button, Checkbox, Chip, Select, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandName, CommandOrder } from "../../api/commands.ts";
import type { Schedule, ScheduleDraft } from "../../api/schedules.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { formatMinute } from "../text/format.ts";
import { firstOrder, longestMessage } from "./offeredCommands.ts";
import { useTexts } from "./texts/useTexts.ts";

const scheduled = [
  "wake",
  "shutDown",
  "reboot",
  "restartKiosk",
  "lock",
  "unlock",
  "setVolume",
  "message",
] as const satisfies readonly CommandName[];

const empty: ScheduleDraft = {
  name: "",
  weekdays: [1, 2, 3, 4, 5],
  minute: 17 * 60 + 30,
  target: { kind: "school" },
  order: { name: "shutDown" },
  skipClosed: true,
  enabled: true,
};
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const volumes = [0, 20, 40, 60, 80, 100] as const;

type ScheduleDialogProps = { readonly schedule: Schedule | null; readonly onClose: () => void };

export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const rooms = useHubQuery("listRooms", {}).data ?? [];
  const add = useHubMutation("addSchedule");
  const change = useHubMutation("changeSchedule");
  const [draft, setDraft] = useState<ScheduleDraft>(schedule === null ? empty : draftOf(schedule));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<ScheduleDraft>) => setDraft({ ...draft, ...part });

  const named = draft.name.trim() !== "";
  const said = draft.order.name !== "message" || draft.order.text.trim() !== "";
  const complete = named && said && draft.weekdays.length > 0;
  const saved = {
    onSuccess: () => {
      notifications.show({ color: "lagoon", message: t("page.saved", { name: draft.name.trim() }) });
      void client.invalidateQueries({ queryKey: ["listSchedules"] });
      onClose();
    },
  };
  const save = () => {
    setTried(true);
    if (!complete) return;
    const body = { ...draft, name: draft.name.trim() };
    if (schedule === null) add.mutate({ body }, saved);
    else change.mutate({ params: { scheduleId: schedule.id }, body }, saved);
  };
  const targets = [
    { value: "school", label: t("page.school") },
    ...rooms.map(({ id, name }) => ({ value: id as string, label: name })),
    ...(draft.target.kind === "devices" && schedule !== null
      ? [{ value: "devices", label: schedule.targetName }]
      : []),
  ];
  const chooseTarget = (value: string | null) => {
    const room = rooms.find(({ id }) => id === value);
    if (room !== undefined) set({ target: { kind: "room", roomId: room.id } });
    else if (value === "school") set({ target: { kind: "school" } });
  };
  return (
    <Dialog opened onClose={onClose} title={schedule === null ? t("page.add") : t("page.edit")} size="md">
      <div className="form-rows">
        <TextInput
          label={t("page.name")}
          maxLength={80}
          data-autofocus
          value={draft.name}
          error={tried && !named ? t("page.nameNeeded") : null}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <div className="form-pair">
          <Select
            label={t("page.order")}
            allowDeselect={false}
            data={scheduled.map((name) => ({ value: name, label: t(`name.${name}`) }))}
            value={draft.order.name}
            onChange={(value) => {
              const name = scheduled.find((known) => known === value);
              if (name !== undefined) set({ order: firstOrder(name) });
            }}
          />
          <Select
            label={t("page.target")}
            allowDeselect={false}
            data={targets}
            value={draft.target.kind === "room" ? draft.target.roomId : draft.target.kind}
            onChange={chooseTarget}
          />
        </div>
        <MoreOfOrder order={draft.order} tried={tried} onChange={(order) => set({ order })} />
        <TextInput
          label={t("page.time")}
          type="time"
          value={formatMinute(draft.minute)}
          onChange={({ currentTarget }) => {
            const [hour = "", minute = ""] = currentTarget.value.split(":");
            if (hour !== "" && minute !== "") set({ minute: Number(hour) * 60 + Number(minute) });
          }}
        />
        <div>
          <p className="schedule-label">{t("page.weekdays")}</p>
          <Chip.Group
            multiple
            value={draft.weekdays.map(String)}
            onChange={(days) => set({ weekdays: days.map(Number) })}
          >
            <div className="schedule-actions">
              {weekdays.map((day) => (
                <Chip key={day} value={`${day}`} size="sm">
                  {t(`page.weekday.${day}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </div>
        <Checkbox
          label={t("page.skipClosed")}
          checked={draft.skipClosed}
          onChange={({ currentTarget }) => set({ skipClosed: currentTarget.checked })}
        />
        <FormError error={add.error ?? change.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button
            loading={add.isPending || change.isPending}
            disabled={draft.weekdays.length === 0}
            onClick={save}
          >
            {common("app.save")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function draftOf({
  name,
  weekdays: days,
  minute,
  target,
  order,
  skipClosed,
  enabled,
}: Schedule): ScheduleDraft {
  return { name, weekdays: days, minute, target, order, skipClosed, enabled };
}

type MoreOfOrderProps = {
  readonly order: CommandOrder;
  readonly tried: boolean;
  readonly onChange: (order: CommandOrder) => void;
};

function MoreOfOrder({ order, tried, onChange }: MoreOfOrderProps) {
  const { t } = useTexts();
  if (order.name === "message")
    return (
      <TextInput
        label={t("text")}
        placeholder={t("textHint")}
        maxLength={longestMessage}
        value={order.text}
        error={tried && order.text.trim() === "" ? t("textNeeded", { most: longestMessage }) : null}
        onChange={({ currentTarget }) => onChange({ ...order, text: currentTarget.value })}
      />
    );
  if (order.name === "setVolume")
    return (
      <Select
        label={t("name.setVolume")}
        allowDeselect={false}
        data={volumes.map((percent) => ({ value: `${percent}`, label: t("percent", { percent }) }))}
        value={`${order.percent}`}
        onChange={(value) => onChange({ ...order, percent: Number(value) })}
      />
    );
  return null;
}
