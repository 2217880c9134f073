// Owns what the evaluator hears: the hub's events and newest records become measures of devices, as of now.
//
// Records from before an outage say what was, not what is: of those only the newest condition counts, since it holds until the next one.
import type { DeviceId } from "../../protocol/ids.ts";
import type { Condition } from "../../protocol/records/condition.ts";
import type { Readiness } from "../../protocol/records/readiness.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";
import { crashWindowMs, type MeasureName } from "../api/alertMeasures.ts";
import type { HubEvent } from "../events/hubEvents.ts";
import type { Device, DeviceVitals } from "../hubServices.ts";
import { correctTimes } from "../ingest/correctTimes.ts";
import { hubSubject } from "./cells.ts";
import { type Said, saidByCondition, saidByReadiness } from "./conditionFacts.ts";
import type { Evaluator } from "./evaluator.ts";

export type FactsDependencies = {
  readonly evaluator: Pick<Evaluator, "observe" | "place">;
  readonly devices: {
    list(): readonly Device[];
    find(id: DeviceId): Device | undefined;
    vitals(id: DeviceId): DeviceVitals;
  };
  readonly clock: { now(): number; mono(): number };
};

export type Facts = {
  hear(event: HubEvent): void;
  /** The newest condition that the database has; `at`: UTC ms by the hub. */
  rememberCondition(device: DeviceId, condition: Condition, at: number): void;
  /** The newest check before a lesson. */
  rememberChecks(device: DeviceId, readiness: Pick<Readiness, "checks">, at: number): void;
  /** Whether two machines use its credentials and nobody has dealt with it. */
  usedTwice(device: DeviceId, so: boolean): void;
  /** What passes with time alone. `disk`: the hub's. */
  pass(disk: { readonly full: boolean; readonly freeMiB: number | null }): void;
};

/** After a start of the hub devices need this long to come back; until then nobody is missed, ms. */
export const graceMs = 5 * 60_000;
/** Samples and faults older than this say nothing of now, ms. A batch of samples spans five minutes. */
export const lateMs = 15 * 60_000;

type Known = {
  /** What it said last of each measure, and when. */
  readonly said: Map<MeasureName, { readonly value: number | null; readonly at: number }>;
  mice: number | null;
  crashes: number[];
  online: boolean;
};

