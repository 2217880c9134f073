// Owns the agent that the benchmark measures, a process of its own: the real agent with this machine's real probes,
// under a clock that runs many times faster, so that a week of samples fits into seconds.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { startAgent } from "../../agent/agent.ts";
import { machineProbes } from "../../agent/collect/machine.ts";
import type { Clock } from "../../agent/time/clock.ts";
import { systemRandom } from "../../agent/time/random.ts";
import { deviceIdentity } from "../../protocol/enrolment.ts";
import { makeLog } from "../../runtime/log.ts";

export type ProbeOrder = {
  /** Device seconds in one real second. */
  readonly speed: number;
  /** Samples before the first reading, and between it and the last. */
  readonly warmUp: number;
  readonly samples: number;
  readonly identity: unknown;
};
const dayMs = 24 * 3_600_000;

export type ProbeReading = {
  readonly cpuMsPerSample: number;
  readonly rssWarmMiB: number;
  readonly rssAfterMiB: number;
};

process.once("message", (order: ProbeOrder) => {
  run(order).then(
    (reading) => process.send?.(reading, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run({ speed, warmUp, samples, identity }: ProbeOrder): Promise<ProbeReading> {
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-agent-bench-"));
  mkdirSync(join(folder, "agent"));
  const wall = Date.now();
  const elapsed = () => performance.now() * speed;
  const clock: Clock = {
    now: () => Math.round(wall + elapsed()),
    mono: () => Math.round(elapsed()),
    after(delayMs, task) {
      const timer = setTimeout(task, delayMs / speed);
      return () => clearTimeout(timer);
    },
  };
  const real = machineProbes({ clock, folder, hub: "127.0.0.1" });
  let taken = 0;
  let reached: (() => void) | undefined;
  let goal = Number.POSITIVE_INFINITY;
  const samplesTaken = (count: number) =>
    new Promise<void>((resolve) => {
      goal = taken + count;
      reached = resolve;
    });
  const agent = await startAgent({
    folder: join(folder, "agent"),
    linkPath: join(folder, "link.sock"),
    identity: deviceIdentity.extend({}).loose().parse(identity) as Parameters<
      typeof startAgent
    >[0]["identity"],
    clock,
    random: systemRandom,
    log: makeLog("agent", { KIDSMART_LOG: "fatal" }),
    version: "0.0.0-bench",
    builtAt: 0,
    kernelBootId: null,
    probes: {
      ...real,
      health: {
        ...real.health,
        memoryPercent: () => {
          // Counted here because every sample asks for it exactly once.
          if (++taken >= goal) reached?.();
          return real.health.memoryPercent();
        },
      },
      // Asked of other programs, seldom: what they cost is measured by itself.
      inventory: async () => null,
      programs: async () => null,
      updates: async () => null,
      disks: async () => null,
      sound: async () => null,
      // Under a fast clock the hub's seems to run away, which would be worth a record every five minutes.
      cadences: { ...real.cadences, condition: { firstAfterMs: dayMs, everyMs: dayMs } },
    },
    reboot: async () => undefined,
    restartSupervisedKiosk: null,
  });
  await samplesTaken(warmUp);
  process.send?.("warm");
  const rssWarmMiB = process.memoryUsage.rss() / 1024 ** 2;
  const cpu = process.cpuUsage();
  const from = taken;
  await samplesTaken(samples);
  const used = process.cpuUsage(cpu);
  const rssAfterMiB = process.memoryUsage.rss() / 1024 ** 2;
  const cpuMsPerSample = (used.user + used.system) / 1000 / (taken - from);
  await agent.stop();
  rmSync(folder, { recursive: true, force: true });
  return { cpuMsPerSample, rssWarmMiB, rssAfterMiB };
}
