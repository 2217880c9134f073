// Owns what the sources that start other programs cost: each is asked once, here and now, and its processor time is spread over its pause.
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { machineProbes } from "../../agent/collect/machine.ts";
import { countInput } from "../../agent/collect/peripherals.ts";
import { systemClock } from "../../agent/time/clock.ts";
import type { Condition } from "../../protocol/records/condition.ts";

const sampleEveryMs = 60_000;
/** Linux counts the time of programs that ended in hundredths of a second. */
const tickMs = 10;

export async function measureSlowSources(): Promise<{ cpuMsPerSample: number; conditionBytes: number }> {
  const machine = machineProbes({ clock: systemClock, folder: tmpdir(), hub: "127.0.0.1" });
  const signal = new AbortController().signal;
  let cpuMsPerSample = 0;

  async function ask<Name extends "disks" | "sound" | "inventory" | "software" | "updates">(
    name: Name,
    probe: () => Promise<unknown>,
  ): Promise<void> {
    const before = childrenCpuMs();
    await probe();
    cpuMsPerSample += ((childrenCpuMs() - before) * sampleEveryMs) / machine.cadences[name].everyMs;
  }
  const [disks, sound, updates] = [await machine.disks(signal), await machine.sound(signal), null];
  await ask("disks", () => machine.disks(signal));
  await ask("sound", () => machine.sound(signal));
  await ask("inventory", () => machine.inventory(signal));
  await ask("software", () => machine.programs(signal));
  await ask("updates", () => machine.updates(signal));
  const peripherals = await machine.peripherals(signal);
  const condition: Condition = {
    disks,
    volumes: await machine.volumes(signal),
    power: await machine.power(signal),
    link: null,
    displays: await machine.displays(signal),
    sound,
    input: peripherals && countInput(peripherals.plugged),
    usb: peripherals?.usb.map(({ id, name }) => ({ id, name })) ?? null,
    updates,
    clock: { offsetMs: 0, trusted: true },
    counts: { powerLosses: 0, kioskStarts: 0, kioskCrashes: 0, gameCrashes: 0 },
    unmeasured: [],
  };
  return { cpuMsPerSample, conditionBytes: Buffer.byteLength(JSON.stringify(condition)) };
}

/** Of all programs that this process started and that have ended: fields 16 and 17 of proc(5)'s stat. */
function childrenCpuMs(): number {
  if (process.platform !== "linux") return Number.NaN;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[13]) + Number(fields[14])) * tickMs;
}
