// Owns the network interfaces of Linux: wired or not, how fast, how strong the signal.
import { join } from "node:path";
import { listNames, readText, readWhole } from "../files.ts";
import type { NetworkInterface } from "../hubLink.ts";
import type { Probe } from "../probe.ts";
import { runProgram } from "../program.ts";

export type InterfacesDeps = {
  /** / but for tests. */
  readonly root?: string;
  /** What `iw dev NAME link` prints; null where it is not installed. */
  readonly iw?: (name: string, signal: AbortSignal) => Promise<string | null>;
};

const askIw = async (name: string, signal: AbortSignal) =>
  (await runProgram("iw", ["dev", name, "link"], signal))?.stdout ?? null;

/** dBm at which a network is as good as gone, and at which it cannot be better. */
const [noSignalDbm, fullSignalDbm] = [-100, -50];

export function linuxInterfaces({ root = "/", iw = askIw }: InterfacesDeps = {}): Probe<NetworkInterface[]> {
  return async (signal) => {
    const folder = join(root, "sys/class/net");
    const signals = parseWireless((await readText(join(root, "proc/net/wireless"))) ?? "");
    const found: NetworkInterface[] = [];
    for (const name of await listNames(folder)) {
      const wireless = (await listNames(join(folder, name, "wireless"))).length > 0 || signals.has(name);
      const hardware = (await listNames(join(folder, name, "device"))).length > 0;
      const speed = await readWhole(join(folder, name, "speed"));
      const radio = wireless ? parseIw((await iw(name, signal)) ?? "") : null;
      found.push({
        name,
        kind: wireless ? "wireless" : hardware ? "wired" : "other",
        // -1: no cable.
        speedMbps: radio?.speedMbps ?? (speed === null || speed < 0 ? null : speed),
        signalPercent: radio?.signalPercent ?? signals.get(name) ?? null,
      });
    }
    return found;
  };
}

export const percentOfDbm = (dbm: number) =>
  Math.round(Math.min(100, Math.max(0, ((dbm - noSignalDbm) / (fullSignalDbm - noSignalDbm)) * 100)));

/** /proc/net/wireless: two lines of headings, then "wlan0: 0000   54.  -56.  -256 …": link, level. */
export function parseWireless(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, name, link, level] = /^\s*([^:\s|]+):\s+\S+\s+(-?\d+)\.?\s+(-?\d+)\.?/.exec(line) ?? [];
    if (name === undefined) continue;
    // Old drivers give shares of 70 in place of dBm.
    const dbm = Number(level);
    found.set(name, dbm < 0 ? percentOfDbm(dbm) : Math.min(100, Math.round((Number(link) / 70) * 100)));
  }
  return found;
}

/** What `iw dev NAME link` says of the connection; nulls where it says nothing. */
export function parseIw(text: string): Pick<NetworkInterface, "speedMbps" | "signalPercent"> {
  const dbm = /signal:\s*(-\d+)\s*dBm/.exec(text)?.[1];
  const speed = /tx bitrate:\s*([\d.]+)\s*MBit\/s/.exec(text)?.[1];
  return {
    speedMbps: speed === undefined ? null : Math.round(Number(speed)),
    signalPercent: dbm === undefined ? null : percentOfDbm(Number(dbm)),
  };
}
