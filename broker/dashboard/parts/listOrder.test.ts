import { expect, test } from "vitest";
import { dropPlace, movedTo } from "./listOrder.ts";

test("a class moves up and down, and the others keep their order", () => {
  expect(movedTo(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(movedTo(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
});

test("nothing moves beyond the ends, and what is not there does not move", () => {
  expect(movedTo(["a", "b"], 0, 9)).toEqual(["b", "a"]);
  expect(movedTo(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(movedTo(["a", "b"], 7, 0)).toEqual(["a", "b"]);
});

test("a row is dropped among the others by where the pointer is", () => {
  const middles = [20, 60, 100];
  expect(dropPlace(middles, 25, 0)).toBe(0);
  expect(dropPlace(middles, 70, 0)).toBe(1);
  expect(dropPlace(middles, 500, 0)).toBe(2);
  expect(dropPlace(middles, 5, 2)).toBe(0);
});
