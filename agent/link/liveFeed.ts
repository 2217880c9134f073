// Owns the pace of live messages: only changes, at most four a second, the latest always in the end.
import type { Live } from "../../protocol/messages/live.ts";
import type { Cancel, Clock } from "../time/clock.ts";

const leastPauseMs = 250;

export type LiveFeed = { readonly show: (live: Live) => void; readonly stop: () => void };

export function makeLiveFeed(clock: Clock, send: (live: Live) => void): LiveFeed {
  let shown: string | undefined;
  let waiting: Live | undefined;
  let cancelPause: Cancel | undefined;

  function sendNow(live: Live): void {
    const text = JSON.stringify(live);
    if (text === shown) return;
    shown = text;
    send(live);
    cancelPause = clock.after(leastPauseMs, () => {
      cancelPause = undefined;
      const next = waiting;
      waiting = undefined;
      if (next !== undefined) sendNow(next);
    });
  }

  return {
    show(live) {
      if (cancelPause === undefined) sendNow(live);
      else waiting = live;
    },
    stop: () => cancelPause?.(),
  };
}
