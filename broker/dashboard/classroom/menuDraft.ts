// Owns the rules of editing a week's menu: cells as they are typed, one of each day and meal. Pure.
import type { Meal, MenuDay } from "../../../protocol/documents/classroom.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import { addDays } from "../../../protocol/timetable/zone.ts";

/** Dishes one a line; a cell without any is no meal. */
export type Cell = { readonly picture: string; readonly text: string };

export type WeekDraft = {
  readonly dates: readonly LocalDate[];
  /** Names of the meals, in the order of the day. */
  readonly meals: readonly string[];
  readonly cells: Readonly<Record<string, Cell>>;
};

export const mostMeals = 6;
const mostDishes = 8;
const longestDish = 80;

export const cellKey = (date: LocalDate, meal: string): string => `${date} ${meal}`;

/** Monday to Friday; Saturday when something is cooked or asked for. */
export function weekDraft(
  monday: LocalDate,
  menu: readonly MenuDay[],
  usualMeals: readonly string[],
): WeekDraft {
  const days = menu.filter(({ date }) => monday <= date && date <= addDays(monday, 6));
  const dates = [0, 1, 2, 3, 4, 5, 6]
    .map((day) => addDays(monday, day))
    .filter((date, day) => day < 5 || days.some((each) => each.date === date));
  const named = days.flatMap(({ meals }) => meals.map(({ name }) => name));
  const cells = Object.fromEntries(
    days.flatMap(({ date, meals }) =>
      meals.map(({ name, picture, dishes }): [string, Cell] => [
        cellKey(date, name),
        { picture, text: dishes.join("\n") },
      ]),
    ),
  );
  return { dates, meals: inDayOrder([...new Set([...usualMeals, ...named])], days), cells };
}

/** The usual names first, unless the menu has them in another order. */
function inDayOrder(names: readonly string[], days: readonly MenuDay[]): string[] {
  const longest = days.reduce<readonly Meal[]>(
    (best, { meals }) => (meals.length > best.length ? meals : best),
    [],
  );
  const placeOf = (name: string) => longest.findIndex((meal) => meal.name === name);
  return [...names].sort((a, b) => (placeOf(a) < 0 || placeOf(b) < 0 ? 0 : placeOf(a) - placeOf(b)));
}

export const dishesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((dish) => dish.trim())
    .filter((dish) => dish !== "");

export function cellError(cell: Cell | undefined): "dishTooLong" | "tooManyDishes" | null {
  const dishes = dishesOf(cell?.text ?? "");
  if (dishes.some((dish) => dish.length > longestDish)) return "dishTooLong";
  return dishes.length > mostDishes ? "tooManyDishes" : null;
}

export const isRightWeek = ({ cells }: WeekDraft): boolean =>
  Object.values(cells).every((cell) => cellError(cell) === null);

/** Every date of the draft, so that a day that was emptied is emptied on the hub too. */
export const menuOf = ({ dates, meals, cells }: WeekDraft): MenuDay[] =>
  dates.map((date) => ({
    date,
    meals: meals.flatMap((name): Meal[] => {
      const cell = cells[cellKey(date, name)];
      const dishes = dishesOf(cell?.text ?? "");
      return cell === undefined || dishes.length === 0 ? [] : [{ name, picture: cell.picture, dishes }];
    }),
  }));

/** The same meals seven days later. */
export const aWeekLater = (menu: readonly MenuDay[]): MenuDay[] =>
  menu.map(({ date, meals }) => ({ date: addDays(date, 7), meals }));
