// Owns what the stations' own checks say before a lesson: green, or one sentence for each problem.
import { Button } from "@mantine/core";
import { IconAlertTriangleFilled, IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Station } from "../../api/rooms.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { readinessOf } from "./leadView.ts";

type ReadinessBlockProps = { readonly roomId: string; readonly stations: readonly Station[] };

export function ReadinessBlock({ roomId, stations }: ReadinessBlockProps) {
  const { t } = useTranslation("lead");
  const check = useHubMutation("checkReadiness");
  const { ready, unchecked, problems } = readinessOf(stations);
  return (
    <section className="card lead-readiness" aria-label={t("readiness.title")}>
      <h2>{t("readiness.title")}</h2>
      {ready > 0 && (
        <p className="lead-ready">
          <IconCircleCheckFilled size={22} aria-hidden="true" />
          <strong>{t("readiness.ready", { count: ready })}</strong>
        </p>
      )}
      <ul>
        {problems.map(({ station, sentence }) => (
          <li key={`${station.deviceId} ${sentence}`} className="lead-todo">
            <IconAlertTriangleFilled size={18} aria-hidden="true" />
            <span>
              <strong>{station.name}:</strong> {sentence}
            </span>
          </li>
        ))}
        {unchecked > 0 && <li className="soft">{t("readiness.unknown", { count: unchecked })}</li>}
      </ul>
      <FormError error={check.error} />
      <Button
        variant="default"
        loading={check.isPending}
        onClick={() => check.mutate({ params: { roomId } })}
      >
        {t("readiness.again")}
      </Button>
      {check.isSuccess && (
        <p className="soft small" role="status">
          {t("readiness.asked")}
        </p>
      )}
    </section>
  );
}
