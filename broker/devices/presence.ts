// Owns who is there: births, last wills, clean stops and closed connections become reachability, in memory and on the disk, with the history of it.
import type { DeviceId } from "../../protocol/ids.ts";
import type { DeviceState } from "../../protocol/messages/deviceState.ts";
import type { KioskLive } from "../../protocol/messages/live.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import type { Log } from "../../runtime/log.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { PresenceTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { DeviceEntry, Reachability, Registry } from "./registry.ts";

export type Presence = {
  /** A message on the device's `state` topic. */
  state(id: DeviceId, state: DeviceState, receivedAt: number): void;
  /** The connection is gone. Says "lost" when neither will nor stop came before. */
  disconnected(id: DeviceId, at: number): void;
  kioskLive(id: DeviceId, kiosk: KioskLive | null): void;
  load(id: DeviceId, load: { cpuPercent: number; memoryPercent: number }): void;
  /** A web screen came. */
  screenOnline(id: DeviceId, kiosk: string, at: number): void;
  screenGone(id: DeviceId, clean: boolean, at: number): void;
  /** Writes what is not on the disk yet. */
  stop(): Promise<void>;
};

/** Above this the processor counts as busy. */
export const busyPercent = 95;
/** State is written together: a thousand devices that announce themselves at once are one transaction. */
const writeDelayMs = 250;

export function makePresence(deps: {
  readonly registry: Registry;
  readonly store: Store;
  readonly events: HubEvents;
  readonly log: Log;
  readonly clock: { now(): number };
}): Presence {
  const { registry, store, events, log, clock } = deps;
  const unwritten = new Set<DeviceEntry>();
  /** Comings and goings that are not on the disk yet: the last state of each minute, by device and minute. */
  const unwrittenMoves = new Map<string, PresenceTable>();
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  const stopListening = events.subscribe((event) => {
    if (event.type === "recordsCommitted") committed(event.device, event.records);
  });

  function changed(entry: DeviceEntry): void {
    unwritten.add(entry);
    timer ??= setTimeout(() => {
      timer = undefined;
      writing = writing.then(write);
    }, writeDelayMs);
    events.publish({ type: "deviceChanged", device: entry.device.id });
  }

  async function write(): Promise<void> {
    const entries = [...unwritten];
    const moves = [...unwrittenMoves.values()];
    unwritten.clear();
    unwrittenMoves.clear();
    if (entries.length === 0) return;
    try {
      await store.query.transaction().execute(async (transaction) => {
        for (const entry of entries)
          await transaction
            .updateTable("device")
            .set({
              reachability: entry.reachability,
              lastSeenAt: entry.lastSeenAt,
              boot: entry.boot,
              run: entry.run,
              agentVersion: entry.agentVersion,
              kioskVersion: entry.kioskVersion,
              clockErrorMs: entry.clock.knowledge.clockErrorMs,
              bootStartedAt: entry.clock.startedAt,
            })
            .where("id", "=", entry.device.id)
            .execute();
        for (const row of moves)
          await transaction
            .insertInto("presence")
            .values(row)
            .onConflict((conflict) =>
              conflict.columns(["deviceId", "minute"]).doUpdateSet({ at: row.at, state: row.state }),
            )
            .execute();
      });
      for (const device of new Set(moves.map(({ deviceId }) => deviceId as DeviceId)))
        events.publish({ type: "presenceWritten", device });
    } catch (error) {
      // The board stays right from memory, and devices announce themselves again after a restart.
      log.error({ err: error }, "the devices' state could not be written");
    }
  }

  function move(entry: DeviceEntry, reachability: Reachability, at: number): void {
    if (entry.reachability !== reachability) {
      const minute = Math.floor(at / 60_000);
      const deviceId = entry.device.id;
      unwrittenMoves.set(`${deviceId} ${minute}`, { deviceId, minute, at, state: reachability });
    }
    entry.reachability = reachability;
    entry.lastSeenAt = at;
    if (reachability !== "online" && entry.kiosk !== null) {
      entry.kiosk = null;
      events.publish({ type: "kioskLive", device: entry.device.id, kiosk: null });
    }
    changed(entry);
  }

  function committed(id: DeviceId, records: readonly DeviceRecord[]): void {
    const entry = registry.find(id);
    if (entry === undefined) return;
    const now = clock.now();
    entry.lastSeenAt = now;
    let notable = false;
    for (const record of records) {
      if (record.type === "inventory") {
        entry.inventory = record.body;
        notable = true;
      } else if (record.type === "health") {
        entry.health = record.body;
        entry.healthAt = now;
        entry.busySince = record.body.cpuPercent > busyPercent ? (entry.busySince ?? now) : null;
        notable = true;
      }
    }
    if (records.some(({ type }) => type === "readiness")) void showCheckUp(id);
    if (records.some(({ type }) => type === "condition")) void showCondition(id);
    else if (records.some(({ type }) => type === "inventory"))
      events.publish({ type: "deviceFactsChanged", device: id });
    if (notable) events.publish({ type: "deviceChanged", device: id });
  }

  /** From the disk, where the newest by its corrected time stands: records arrive late and in any order. */
  async function showCheckUp(id: DeviceId): Promise<void> {
    try {
      await registry.reloadCheckUp(id);
      events.publish({ type: "deviceChanged", device: id });
    } catch (error) {
      log.error({ err: error, device: id }, "a station's check could not be read");
    }
  }

  /** From the disk, as checks are. */
  async function showCondition(id: DeviceId): Promise<void> {
    try {
      await registry.reloadCondition(id);
      events.publish({ type: "deviceFactsChanged", device: id });
      events.publish({ type: "deviceChanged", device: id });
    } catch (error) {
      log.error({ err: error, device: id }, "a device's condition could not be read");
    }
  }

  return {
    state(id, state, receivedAt) {
      const entry = registry.find(id);
      if (entry === undefined) return;
      if (state.state === "online") {
        entry.boot = state.boot;
        entry.run = state.run;
        entry.agentVersion = state.agent;
        entry.kioskVersion = state.kiosk;
        entry.held = state.have;
        entry.clock.heard(state.boot, state.clock.at, state.clock.mono, receivedAt);
        move(entry, "online", receivedAt);
      } else if (state.boot === entry.boot && state.run === entry.run)
        move(entry, state.state === "lost" ? "lost" : "stopped", receivedAt);
    },
    disconnected(id, at) {
      const entry = registry.find(id);
      if (entry?.reachability === "online") move(entry, "lost", at);
    },
    kioskLive(id, kiosk) {
      const entry = registry.find(id);
      if (entry === undefined) return;
      entry.kiosk = kiosk;
      events.publish({ type: "kioskLive", device: id, kiosk });
    },
    load(id, { cpuPercent, memoryPercent }) {
      const entry = registry.find(id);
      if (entry?.health == null) return;
      entry.health = { ...entry.health, cpuPercent, memoryPercent };
      events.publish({ type: "deviceChanged", device: id });
    },
    screenOnline(id, kiosk, at) {
      const entry = registry.find(id);
      if (entry === undefined) return;
      entry.kioskVersion = kiosk;
      move(entry, "online", at);
    },
    screenGone(id, clean, at) {
      const entry = registry.find(id);
      if (entry !== undefined) move(entry, clean ? "stopped" : "lost", at);
    },
    async stop() {
      stopListening();
      clearTimeout(timer);
      timer = undefined;
      writing = writing.then(write);
      await writing;
    },
  };
}
