// Owns the measuring of prometheus-node-exporter: scraped over one kept connection, compressed, as Prometheus does.
import { Agent, get } from "node:http";
import { gunzipSync } from "node:zlib";
import { freePort } from "../../tools/freePort.ts";
import { startCountingProxy } from "../load/countingProxy.ts";
import { type CollectorReading, isInstalled, measureCollector, sampleEveryMs } from "./collector.ts";
import { startMeasured } from "./measuredProcess.ts";

const program = "prometheus-node-exporter";
/** The collectors that tell what a health sample tells; its usual forty would cost more. */
const collectors = ["cpu", "meminfo", "filesystem", "netdev", "hwmon", "thermal_zone", "stat"];
/** What each useful figure is called there. */
const figures = [
  /^node_cpu_seconds_total/m,
  /^node_memory_MemAvailable_bytes/m,
  /^node_filesystem_avail_bytes/m,
  /^node_network_receive_bytes_total/m,
  /^node_network_transmit_bytes_total/m,
  /^node_boot_time_seconds/m,
  /^node_(hwmon_temp_celsius|thermal_zone_temp)/m,
];

export async function measureNodeExporter(): Promise<CollectorReading | null> {
  if (!isInstalled(program)) return null;
  const port = await freePort();
  const running = startMeasured(program, [
    `--web.listen-address=127.0.0.1:${port}`,
    "--web.disable-exporter-metrics",
    "--collector.disable-defaults",
    ...collectors.map((name) => `--collector.${name}`),
  ]);
  const proxy = await startCountingProxy(port);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let samples = 0;
  let useful = 0;
  const timer = setInterval(scrape, sampleEveryMs);
  function scrape(): void {
    const headers = {
      "accept-encoding": "gzip",
      accept: "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
      "user-agent": "Prometheus/2.42.0",
      "x-prometheus-scrape-timeout-seconds": "10",
    };
    const request = get(
      { host: "127.0.0.1", port: proxy.port, path: "/metrics", agent, headers },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on("data", (chunk: Buffer) => chunks.push(chunk));
        reply.on("end", () => {
          const body = Buffer.concat(chunks);
          const text = (reply.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString(
            "utf8",
          );
          samples += 1;
          useful = figures.filter((figure) => figure.test(text)).length;
        });
      },
    );
    // It has not begun to listen yet: the samples that are missing then tell.
    request.on("error", () => undefined);
  }
  try {
    return await measureCollector(program, running, () => ({ bytes: proxy.bytes(), samples, useful }));
  } finally {
    clearInterval(timer);
    agent.destroy();
    proxy.close();
    await running.stop();
  }
}
