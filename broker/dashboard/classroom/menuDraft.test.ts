import { expect, test } from "vitest";
import { aWeekLater, cellError, cellKey, isRightWeek, menuOf, weekDraft } from "./menuDraft.ts";

const monday = "2026-11-23";
const usual = ["Bữa sáng", "Bữa trưa", "Quà chiều"];
const lunch = { name: "Bữa trưa", picture: "fish", dishes: ["Cơm", "Cá kho"] };
const milk = { name: "Sữa", picture: "glass-of-milk", dishes: ["Sữa tươi"] };

test("a week that nobody wrote has five days, the usual meals and no cells", () => {
  const draft = weekDraft(monday, [], usual);
  expect([draft.dates.length, draft.meals, draft.cells]).toEqual([5, usual, {}]);
  expect(menuOf(draft).every(({ meals }) => meals.length === 0)).toBe(true);
});

test("a menu goes into cells and comes out the same", () => {
  const menu = [{ date: monday, meals: [lunch, milk] }];
  const draft = weekDraft(monday, menu, usual);
  expect(draft.cells[cellKey(monday, "Bữa trưa")]?.text).toBe("Cơm\nCá kho");
  expect(menuOf(draft)[0]).toEqual(menu[0]);
});

test("Saturday is there when something is cooked", () => {
  expect(weekDraft(monday, [{ date: "2026-11-28", meals: [lunch] }], usual).dates).toHaveLength(6);
});

test("empty lines are no dishes, and a cell without dishes is no meal", () => {
  const draft = weekDraft(monday, [], usual);
  const cells = {
    [cellKey(monday, "Bữa trưa")]: { picture: "fish", text: "  Cơm \n\n Cá \n" },
    [cellKey(monday, "Bữa sáng")]: { picture: "egg", text: "\n " },
  };
  expect(menuOf({ ...draft, cells })[0]?.meals).toEqual([
    { name: "Bữa trưa", picture: "fish", dishes: ["Cơm", "Cá"] },
  ]);
});

test("what the hub would refuse is told at its cell", () => {
  expect(cellError({ picture: "fish", text: "a".repeat(81) })).toBe("dishTooLong");
  expect(cellError({ picture: "fish", text: Array(9).fill("Cơm").join("\n") })).toBe("tooManyDishes");
  expect(cellError(undefined)).toBeNull();
  const draft = weekDraft(monday, [], usual);
  expect(isRightWeek({ ...draft, cells: { x: { picture: "fish", text: "a".repeat(81) } } })).toBe(false);
});

test("last week's menu lies on the same weekdays", () => {
  expect(aWeekLater([{ date: "2026-11-30", meals: [lunch] }])).toEqual([
    { date: "2026-12-07", meals: [lunch] },
  ]);
});
