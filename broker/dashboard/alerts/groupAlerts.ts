// Owns the order of open alerts: nobody's first, graver before newer. Pure.
import type { Alert } from "../../api/alerts.ts";

const order = ["urgent", "warning", "info"] as const;

export function groupAlerts(
  alerts: readonly Alert[],
  now: number,
): Record<"free" | "taken" | "resting", Alert[]> {
  const sorted = [...alerts].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.openedAt - a.openedAt,
  );
  const isResting = ({ snoozedUntil }: Alert) => snoozedUntil !== null && snoozedUntil > now;
  return {
    free: sorted.filter((each) => !isResting(each) && each.acknowledged === null),
    taken: sorted.filter((each) => !isResting(each) && each.acknowledged !== null),
    resting: sorted.filter(isResting),
  };
}
