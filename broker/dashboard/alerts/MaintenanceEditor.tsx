// Owns adding a maintenance window.
import { Button, Chip, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeviceId, RoomId } from "../../../protocol/ids.ts";
import { instantOf, localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useAccount } from "../account/account.ts";
import { ApiError } from "../client/apiError.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { formatMinute } from "../text/format.ts";
import { minuteOf } from "./minuteOf.ts";
import { useTexts } from "./texts/useTexts.ts";

const places = ["school", "room", "device"] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usualMs = 2 * 60 * 60_000;

/** "2027-03-01T08:00" in the school's zone, whatever the browser's is. */
function fieldOf(at: number, zone: string): string {
  const { date, minute } = localTimeOf(at, zone);
  return `${date}T${formatMinute(Math.floor(minute))}`;
}
function readField(text: string, zone: string): number {
  const [date = "", time = ""] = text.split("T");
  return date === "" ? 0 : instantOf(date, minuteOf(time), zone);
}

export function MaintenanceEditor({ onClose }: { readonly onClose: () => void }) {
  const { t, common } = useTexts();
  const { zone } = useAccount().school;
  const client = useQueryClient();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const rooms = useHubQuery("listRooms", {}).data ?? [];
  const devices = useHubQuery("listDevices", {}).data ?? [];
  const add = useHubMutation("addMaintenanceWindow");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [of, setOf] = useState<(typeof places)[number]>("room");
  const [roomId, setRoomId] = useState<string | null>(null);
  const [deviceId, setDeviceId] = useState<string | null>(null);
  const [repeats, setRepeats] = useState<"once" | "weekly">("once");
  const [from, setFrom] = useState(() => fieldOf(hubNow(), zone));
  const [until, setUntil] = useState(() => fieldOf(hubNow() + usualMs, zone));
  const [days, setDays] = useState<string[]>(["6"]);
  const [start, setStart] = useState("17:00");
  const [end, setEnd] = useState("19:00");
  const fields = add.error instanceof ApiError ? add.error.fields : {};
  // The lists offer the hub's own ids.
  const room = (roomId ?? rooms[0]?.id) as RoomId | undefined;
  const device = (deviceId ?? devices[0]?.deviceId) as DeviceId | undefined;

  function save(): void {
    setMissing(reason.trim() === "");
    if (reason.trim() === "") return;
    const place =
      of === "room" && room !== undefined
        ? { of, id: room }
        : of === "device" && device !== undefined
          ? { of, id: device }
          : { of: "school" as const };
    const time =
      repeats === "once"
        ? { repeats, fromAt: readField(from, zone), untilAt: readField(until, zone) }
        : {
            repeats,
            weekdays: days.map(Number).sort(),
            startMinute: minuteOf(start),
            endMinute: minuteOf(end),
          };
    add.mutate(
      { body: { reason: reason.trim(), place, time } },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: ["listMaintenanceWindows"] });
          notifications.show({ color: "lagoon", message: t("maintenance.added") });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog opened onClose={onClose} size="md" fullScreen={onPhone} title={t("maintenance.add")}>
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t("maintenance.reason")}
          placeholder={t("maintenance.reasonPlaceholder")}
          maxLength={120}
          value={reason}
          error={missing ? t("maintenance.reasonNeeded") : fields["reason"]}
          onChange={({ currentTarget: { value } }) => setReason(value)}
          data-autofocus
        />
        <div className="labelled">
          <span className="labelled-label">{t("maintenance.place")}</span>
          <SegmentedControl
            aria-label={t("maintenance.place")}
            fullWidth
            value={of}
            onChange={(value) => setOf(value as typeof of)}
            data={places.map((value) => ({ value, label: t(`maintenance.placeOf.${value}`) }))}
          />
        </div>
        {of === "room" && (
          <Select
            label={t("maintenance.room")}
            searchable
            allowDeselect={false}
            value={room ?? null}
            error={fields["place"]}
            data={rooms.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setRoomId}
          />
        )}
        {of === "device" && (
          <Select
            label={t("maintenance.device")}
            searchable
            limit={50}
            allowDeselect={false}
            value={device ?? null}
            error={fields["place"]}
            data={devices.map(({ deviceId: value, name, roomName }) => ({
              value,
              label: roomName === null ? name : `${name} · ${roomName}`,
            }))}
            onChange={setDeviceId}
          />
        )}
        <div className="labelled">
          <span className="labelled-label">{t("maintenance.repeats")}</span>
          <SegmentedControl
            aria-label={t("maintenance.repeats")}
            fullWidth
            value={repeats}
            onChange={(value) => setRepeats(value as typeof repeats)}
            data={(["once", "weekly"] as const).map((value) => ({
              value,
              label: t(`maintenance.repeatsOf.${value}`),
            }))}
          />
        </div>
        {repeats === "once" ? (
          <div className="form-pair">
            <TextInput
              type="datetime-local"
              label={t("maintenance.from")}
              value={from}
              error={fields["time.fromAt"]}
              onChange={({ currentTarget: { value } }) => setFrom(value)}
            />
            <TextInput
              type="datetime-local"
              label={t("maintenance.until")}
              value={until}
              error={fields["time.untilAt"]}
              onChange={({ currentTarget: { value } }) => setUntil(value)}
            />
          </div>
        ) : (
          <>
            <fieldset className="labelled">
              <legend className="labelled-label">{t("maintenance.weekdays")}</legend>
              <Chip.Group multiple value={days} onChange={setDays}>
                <div className="chip-row">
                  {weekdays.map((day) => (
                    <Chip key={day} value={String(day)}>
                      {t(`maintenance.weekday.${day}`)}
                    </Chip>
                  ))}
                </div>
              </Chip.Group>
              {fields["time.weekdays"] !== undefined && (
                <p className="field-error">{fields["time.weekdays"]}</p>
              )}
            </fieldset>
            <div className="form-pair">
              <TextInput
                type="time"
                label={t("maintenance.from")}
                value={start}
                onChange={({ currentTarget: { value } }) => setStart(value)}
              />
              <TextInput
                type="time"
                label={t("maintenance.until")}
                value={end}
                error={fields["time.endMinute"]}
                onChange={({ currentTarget: { value } }) => setEnd(value)}
              />
            </div>
          </>
        )}
        {Object.keys(fields).length === 0 && <FormError error={add.error} />}
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
