import { PassThrough } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type Packet, parser } from "mqtt-packet";
import { expect, test } from "vitest";
import { makeOutbound } from "./outbound.ts";

function setUp(mostUnsent = 1_000_000) {
  const socket = new PassThrough({ highWaterMark: 16 });
  const outbound = makeOutbound(socket, mostUnsent);
  const reader = parser({ protocolVersion: 4 });
  const packets: Packet[] = [];
  let writes = 0;
  reader.on("packet", (packet: Packet) => packets.push(packet));
  const write = socket.write.bind(socket);
  socket.write = (bytes: Buffer) => {
    writes++;
    return write(bytes);
  };
  socket.on("error", () => {});
  const read = () => {
    socket.on("data", (bytes: Buffer) => reader.parse(bytes));
  };
  const receipts = () => packets.flatMap(({ cmd, messageId }) => (cmd === "puback" ? [messageId] : []));
  return { socket, outbound, packets, receipts, read, writes: () => writes };
}

test("receipts go out in the order of arrival, whatever was dealt with first", async () => {
  const { outbound, receipts, read } = setUp();
  read();
  const [first, second, third] = [7, 300, 65_535].map((id) => outbound.received(id));
  third?.();
  second?.();
  await nextTurn();
  await nextTurn();
  expect(receipts()).toEqual([]);
  first?.();
  await nextTurn();
  await nextTurn();
  expect(receipts()).toEqual([7, 300, 65_535]);
});

test("receipts and messages of one turn are one write, readable by any MQTT parser", async () => {
  const { outbound, packets, receipts, read, writes } = setUp();
  read();
  const settle = [1, 2].map((id) => outbound.received(id));
  outbound.publish("trường/a", "ngắn");
  outbound.publish("b", "đ".repeat(9000));
  for (const settled of settle) settled();
  await nextTurn();
  await nextTurn();
  expect(writes()).toBe(1);
  expect(receipts()).toEqual([1, 2]);
  const told = packets.flatMap((packet) =>
    packet.cmd === "publish" ? [[packet.topic, String(packet.payload), packet.qos, packet.messageId]] : [],
  );
  expect(told).toEqual([
    ["trường/a", "ngắn", 1, 1],
    ["b", "đ".repeat(9000), 1, 2],
  ]);
});

test("a device that never reads is cut off before its acks fill the memory", async () => {
  const { socket, outbound } = setUp(1000);
  for (let turn = 0; turn < 20 && !socket.destroyed; turn++) {
    outbound.publish("t", "x".repeat(200));
    await nextTurn();
  }
  expect(socket.destroyed).toBe(true);
});
