// Owns the hub's time in the browser: the school's computers often have a wrong clock, the hub's is the one that counts.
import { useEffect, useState } from "react";

let offsetMs = 0;

/** Call with `board.now` as it arrives, UTC ms. */
export function setHubClock(hubNow: number): void {
  offsetMs = hubNow - Date.now();
}

export const hubNow = (): number => Date.now() + offsetMs;

/** The hub's time, refreshed on whole multiples of `everyMs`, so that all lines on screen change together. */
export function useHubNow(everyMs: number): number {
  const [now, setNow] = useState(hubNow);
  useEffect(() => {
    let timer: number;
    const tick = () => {
      setNow(hubNow());
      timer = window.setTimeout(tick, everyMs - (hubNow() % everyMs) + 20);
    };
    tick();
    return () => window.clearTimeout(timer);
  }, [everyMs]);
  return now;
}
