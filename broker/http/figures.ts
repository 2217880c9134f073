// Owns what machines ask the hub about itself: /healthz for a watchdog, /metrics for Prometheus.
import type { FastifyInstance } from "fastify";
import type { Figures } from "../hubServices.ts";

export type FiguresDependencies = { readonly figures: () => Figures; readonly version: string };

export function serveFigures(app: FastifyInstance, { figures, version }: FiguresDependencies): void {
  app.get("/healthz", (_request, reply) => {
    const { devices, records, quarantine, ingestLagMs, diskFull } = figures();
    return reply
      .code(diskFull ? 503 : 200)
      .header("cache-control", "no-store")
      .send({ status: diskFull ? "diskFull" : "ok", version, devices, records, quarantine, ingestLagMs });
  });
  app.get("/metrics", (_request, reply) =>
    reply
      .header("cache-control", "no-store")
      .type("text/plain; version=0.0.4; charset=utf-8")
      .send(prometheusText(figures(), version)),
  );
}

type Metric = { name: string; kind: "gauge" | "counter"; help: string; value: number };

export function prometheusText(figures: Figures, version: string): string {
  const metrics: Metric[] = [
    { name: "devices_known", kind: "gauge", help: "Enrolled devices", value: figures.devices.known },
    { name: "devices_online", kind: "gauge", help: "Devices connected now", value: figures.devices.online },
    {
      name: "records",
      kind: "gauge",
      help: "Records and health samples in the database",
      value: figures.records,
    },
    {
      name: "quarantine",
      kind: "gauge",
      help: "Different messages in quarantine",
      value: figures.quarantine,
    },
    {
      name: "ingest_lag_seconds",
      kind: "gauge",
      help: "99th percentile from receiving to commit over the last minute",
      value: figures.ingestLagMs / 1000,
    },
    {
      name: "disk_full",
      kind: "gauge",
      help: "1 while the database cannot grow",
      value: figures.diskFull ? 1 : 0,
    },
    {
      name: "batches_total",
      kind: "counter",
      help: "Batches taken in since the start",
      value: figures.batches,
    },
    { name: "commits_total", kind: "counter", help: "Transactions since the start", value: figures.commits },
    {
      name: "mqtt_connections",
      kind: "gauge",
      help: "Open MQTT connections",
      value: figures.mqttConnections,
    },
    {
      name: "resident_memory_bytes",
      kind: "gauge",
      help: "Resident memory of the hub",
      value: process.memoryUsage.rss(),
    },
  ];
  const info = `# HELP kidsmart_hub_info Version of the hub\n# TYPE kidsmart_hub_info gauge\nkidsmart_hub_info{version="${version}"} 1\n`;
  return metrics
    .map(({ name, kind, help, value }) => {
      const full = `kidsmart_hub_${name}`;
      return `# HELP ${full} ${help}\n# TYPE ${full} ${kind}\n${full} ${value}\n`;
    })
    .join("")
    .concat(info);
}
