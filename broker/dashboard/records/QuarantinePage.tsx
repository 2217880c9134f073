// Owns the quarantine: messages the hub could not read, kept for the IT officer.
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { QuarantineRow } from "../../api/records.ts";
import { callApi } from "../client/callApi.ts";
import { useOlderPages } from "../client/useOlderPages.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import "./records.css";

export function QuarantinePage() {
  const { t } = useTranslation();
  const { rows, error, hasOlder, loadOlder, isLoadingOlder, retry } = useOlderPages({
    queryKey: ["listQuarantine", {}],
    pageSize: 100,
    fetchPage: (query, signal) => callApi("listQuarantine", { query }, signal),
  });
  return (
    <>
      <PageHeader title={t("quarantine.title")} lead={t("quarantine.lead")} />
      {rows === undefined ? (
        error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <LoadingRows rows={4} height={110} />
        )
      ) : rows.length === 0 ? (
        <EmptyState emblem="sunflower" title={t("quarantine.empty")} hint={t("quarantine.emptyHint")} />
      ) : (
        <ul className="quarantine-list">
          {rows.map((row) => (
            <QuarantineItem key={row.id} row={row} />
          ))}
        </ul>
      )}
      {hasOlder && (
        <div className="older">
          <Button variant="default" onClick={loadOlder} loading={isLoadingOlder}>
            {t("quarantine.older")}
          </Button>
        </div>
      )}
    </>
  );
}

function QuarantineItem({ row }: { readonly row: QuarantineRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="card quarantine-item">
      <div className="quarantine-head">
        <strong className="code quarantine-code">{row.code}</strong>
        {row.deviceId === null ? (
          <span>{t("quarantine.unknownDevice")}</span>
        ) : (
          <Link href={`/devices/${row.deviceId}`} className="text-link">
            {row.deviceName ?? row.deviceId}
          </Link>
        )}
        {row.count > 1 && <span className="tag">{t("quarantine.times", { count: row.count })}</span>}
        <span className="soft small numbers quarantine-at">
          {format.dateTime(row.at)} · {format.bytes(row.bytes)}
        </span>
      </div>
      <p className="small">{row.detail}</p>
      <p className="soft small code quarantine-topic">{row.topic}</p>
      <pre className="code quarantine-excerpt" title={t("quarantine.excerpt")}>
        {row.excerpt}
      </pre>
    </li>
  );
}
