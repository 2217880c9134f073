// Owns what is marked in a device's charts: spans of sessions and sudden losses of power. Pure.
import type { TimelineEvent } from "../../api/fleet.ts";

export type ChartMarks = {
  /** [begin, end] in UTC ms, oldest first. */
  readonly sessions: readonly (readonly [number, number])[];
  /** UTC ms. */
  readonly powerLosses: readonly number[];
};

/** A session that nobody closed is drawn for no longer than a session can last. */
const longestSessionMs = 2 * 3_600_000;

export function chartMarks(events: readonly TimelineEvent[], from: number, until: number): ChartMarks {
  const spans = new Map<string, { openedAt: number | null; closedAt: number | null }>();
  const powerLosses: number[] = [];
  for (const { type, at, body } of events) {
    if (typeof body !== "object" || body === null) continue;
    const fields = body as Readonly<Record<string, unknown>>;
    if (type === "session") {
      const id = String(fields["sessionId"]);
      const span = spans.get(id) ?? { openedAt: null, closedAt: null };
      if (fields["event"] === "opened") span.openedAt = Math.min(at, span.openedAt ?? at);
      else if (fields["event"] === "closed") span.closedAt = Math.max(at, span.closedAt ?? at);
      spans.set(id, span);
    } else if (type === "power" && fields["event"] === "unexpectedStop" && fields["scope"] === "machine") {
      const { lastAliveAt } = fields;
      powerLosses.push(typeof lastAliveAt === "number" ? lastAliveAt : at);
    }
  }
  const sessions = [...spans.values()]
    .filter(({ openedAt, closedAt }) => openedAt !== null || closedAt !== null)
    .map(({ openedAt, closedAt }) => {
      const begin = openedAt ?? from;
      return [Math.max(from, begin), Math.min(until, closedAt ?? begin + longestSessionMs)] as const;
    })
    .filter(([begin, end]) => begin < end)
    .sort((a, b) => a[0] - b[0]);
  return {
    sessions,
    powerLosses: powerLosses.filter((at) => at >= from && at <= until).sort((a, b) => a - b),
  };
}
