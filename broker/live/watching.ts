// Owns who is looked at: a device tells its load only while a page of the dashboard says again and again that it shows it.
import type { DeviceId } from "../../protocol/ids.ts";
import type { Watch } from "../../protocol/messages/watch.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { Device, Watching } from "../hubServices.ts";

export type WatchingDependencies = {
  readonly find: (id: DeviceId) => Device | undefined;
  /** Over MQTT: a web screen has no load to tell. */
  readonly isConnected: (id: DeviceId) => boolean;
  readonly send: (id: DeviceId, watch: Watch) => void;
  readonly clock: { mono(): number };
};

/** A page that was closed costs its device no more than this. */
const holdSeconds = 30;
/** Ten people who open the same page at once are one question to the device. */
const leastPauseMs = 5000;

export function makeWatching({ find, isConnected, send, clock }: WatchingDependencies): Watching {
  const askedMono = new Map<DeviceId, number>();
  return {
    watch(id) {
      const device = find(id);
      if (device === undefined || device.revokedAt !== null) return failure("NOT_FOUND", `no device ${id}`);
      if (!isConnected(id)) return failure("DEVICE_OFFLINE", `device ${id} is not connected`);
      const now = clock.mono();
      for (const [other, at] of askedMono) if (now - at >= leastPauseMs) askedMono.delete(other);
      if (!askedMono.has(id)) {
        askedMono.set(id, now);
        send(id, { seconds: holdSeconds });
      }
      return ok({ seconds: holdSeconds });
    },
  };
}
