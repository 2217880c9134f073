// Owns the number of alerts that nobody has taken, beside the place's picture.
import { useTranslation } from "react-i18next";
import { useHubQuery } from "../client/hubQuery.ts";

export function AlertBadge() {
  const { t } = useTranslation();
  const open = useHubQuery("countAlerts", {}).data?.open ?? 0;
  if (open === 0) return null;
  return (
    <span className="shell-badge" title={t("nav.alertCount", { count: open })}>
      {open > 99 ? "99+" : open}
    </span>
  );
}