export function makeFacts({ evaluator, devices, clock }: FactsDependencies): Facts {
  const known = new Map<DeviceId, Known>();
  const startedMono = clock.mono();
  let inGrace = true;
  /** Those with something that ends by itself. */
  const aging = new Set<DeviceId>();

  const see = (id: DeviceId, name: MeasureName, value: number | null, sinceAt?: number) =>
    evaluator.observe(id, name, value, clock.now(), sinceAt);

  function knownOf(id: DeviceId): Known {
    const found = known.get(id);
    if (found !== undefined) return found;
    const made: Known = { said: new Map(), mice: null, crashes: [], online: false };
    known.set(id, made);
    return made;
  }

  function place(id: DeviceId): void {
    const device = devices.find(id);
    if (device === undefined || device.revokedAt !== null) {
      evaluator.place(id, null, clock.now());
      known.delete(id);
      aging.delete(id);
      return;
    }
    evaluator.place(id, { roomId: device.roomId, kind: device.kind }, clock.now());
    // Nobody heard of any: what was told before a restart of the hub must be able to end.
    if (!known.has(id)) for (const name of ["kioskCrashes", "credentialsTwice"] as const) see(id, name, 0);
    look(id);
  }

  function look(id: DeviceId): void {
    const device = devices.find(id);
    if (device === undefined || device.revokedAt !== null) return;
    const { reachability, lastSeenAt, clock: ofDevice, held, newest } = devices.vitals(id);
    const found = knownOf(id);
    const online = reachability === "online";
    const away = inGrace || reachability === "neverSeen" ? null : 1;
    const since = lastSeenAt ?? clock.now();
    // Stopped by a person: not lost.
    see(id, "lost", online ? 0 : reachability === "lost" ? away : null, since);
    see(id, "off", online ? 0 : away, since);
    const error = ofDevice.clockErrorMs;
    see(id, "clockErrorSeconds", online && error !== null ? Math.round(error / 1000) : null);
    const behind =
      online && held !== null
        ? held.plan < newest.plan || held.config < newest.config || held.content < newest.content
        : null;
    see(id, "contentBehind", behind === null ? null : behind ? 1 : 0);
    if (online === found.online) return;
    found.online = online;
    for (const [name, { value }] of found.said) see(id, name, online ? value : null);
    for (const name of ["temperatureC", "diskFreeMiB"] as const) if (!online) see(id, name, null);
  }

  function say(id: DeviceId, said: Said, at: number): void {
    const found = knownOf(id);
    for (const [name, value] of Object.entries(said) as [MeasureName, number | null][]) {
      const before = found.said.get(name);
      // Said later than now: the hub's clock was ahead then.
      if (before !== undefined && before.at > at && before.at <= clock.now()) continue;
      found.said.set(name, { value, at });
      if (found.online) see(id, name, value);
    }
  }

  function takeCondition(id: DeviceId, condition: Condition, at: number): void {
    knownOf(id).mice = condition.input === null ? null : condition.input.mice + condition.input.touchScreens;
    say(id, saidByCondition(condition), at);
  }

  function committed(id: DeviceId, records: readonly DeviceRecord[]): void {
    if (devices.find(id) === undefined) return;
    const now = clock.now();
    const times = correctTimes(records, devices.vitals(id).clock, now);
    for (const [index, record] of records.entries()) {
      const at = times[index] as number;
      const late = now - at > lateMs;
      if (record.type === "condition") takeCondition(id, record.body, at);
      else if (late) continue;
      else if (record.type === "health") {
        // Written after it left: nothing would take it back.
        if (!knownOf(id).online) continue;
        const { temperatureC, diskFreeMiB } = record.body;
        see(id, "temperatureC", temperatureC);
        see(id, "diskFreeMiB", diskFreeMiB);
      } else if (record.type === "readiness") say(id, saidByReadiness(record.body), at);
      else if (record.type === "peripheral") pluggedIn(id, record.body, at);
      else if (record.type === "fault" && record.body.kind === "kioskCrash") {
        knownOf(id).crashes.push(at);
        aging.add(id);
        age(id, now);
      }
    }
  }

  /** The condition with the count follows some minutes later. */
  function pluggedIn(
    id: DeviceId,
    { kind, event }: { kind: string; event: "appeared" | "vanished" },
    at: number,
  ) {
    if (kind !== "mouse" && kind !== "touch") return;
    const found = knownOf(id);
    found.mice = Math.max(
      0,
      (found.mice ?? (event === "vanished" ? 1 : 0)) + (event === "vanished" ? -1 : 1),
    );
    say(id, { pointerMissing: found.mice === 0 ? 1 : 0 }, at);
  }

  function age(id: DeviceId, now: number): void {
    const found = knownOf(id);
    const crashed = found.crashes.length;
    found.crashes = found.crashes.filter((at) => at > now - crashWindowMs);
    if (crashed > 0) see(id, "kioskCrashes", found.crashes.length);
    if (found.crashes.length === 0) aging.delete(id);
  }

  for (const { id } of devices.list()) place(id);

  return {
    hear(event) {
      switch (event.type) {
        case "deviceChanged":
          look(event.device);
          break;
        case "deviceListChanged":
          place(event.device);
          break;
        case "recordsCommitted":
          committed(event.device, event.records);
          break;
        case "credentialsUsedTwice":
          see(event.device, "credentialsTwice", 1);
          break;
      }
    },
    usedTwice: (id, so) => see(id, "credentialsTwice", so ? 1 : 0),
    rememberCondition: takeCondition,
    rememberChecks: (id, readiness, at) => say(id, saidByReadiness(readiness), at),
    pass({ full, freeMiB }) {
      const now = clock.now();
      evaluator.observe(hubSubject, "hubDiskFull", full ? 1 : 0, now);
      evaluator.observe(hubSubject, "hubDiskFreeMiB", freeMiB, now);
      for (const id of [...aging]) age(id, now);
      if (inGrace && clock.mono() - startedMono >= graceMs) {
        inGrace = false;
        for (const { id } of devices.list()) look(id);
      }
    },
  };
}
