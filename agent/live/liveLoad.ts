// Owns the load while somebody looks: every two seconds until the hub's word runs out, and not once longer.
import type { DeviceLoad } from "../../protocol/messages/live.ts";
import type { LiveProbes } from "../collect/machineProbes.ts";
import { makeAsker } from "../collect/probe.ts";
import type { Cancel, Clock } from "../time/clock.ts";

export type LiveLoad = {
  /** Somebody looks for this long from now on; 0 ends it. */
  readonly watch: (seconds: number) => void;
  readonly stop: () => void;
};

export type LiveLoadDeps = {
  readonly clock: Clock;
  /** Meters that begin now. */
  readonly probes: () => LiveProbes;
  /** Null: nobody looks any more. */
  readonly show: (load: DeviceLoad | null) => void;
};

const everyMs = 2000;
/** A probe that is slower than the pace is left out. */
const withinMs = 1500;

export function makeLiveLoad({ clock, probes, show }: LiveLoadDeps): LiveLoad {
  /** Uptime until which somebody looks, ms. */
  let untilMono = 0;
  let running: { readonly probes: LiveProbes; asker: ReturnType<typeof makeAsker>; mono: number } | undefined;
  let cancel: Cancel | undefined;

  function end(): void {
    cancel?.();
    cancel = undefined;
    if (running === undefined) return;
    running = undefined;
    show(null);
  }

  function turn(): void {
    if (running === undefined || clock.mono() >= untilMono) {
      end();
      return;
    }
    cancel = clock.after(everyMs, turn);
    void sample(running);
  }

  async function sample(own: NonNullable<typeof running>): Promise<void> {
    const { asker, probes: meters } = own;
    const [temperature, traffic] = await Promise.all([
      asker.ask("temperature", meters.temperatureC, withinMs),
      asker.ask("traffic", meters.traffic, withinMs),
    ]);
    if (running !== own) return;
    const seconds = Math.max(0.001, (clock.mono() - own.mono) / 1000);
    own.mono = clock.mono();
    const moved = traffic.outcome === "answered" ? traffic.value : null;
    const perSecond = (kib: number | undefined) =>
      kib === undefined ? null : Math.round((kib / seconds) * 10) / 10;
    show({
      cpuPercent: tenths(meters.cpuPercent()),
      memoryPercent: tenths(Math.min(100, Math.max(0, meters.memoryPercent()))),
      temperatureC: temperature.outcome === "answered" ? temperature.value : null,
      receivedKiBPerSecond: perSecond(moved?.receivedKiB),
      sentKiBPerSecond: perSecond(moved?.sentKiB),
    });
  }

  return {
    watch(seconds) {
      untilMono = clock.mono() + seconds * 1000;
      if (seconds === 0) {
        end();
        return;
      }
      if (running !== undefined) return;
      const meters = probes();
      const asker = makeAsker(clock);
      running = { probes: meters, asker, mono: clock.mono() };
      // The first reading of a meter says nothing; the first figure comes two seconds from now.
      void asker.ask("traffic", meters.traffic, withinMs);
      cancel = clock.after(everyMs, turn);
    },
    stop: end,
  };
}

const tenths = (value: number) => Math.round(value * 10) / 10;
