// Owns what stands on a kiosk until somebody or a time takes it away: the lock, a person's words, the volume. Pure, and without
// schemas: the first picture is made of it.
import type { DeviceCommand } from "../../protocol/messages/command.ts";

/** From when to when, UTC ms by the hub's clock as far as this device knows it. */
type Span = { readonly since: number; readonly until: number | null };

export type Standing = {
  readonly lock: Span | null;
  readonly message: (Span & { readonly text: string }) | null;
  /** A share of the loudest volume of the config, 0–100; null: all of it. */
  readonly volumePercent: number | null;
};

export const nothingStands: Standing = { lock: null, message: null, volumePercent: null };

const standingOrders = ["lock", "unlock", "message", "setVolume"] as const;
export type StandingOrder = Extract<DeviceCommand, { name: (typeof standingOrders)[number] }>;

export const isStandingOrder = (command: DeviceCommand): command is StandingOrder =>
  standingOrders.some((name) => name === command.name);

/** `now`: UTC ms by the hub's clock. */
export function obeyStanding(standing: Standing, order: StandingOrder, now: number): Standing {
  switch (order.name) {
    case "lock":
      return { ...standing, lock: { since: now, until: order.until } };
    case "unlock":
      return { ...standing, lock: null };
    case "message":
      return {
        ...standing,
        message: { text: order.text, since: now, until: now + order.minutes * 60_000 },
      };
    case "setVolume":
      return { ...standing, volumePercent: order.percent };
  }
}

/**
 * Whether a span holds. On a clock that nobody trusts its length counts, from when it was first shown: a station with a dead
 * battery must not stay locked for years.
 */
export function spanHolds(
  span: Span | null,
  time: { readonly now: number; readonly trusted: boolean } | null,
  shownMs: number,
): boolean {
  if (span === null) return false;
  if (span.until === null) return true;
  return time?.trusted ? time.now < span.until : shownMs < span.until - span.since;
}
