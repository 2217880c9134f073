// Owns the CPU load: the busy share of all cores between two readings.
import { type CpuInfo, cpus } from "node:os";

export type CpuMeter = () => number;

/** Gives per cent, 0–100, since the call before (at first: since the meter was made). */
export function makeCpuMeter(read: () => readonly Pick<CpuInfo, "times">[] = cpus): CpuMeter {
  let before = total(read());
  return () => {
    const now = total(read());
    const all = now.all - before.all;
    const busy = all - (now.idle - before.idle);
    before = now;
    return all <= 0 ? 0 : Math.min(100, Math.max(0, (busy / all) * 100));
  };
}

function total(cores: readonly Pick<CpuInfo, "times">[]): { all: number; idle: number } {
  let all = 0;
  let idle = 0;
  for (const { times } of cores) {
    all += times.user + times.nice + times.sys + times.idle + times.irq;
    idle += times.idle;
  }
  return { all, idle };
}
