// Owns the page of what is wrong now: first what nobody has, then what is being seen to, then what rests.
import { Button, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { Alert, Severity } from "../../api/alerts.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { AlertRow } from "./AlertRow.tsx";
import { AlertTabs } from "./AlertTabs.tsx";
import { groupAlerts } from "./groupAlerts.ts";
import { useTexts } from "./texts/useTexts.ts";

const severities = ["urgent", "warning", "info"] as const;

export function AlertsPage() {
  const { t } = useTexts();
  const alerts = useHubQuery("listAlerts", { query: { state: "open" } });
  const [severity, setSeverity] = useState<Severity | "all">("all");
  return (
    <>
      <AlertTabs tab="list" lead={t("lead")} />
      {alerts.isError && alerts.data === undefined ? (
        <ErrorState error={alerts.error} onRetry={() => void alerts.refetch()} />
      ) : alerts.data === undefined ? (
        <LoadingRows rows={4} height={92} />
      ) : alerts.data.alerts.length === 0 ? (
        <EmptyState emblem="rainbow" title={t("list.empty")} hint={t("list.emptyHint")} />
      ) : (
        <>
          <SegmentedControl
            className="alert-filter"
            aria-label={t("severity.label")}
            value={severity}
            onChange={(value) => setSeverity(value as Severity | "all")}
            data={(["all", ...severities] as const).map((value) => ({
              value,
              label: labelOf(t(`severity.${value}`), countOf(alerts.data.alerts, value)),
            }))}
          />
          <Groups
            alerts={alerts.data.alerts.filter((each) => severity === "all" || each.severity === severity)}
            onShowAll={() => setSeverity("all")}
          />
        </>
      )}
    </>
  );
}

const countOf = (alerts: readonly Alert[], severity: Severity | "all") =>
  severity === "all" ? alerts.length : alerts.filter((each) => each.severity === severity).length;
const labelOf = (name: string, count: number) => (count === 0 ? name : `${name} · ${count}`);

function Groups({
  alerts,
  onShowAll,
}: {
  readonly alerts: readonly Alert[];
  readonly onShowAll: () => void;
}) {
  const { t } = useTexts();
  const now = useHubNow(30_000);
  if (alerts.length === 0)
    return (
      <EmptyState
        emblem="rainbow"
        title={t("list.emptyFilter")}
        hint={t("list.emptyFilterHint")}
        action={
          <Button variant="default" onClick={onShowAll}>
            {t("list.showAll")}
          </Button>
        }
      />
    );
  const groups = groupAlerts(alerts, now);
  return (
    <>
      {(["free", "taken", "resting"] as const).map(
        (group) =>
          groups[group].length > 0 && (
            <section key={group} className="alert-group">
              <h2>
                {t(`list.${group}`)} <small>{groups[group].length}</small>
              </h2>
              <ul className="alert-list">
                {groups[group].map((alert) => (
                  <AlertRow key={alert.id} alert={alert} now={now} />
                ))}
              </ul>
            </section>
          ),
      )}
    </>
  );
}
