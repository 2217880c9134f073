// Owns the audit log: who changed what, newest first.
import { Button, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditRow } from "../../api/records.ts";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { useOlderPages } from "../client/useOlderPages.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { matchesSearch } from "../text/searchText.ts";
import "./records.css";

export function AuditPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const actionName = useActionName();
  const { rows, error, hasOlder, loadOlder, isLoadingOlder, retry } = useOlderPages({
    queryKey: ["listAudit", {}],
    pageSize: 100,
    fetchPage: (query, signal) => callApi("listAudit", { query }, signal),
  });
  const shown = rows?.filter((row) =>
    matchesSearch(search, `${row.actor} ${actionName(row.action)} ${row.subject}`),
  );
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        lead={t("audit.lead")}
        actions={
          rows !== undefined &&
          rows.length > 0 && (
            <TextInput
              type="search"
              aria-label={t("audit.search")}
              placeholder={t("audit.search")}
              leftSection={<IconSearch size={17} />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )
        }
      />
      {shown === undefined ? (
        error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <LoadingRows rows={8} height={40} />
        )
      ) : shown.length === 0 ? (
        <EmptyState
          emblem="owl"
          title={search === "" ? t("audit.empty") : t("devices.nothingFound")}
          hint={search === "" ? t("audit.emptyHint") : t("devices.nothingFoundHint")}
        />
      ) : (
        <AuditTable rows={shown} actionName={actionName} />
      )}
      {hasOlder && (
        <div className="older">
          <Button variant="default" onClick={loadOlder} loading={isLoadingOlder}>
            {t("audit.older")}
          </Button>
        </div>
      )}
    </>
  );
}

type AuditTableProps = {
  readonly rows: readonly AuditRow[];
  readonly actionName: (action: string) => string;
};

function AuditTable({ rows, actionName }: AuditTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const detailText = useDetailText();
  return (
    <div className="card table-scroll">
      <table className="data-table audit-table">
        <thead>
          <tr>
            <th scope="col">{t("audit.at")}</th>
            <th scope="col">{t("audit.actor")}</th>
            <th scope="col">{t("audit.action")}</th>
            <th scope="col">{t("audit.subject")}</th>
            <th scope="col">{t("audit.detail")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="numbers audit-at">
                <span>{format.clockSeconds(row.at)}</span> <span className="soft">{format.day(row.at)}</span>
              </td>
              <td>{row.actor === "hub" ? t("audit.hub") : row.actor}</td>
              <td className={isWarning(row.action) ? "audit-warning" : "audit-action"}>
                {actionName(row.action)}
              </td>
              <td>{row.subject}</td>
              <td className="audit-detail soft small">{detailText(row.detail)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What people can use of the detail: known fields in words, ids only where they lead to a name. */
function useDetailText(): (detail: unknown) => string {
  const { t } = useTranslation();
  const names: Readonly<Record<string, string>> = t("audit.field", { returnObjects: true });
  const rooms = useHubQuery("listRooms", {}, { enabled: usePermission("rooms.view") }).data;
  const valueText = (name: string, value: unknown): string => {
    if (typeof value === "boolean") return t(value ? "audit.yes" : "audit.no");
    const kind = deviceKinds.find((one) => name === "kind" && one === value);
    return kind === undefined ? String(value) : t(`kind.${kind}`);
  };
  return (detail) => {
    if (typeof detail !== "object" || detail === null) return "";
    return Object.entries(detail)
      .map(([name, value]): [string, unknown] =>
        name === "roomId" ? ["room", rooms?.find(({ id }) => id === value)?.name] : [name, value],
      )
      .filter(([name, value]) => names[name] !== undefined && value !== null && value !== undefined)
      .map(([name, value]) => `${names[name]}: ${valueText(name, value)}`)
      .join(" · ");
  };
}

const deviceKinds = ["station", "screen", "office"] as const;
const isWarning = (action: string) => /failed|refused|limited|foreign|twice|TooLarge/i.test(action);

/** An action that has no name here is shown as the hub wrote it. */
function useActionName(): (action: string) => string {
  const { t } = useTranslation();
  const names: Readonly<Record<string, string>> = t("audit.name", { returnObjects: true });
  return (action) => names[action] ?? action;
}
