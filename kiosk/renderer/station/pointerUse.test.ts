import { expect, it } from "vitest";
import { watchPointer } from "./pointerUse.ts";

it("A pointer counts for a day after somebody used it", () => {
  let now = 5_000;
  const page = new EventTarget();
  const pointer = watchPointer(page, () => now);
  expect(pointer.lately()).toBe(false);
  page.dispatchEvent(new Event("keydown"));
  expect(pointer.lately()).toBe(false);
  page.dispatchEvent(new Event("pointermove"));
  now += 23 * 3_600_000;
  expect(pointer.lately()).toBe(true);
  now += 3_600_000;
  expect(pointer.lately()).toBe(false);
  page.dispatchEvent(new Event("pointerdown"));
  expect(pointer.lately()).toBe(true);
});
