// Owns how grave an alert is, in a word and a shape: colour alone tells nothing to some.
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { Severity } from "../../api/alerts.ts";
import { useTexts } from "./texts/useTexts.ts";

const icons = { urgent: IconAlertOctagon, warning: IconAlertTriangle, info: IconInfoCircle } as const;

export function SeverityMark({
  severity,
  over = false,
}: {
  readonly severity: Severity;
  readonly over?: boolean;
}) {
  const { t } = useTexts();
  const Icon = icons[severity];
  return (
    <span className="severity" data-severity={over ? "over" : severity}>
      <Icon size={15} stroke={2} aria-hidden="true" />
      {t(`severity.${severity}`)}
    </span>
  );
}
