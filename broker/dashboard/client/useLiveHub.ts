// Owns the meeting of live channel and cache: each event patches or refreshes what is on screen.
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { create } from "zustand";
import type { DeviceId } from "../../../protocol/ids.ts";
import type { RouteName } from "../../api/api.ts";
import type { DevicePage, DeviceRow } from "../../api/devices.ts";
import type { FleetRow } from "../../api/fleet.ts";
import type { LiveEvent } from "../../api/live.ts";
import type { Board, Station } from "../../api/rooms.ts";
import { applyLiveEvent } from "./applyLiveEvent.ts";
import { callApi } from "./callApi.ts";
import { type ChangedDevices, makeChangedDevices } from "./changedDevices.ts";
import { livePath } from "./contractRoutes.ts";
import { setHubClock } from "./hubClock.ts";
import { boardKey, hubKey, whoAmIKey } from "./hubQuery.ts";
import { type LiveState, openLiveChannel } from "./liveChannel.ts";
import { noteLoad } from "./liveLoads.ts";
import { type LivePatches, makeLivePatches } from "./livePatches.ts";

export const useLiveState = create<{ readonly state: LiveState }>(() => ({ state: "connecting" }));

/** Routes whose replies may be old after such a change. */
const touched: Record<Extract<LiveEvent, { type: "changed" }>["what"], readonly RouteName[]> = {
  timetable: ["showWeek", "showSpan", "listDraft", "showLead"],
  // Years, hours, closures and classes stand in every week.
  school: [
    "showSchool",
    "showWeek",
    "showSpan",
    "listRooms",
    "listFleet",
    "listClasses",
    "listWholeClasses",
    "proposeHolidays",
    "showLead",
  ],
  lessons: ["listLessons", "listWholeLessons", "showWeek", "showLead"],
  classroom: ["listDayPlans", "showMenu", "listNotices"],
  voices: ["showVoices", "showSpeakerVoices", "listRecordings"],
  sessions: ["listSessions"],
  // The fleet's list takes the row that changed, and the board is told by room.
  devices: ["listDevices", "showDevice", "showCredentials", "showCondition", "deviceTimeline"],
  enrolments: ["listEnrolments"],
  commands: ["showDevice", "listCommands", "deviceTimeline"],
  schedules: ["listSchedules"],
  quarantine: ["listQuarantine", "board"],
  alerts: [
    "listAlerts",
    "countAlerts",
    "showAlert",
    "listAlertRules",
    "listAlertChannels",
    "listMaintenanceWindows",
  ],
  events: ["deviceEvents", "deviceTimeline"],
  tickets: ["listTickets", "showTicket", "countTickets", "listDeviceTickets", "deviceTimeline"],
  disk: ["showHubDisk"],
  // It may be one's own name or role.
  staff: ["listStaff", "whoAmI"],
};

/** `allowed`: the channel shows rooms, so it needs rooms.view. */
export function useLiveHub(allowed: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!allowed) return;
    let wasLive = false;
    const patches = makeLivePatches(client);
    const devices = keepFleet(client, patches);
    const close = openLiveChannel({
      path: livePath,
      fetch: window.fetch.bind(window),
      random: Math.random,
      onEvent: (event) => receive(client, patches, devices, event),
      onState: (state) => {
        // What happened while nobody listened is unknown, so everything on screen is fetched again.
        if (state === "live" && !wasLive) void client.invalidateQueries({ predicate: isNotAccount });
        wasLive = state === "live";
        useLiveState.setState({ state });
      },
      onSignedOut: () => client.setQueryData(whoAmIKey, null),
    });
    return () => {
      close();
      devices.close();
      patches.close();
    };
  }, [client, allowed]);
}

const isNotAccount = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
  queryKey[0] !== "whoAmI" && queryKey[0] !== "board";

const fleetKey = hubKey("listFleet", {});

function keepFleet(client: QueryClient, { patch }: LivePatches): ChangedDevices {
  return makeChangedDevices({
    isShown: () => client.getQueryData(fleetKey) !== undefined,
    ask: (deviceIds) => callApi("someOfFleet", { body: { deviceIds } }),
    put: (change) => patch<FleetRow[]>(fleetKey, change),
    askForAll: () => void client.invalidateQueries({ queryKey: fleetKey }),
    after(delayMs, call) {
      const timer = window.setTimeout(call, delayMs);
      return () => window.clearTimeout(timer);
    },
  });
}

function receive(
  client: QueryClient,
  { patch }: LivePatches,
  devices: ChangedDevices,
  event: LiveEvent,
): void {
  if (event.type === "board") setHubClock(event.board.now);
  if (event.type === "load") noteLoad(event);
  patch<Board>(boardKey, (board) => applyLiveEvent(board, event));
  if (event.type === "station") {
    patchDevice(patch, event.station);
    devices.told(event.station);
  }
  // The hub names the device by its id.
  if (event.type === "changed" && event.what === "devices" && event.id !== null)
    devices.changed(event.id as DeviceId);
  // What to propose and the games follow from the slot and the lead; the room itself is on the board already.
  if (event.type === "room")
    void client.invalidateQueries({
      queryKey: hubKey("showLead", { params: { roomId: event.room.id } }),
    });
  if (event.type === "changed")
    for (const name of touched[event.what])
      void client.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] === name && concerns(queryKey[1], event.id),
      });
}

/** Routes without a parameter are always concerned; a route with one only when it is the changed thing. */
function concerns(input: unknown, id: string | null): boolean {
  if (id === null || typeof input !== "object" || input === null || !("params" in input)) return true;
  return Object.values(input.params as Record<string, unknown>).includes(id);
}

function patchDevice(patch: LivePatches["patch"], station: Station): void {
  patch<DeviceRow[]>(hubKey("listDevices", {}), (rows) =>
    rows?.map((row) => (row.deviceId === station.deviceId ? { ...row, ...station } : row)),
  );
  patch<DevicePage>(
    hubKey("showDevice", { params: { deviceId: station.deviceId } }),
    (page) => page && { ...page, ...station },
  );
}
