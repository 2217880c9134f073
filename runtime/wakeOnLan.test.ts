import { createSocket } from "node:dgram";
import { expect, onTestFinished, test } from "vitest";
import { broadcastOf, magicPacket, sendMagicPackets } from "./wakeOnLan.ts";

const mac = "02:00:5e:10:00:ff";

test("a magic packet is six ff and sixteen times the address", () => {
  const packet = magicPacket(mac);
  expect(packet).toHaveLength(102);
  expect(packet.subarray(0, 6).toString("hex")).toBe("ffffffffffff");
  expect(packet.subarray(6).toString("hex")).toBe("02005e1000ff".repeat(16));
});

test("the broadcast address follows the mask of the network", () => {
  expect(broadcastOf("192.168.1.20", "255.255.255.0")).toBe("192.168.1.255");
  expect(broadcastOf("10.1.17.4", "255.255.240.0")).toBe("10.1.31.255");
});

test("packets arrive where they were sent", async () => {
  const listener = createSocket("udp4");
  onTestFinished(() => void listener.close());
  await new Promise<void>((resolve) => listener.bind(0, "127.0.0.1", resolve));
  const arrived = new Promise<Buffer>((resolve) => listener.once("message", resolve));
  await sendMagicPackets([mac], { addresses: ["127.0.0.1"], port: listener.address().port });
  expect(await arrived).toEqual(magicPacket(mac));
});
