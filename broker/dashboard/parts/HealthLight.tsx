// Owns the health light: a colour AND a shape, so that nobody depends on telling red from green.
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconHexagonFilled,
  IconX,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { HealthLight as Light } from "../../api/rooms.ts";

type HealthLightProps = { readonly light: Light; readonly size?: number; readonly withLabel?: boolean };

export function HealthLight({ light, size = 18, withLabel = false }: HealthLightProps) {
  const { t } = useTranslation();
  const label = t(`light.${light}`);
  return (
    <span className={`health-light health-light-${light}`}>
      <span className="health-light-shape" style={{ width: size, height: size }}>
        <Shape light={light} size={size} />
      </span>
      <span className={withLabel ? "health-light-label" : "visually-hidden"}>{label}</span>
    </span>
  );
}

function Shape({ light, size }: { readonly light: Light; readonly size: number }) {
  switch (light) {
    case "green":
      return <IconCircleCheckFilled size={size} aria-hidden="true" />;
    case "yellow":
      return <IconAlertTriangleFilled size={size} aria-hidden="true" />;
    case "red":
      return (
        <>
          <IconHexagonFilled size={size} aria-hidden="true" />
          <IconX size={size * 0.62} stroke={3.4} className="health-light-cross" aria-hidden="true" />
        </>
      );
    case "grey":
      return <IconCircleDashed size={size} aria-hidden="true" />;
  }
}
