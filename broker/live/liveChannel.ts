// Owns the live channel: what changed, told to every open dashboard. Each change is written out once, however many watch.
import type { DeviceId } from "../../protocol/ids.ts";
import type { LiveEvent } from "../api/live.ts";
import type { BoardRoom } from "../api/rooms.ts";
import type { HubEvent, HubEvents } from "../events/hubEvents.ts";
import type { Devices } from "../hubServices.ts";
import { type BoardBuilder, nextBoundary } from "./board.ts";

/** One open dashboard. */
export type Watcher = {
  /** False when it does not keep up: it is dropped, and its browser connects again for a snapshot. */
  send(text: string): boolean;
  end(): void;
};

export type LiveChannel = {
  /** Sends the snapshot, then what changes. Returns the way to leave. */
  join(watcher: Watcher): Promise<() => void>;
  readonly watchers: number;
  close(): void;
};

export type LiveChannelDependencies = {
  readonly events: HubEvents;
  readonly devices: Pick<Devices, "find" | "stations">;
  readonly board: BoardBuilder;
  readonly clock: { now(): number };
  /** Calls back once after the delay, ms; returns the way to call it off. */
  readonly after: (delayMs: number, call: () => void) => () => void;
  readonly report: (error: unknown) => void;
};

/** Changes of a station that come faster are told together: at most four times a second. */
const togetherMs = 250;
const heartbeatMs = 20_000;
/** setTimeout's own limit is far above; waking hourly also heals a clock that was set. */
const longestSleepMs = 60 * 60_000;

export const eventText = (event: LiveEvent) => `data: ${JSON.stringify(event)}\n\n`;

