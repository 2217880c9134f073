// Owns the sentences that say why a class has fewer slots than its rule asks for. Vietnamese, for a vice principal.

import { type Ledger, type Wish, wantedUntil } from "./ledger.ts";
import { lessonsOf } from "./lessonsInOrder.ts";
import type { RotationFacts } from "./rotationFacts.ts";
import type { Cell, Term } from "./term.ts";

type Cause = "closed" | "noRoom" | "ownDay" | "screenTime";

export function explainMissing(facts: RotationFacts, term: Term, ledger: Ledger, wish: number): string[] {
  const asked = ledger.wishes[wish] as Wish;
  if (lessonsOf(facts, asked).length === 0)
    return ["Chưa có hoạt động nào cho độ tuổi này: hãy thêm hoạt động rồi xếp lại"];
  const missing = asked.wanted - ledger.given(wish);
  if (missing <= 0) return [];
  if (term.strips.every(({ cells }) => cells.length === 0))
    return [`Thiếu ${missing} tiết: không có tiết học nào để xếp, hãy chọn thêm tiết hoặc thứ`];
  const weeks = weeksNeverMadeUp(ledger, wish, term.weeks.length, missing);
  const byCause = Map.groupBy(weeks, (week) => causeIn(term, ledger, wish, week));
  return [...byCause].map(([cause, all]) => {
    const names = tellWeeks([...new Set(all)].map((week) => term.weeks[week]?.number ?? 0));
    return `Thiếu ${all.length} tiết: ${sentences[cause](names)}`;
  });
}

const sentences: Record<Cause, (weeks: string) => string> = {
  closed: (weeks) => `trường nghỉ vào ${weeks}, các tuần khác không còn chỗ để bù`,
  noRoom: (weeks) => `phòng hết chỗ vào ${weeks}`,
  ownDay: (weeks) => `giờ còn trống trùng với tiết khác của lớp vào ${weeks}`,
  screenTime: (weeks) => `sẽ quá thời gian nhìn màn hình trong ngày vào ${weeks}`,
};

/** Weeks in which less came than was due and no later week made up for; one entry for each slot. */
function weeksNeverMadeUp(ledger: Ledger, wish: number, weeks: number, missing: number): number[] {
  const asked = ledger.wishes[wish] as Wish;
  const lacking: number[] = [];
  let ahead = 0;
  for (let week = 0; week < weeks; week++) {
    const due = wantedUntil(asked, week, weeks) - (week === 0 ? 0 : wantedUntil(asked, week - 1, weeks));
    let balance = ledger.inWeek(wish, week) - due;
    for (; balance > 0; balance--) if (lacking.shift() === undefined) ahead++;
    for (; balance < 0; balance++) {
      if (ahead > 0) ahead--;
      else lacking.push(week);
    }
  }
  return lacking.slice(-missing);
}

function causeIn(term: Term, ledger: Ledger, wish: number, week: number): Cause {
  const cells: Cell[] = (term.stripsOf[week] ?? []).flatMap((strip) => strip.cells);
  if (cells.length === 0) return "closed";
  const free = cells.filter((cell) => ledger.roomFree(cell));
  if (free.length === 0) return "noRoom";
  return free.some((cell) => ledger.overScreenTime(wish, cell)) ? "screenTime" : "ownDay";
}

/** "tuần 12 và 13", "tuần 1–4, 9". */
export function tellWeeks(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.flatMap(([from, until]) =>
    until - from >= 2 ? [`${from}–${until}`] : from === until ? [`${from}`] : [`${from}`, `${until}`],
  );
  const last = words.pop() ?? "";
  return words.length === 0 ? `tuần ${last}` : `tuần ${words.join(", ")} và ${last}`;
}
