// Owns waking devices that are off: packets from the hub itself and from up to two neighbours that are on.
import type { DeviceId } from "../../protocol/ids.ts";
import { macAddress, mostMacs } from "../../protocol/messages/command.ts";
import type { DeviceEntry } from "../devices/registry.ts";

/** Addresses of its network cards that can be woken; empty when none was told yet. */
export function macsOf({ inventory }: Pick<DeviceEntry, "inventory">): string[] {
  const macs = (inventory?.networks ?? []).map(({ mac }) => mac.toLowerCase().replaceAll("-", ":"));
  return [...new Set(macs)].filter((mac) => macAddress.safeParse(mac).success && mac !== "00:00:00:00:00:00");
}

const mostNeighbours = 2;

/** The network of an IPv4 address as schools have it: the first three numbers. */
const networksOf = ({ inventory }: Pick<DeviceEntry, "inventory">) =>
  (inventory?.networks ?? []).flatMap(({ address }) => {
    const network = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address ?? "")?.[1];
    return network === undefined ? [] : [network];
  });

export type WakePlan = {
  readonly sleeper: DeviceEntry;
  readonly macs: readonly string[];
  readonly neighbours: readonly DeviceEntry[];
};

/** Who could send packets, by where they are. */
type Awake = {
  readonly byRoom: ReadonlyMap<string, readonly DeviceEntry[]>;
  readonly byNetwork: ReadonlyMap<string, readonly DeviceEntry[]>;
};

function awakeOf(all: Iterable<DeviceEntry>, isOnline: (device: DeviceId) => boolean): Awake {
  const byRoom = new Map<string, DeviceEntry[]>();
  const byNetwork = new Map<string, DeviceEntry[]>();
  const put = (map: Map<string, DeviceEntry[]>, key: string, entry: DeviceEntry) => {
    const there = map.get(key);
    if (there === undefined) map.set(key, [entry]);
    else there.push(entry);
  };
  for (const entry of all) {
    const { id, via, revokedAt, roomId } = entry.device;
    if (via !== "agent" || revokedAt !== null || !isOnline(id)) continue;
    if (roomId !== null) put(byRoom, roomId, entry);
    for (const network of new Set(networksOf(entry))) put(byNetwork, network, entry);
  }
  return { byRoom, byNetwork };
}

/**
 * Neighbours of the room first, then of the same network: a packet of this kind crosses no router. One that has as many
 * addresses as its command may hold is passed over for the next.
 */
export function planWakes(
  sleepers: readonly DeviceEntry[],
  all: Iterable<DeviceEntry>,
  isOnline: (device: DeviceId) => boolean,
): WakePlan[] {
  const { byRoom, byNetwork } = awakeOf(all, isOnline);
  const given = new Map<DeviceId, number>();
  return sleepers.map((sleeper) => {
    const { roomId, id } = sleeper.device;
    const macs = macsOf(sleeper);
    const lists = [
      roomId === null ? undefined : byRoom.get(roomId),
      ...networksOf(sleeper).map((network) => byNetwork.get(network)),
    ];
    const neighbours = new Set<DeviceEntry>();
    for (const list of lists)
      for (const entry of list ?? []) {
        if (neighbours.size === mostNeighbours) break;
        const neighbour = entry.device.id;
        if (neighbour === id || neighbours.has(entry)) continue;
        const sum = (given.get(neighbour) ?? 0) + macs.length;
        if (sum > mostMacs) continue;
        given.set(neighbour, sum);
        neighbours.add(entry);
      }
    return { sleeper, macs, neighbours: [...neighbours] };
  });
}

/** One command for each neighbour, however many it wakes. */
export function byNeighbour(plans: readonly WakePlan[]): Map<DeviceId, string[]> {
  const macs = new Map<DeviceId, string[]>();
  for (const plan of plans)
    for (const { device } of plan.neighbours)
      macs.set(device.id, [...(macs.get(device.id) ?? []), ...plan.macs]);
  return macs;
}

export function wakeDetail({ neighbours }: WakePlan): string {
  const names = neighbours.map(({ device }) => device.name);
  return `Đã gửi tín hiệu đánh thức từ ${[...names, "máy chủ"].join(", ")}.`;
}
