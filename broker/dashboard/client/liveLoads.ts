// Owns the loads that devices tell while somebody looks: the last two minutes of each, for the page that shows one.
import { create } from "zustand";
import type { LiveEvent } from "../../api/live.ts";

export type LoadSample = Omit<Extract<LiveEvent, { type: "load" }>, "type" | "deviceId">;

type Loads = { readonly byDevice: Readonly<Record<string, readonly LoadSample[]>> };

/** Two minutes at one every two seconds. */
const mostSamples = 60;
/** A line with a longer hole is another visit of the page: it begins anew. ms */
const longestHoleMs = 20_000;
/** Devices whose last visit is kept. */
const mostDevices = 20;

export const useLiveLoads = create<Loads>(() => ({ byDevice: {} }));

const none: readonly LoadSample[] = [];
export const useLoadsOf = (deviceId: string): readonly LoadSample[] =>
  useLiveLoads(({ byDevice }) => byDevice[deviceId] ?? none);

export function noteLoad({ deviceId, type: _, ...sample }: Extract<LiveEvent, { type: "load" }>): void {
  useLiveLoads.setState(({ byDevice }) => ({ byDevice: withSample(byDevice, deviceId, sample) }));
}

export function withSample(
  byDevice: Loads["byDevice"],
  deviceId: string,
  sample: LoadSample,
): Loads["byDevice"] {
  const { [deviceId]: known = none, ...others } = byDevice;
  const goesOn = sample.at - (known.at(-1)?.at ?? 0) <= longestHoleMs;
  const kept = Object.entries(others).slice(-(mostDevices - 1));
  return {
    ...Object.fromEntries(kept),
    [deviceId]: [...(goesOn ? known : none).slice(-(mostSamples - 1)), sample],
  };
}
