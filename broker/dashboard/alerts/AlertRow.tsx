// Owns one alert as a line of the list.
import { Button } from "@mantine/core";
import { IconHandStop, IconWaveSawTool } from "@tabler/icons-react";
import { Link } from "wouter";
import type { Alert } from "../../api/alerts.ts";
import { usePermission } from "../account/account.ts";
import { useFormat } from "../text/format.ts";
import { MeasureIcon } from "./MeasureIcon.tsx";
import { SeverityMark } from "./SeverityMark.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useAlertActions } from "./useAlertActions.ts";

export function AlertRow({ alert, now }: { readonly alert: Alert; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const mayManage = usePermission("alerts.manage");
  const { take } = useAlertActions();
  const { clearedAt, acknowledged, snoozedUntil } = alert;
  const over = clearedAt !== null;
  const resting = snoozedUntil !== null && snoozedUntil > now;
  const notes = [
    over
      ? t("list.over", {
          from: format.moment(alert.sinceAt, now),
          until: format.moment(clearedAt, now),
          span: format.span(clearedAt - alert.sinceAt),
        })
      : t("list.since", { time: format.moment(alert.sinceAt, now) }),
    alert.ruleName,
    ...(alert.devices > 0 ? [t("list.devices", { count: alert.devices })] : []),
    ...(acknowledged === null || over ? [] : [t("list.by", { name: acknowledged.by })]),
    ...(resting ? [t("list.until", { time: format.coming(snoozedUntil, now) })] : []),
    ...(alert.ticketId === null ? [] : [t("list.ticket")]),
  ];
  return (
    <li className="alert-row card" data-severity={over ? "over" : alert.severity}>
      <MeasureIcon measure={alert.measure} tone={over ? "over" : alert.severity} />
      <div className="alert-words">
        <p className="alert-marks">
          <SeverityMark severity={alert.severity} over={over} />
          {alert.flapping && (
            <span className="alert-flapping">
              <IconWaveSawTool size={15} stroke={2} aria-hidden="true" />
              {t("list.flapping")}
            </span>
          )}
        </p>
        <Link href={`/alerts/${alert.id}`} className="alert-sentence">
          {alert.sentence}
        </Link>
        <p className="soft small">{notes.join(" · ")}</p>
        {acknowledged !== null && acknowledged.note !== "" && (
          <p className="alert-note small">“{acknowledged.note}”</p>
        )}
      </div>
      {mayManage && !over && acknowledged === null && (
        <Button
          className="alert-take"
          variant={alert.severity === "urgent" ? "filled" : "default"}
          leftSection={<IconHandStop size={18} />}
          onClick={() => void take(alert)}
        >
          {t("list.take")}
        </Button>
      )}
    </li>
  );
}
