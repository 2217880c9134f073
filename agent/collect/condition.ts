// Owns the condition as it is known now, put together from what the sources told last, and when it is sent.
import { z } from "zod";
import { type Condition, condition as conditionType } from "../../protocol/records/condition.ts";
import type { Memory } from "../outbox/memory.ts";
import type { Recorder } from "../outbox/recorder.ts";
import type { Clock } from "../time/clock.ts";
import { describeLink, type LinkQuality, type NetworkInterface } from "./hubLink.ts";
import type { ProbeFailure } from "./probe.ts";
import { worthTelling } from "./worthTelling.ts";

/** What the sources tell, each by its own name. */
export type Measured = Pick<
  Condition,
  "disks" | "volumes" | "power" | "displays" | "sound" | "input" | "usb"
> & {
  readonly network: {
    readonly route: string | null;
    readonly interfaces: readonly NetworkInterface[];
  } | null;
  readonly updates: Pick<NonNullable<Condition["updates"]>, "pending" | "security"> | null;
  readonly restart: boolean | null;
};

export type ConditionKeeperDeps = {
  readonly clock: Clock;
  readonly recorder: Pick<Recorder, "record">;
  readonly memory: Pick<Memory, "recall">;
  /** What a sent condition is remembered for: another hub or another outbox must hear it anew. */
  readonly toldTo: () => string;
  readonly linkQuality: () => LinkQuality;
  readonly deviceClock: () => Condition["clock"];
  readonly counts: () => Condition["counts"];
};

export type ConditionKeeper = {
  readonly take: <Part extends keyof Measured>(part: Part, value: Measured[Part]) => void;
  readonly failed: (source: string, reason: ProbeFailure["reason"]) => void;
  /** The source answered again. */
  readonly answered: (source: string) => void;
  /** Sends the condition if it is worth it now. */
  readonly look: () => void;
};

const leastPauseMs = 5 * 60_000;
const leastUrgentPauseMs = 30_000;
const atMostEveryMs = 24 * 3600_000;
const key = "collect.condition";
const told = z.object({ to: z.string(), at: z.number(), body: conditionType.schema });
const nothingMeasured: Measured = {
  disks: null,
  volumes: null,
  power: null,
  network: null,
  displays: null,
  sound: null,
  input: null,
  usb: null,
  updates: null,
  restart: null,
};

export function makeConditionKeeper(deps: ConditionKeeperDeps): ConditionKeeper {
  const { clock, recorder, memory } = deps;
  const unmeasured = new Map<string, ProbeFailure["reason"]>();
  let last = memory.recall(key, told);
  /** Uptime of the last record of this run, ms. */
  let toldMono = Number.NEGATIVE_INFINITY;
  // Until a source is asked, what it told before the restart stands: a restart alone is no change.
  let measured: Measured = last === undefined ? nothingMeasured : measuredOf(last.body);
  let link: Condition["link"] | undefined = last?.body.link;

  function current(): Condition {
    const { network, updates, restart, ...parts } = measured;
    if (network !== null) link = describeLink(network.route, network.interfaces, deps.linkQuality());
    return {
      ...parts,
      updates:
        updates === null && restart === null
          ? null
          : {
              pending: updates?.pending ?? null,
              security: updates?.security ?? null,
              restartNeeded: restart,
            },
      link: link ?? null,
      clock: deps.deviceClock(),
      counts: deps.counts(),
      unmeasured: [...unmeasured].map(([source, reason]) => ({ source, reason })).slice(0, 32),
    };
  }

  function mayTell(before: z.infer<typeof told>, now: Condition): boolean {
    // Wall time, since a day may hold several starts; one that went back counts as long ago.
    const age = clock.now() - before.at;
    if (age >= atMostEveryMs || age < 0 || before.to !== deps.toldTo()) return true;
    const worth = worthTelling(before.body, now);
    if (worth === "noise") return false;
    return clock.mono() - toldMono >= (worth === "urgent" ? leastUrgentPauseMs : leastPauseMs);
  }

  return {
    take(part, value) {
      measured = { ...measured, [part]: value };
    },
    failed: (source, reason) => void unmeasured.set(source, reason),
    answered: (source) => void unmeasured.delete(source),
    look() {
      const now = current();
      if (last !== undefined && !mayTell(last, now)) return;
      const next = { to: deps.toldTo(), at: clock.now(), body: now };
      if (recorder.record("condition", now, { remember: { [key]: next } }) === "refused") return;
      last = next;
      toldMono = clock.mono();
    },
  };
}

function measuredOf({ updates, disks, volumes, power, displays, sound, input, usb }: Condition): Measured {
  return {
    disks,
    volumes,
    power,
    displays,
    sound,
    input,
    usb,
    network: null,
    updates: updates && { pending: updates.pending, security: updates.security },
    restart: updates?.restartNeeded ?? null,
  };
}
