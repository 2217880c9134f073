// Owns the disks of Linux: their sizes from the kernel, their health from smartctl where it is installed and allowed.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { DiskCondition } from "../../../protocol/records/condition.ts";
import { listNames, readText, readWhole } from "../files.ts";
import { type Probe, UnreadableAnswer } from "../probe.ts";
import { type ProgramAnswer, runProgram } from "../program.ts";

export type Smart = NonNullable<DiskCondition["smart"]>;
export type DisksDeps = {
  /** /sys but for tests. */
  readonly root?: string;
  readonly smartctl?: (disk: string, signal: AbortSignal) => Promise<ProgramAnswer | null>;
};

/** Loops, memory disks, mapped and optical drives are no disks that can break. */
const noDisk = /^(loop|ram|zram|dm-|md|sr|fd|nbd)/;
const sectorBytes = 512;
const mostDisks = 32;

/** Where docs/deploy/kidsmart-smart.service leaves what smartctl said: the agent itself may not open disks. */
const answersFolder = "/run/kidsmart-smart";
/** Four rounds of that service without an answer: it does not run any more. */
const staleAfterMs = 2 * 3_600_000;

/** A disk's answer from there; else smartctl's own. Without `-n standby` the question would wake a disk that sleeps. */
async function askSmartctl(disk: string, signal: AbortSignal): Promise<ProgramAnswer | null> {
  const left = await readAnswer(join(answersFolder, `${disk}.json`), Date.now());
  if (left !== null) return left;
  return runProgram("smartctl", ["--json=c", "-n", "standby", "-i", "-H", "-A", `/dev/${disk}`], signal);
}

/** Null when there is none, or none that is young enough. `now`: UTC ms by the clock that stamps files. */
export async function readAnswer(file: string, now: number): Promise<ProgramAnswer | null> {
  const text = await readText(file);
  if (text === null) return null;
  const { mtimeMs } = await stat(file);
  return Math.abs(now - mtimeMs) > staleAfterMs ? null : { stdout: text, exitCode: 0 };
}

export function linuxDisks({
  root = "/sys",
  smartctl = askSmartctl,
}: DisksDeps = {}): Probe<DiskCondition[]> {
  /** What a disk that sleeps now said last. */
  const known = new Map<string, Smart>();
  return async (signal) => {
    const names = (await listNames(join(root, "block"))).filter((name) => !noDisk.test(name));
    const disks: DiskCondition[] = [];
    // One after another: a slow disk is asked alone.
    for (const name of names.slice(0, mostDisks)) {
      const folder = join(root, "block", name);
      const sectors = (await readWhole(join(folder, "size"))) ?? 0;
      if (sectors === 0) continue;
      const answer = await smartctl(name, signal);
      const smart = answer === null ? "silent" : parseSmart(answer.stdout);
      if (typeof smart === "object") known.set(name, smart);
      disks.push({
        name,
        model: (await readText(join(folder, "device/model")))?.slice(0, 200) ?? null,
        sizeMiB: Math.round((sectors * sectorBytes) / 1024 ** 2),
        smart: smart === "silent" ? null : smart === "asleep" ? (known.get(name) ?? null) : smart,
      });
    }
    return disks;
  };
}

const whole = z.number().int().min(0);
const report = z.object({
  smartctl: z.object({ exit_status: whole }),
  power_mode: z.unknown().optional(),
  smart_status: z.object({ passed: z.boolean() }).optional(),
  temperature: z.object({ current: z.number() }).optional(),
  power_on_time: z.object({ hours: whole }).optional(),
  endurance_used: z.object({ current_percent: z.number() }).optional(),
  nvme_smart_health_information_log: z
    .object({ percentage_used: whole.optional(), media_errors: whole.optional() })
    .optional(),
  ata_smart_attributes: z
    .object({
      table: z.array(
        z.object({
          id: z.number(),
          value: z.number(),
          raw: z.object({ value: z.number(), string: z.string() }),
        }),
      ),
    })
    .optional(),
});

/** Attributes of flash disks that count the rated life down from 100. */
const lifeLeftAttributes = [231, 202, 233, 177];

/**
 * `silent`: the disk could not be asked: no rights, no such command. `asleep`: it is in standby and was left so.
 * Throws when smartctl printed something else than its JSON.
 */
export function parseSmart(text: string): Smart | "silent" | "asleep" {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableAnswer(`smartctl: ${text.slice(0, 100)}`);
  }
  const parsed = report.safeParse(value);
  if (!parsed.success) throw new UnreadableAnswer(`smartctl: ${parsed.error.issues[0]?.message ?? ""}`);
  const found = parsed.data;
  // Bits 0 and 1: the command line was wrong, the device could not be opened, or it sleeps (smartctl(8), exit status).
  if ((found.smartctl.exit_status & 3) !== 0) return found.power_mode === undefined ? "silent" : "asleep";
  const attribute = (id: number) => found.ata_smart_attributes?.table.find((each) => each.id === id);
  const count = (id: number) => {
    const raw = attribute(id)?.raw.value;
    return raw === undefined || raw < 0 || !Number.isSafeInteger(raw) ? null : raw;
  };
  const nvme = found.nvme_smart_health_information_log;
  const lifeLeft = lifeLeftAttributes.map(attribute).find((each) => each !== undefined)?.value;
  const wear =
    nvme?.percentage_used ??
    found.endurance_used?.current_percent ??
    (lifeLeft === undefined ? null : 100 - lifeLeft);
  const celsius = found.temperature?.current;
  return {
    verdict: found.smart_status === undefined ? null : found.smart_status.passed ? "passed" : "failing",
    wearPercent: wear === null ? null : Math.round(Math.min(255, Math.max(0, wear))),
    reallocatedSectors: count(5),
    pendingSectors: count(197),
    powerOnHours: found.power_on_time?.hours ?? null,
    temperatureC: celsius === undefined || celsius <= 0 || celsius > 150 ? null : celsius,
  };
}
