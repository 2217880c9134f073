// Owns how refusals are audited: the first at once, repeats with their number after a minute, then ever more seldom, so that a loop on a device cannot flood the log.
import type { DeviceId } from "../../protocol/ids.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";

export type Refusal = {
  readonly device: DeviceId | null;
  readonly actor: string;
  readonly action:
    | "device.topicRefused"
    | "device.signInRefused"
    | "device.packetTooLarge"
    | "device.fileRefused"
    | "lesson.askRefused";
  readonly subject: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

const windowMs = 60_000;
/** One who goes on for days is told of once a day. */
const longestWindowMs = 24 * 3_600_000;
const growth = 8;
/** Different subjects a minute and actor; the rest share one line. */
const subjectsPerActor = 20;
const actorsKept = 5000;

type Line = { refusal: Refusal; since: number; windowMs: number; unspoken: number };

export type Refusals = {
  note(refusal: Refusal): void;
  /** Writes the numbers that wait. */
  flush(): Promise<void>;
  stop(): Promise<void>;
};

export function makeRefusals(deps: {
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly log: Log;
}): Refusals {
  const { audit, clock, log } = deps;
  const actors = new Map<string, Map<string, Line>>();
  let writing = Promise.resolve();

  function write({ actor, action, subject, detail, device }: Refusal, count: number): void {
    writing = writing
      .then(() => audit.write({ actor, action, subject, detail: { ...detail, deviceId: device, count } }))
      .catch((error: unknown) =>
        log.error({ err: error, actor, action, subject }, "a refusal could not be audited"),
      );
  }

  function flush(everything: boolean): void {
    const now = clock.now();
    for (const [actor, lines] of actors) {
      for (const [key, line] of lines) {
        if (!everything && now - line.since < line.windowMs) continue;
        if (line.unspoken > 0) write(line.refusal, line.unspoken);
        if (everything || isOver(line, now)) lines.delete(key);
        else if (line.unspoken > 0) lines.set(key, followed(line, now));
      }
      if (lines.size === 0) actors.delete(actor);
    }
  }

  const timer = setInterval(() => flush(false), windowMs);
  timer.unref();

  return {
    note(refusal) {
      if (!actors.has(refusal.actor) && actors.size >= actorsKept) flush(true);
      const lines = actors.get(refusal.actor) ?? new Map<string, Line>();
      actors.set(refusal.actor, lines);
      const exact = `${refusal.action} ${refusal.subject}`;
      const crowded = !lines.has(exact) && lines.size >= subjectsPerActor;
      const kept = crowded ? { ...refusal, subject: "…" } : refusal;
      const key = crowded ? `${refusal.action} …` : exact;
      const line = lines.get(key);
      const now = clock.now();
      if (line === undefined || now - line.since >= line.windowMs) {
        write(kept, 1 + (line?.unspoken ?? 0));
        const goesOn = line !== undefined && !isOver(line, now);
        lines.set(key, goesOn ? followed(line, now) : { refusal: kept, since: now, unspoken: 0, windowMs });
      } else line.unspoken++;
    },
    async flush() {
      flush(true);
      await writing;
    },
    async stop() {
      clearInterval(timer);
      flush(true);
      await writing;
    },
  };
}

/** It was quiet for as long again as the line waited: whoever comes now is told of at once. */
const isOver = (line: Line, now: number) => line.unspoken === 0 && now - line.since >= 2 * line.windowMs;

const followed = (line: Line, now: number): Line => ({
  refusal: line.refusal,
  since: now,
  unspoken: 0,
  windowMs: Math.min(longestWindowMs, line.windowMs * growth),
});
