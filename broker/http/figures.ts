// Owns what machines ask the hub about itself: /healthz for a watchdog, /metrics for Prometheus.
// The hub's own figures name nobody and need no sign-in; those of devices need a key that may see devices.
import type { FastifyInstance } from "fastify";
import type { Accounts } from "../accounts/accounts.ts";
import type { Figures } from "../hubServices.ts";
import { type DeviceFigures, deviceMetricsText } from "../integrations/deviceMetrics.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";
import { accessKeyOf } from "./signInCookie.ts";

export type FiguresDependencies = {
  readonly accounts: Accounts;
  readonly figures: () => Figures;
  readonly deviceFigures: () => readonly DeviceFigures[];
  readonly version: string;
};

export function serveFigures(app: FastifyInstance, deps: FiguresDependencies): void {
  const { accounts, figures, deviceFigures, version } = deps;
  app.get("/healthz", (_request, reply) => {
    const { devices, records, quarantine, ingestLagMs, diskFull } = figures();
    return reply
      .code(diskFull ? 503 : 200)
      .header("cache-control", "no-store")
      .send({ status: diskFull ? "diskFull" : "ok", version, devices, records, quarantine, ingestLagMs });
  });
  app.get("/metrics", async (request, reply) => {
    const withDevices = accessKeyOf(request) !== undefined;
    if (withDevices) {
      // A key that holds no more is told so: half an answer would look like a school without devices.
      const admitted = await admit(accounts, request, "devices.view");
      if (!admitted.ok) return sendRefusal(reply, admitted);
    }
    const own = prometheusText(figures(), version);
    return reply
      .header("cache-control", "no-store")
      .type("text/plain; version=0.0.4; charset=utf-8")
      .send(withDevices ? own + deviceMetricsText(deviceFigures()) : own);
  });
}

type Metric = { name: string; kind: "gauge" | "counter"; help: string; value: number };

export function prometheusText(figures: Figures, version: string): string {
  const metrics: Metric[] = [
    { name: "devices_known", kind: "gauge", help: "Enrolled devices", value: figures.devices.known },
    { name: "devices_online", kind: "gauge", help: "Devices connected now", value: figures.devices.online },
    {
      name: "records",
      kind: "gauge",
      help: "Records and health samples taken in",
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
  return metrics.map((metric) => lines("kidsmart_hub_", metric)).join("") + processText() + info;
}

const lines = (prefix: string, { name, kind, help, value }: Metric) =>
  `# HELP ${prefix}${name} ${help}\n# TYPE ${prefix}${name} ${kind}\n${prefix}${name} ${value}\n`;

/** By the names that ready-made boards for any process look for. */
function processText(): string {
  const { user, system } = process.cpuUsage();
  const metrics: Metric[] = [
    {
      name: "cpu_seconds_total",
      kind: "counter",
      help: "Processor time of the hub",
      value: (user + system) / 1e6,
    },
    {
      name: "resident_memory_bytes",
      kind: "gauge",
      help: "Resident memory of the hub",
      value: process.memoryUsage.rss(),
    },
    {
      name: "start_time_seconds",
      kind: "gauge",
      help: "When the hub started",
      value: Math.round(performance.timeOrigin / 1000),
    },
  ];
  return metrics.map((metric) => lines("process_", metric)).join("");
}
