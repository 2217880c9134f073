// Owns the head that all pages about alerts share, and the way between them.
import type { ReactNode } from "react";
import { Link } from "wouter";
import { usePermission } from "../account/account.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./alerts.css";

const tabs = [
  { name: "list", path: "/alerts", manages: false },
  { name: "history", path: "/alerts/history", manages: false },
  { name: "rules", path: "/alerts/rules", manages: false },
  { name: "channels", path: "/alerts/channels", manages: true },
  { name: "maintenance", path: "/alerts/maintenance", manages: false },
] as const;

type AlertTabsProps = {
  readonly tab: (typeof tabs)[number]["name"];
  readonly lead: string;
  readonly actions?: ReactNode;
};

export function AlertTabs({ tab, lead, actions }: AlertTabsProps) {
  const { t } = useTexts();
  const mayManage = usePermission("alerts.manage");
  return (
    <>
      <PageHeader title={t("title")} lead={lead} actions={actions} />
      <nav className="alert-tabs" aria-label={t("tabs.label")}>
        {tabs
          .filter(({ manages }) => mayManage || !manages)
          .map(({ name, path }) => (
            <Link
              key={name}
              href={path}
              className="alert-tab"
              aria-current={name === tab ? "page" : undefined}
            >
              {t(`tabs.${name}`)}
            </Link>
          ))}
      </nav>
    </>
  );
}
