import fc from "fast-check";
import { generate } from "mqtt-packet";
import { expect, test } from "vitest";
import { makePacketBound } from "./packetBound.ts";

const publish = (bytes: number) =>
  generate({
    cmd: "publish",
    topic: "t",
    payload: Buffer.alloc(bytes, 0xff),
    qos: 0,
    dup: false,
    retain: false,
  });

test("packets within the bound pass however the bytes are cut", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (bytes, cuts) => {
      const bound = makePacketBound(1000);
      const all = Buffer.concat([...bytes.map(publish), generate({ cmd: "pingreq" })]);
      let from = 0;
      for (let index = 0; from < all.length; index++) {
        const step = cuts[index % cuts.length] as number;
        expect(bound.admits(all.subarray(from, from + step))).toBe(true);
        from += step;
      }
    }),
  );
});

test("a packet above the bound is seen in its header, also after others", () => {
  const bound = makePacketBound(1000);
  expect(bound.admits(publish(500))).toBe(true);
  expect(bound.admits(publish(1200).subarray(0, 3))).toBe(false);
});

test("a length of five bytes is malformed", () => {
  expect(makePacketBound(2 ** 30).admits(Buffer.from([0x30, 0x80, 0x80, 0x80, 0x80, 0x01]))).toBe(false);
});
