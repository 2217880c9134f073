// Owns when the hub lets go of what is too old: a round every few hours, step by step between the devices' batches.
import type { Log } from "../../runtime/log.ts";
import type { PruneStep } from "./prune.ts";

export type RetentionDeps = {
  readonly prune: (now: number) => Promise<PruneStep>;
  readonly clock: { now(): number };
  /** Calls back once after the delay, ms; returns the way to call it off. */
  readonly after: (delayMs: number, call: () => void) => () => void;
  readonly log: Pick<Log, "error" | "info">;
};

export type Retention = {
  /** Resolves when the step that runs is over. */
  stop(): Promise<void>;
};

/** Samples of a few hours beyond their week cost little; rarer rounds write each page less often. */
const betweenRoundsMs = 6 * 3_600_000;
/** Devices announce themselves and send what they kept: that goes first. */
const firstRoundMs = 10 * 60_000;
/** A step takes a few milliseconds: the writer stays free nearly all the time. */
const betweenStepsMs = 250;

export function startRetention({ prune, clock, after, log }: RetentionDeps): Retention {
  let stopped = false;
  let cancel = after(firstRoundMs, begin);
  let running: Promise<void> = Promise.resolve();
  let inRound = 0;
  let longestMs = 0;

  function begin(): void {
    inRound = 0;
    longestMs = 0;
    goOn();
  }

  function goOn(): void {
    running = step();
  }

  async function step(): Promise<void> {
    let pause = betweenStepsMs;
    try {
      const { removed, done, tookMs } = await prune(clock.now());
      inRound += removed;
      longestMs = Math.max(longestMs, tookMs);
      if (done) {
        pause = betweenRoundsMs;
        if (inRound > 0) log.info({ rows: inRound, longestMs }, "what was too old was let go of");
      }
    } catch (error) {
      // Nothing is lost by keeping more: the next round tries again.
      log.error({ err: error }, "old samples could not be let go of");
      pause = betweenRoundsMs;
    }
    if (stopped) return;
    cancel = after(pause, pause === betweenRoundsMs ? begin : goOn);
  }

  return {
    async stop() {
      stopped = true;
      cancel();
      await running;
      cancel();
    },
  };
}
