// Owns what is reported of free play: every discovery is a round, without right and wrong unless the game knows better.
import type { Run } from "./run.ts";

export type Discoveries = {
  /** Something was found out or finished. `clean` is false when it took a detour (counted one twice, say). */
  found(clean?: boolean): void;
  /** The screen is up and children may touch: call once, when the first things are on the stage. */
  open(): void;
};

export function createDiscoveries({ host, table, frame, turns }: Run): Discoveries {
  let rounds = 0;
  let since = table.timeline.now();
  frame.setTurn(turns, 0);
  document.body.dataset["question"] = "0:explore";
  return {
    open() {
      document.body.dataset["phase"] = "asking";
      since = table.timeline.now();
      requestAnimationFrame(() => host.interactive());
    },
    found(clean = true) {
      const now = table.timeline.now();
      host.round({ index: rounds, correctFirstTry: clean, hints: 0, durationMs: Math.round(now - since) });
      rounds += 1;
      since = now;
      // Two or three share a station: after each discovery the next one leads.
      frame.setTurn(turns, rounds);
    },
  };
}
