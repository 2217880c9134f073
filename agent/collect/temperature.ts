// Owns the temperature of Linux: the hottest sensor the machine shows, °C.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Probe } from "./probe.ts";

const plausible = (celsius: number) => celsius > 0 && celsius < 150;
const hottest = (values: readonly number[]) => {
  const real = values.filter(plausible);
  return real.length === 0 ? null : Math.max(...real);
};

/** Linux: the kernel's files, thousandths of a degree; `root` is /sys but for tests. */
export function linuxTemperature(root = "/sys"): Probe<number> {
  let files: readonly string[] | undefined;
  return async () => {
    // Sensors do not come and go between two samples; looking for them costs more than reading them.
    files ??= await findSensors(root);
    const values = await Promise.all(files.map(readMillidegrees));
    return hottest(values.filter((value) => value !== null));
  };
}

async function findSensors(root: string): Promise<string[]> {
  const zones = await entries(join(root, "class/thermal"), /^thermal_zone\d+$/);
  const chips = await entries(join(root, "class/hwmon"), /^hwmon\d+$/);
  const inputs = await Promise.all(chips.map((chip) => entries(chip, /^temp\d+_input$/)));
  return [...zones.map((zone) => join(zone, "temp")), ...inputs.flat()];
}

async function entries(folder: string, pattern: RegExp): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => pattern.test(name)).map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Null for a sensor that sleeps: the kernel then answers EAGAIN, ENODATA or EIO. */
async function readMillidegrees(file: string): Promise<number | null> {
  try {
    const value = Number(await readFile(file, "utf8"));
    return Number.isFinite(value) ? value / 1000 : null;
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
