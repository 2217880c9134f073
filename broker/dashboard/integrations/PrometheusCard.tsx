// Owns how somebody points Prometheus at the hub.
import { IconChartDots3 } from "@tabler/icons-react";
import { CopyText } from "../parts/CopyText.tsx";
import { useTexts } from "./texts/useTexts.ts";

export function PrometheusCard() {
  const { t } = useTexts();
  const scrape = [
    "scrape_configs:",
    "  - job_name: kidsmart",
    "    scrape_interval: 60s",
    `    scheme: ${location.protocol.replace(":", "")}`,
    "    authorization:",
    `      credentials: ${t("keyHere")}`,
    "    static_configs:",
    `      - targets: ["${location.host}"]`,
  ].join("\n");
  return (
    <section className="card integrations-card">
      <h2>
        <IconChartDots3 size={22} aria-hidden="true" /> {t("prometheus")}
      </h2>
      <p className="soft">{t("prometheusLead")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <pre className="integrations-code code" tabIndex={0}>
        {scrape}
      </pre>
      <div>
        <CopyText value={scrape} label={t("copyScrape")} />
      </div>
    </section>
  );
}
