// Owns what the device knows about the right time: the hub's clock carried on by uptime, and whether to trust the wall clock (ADR 0006).
import type { ClockReading } from "../../protocol/link.ts";
import type { Clock } from "./clock.ts";

/** A wall clock that moved this much against the uptime was set by somebody, or by a dying battery. ms */
const jumpMs = 2 * 60_000;

export type DeviceClockDeps = {
  readonly clock: Clock;
  /** UTC ms of this build. */
  readonly builtAt: number;
  /** The last wall time an earlier run noted, UTC ms; null when there was none. */
  readonly lastAliveAt: number | null;
};

export type DeviceClock = {
  /** Notes the hub's clock, UTC ms, as heard just now. */
  readonly heardHub: (hubTime: number) => void;
  readonly reading: () => ClockReading;
  /** The hub's clock now, UTC ms; null when it was not heard since this start. */
  readonly hubNow: () => number | null;
};

export function makeDeviceClock({ clock, builtAt, lastAliveAt }: DeviceClockDeps): DeviceClock {
  const startedWithout = clock.now() - clock.mono();
  const wentBack = lastAliveAt !== null && clock.now() < lastAliveAt - jumpMs;
  let heard: { readonly hubTime: number; readonly mono: number } | undefined;

  // Carried by uptime, not by the wall clock: setting the clock must not move the hub's time.
  const hubNow = () => (heard === undefined ? null : heard.hubTime + (clock.mono() - heard.mono));

  return {
    heardHub(hubTime) {
      heard = { hubTime, mono: clock.mono() };
    },
    reading() {
      const now = clock.now();
      const known = hubNow();
      if (known !== null) return { offsetMs: Math.round(known - now), trusted: known >= builtAt };
      const jumped = Math.abs(now - clock.mono() - startedWithout) > jumpMs;
      return { offsetMs: null, trusted: now >= builtAt && !jumped && !wentBack };
    },
    hubNow,
  };
}
