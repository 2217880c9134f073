// Owns the table of sources: what is asked how often and how long it may take, for each platform; and the rounds that ask them.
import type { Clock } from "../time/clock.ts";
import type { Asker, Probe, ProbeFailure } from "./probe.ts";

export type Cadence = {
  /** After the agent's start, ms. Spread, so that a small computer is not asked everything at once. */
  readonly firstAfterMs: number;
  readonly everyMs: number;
  /** How long an answer may take, ms. */
  readonly withinMs: number;
};

export const sourceNames = [
  "peripherals",
  "power",
  "volumes",
  "network",
  "sound",
  "displays",
  "disks",
  "restart",
  "inventory",
  "software",
  "updates",
] as const;
export type SourceName = (typeof sourceNames)[number];
export type Cadences = Readonly<Record<SourceName, Cadence>> & {
  /** When it is looked whether the condition is worth a record: first when the quick sources have answered. */
  readonly condition: Omit<Cadence, "withinMs">;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const cadence = (firstAfterMs: number, everyMs: number, withinMs: number): Cadence => ({
  firstAfterMs,
  everyMs,
  withinMs,
});

/** Most answers lie in files of the kernel and cost nothing. Programs are started for sound, disks, software and updates. */
export const linuxCadences: Cadences = {
  peripherals: cadence(10 * second, 5 * minute, 10 * second),
  power: cadence(5 * second, minute, 10 * second),
  volumes: cadence(6 * second, 5 * minute, 20 * second),
  network: cadence(8 * second, 5 * minute, 10 * second),
  sound: cadence(12 * second, 5 * minute, 10 * second),
  displays: cadence(11 * second, 5 * minute, 10 * second),
  disks: cadence(16 * second, 30 * minute, minute),
  restart: cadence(14 * second, 30 * minute, 10 * second),
  inventory: cadence(20 * second, 24 * hour, 3 * minute),
  software: cadence(70 * second, 24 * hour, minute),
  updates: cadence(3 * minute, 12 * hour, 5 * minute),
  condition: { firstAfterMs: 50 * second, everyMs: minute },
};

/** Each answer goes through PowerShell, in turn; it is slow just after Windows has started. */
export const windowsCadences: Cadences = {
  peripherals: cadence(30 * second, 30 * minute, minute),
  power: cadence(25 * second, 5 * minute, 30 * second),
  volumes: cadence(20 * second, 5 * minute, 30 * second),
  network: cadence(22 * second, 5 * minute, 30 * second),
  sound: cadence(36 * second, 30 * minute, minute),
  displays: cadence(34 * second, 30 * minute, minute),
  disks: cadence(40 * second, 30 * minute, 2 * minute),
  restart: cadence(45 * second, 30 * minute, 30 * second),
  inventory: cadence(60 * second, 24 * hour, 5 * minute),
  software: cadence(2 * minute, 24 * hour, 2 * minute),
  updates: cadence(5 * minute, 24 * hour, 20 * minute),
  condition: { firstAfterMs: 100 * second, everyMs: minute },
};

export type Source = Cadence & {
  readonly name: string;
  readonly ask: (asker: Asker) => Promise<ProbeFailure | "answered" | "stillAsking">;
};

/** Joins a probe with what becomes of its answer. A `take` that throws counts as an answer nobody can use. */
export function sourceOf<Value>(
  name: string,
  when: Cadence,
  probe: Probe<Value>,
  take: (value: Value | null) => void,
): Source {
  return {
    name,
    ...when,
    async ask(asker) {
      const answer = await asker.ask(name, probe, when.withinMs);
      if (answer.outcome === "stillAsking") return "stillAsking";
      if (answer.outcome === "unanswered") return answer;
      take(answer.value);
      return "answered";
    },
  };
}

export type RoundsDeps = {
  readonly clock: Clock;
  readonly asker: Asker;
  readonly sources: readonly Source[];
  readonly answered: (source: string) => void;
  readonly failed: (source: string, failure: ProbeFailure) => void;
};

/** Asks each source when it is due, with one timer for all. Returns the way to stop. */
export function startRounds({ clock, asker, sources, answered, failed }: RoundsDeps): () => void {
  const due = new Map(sources.map((source) => [source, clock.mono() + source.firstAfterMs]));
  let stopped = false;
  let cancel: () => void = () => undefined;

  function plan(): void {
    if (due.size === 0) return;
    const next = Math.min(...due.values());
    cancel = clock.after(Math.max(1, next - clock.mono()), turn);
  }

  function turn(): void {
    const now = clock.mono();
    for (const [source, at] of due) {
      if (at > now) continue;
      due.set(source, now + source.everyMs);
      void ask(source);
    }
    plan();
  }

  async function ask(source: Source): Promise<void> {
    let result: Awaited<ReturnType<Source["ask"]>>;
    try {
      result = await source.ask(asker);
    } catch (error) {
      result = { reason: "failed", detail: String(error) };
    }
    if (stopped || result === "stillAsking") return;
    if (result === "answered") answered(source.name);
    else failed(source.name, result);
  }

  plan();
  return () => {
    stopped = true;
    cancel();
  };
}
