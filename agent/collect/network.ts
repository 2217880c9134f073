// Owns the network traffic: bytes over all real interfaces between two readings.
import { readText } from "./files.ts";
import type { Probe } from "./probe.ts";

/** Since the machine or the interface started. */
export type TrafficTotals = { readonly receivedBytes: number; readonly sentBytes: number };
export type Traffic = { readonly receivedKiB: number; readonly sentKiB: number };

/** Turns running totals into differences; null at first, and when a counter began anew. */
export function makeTrafficMeter(totals: Probe<TrafficTotals>): Probe<Traffic> {
  let before: TrafficTotals | undefined;
  return async (signal) => {
    const now = await totals(signal);
    if (now === null) return null;
    const last = before;
    before = now;
    if (last === undefined) return null;
    const received = now.receivedBytes - last.receivedBytes;
    const sent = now.sentBytes - last.sentBytes;
    if (received < 0 || sent < 0) return null;
    return { receivedKiB: Math.round(received / 1024), sentKiB: Math.round(sent / 1024) };
  };
}

/** Loopback and the inner ends of containers carry no traffic of the classroom. */
const inner = /^(lo|veth|docker|br-|virbr)/;

export function parseProcNetDev(text: string): TrafficTotals {
  let receivedBytes = 0;
  let sentBytes = 0;
  for (const line of text.split("\n")) {
    const [name, counters] = line.split(":");
    if (name === undefined || counters === undefined || inner.test(name.trim())) continue;
    const columns = counters.trim().split(/\s+/).map(Number);
    receivedBytes += columns[0] ?? 0;
    sentBytes += columns[8] ?? 0;
  }
  return { receivedBytes, sentBytes };
}

export const linuxTotals: Probe<TrafficTotals> = async () =>
  parseProcNetDev((await readText("/proc/net/dev")) ?? "");
