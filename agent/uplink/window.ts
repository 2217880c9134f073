// Owns the window: which batches are on their way, and what an ack means for them. Pure (ADR 0001).

export type Sent = { readonly after: number; readonly last: number };

export type AckMeaning =
  /** The hub moved forward. */
  | "progress"
  /** The hub lacks something that was sent before: everything above its watermark goes again. */
  | "rewind"
  /** The hub knows numbers that this outbox never sent. */
  | "ahead"
  /** Said before. */
  | "repeat";

export type Window = {
  readonly size: () => number;
  /** The next batch starts after this number. */
  readonly position: () => number;
  readonly sent: (batch: Sent) => void;
  readonly acked: (upto: number, sentUpto: number) => AckMeaning;
  /** Forgets what is on its way: it goes again, from the last ack. */
  readonly rewind: () => void;
  /** For a new stream. */
  readonly restart: () => void;
};

export function makeWindow(released: number): Window {
  let base = released;
  let inFlight: Sent[] = [];
  return {
    size: () => inFlight.length,
    position: () => inFlight.at(-1)?.last ?? base,
    sent: (batch) => void inFlight.push(batch),
    acked(upto, sentUpto) {
      if (upto > sentUpto) return "ahead";
      const open = inFlight.filter(({ last }) => last > upto);
      const gap = open.length > 0 ? (open[0]?.after ?? 0) > upto : base > upto;
      if (gap) {
        base = upto;
        inFlight = [];
        return "rewind";
      }
      const moved = upto > base || open.length < inFlight.length;
      inFlight = open;
      base = Math.max(base, upto);
      return moved ? "progress" : "repeat";
    },
    rewind() {
      inFlight = [];
    },
    restart() {
      base = 0;
      inFlight = [];
    },
  };
}
