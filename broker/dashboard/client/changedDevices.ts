// Owns keeping the fleet's list fresh by rows: a device that was changed costs its own row, not the list of all.
import type { DeviceId } from "../../../protocol/ids.ts";
import type { FleetRow } from "../../api/fleet.ts";
import type { Station } from "../../api/rooms.ts";

export type ChangedDevices = {
  /** Something of the device changed that its live events do not tell: name, room, inventory, condition. */
  changed(id: DeviceId): void;
  /** What its live event told; a row that was asked for before must not undo it. */
  told(station: Station): void;
  close(): void;
};

export type ChangedDevicesParts = {
  /** False while no page shows the list: it is asked for whole when one does. */
  readonly isShown: () => boolean;
  readonly ask: (ids: DeviceId[]) => Promise<readonly FleetRow[]>;
  readonly put: (change: (rows: FleetRow[] | undefined) => FleetRow[] | undefined) => void;
  /** Everything anew: too many changed at once, or rows could not be had. */
  readonly askForAll: () => void;
  readonly after: (delayMs: number, call: () => void) => () => void;
};

/** Changes of many devices come one by one; they are asked for together. */
const togetherMs = 300;
/** From here on the whole list is the cheaper question. */
const most = 300;

export function makeChangedDevices(parts: ChangedDevicesParts): ChangedDevices {
  const { isShown, ask, put, askForAll, after } = parts;
  const waiting = new Set<DeviceId>();
  /** Since rows were asked for. */
  const meanwhile = new Map<DeviceId, Station>();
  let cancel: (() => void) | undefined;
  let asking = false;

  function soon(): void {
    if (!asking) cancel ??= after(togetherMs, () => void fetchRows());
  }

  async function fetchRows(): Promise<void> {
    cancel = undefined;
    const ids = [...waiting];
    waiting.clear();
    if (ids.length === 0 || !isShown()) return;
    if (ids.length > most) return askForAll();
    asking = true;
    meanwhile.clear();
    try {
      const fresh = await ask(ids);
      const told = new Map(meanwhile);
      put((rows) => rows && joined(rows, fresh, told));
    } catch {
      // Whatever the reason, the list is asked for as a whole, and its page tells why that fails.
      askForAll();
    } finally {
      asking = false;
      if (waiting.size > 0) soon();
    }
  }

  return {
    changed(id) {
      waiting.add(id);
      soon();
    },
    told(station) {
      if (asking) meanwhile.set(station.deviceId, station);
      put((rows) => rows?.map((row) => (row.deviceId === station.deviceId ? { ...row, ...station } : row)));
    },
    close() {
      cancel?.();
      waiting.clear();
    },
  };
}

/** New devices at the end: whoever shows rows sorts them. */
function joined(
  rows: readonly FleetRow[],
  fresh: readonly FleetRow[],
  told: ReadonlyMap<DeviceId, Station>,
): FleetRow[] {
  const left = new Map(fresh.map((row) => [row.deviceId, { ...row, ...told.get(row.deviceId) }]));
  const next = rows.map((row) => {
    const found = left.get(row.deviceId);
    left.delete(row.deviceId);
    return found ?? row;
  });
  return [...next, ...left.values()];
}
