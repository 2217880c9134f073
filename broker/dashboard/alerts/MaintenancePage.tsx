// Owns the page of maintenance windows: when nothing is told, and where.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCalendarRepeat, IconPlayerStop, IconPlus, IconTool, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MaintenanceWindow } from "../../api/alerts.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { AlertTabs } from "./AlertTabs.tsx";
import { MaintenanceEditor } from "./MaintenanceEditor.tsx";
import { useTexts } from "./texts/useTexts.ts";

const rank = { running: 0, coming: 1, weekly: 2, over: 3 } as const;

function stateOf({ running, time }: MaintenanceWindow, now: number): keyof typeof rank {
  if (running) return "running";
  if (time.repeats === "weekly") return "weekly";
  return time.untilAt <= now ? "over" : "coming";
}

export function MaintenancePage() {
  const { t } = useTexts();
  const mayManage = usePermission("alerts.manage");
  const now = useHubNow(30_000);
  // Windows begin and end by the clock alone: nothing else says so.
  const windows = useHubQuery("listMaintenanceWindows", {}, { refetchIntervalMs: 60_000 });
  const [adding, setAdding] = useState(false);
  const add = mayManage && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding(true)}>
      {t("maintenance.add")}
    </Button>
  );
  return (
    <>
      <AlertTabs tab="maintenance" lead={t("maintenance.lead")} actions={add} />
      {windows.isError && windows.data === undefined ? (
        <ErrorState error={windows.error} onRetry={() => void windows.refetch()} />
      ) : windows.data === undefined ? (
        <LoadingRows rows={2} height={84} />
      ) : windows.data.length === 0 ? (
        <EmptyState emblem="turtle" title={t("maintenance.empty")} hint={t("maintenance.emptyHint")} />
      ) : (
        <ul className="alert-list">
          {windows.data
            .toSorted((a, b) => rank[stateOf(a, now)] - rank[stateOf(b, now)] || b.createdAt - a.createdAt)
            .map((window) => (
              <WindowRow key={window.id} window={window} now={now} mayManage={mayManage} />
            ))}
        </ul>
      )}
      {adding && <MaintenanceEditor onClose={() => setAdding(false)} />}
    </>
  );
}

type WindowRowProps = {
  readonly window: MaintenanceWindow;
  readonly now: number;
  readonly mayManage: boolean;
};

function WindowRow({ window, now, mayManage }: WindowRowProps) {
  const { t } = useTexts();
  const format = useFormat();
  const client = useQueryClient();
  const errorText = useErrorText();
  const rooms = useHubQuery("listRooms", {}).data ?? [];
  const devices = useHubQuery("listDevices", {}, { enabled: window.place.of === "device" }).data ?? [];
  const { time, place } = window;
  const state = stateOf(window, now);
  const where =
    place.of === "school"
      ? t("maintenance.placeOf.school")
      : place.of === "room"
        ? (rooms.find(({ id }) => id === place.id)?.name ?? t("page.none"))
        : (devices.find(({ deviceId }) => deviceId === place.id)?.name ?? t("page.none"));
  const when =
    time.repeats === "once"
      ? t("maintenance.onceText", {
          from: format.coming(time.fromAt, now),
          until: format.coming(time.untilAt, now),
        })
      : t("maintenance.weeklyText", {
          days: time.weekdays
            .map((day) => t(`maintenance.weekday.${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`))
            .join(", "),
          from: format.minute(time.startMinute),
          until: format.minute(time.endMinute),
        });
  async function remove(): Promise<void> {
    try {
      await callApi("removeMaintenanceWindow", { params: { windowId: window.id } });
      notifications.show({ color: "lagoon", message: t("maintenance.removed") });
    } catch (error) {
      notifications.show({ color: "red", message: errorText(error) });
    }
    await client.invalidateQueries({ queryKey: ["listMaintenanceWindows"] });
  }
  const ends = state === "running" && time.repeats === "once";
  return (
    <li className="alert-row card" data-off={state === "over"}>
      <span className="alert-icon" data-tone={state === "running" ? "warning" : "off"} aria-hidden="true">
        {time.repeats === "weekly" ? (
          <IconCalendarRepeat size={22} stroke={1.75} />
        ) : (
          <IconTool size={22} stroke={1.75} />
        )}
      </span>
      <div className="alert-words">
        <h2>
          {where}
          <span className="window-state" data-state={state}>
            {t(`maintenance.${state}`)}
          </span>
        </h2>
        <p className="rule-sentence">{when}</p>
        <p className="soft small">
          {window.reason} · {t("maintenance.by", { name: window.createdBy })}
        </p>
      </div>
      {mayManage && state !== "over" && (
        <Button
          className="alert-take"
          variant="default"
          leftSection={ends ? <IconPlayerStop size={17} /> : <IconTrash size={17} />}
          onClick={() => void remove()}
        >
          {t(ends ? "maintenance.end" : "maintenance.remove")}
        </Button>
      )}
    </li>
  );
}
