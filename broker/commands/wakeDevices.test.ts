// Tests who wakes whom.
import { expect, test } from "vitest";
import { mostMacs } from "../../protocol/messages/command.ts";
import type { DeviceEntry } from "../devices/registry.ts";
import { byNeighbour, planWakes, wakeDetail } from "./wakeDevices.ts";

const hex = (n: number) => n.toString(16).padStart(2, "0");
const entryOf = (n: number, name: string, room: string | null, network = "10.0.0") =>
  ({
    device: { id: name, name, roomId: room, via: "agent", revokedAt: null },
    inventory: {
      networks: [{ mac: `02:00:00:00:${hex(n >> 8)}:${hex(n & 255)}`, address: `${network}.${n & 255}` }],
    },
  }) as unknown as DeviceEntry;
const awake = (prefix: string, count: number, room: string | null, network?: string) =>
  Array.from({ length: count }, (_, n) => entryOf(10_000 + n, `${prefix}${n}`, room, network));

test("a neighbour that has all it can hold is passed over for the next, and each is told of who wakes it", () => {
  const sleepers = Array.from({ length: mostMacs + 1 }, (_, n) => entryOf(n, `ngủ${n}`, "phòng"));
  const plans = planWakes(sleepers, [...sleepers, ...awake("bạn", 3, "phòng")], (id) => id.startsWith("bạn"));
  const given = byNeighbour(plans);
  expect([...given].map(([id, macs]) => [id, macs.length])).toEqual([
    ["bạn0", mostMacs],
    ["bạn1", mostMacs],
    ["bạn2", 1],
  ]);
  expect(wakeDetail(plans[0] as never)).toContain("từ bạn0, bạn1, máy chủ.");
  expect(wakeDetail(plans.at(-1) as never)).toContain("từ bạn2, máy chủ.");
});

test("the room comes before the network, and another network is of no use", () => {
  const sleeper = entryOf(1, "ngủ", "phòng");
  const all = [
    ...awake("xa", 2, null, "10.0.7"),
    ...awake("mạng", 2, "phòng khác"),
    ...awake("bạn", 1, "phòng"),
    sleeper,
  ];
  const [plan] = planWakes([sleeper], all, (id) => id !== "ngủ");
  expect(plan?.neighbours.map(({ device }) => device.name)).toEqual(["bạn0", "mạng0"]);
});

test("to wake a whole school looks at each device once", () => {
  let looks = 0;
  const sleepers = Array.from({ length: 500 }, (_, n) => entryOf(n, `ngủ${n}`, "phòng"));
  const all = [...sleepers, ...awake("bạn", 20, "phòng")];
  planWakes(sleepers, all, (id) => {
    looks += 1;
    return id.startsWith("bạn");
  });
  expect(looks).toBe(all.length);
});
