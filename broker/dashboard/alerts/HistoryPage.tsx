// Owns the page of alerts that are over, newest first.
import { Button } from "@mantine/core";
import { callApi } from "../client/callApi.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useOlderPages } from "../client/useOlderPages.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { AlertRow } from "./AlertRow.tsx";
import { AlertTabs } from "./AlertTabs.tsx";
import { useTexts } from "./texts/useTexts.ts";

/** As many as the hub gives at least, while there are more. */
const pageSize = 50;

export function HistoryPage() {
  const { t } = useTexts();
  const now = useHubNow(60_000);
  const { rows, error, hasOlder, loadOlder, isLoadingOlder, retry } = useOlderPages({
    queryKey: ["listAlerts", { query: { state: "cleared" } }],
    pageSize,
    async fetchPage({ before }, signal) {
      const page = await callApi("listAlerts", { query: { state: "cleared", before } }, signal);
      return page.alerts.map((alert) => ({ ...alert, at: alert.openedAt }));
    },
  });
  return (
    <>
      <AlertTabs tab="history" lead={t("lead")} />
      {rows === undefined ? (
        error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <LoadingRows rows={5} height={84} />
        )
      ) : rows.length === 0 ? (
        <EmptyState emblem="owl" title={t("list.historyEmpty")} hint={t("list.historyEmptyHint")} />
      ) : (
        <ul className="alert-list">
          {rows.map((alert) => (
            <AlertRow key={alert.id} alert={alert} now={now} />
          ))}
        </ul>
      )}
      {hasOlder && (
        <div className="older">
          <Button variant="default" onClick={loadOlder} loading={isLoadingOlder}>
            {t("list.older")}
          </Button>
        </div>
      )}
    </>
  );
}
