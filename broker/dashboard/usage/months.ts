// Owns the months of the book of use, as spans of school days. Pure.
export type MonthSpan = { readonly from: string; readonly until: string };

export function monthOf(date: string): MonthSpan {
  const [year, month] = partsOf(date);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const stem = date.slice(0, 7);
  return { from: `${stem}-01`, until: `${stem}-${String(last).padStart(2, "0")}` };
}

/** The first day of the month so many months away. */
export function monthsAway(date: string, by: number): string {
  const [year, month] = partsOf(date);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

function partsOf(date: string): [year: number, month: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
}
