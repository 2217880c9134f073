// Tests passwords and PINs that are made up for people.
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { freshPin, memorablePassword } from "./memorable.ts";

const random = { bytes: (count: number) => randomBytes(count) };

test("a password is plain letters that any keyboard has, and no byte is favoured", () => {
  const counts = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    const [word = ""] = memorablePassword(
      { bytes: (count) => new Uint8Array(count).fill(Math.min(byte, 249)) },
      1,
    ).split("-");
    expect(word).toMatch(/^[a-z]+$/);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  expect(counts.size).toBe(64);
  expect(memorablePassword(random)).toMatch(/^([a-z]+-){5}\d\d$/);
});

test("a PIN is four digits, not taken, and none of those that everybody tries first", () => {
  const taken = new Set<string>();
  for (let count = 0; count < 2000; count += 1) {
    const pin = freshPin(random, taken);
    expect(pin).toMatch(/^\d{4}$/);
    expect(["0000", "1111", "1234", "4321", "9876", "1990", "2020"]).not.toContain(pin);
    expect(taken.has(pin)).toBe(false);
    taken.add(pin);
  }
});
