// Tests the limit on wrong sign-ins.
import { expect, test } from "vitest";
import { addressRule, makeSignInLimit, nameRule, personRule, waitAfter } from "./signInLimit.ts";

test("the wait begins after the free tries, doubles, and has an end", () => {
  const waits = [0, 4, 5, 6, 7, 100].map((wrong) => waitAfter(wrong, personRule));
  expect(waits).toEqual([0, 0, 15_000, 30_000, 60_000, 900_000]);
});

test("a person who waits is let in again, and a right password starts afresh", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 5; count += 1) expect(limit.admit("lan", "a", 0).admitted).toBe(true);
  expect(limit.admit("lan", "a", 0)).toEqual({ admitted: false, waitMs: 15_000, firstRefusal: true });
  expect(limit.admit("lan", "a", 5_000)).toEqual({ admitted: false, waitMs: 10_000, firstRefusal: false });
  expect(limit.admit("lan", "a", 15_000).admitted).toBe(true);
  limit.succeeded("lan", "a");
  for (let count = 0; count < 5; count += 1) expect(limit.admit("lan", "a", 16_000).admitted).toBe(true);
});

test("one computer cannot lock a person out at another", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 10; count += 1) limit.admit("lan", "a", 0);
  expect(limit.admit("lan", "a", 0).admitted).toBe(false);
  expect(limit.admit("lan", "b", 0).admitted).toBe(true);
});

test("a computer that tries many names waits too, and right passwords do not count against it", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 500; count += 1) {
    expect(limit.admit(`teacher${count}`, "a", 0).admitted).toBe(true);
    limit.succeeded(`teacher${count}`, "a");
  }
  for (let count = 0; count < addressRule.freeTries; count += 1)
    expect(limit.admit(`guess${count}`, "a", 0).admitted).toBe(true);
  expect(limit.admit("another", "a", 0).admitted).toBe(false);
});

test("a name that is guessed from many computers waits, shortly, and its owner's right password does not add to it", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 500; count += 1) {
    expect(limit.admit("lan", "a", 0).admitted).toBe(true);
    limit.succeeded("lan", "a");
  }
  for (let count = 0; count < nameRule.freeTries; count += 1)
    expect(limit.admit("lan", `computer${count}`, 0).admitted).toBe(true);
  expect(limit.admit("lan", "another", 0)).toMatchObject({ admitted: false, waitMs: 15_000 });
  expect(limit.admit("hoa", "another", 0).admitted).toBe(true);
  // Whoever guesses must not keep the owner out for long.
  expect(waitAfter(1_000, nameRule)).toBeLessThanOrEqual(60_000);
});

test("a quiet hour forgets", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 6; count += 1) limit.admit("lan", "a", 0);
  const hour = 60 * 60_000;
  for (let count = 0; count < 5; count += 1) expect(limit.admit("lan", "a", hour).admitted).toBe(true);
});

test("a flood of names and addresses keeps memory bounded", () => {
  const limit = makeSignInLimit();
  for (let count = 0; count < 20_000; count += 1) limit.admit(`name${count}`, `address${count}`, 0);
  expect(limit.size).toBeLessThanOrEqual(5_000);
});
