import { describe, expect, it } from "vitest";
import type { DeviceId, RoomId, SchoolId } from "./ids.ts";
import {
  filterForAll,
  mayPublish,
  maySubscribe,
  type Party,
  parseTopic,
  subscriptionsOf,
  type TopicName,
  topicOf,
  topics,
} from "./topics.ts";

const school = "0190a1b2-0000-7000-8000-000000000001" as SchoolId;
const device = "0190a1b2-0000-7000-8000-0000000000d1" as DeviceId;
const other = "0190a1b2-0000-7000-8000-0000000000d2" as DeviceId;
const room = "0190a1b2-0000-7000-8000-0000000000a1" as RoomId;
const otherRoom = "0190a1b2-0000-7000-8000-0000000000a2" as RoomId;
const station: Party = { kind: "device", school, device, room };
const names = Object.keys(topics) as TopicName[];

describe("the topics table", () => {
  it.each(names)("reads back the topic %s that it wrote", (name) => {
    expect(parseTopic(topicOf(name, { school, device, room }))).toMatchObject({ name, school });
  });

  it("knows no topic outside itself", () => {
    for (const text of [
      "",
      "$SYS/broker",
      `kidsmart/v2/${school}/hub/state`,
      `kidsmart/v1/${school}/device/x/up`,
      `kidsmart/v1/${school}/device/${device}/up/more`,
    ])
      expect(parseTopic(text)).toBeUndefined();
  });

  it("lets a device publish its own device topics and nothing else", () => {
    for (const name of names) {
      expect(mayPublish(station, topicOf(name, { school, device, room })), name).toBe(
        topics[name].from === "device",
      );
      expect(mayPublish(station, topicOf(name, { school, device: other, room })), name).toBe(false);
    }
    expect(
      mayPublish({ ...station, school: other as unknown as SchoolId }, topicOf("up", { school, device })),
    ).toBe(false);
  });

  it("lets a device subscribe to its own mail, its room's and the hub's, never by wildcard", () => {
    expect(
      subscriptionsOf(station)
        .map(({ topic }) => parseTopic(topic)?.name)
        .sort(),
    ).toEqual(["ack", "desired", "deviceCommand", "hub", "roomCommand", "secret", "watch"]);
    for (const filter of [
      "#",
      "+/#",
      `kidsmart/v1/${school}/#`,
      filterForAll("ack", school),
      topicOf("ack", { school, device: other }),
      topicOf("roomCommand", { school, room: otherRoom }),
      topicOf("up", { school, device }),
    ])
      expect(maySubscribe(station, filter), filter).toBe(false);
  });

  it("gives a device without a room no room topic", () => {
    expect(subscriptionsOf({ ...station, room: null }).some(({ topic }) => topic.includes("/room/"))).toBe(
      false,
    );
  });

  it("refuses to write a topic whose id is missing", () => {
    expect(() => topicOf("up", { school })).toThrow("needs a device");
  });
});
