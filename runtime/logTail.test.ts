import { expect, test } from "vitest";
import { makeLogTail } from "./logTail.ts";

test("the newest lines stay, whole, within the bound", () => {
  const tail = makeLogTail(100);
  for (let n = 10; n < 50; n++) tail.write(`dòng ${n}\n`);
  const text = tail.text();
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(100);
  expect(text.endsWith("dòng 49\n")).toBe(true);
  expect(text).toMatch(/^(dòng \d\d\n)+$/);
});

test("a line that alone is too long is not kept", () => {
  const tail = makeLogTail(10);
  tail.write("ngắn\n");
  tail.write("x".repeat(11));
  expect(tail.text()).toBe("ngắn\n");
});