export function makeLiveChannel(dependencies: LiveChannelDependencies): LiveChannel {
  const { events, devices, board, clock, after, report } = dependencies;
  const watchers = new Set<Watcher>();
  const stations = new Set<DeviceId>();
  const changes = new Map<string, LiveEvent>();
  /** The newest load of each device that is looked at. */
  const loads = new Map<DeviceId, LiveEvent>();
  let roomsChanged = false;
  let lastRooms = new Map<string, string>();
  let cancelFlush: (() => void) | undefined;
  let cancelBoundary: (() => void) | undefined;
  let lastFlushAt = Number.NEGATIVE_INFINITY;
  let turn: Promise<unknown> = Promise.resolve();

  /** One reading of the board at a time: what is told later was also read later. */
  function inTurn<T>(read: () => Promise<T>): Promise<T> {
    const mine = turn.then(read);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function sendTo(watcher: Watcher, text: string): void {
    if (watcher.send(text)) return;
    watchers.delete(watcher);
    watcher.end();
  }
  const broadcast = (text: string) => {
    if (text === "") return;
    for (const watcher of [...watchers]) sendTo(watcher, text);
  };

  const changed = (what: Extract<LiveEvent, { type: "changed" }>["what"], id: string | null) =>
    changes.set(`${what} ${id}`, { type: "changed", what, id });

  function note(event: HubEvent): void {
    switch (event.type) {
      case "deviceChanged":
      case "kioskLive":
        stations.add(event.device);
        break;
      case "deviceLoad": {
        const { device, at, load } = event;
        loads.set(device, { type: "load", deviceId: device, at, ...load });
        break;
      }
      case "deviceListChanged":
        changed("devices", event.device);
        roomsChanged = true;
        break;
      case "credentialsChanged":
      case "deviceFactsChanged":
        changed("devices", event.device);
        break;
      case "presenceWritten":
        changed("events", event.device);
        break;
      case "recordsCommitted":
        stations.add(event.device);
        if (event.records.some(({ type }) => type !== "health")) changed("events", event.device);
        if (event.records.some(({ type }) => type === "session")) changed("sessions", null);
        break;
      case "commandChanged":
        changed("commands", event.device);
        break;
      case "enrolmentsChanged":
        changed("enrolments", null);
        break;
      case "draftChanged":
        changed("timetable", null);
        break;
      case "timetableChanged":
        changed("timetable", event.room);
        roomsChanged = true;
        break;
      case "lessonChanged":
        roomsChanged = true;
        break;
      case "schoolChanged":
        changed("school", null);
        // Rooms, classes and hours stand in the week, and the board's slots follow closures.
        changed("timetable", null);
        roomsChanged = true;
        break;
      case "lessonsChanged":
        changed("lessons", null);
        roomsChanged = true;
        break;
      case "classroomChanged":
        changed("classroom", null);
        break;
      case "voicesChanged":
        changed("voices", null);
        break;
      case "staffChanged":
        changed("staff", event.staff);
        break;
      case "schedulesChanged":
        changed("schedules", null);
        break;
      case "ticketsChanged":
        changed("tickets", null);
        break;
      case "alertsChanged":
        changed("alerts", null);
        break;
      case "hubDisk":
        changed("disk", null);
        break;
      case "quarantined":
        changed("quarantine", null);
        break;
    }
    if (watchers.size > 0) flushSoon();
  }

  function flushSoon(): void {
    // Never longer, also when the hub's clock was set back since the last time.
    const leftMs = Math.min(togetherMs, Math.max(0, lastFlushAt + togetherMs - clock.now()));
    cancelFlush ??= after(leftMs, () => {
      cancelFlush = undefined;
      lastFlushAt = clock.now();
      inTurn(flush).catch(report);
    });
  }

  async function flush(): Promise<void> {
    const told = [...stations];
    const pages = [...loads.values(), ...changes.values()];
    const withRooms = roomsChanged;
    forget();
    const rooms = withRooms ? await board.boardRooms() : [];
    // Stations are read after the wait for the rooms: nothing in this text is older than its sending.
    let text = "";
    const present = told.flatMap((id) => {
      const device = devices.find(id);
      return device === undefined || device.revokedAt !== null ? [] : [device];
    });
    for (const [place, station] of devices.stations(present.map(({ id }) => id)).entries())
      text += eventText({ type: "station", roomId: present[place]?.roomId ?? null, station });
    if (withRooms) text += changedRooms(rooms);
    for (const page of pages) text += eventText(page);
    broadcast(text);
  }

  function forget(): void {
    stations.clear();
    changes.clear();
    loads.clear();
    roomsChanged = false;
  }

  /** Rooms that differ from what was told last; stations are left out of the comparison, they have their own events. */
  function changedRooms(rooms: readonly BoardRoom[]): string {
    const before = lastRooms;
    remember(rooms);
    return rooms
      .filter(({ id }) => before.get(id) !== lastRooms.get(id))
      .map((room) => eventText({ type: "room", room }))
      .join("");
  }

  function remember(rooms: readonly BoardRoom[]): void {
    lastRooms = new Map(rooms.map((room) => [room.id, fingerprint(room)]));
    cancelBoundary?.();
    const boundary = nextBoundary(rooms, clock.now()) ?? Number.POSITIVE_INFINITY;
    const sleepMs = Math.min(longestSleepMs, Math.max(0, boundary - clock.now()));
    cancelBoundary = after(sleepMs, () => {
      cancelBoundary = undefined;
      // Nobody watches: the next one who does gets a snapshot, which sets the next alarm.
      if (watchers.size === 0) return;
      roomsChanged = true;
      flushSoon();
    });
  }

  let cancelHeartbeat = after(heartbeatMs, beat);
  function beat(): void {
    broadcast(": still here\n\n");
    cancelHeartbeat = after(heartbeatMs, beat);
  }
  const unsubscribe = events.subscribe(note);

  return {
    get watchers() {
      return watchers.size;
    },
    join: (watcher) =>
      inTurn(async () => {
        // What happened while nobody watched is all in the reading that follows.
        if (watchers.size === 0) forget();
        const snapshot = await board.board();
        // Those who watch already hear what this reading found: it counts as told from here on.
        broadcast(changedRooms(snapshot.rooms));
        // Added in the same step as the snapshot is sent: nothing can happen between the two unseen.
        watchers.add(watcher);
        sendTo(watcher, eventText({ type: "board", board: snapshot }));
        // Something may have happened during the reading, before anybody watched.
        if (stations.size > 0 || changes.size > 0 || roomsChanged) flushSoon();
        return () => watchers.delete(watcher);
      }),
    close() {
      unsubscribe();
      cancelFlush?.();
      cancelBoundary?.();
      cancelHeartbeat();
      for (const watcher of watchers) watcher.end();
      watchers.clear();
    },
  };
}

const fingerprint = ({ stations, ...room }: BoardRoom) =>
  JSON.stringify([
    room,
    // The time before a class makes a station that is off a problem, with no event of its own.
    stations.map(({ deviceId, name, stationNumber, emblem, readiness }) => [
      deviceId,
      name,
      stationNumber,
      emblem,
      readiness?.problems,
    ]),
  ]);
