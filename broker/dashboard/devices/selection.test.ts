import { expect, test } from "vitest";
import { faultOf, renamed } from "./bulk/renamePattern.ts";
import { all, nothing, stretched, toggled, within } from "./selection.ts";

const shown = ["a", "b", "c", "d", "e"];
const ids = ({ ids: chosen }: { ids: ReadonlySet<string> }) => [...chosen].sort();

test("a stretch goes from the last one chosen to this one, in either direction, and adds to what is chosen", () => {
  const first = toggled(toggled(nothing, "a"), "d");
  expect(ids(stretched(first, "b", shown))).toEqual(["a", "b", "c", "d"]);
  expect(ids(stretched(nothing, "c", shown))).toEqual(["c"]);
  // The anchor is not shown any more.
  expect(ids(stretched(toggled(nothing, "x"), "c", shown))).toEqual(["c", "x"]);
});

test("what the filter hides is let go, and nothing else changes", () => {
  const chosen = all(shown);
  expect(ids(within(chosen, ["b", "c"]))).toEqual(["b", "c"]);
  expect(within(chosen, shown)).toBe(chosen);
  expect(within(toggled(nothing, "a"), ["b"])).toEqual({ ids: new Set(), anchor: null });
});

test("names by a pattern count up from the start, with as many digits as signs", () => {
  const devices = [
    { id: "1", name: "PC-A", stationNumber: null },
    { id: "2", name: "PC-B", stationNumber: 7 },
  ];
  expect(renamed(devices, "Trạm ## (tầng 2)", 9).map(({ after, number }) => [after, number])).toEqual([
    ["Trạm 09 (tầng 2)", 9],
    ["Trạm 10 (tầng 2)", 10],
  ]);
  expect(faultOf("Trạm", 1, 2)).toBe("noNumber");
  expect(faultOf("Máy in", 1, 1)).toBeNull();
  expect(faultOf("  ", 1, 1)).toBe("empty");
  expect(faultOf(`${"a".repeat(58)}#`, 95, 9)).toBe("tooLong");
});
