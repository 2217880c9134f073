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

/** Neighbours of the room first, then of the same network: a packet of this kind crosses no router. */
export function planWake(
  sleeper: DeviceEntry,
  all: Iterable<DeviceEntry>,
  isOnline: (device: DeviceId) => boolean,
): WakePlan {
  const networks = new Set(networksOf(sleeper));
  const { roomId, id } = sleeper.device;
  const awake = [...all].filter(
    ({ device }) =>
      device.id !== id && device.via === "agent" && device.revokedAt === null && isOnline(device.id),
  );
  const inRoom = awake.filter(({ device }) => roomId !== null && device.roomId === roomId);
  const inNetwork = awake.filter(
    (entry) => !inRoom.includes(entry) && networksOf(entry).some((network) => networks.has(network)),
  );
  return {
    sleeper,
    macs: macsOf(sleeper),
    neighbours: [...inRoom, ...inNetwork].slice(0, mostNeighbours),
  };
}

/** One command for each neighbour, however many it wakes. */
export function byNeighbour(plans: readonly WakePlan[]): Map<DeviceId, string[]> {
  const macs = new Map<DeviceId, string[]>();
  for (const plan of plans)
    for (const { device } of plan.neighbours)
      macs.set(device.id, [...(macs.get(device.id) ?? []), ...plan.macs].slice(0, mostMacs));
  return macs;
}

export function wakeDetail({ neighbours }: WakePlan): string {
  const names = neighbours.map(({ device }) => device.name);
  return `Đã gửi tín hiệu đánh thức từ ${[...names, "máy chủ"].join(", ")}.`;
}
