// Owns the agent benchmark: what one health sample costs in CPU and on the wire, beside other collectors where they are installed,
// what the slow sources cost between two samples, and whether memory stays flat while the hub is away.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { v7 } from "uuid";
import { buildAgent } from "../agent/build.ts";
import { leanFlags } from "../agent/leanFlags.ts";
import { freePort } from "../tools/freePort.ts";
import { root } from "../tools/root.ts";
import type { Aim, Benchmark } from "./benchmark.ts";
import { measureCollectd } from "./collectors/collectd.ts";
import type { CollectorReading } from "./collectors/collector.ts";
import { measureNodeExporter } from "./collectors/nodeExporter.ts";
import { measureSlowSources } from "./collectors/slowSources.ts";
import { measureZabbixAgent } from "./collectors/zabbixAgent.ts";
import type { ProbeOrder, ProbeReading } from "./load/agentProbe.ts";
import { startCountingProxy } from "./load/countingProxy.ts";

export const agentBenchmark: Benchmark = {
  name: "agent",
  aims: {
    cpuMsPerSample: { atMost: 30 },
    bytesPerSample: { atMost: 150 },
    rssAfterMiB: { atMost: 90 },
    rssGrowthPercent: { atMost: 5 },
  },
  async measure() {
    const away = await withHubAway();
    const bytesPerSample = await bytesWithHub();
    const slow = await measureSlowSources();
    // One after another: they must not take the processor from each other.
    const others: Readonly<Record<string, CollectorReading | null>> = {
      nodeExporter: await measureNodeExporter(),
      collectd: await measureCollectd(),
      zabbixAgent: await measureZabbixAgent(),
    };
    const compared = compare(away.cpuMsPerSample, bytesPerSample, others);
    return {
      ...compared,
      figures: {
        cpuMsPerSample: away.cpuMsPerSample,
        bytesPerSample,
        rssWarmMiB: away.rssWarmMiB,
        rssAfterMiB: away.rssAfterMiB,
        rssGrowthPercent: (away.rssAfterMiB / away.rssWarmMiB - 1) * 100,
        slowSourcesCpuMsPerSample: slow.cpuMsPerSample,
        conditionBytes: slow.conditionBytes,
        ...compared.figures,
      },
    };
  },
};

/** Processor, memory, disk, received, sent, uptime, what the kiosk shows; a temperature where there is a sensor. */
const ownFigures = 7;

function compare(
  cpuMsPerSample: number,
  bytesPerSample: number,
  others: Readonly<Record<string, CollectorReading | null>>,
): { figures: Record<string, number>; aims: Record<string, Aim>; note?: string } {
  const figures: Record<string, number> = {};
  const aims: Record<string, Aim> = {};
  const installed = Object.entries(others).flatMap(([name, reading]) =>
    reading === null ? [] : [{ name, reading }],
  );
  for (const { name, reading } of installed) {
    figures[`${name}CpuMsPerSample`] = reading.cpuMsPerSample;
    figures[`${name}BytesPerSample`] = reading.bytesPerSample;
    figures[`${name}RssMiB`] = reading.rssMiB;
    figures[`${name}UsefulFigures`] = reading.usefulFigures;
  }
  if (installed.length > 0) {
    const fewest = Math.min(...installed.map(({ reading }) => reading.bytesPerSample));
    figures["fewestBytesOfOthersOverOwn"] = fewest / bytesPerSample;
    aims["fewestBytesOfOthersOverOwn"] = { atLeast: 10 };
  }
  const { collectd } = others;
  if (collectd) {
    figures["cpuPerFigureOverCollectd"] =
      cpuMsPerSample / ownFigures / (collectd.cpuMsPerSample / collectd.usefulFigures);
    aims["cpuPerFigureOverCollectd"] = { atMost: 2 };
  }
  const missing = Object.keys(others).filter((name) => others[name] === null);
  return {
    figures,
    aims,
    ...(missing.length === 0 ? {} : { note: `not installed, so not compared: ${missing.join(", ")}` }),
  };
}

const identityFor = (school: string, device: string, secret: string, port: number) => ({
  schoolId: school,
  deviceId: device,
  roomId: null,
  kind: "station",
  deviceName: "Trạm đo",
  secret,
  mqttUrl: `mqtt://127.0.0.1:${port}`,
  hubUrl: "http://127.0.0.1:9",
});

/** Ten thousand one-minute samples, a week, against a port where nobody listens. */
async function withHubAway(): Promise<ProbeReading> {
  const identity = identityFor(v7(), v7(), "x".repeat(43), await freePort());
  return probe({ speed: 12_000, warmUp: 1000, samples: 10_000, identity });
}

/** Every byte both ways between agent and hub, acknowledgements included, while all is well. */
async function bytesWithHub(): Promise<number> {
  const hub = fork(join(import.meta.dirname, "load", "ingestHub.ts"), ["1"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [ready] = (await once(hub, "message")) as [
    { port: number; school: string; devices: { id: string; secret: string }[] },
  ];
  const [device] = ready.devices;
  if (device === undefined) throw new Error("the hub has no device");
  const proxy = await startCountingProxy(ready.port);
  const identity = identityFor(ready.school, device.id, device.secret, proxy.port);
  const samples = 150;
  // Slow enough that no probe and no acknowledgement seems late to the agent's fast clock.
  // Counted from the warm-up on: the birth and the documents come once a connection, not once a sample.
  let before = 0;
  await probe({ speed: 300, warmUp: 15, samples, identity }, () => {
    before = proxy.bytes();
  });
  const bytes = proxy.bytes() - before;
  proxy.close();
  hub.kill("SIGTERM");
  await once(hub, "exit");
  return bytes / samples;
}

/** The agent as it is shipped: built, and started with the flags of its service unit. */
async function probe(order: ProbeOrder, onWarm: () => void = () => undefined): Promise<ProbeReading> {
  const output = join(root, ".cache", "bench", "agent");
  await buildAgent({ agentProbe: join(import.meta.dirname, "load", "agentProbe.ts") }, output);
  const child = fork(join(output, "agentProbe.mjs"), [], {
    execArgv: [...leanFlags],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.send(order);
  await once(child, "message");
  onWarm();
  const [reading] = (await once(child, "message")) as [ProbeReading];
  await once(child, "exit");
  return reading;
}
