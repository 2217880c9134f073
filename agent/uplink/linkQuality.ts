// Owns how well the way to the hub works, as the uplink's own batches tell: how long acknowledgements take, how many never come.
import type { Clock } from "../time/clock.ts";

export type LinkQuality = {
  /** A batch whose last record has this number was published. */
  readonly sent: (last: number) => void;
  /** The hub acknowledged everything up to this number. */
  readonly acked: (upto: number) => void;
  /** Nothing came in time: all that is on its way goes again. */
  readonly unanswered: () => void;
  /** The connection ended: nobody knows what became of what was on its way. */
  readonly forget: () => void;
  readonly reading: () => { readonly roundTripMs: number | null; readonly lostPercent: number | null };
};

/** Some hours of an idle station, some minutes of a busy one. */
const remembered = 32;

export function makeLinkQuality(clock: Pick<Clock, "now">): LinkQuality {
  let onTheWay: { readonly last: number; readonly at: number }[] = [];
  const roundTrips: number[] = [];
  const arrived: boolean[] = [];

  function note<Value>(list: Value[], value: Value): void {
    list.push(value);
    if (list.length > remembered) list.shift();
  }

  return {
    sent: (last) => void onTheWay.push({ last, at: clock.now() }),
    acked(upto) {
      for (const { at } of onTheWay.filter(({ last }) => last <= upto)) {
        const tookMs = clock.now() - at;
        // The wall clock, since uptime comes in steps of ten ms and more; one that was set backwards meanwhile says nothing.
        if (tookMs >= 0) note(roundTrips, tookMs);
        note(arrived, true);
      }
      onTheWay = onTheWay.filter(({ last }) => last > upto);
    },
    unanswered() {
      for (const _ of onTheWay) note(arrived, false);
      onTheWay = [];
    },
    forget() {
      onTheWay = [];
    },
    reading() {
      const sorted = [...roundTrips].sort((one, other) => one - other);
      const lost = arrived.filter((came) => !came).length;
      return {
        roundTripMs: sorted[Math.floor(sorted.length / 2)] ?? null,
        lostPercent: arrived.length === 0 ? null : Math.round((lost / arrived.length) * 100),
      };
    },
  };
}
