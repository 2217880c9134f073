import { beforeAll, expect, it } from "vitest";
import type { StaffId } from "../protocol/ids.ts";
import { checkPin, noTries, type PinTries } from "./pinGuard.ts";
import { makeVerifier } from "./secret.ts";

const staffId = "0190a1b2-0000-7000-8000-000000000051" as StaffId;
let pins: { staffId: StaffId; verifier: string }[];
beforeAll(async () => {
  pins = [{ staffId, verifier: await makeVerifier("4071", { N: 16, r: 1, p: 1 }) }];
});

it("tells whose PIN it is", async () => {
  expect((await checkPin("4071", pins, noTries, 0)).result).toEqual({ outcome: "right", staffId });
});

it("locks after five wrong tries, refuses even the right PIN, and opens again after five minutes", async () => {
  let tries: PinTries = noTries;
  const outcomes: string[] = [];
  for (let count = 0; count < 5; count++) {
    const checked = await checkPin("0000", pins, tries, 1000);
    tries = checked.tries;
    outcomes.push(checked.result.outcome);
  }
  expect(outcomes).toEqual(["wrong", "wrong", "wrong", "wrong", "locked"]);
  expect((await checkPin("4071", pins, tries, 2000)).result).toMatchObject({ outcome: "locked" });
  expect((await checkPin("4071", pins, tries, 1000 + 5 * 60_000)).result).toMatchObject({ outcome: "right" });
});

it("is not locked for years when the clock that set the lock was wrong", async () => {
  const in2099 = Date.parse("2099-01-01T00:00:00Z");
  const { tries } = await checkPin("0000", pins, { wrong: 4, lockedUntil: 0 }, in2099);
  const now = Date.parse("2026-11-23T02:00:00Z");
  expect((await checkPin("4071", pins, tries, now)).result).toEqual({ outcome: "right", staffId });
  expect((await checkPin("0000", pins, tries, now)).result).toEqual({ outcome: "wrong", triesLeft: 4 });
  // The whole five minutes count, from the very instant of the lock.
  expect((await checkPin("4071", pins, tries, in2099)).result).toMatchObject({ outcome: "locked" });
});

it("forgets wrong tries after a right one", async () => {
  const wrong = await checkPin("0000", pins, { wrong: 3, lockedUntil: 0 }, 0);
  expect(wrong.result).toEqual({ outcome: "wrong", triesLeft: 1 });
  expect((await checkPin("4071", pins, wrong.tries, 0)).tries).toEqual(noTries);
});

it("is unavailable while the device knows no PIN", async () => {
  expect((await checkPin("4071", [], noTries, 0)).result).toEqual({ outcome: "unavailable" });
});
