// Owns the page of what other programs get from the hub.
import { Button } from "@mantine/core";
import { IconApi, IconExternalLink } from "@tabler/icons-react";
import { PageHeader } from "../parts/PageHeader.tsx";
import { AccessKeys } from "./AccessKeys.tsx";
import { HomeAssistantCard } from "./HomeAssistantCard.tsx";
import { PrometheusCard } from "./PrometheusCard.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./integrations.css";

export function IntegrationsPage() {
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AccessKeys />
      <div className="integrations-cards">
        <HomeAssistantCard />
        <div className="integrations-column">
          <PrometheusCard />
          <section className="card integrations-card">
            <h2>
              <IconApi size={22} aria-hidden="true" /> {t("openApi")}
            </h2>
            <p className="soft">{t("openApiLead")}</p>
            <div>
              <Button
                component="a"
                href="/api/openapi.json"
                target="_blank"
                rel="noreferrer"
                variant="default"
                rightSection={<IconExternalLink size={16} />}
              >
                {t("openOpenApi")}
              </Button>
            </div>
          </section>
        </div>
      </div>
    </>
  );
}
