import { expect, it } from "vitest";
import { isModest } from "./modestMessage.ts";

it("lets every message of the contract pass, the longest fault and the longest sentence too", () => {
  expect(isModest({ type: "fault", message: "x".repeat(2000) })).toBe(true);
  expect(
    isModest({
      type: "say",
      id: 3,
      keys: Array.from({ length: 12 }, () => "k".repeat(80)),
      interrupt: true,
    }),
  ).toBe(true);
  expect(isModest({ type: "finished", played: { rounds: 5, correctFirstTry: 5, hints: 0 } })).toBe(true);
});

it.each([
  ["a long text", { type: "hush", more: "x".repeat(10_000) }],
  ["a long key", { type: "hush", ["k".repeat(10_000)]: 1 }],
  ["a long list", { type: "hush", more: Array.from({ length: 2000 }, () => 1) }],
  ["a list of nothing", { type: "hush", more: new Array(1e9) }],
  ["a large buffer", { type: "hush", more: new ArrayBuffer(100_000_000) }],
  ["an empty buffer", new Uint8Array(0)],
  ["a map", new Map([["type", "hush"]])],
  ["a deep nest", JSON.parse(`${'{"a":'.repeat(3000)}1${"}".repeat(3000)}`)],
])("refuses %s", (_name, message) => {
  expect(isModest(message)).toBe(false);
});

it("comes to an end with what contains itself", () => {
  const around: Record<string, unknown> = { type: "hush" };
  around["self"] = around;
  expect(isModest(around)).toBe(false);
});
