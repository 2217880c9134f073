// Owns bringing the timetable out into a workbook and in from one: preview first, and nothing half taken in.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { SlotId } from "../../../protocol/ids.ts";
import type { PlacedSlot } from "../../../protocol/timetable/placedSlot.ts";
import type { LocalDate } from "../../../protocol/timetable/timetable.ts";
import type { ImportOutcome } from "../../api/exchange.ts";
import type { Actor } from "../../hubServices.ts";
import type { Tables } from "../../store/schema.ts";
import type { Draft, DraftOrder } from "../draft.ts";
import { makeInTurn } from "../inTurn.ts";
import { planChanges } from "../planChanges.ts";
import { hoursOn, type PlanningFacts, readPlanningFacts } from "../planningFacts.ts";
import { readDraftFacts } from "../readDraftFacts.ts";
import { readSchoolWeeks, schoolWeekOf } from "../schoolWeeks.ts";
import { lastDay } from "../slotRows.ts";
import { daysAsSeen, type View } from "../weekAsPlanned.ts";
import type { SchoolNames } from "./exchangeNames.ts";
import { findLists } from "./findLists.ts";
import { interpretRows, type RightRow, type WrongRow } from "./interpretRows.ts";
import { readWorkbookBeside, writeWorkbookBeside } from "./runWorkbook.ts";

export type Exchange = {
  exportWorkbook(span: { from: LocalDate; until: LocalDate }, view: View): Promise<Uint8Array>;
  /** Without `write` it only tells what would happen. */
  importWorkbook(actor: Actor, bytes: Uint8Array, write: boolean): Promise<ImportOutcome>;
};

export type ExchangeDependencies = {
  readonly query: Kysely<Tables>;
  readonly draft: Draft;
  readonly clock: { now(): number };
};

const everyDay = { fromDate: "0001-01-01", untilDate: lastDay };

/** A list of a thousand wrong rows helps nobody. */
const mostRowsTold = 200;

export function makeExchange({ query, draft, clock }: ExchangeDependencies): Exchange {
  // Two lists at once would each be judged without what the other one brings.
  const inTurn = makeInTurn();

  async function importWorkbook(actor: Actor, bytes: Uint8Array, write: boolean): Promise<ImportOutcome> {
    const read = await readWorkbookBeside(bytes);
    if (!read.ok) return unreadable({ problems: [read.detail] });
    const { lists, problems } = findLists(read.value);
    if (problems.length > 0) return unreadable({ problems });

    const facts = await readPlanningFacts(query, clock.now());
    const seen = await daysAsSeen(query, everyDay, { view: "draft", now: facts });
    const all = seen.slots.map((slot) => ({ slot: slot as PlacedSlot, revision: slot.revision }));
    const byId = new Map(all.map((each) => [each.slot.id as string, each]));
    const byPlace = new Map(all.map(({ slot }) => [placeOf(slot), slot]));
    const { right, wrong } = interpretRows(lists, {
      ...(await readNames(query, facts)),
      hoursOn: (period, date) => hoursOn(facts, period, date),
      slotById: (id) => byId.get(id)?.slot,
      slotLike: (slot) => byPlace.get(placeOf(slot)),
      makeId: () => v7() as SlotId,
    });
    if (wrong.length > 0) return unreadable({ rows: wrong });
    if (right.length === 0)
      return unreadable({
        problems: ["Không có dòng nào dưới tiêu đề. Hãy điền thời khóa biểu vào rồi thử lại."],
      });

    const puts = right
      .filter(({ kind }) => kind !== "same")
      .map(({ slot }) => ({ slot, seen: byId.get(slot.id)?.revision ?? null }));
    const order: DraftOrder = { kind: "import", puts, removes: [], skipRefused: false };
    const inTheWay = await judge(query, order, facts);
    if (inTheWay.length > 0) return unreadable({ rows: rowsOf(inTheWay, right) });

    const count = (kind: RightRow["kind"]) => right.filter((row) => row.kind === kind).length;
    const counts = { added: count("added"), changed: count("changed"), same: count("same") };
    if (!write) return { outcome: "readable", ...counts, written: null };
    const written = await draft.write(actor, order);
    // Somebody planned something there since it was judged.
    if (written.outcome === "refused") return unreadable({ rows: rowsOf(written.refused, right) });
    return { outcome: "readable", ...counts, written };
  }

  return {
    async exportWorkbook({ from, until }, view) {
      const span = { fromDate: from, untilDate: until };
      const facts = await readPlanningFacts(query, clock.now());
      const rows = await daysAsSeen(query, span, { view, now: facts });
      const weeks = await readSchoolWeeks(query, [...facts.closures]);
      const slots = rows.slots
        .sort(
          (a, b) =>
            compare(a.date, b.date) ||
            a.startMinute - b.startMinute ||
            compare(a.roomId, b.roomId) ||
            compare(a.id, b.id),
        )
        .map((slot) => ({ ...slot, week: schoolWeekOf(weeks, slot.date)?.number ?? null }));
      return writeWorkbookBeside({ ...(await readNames(query, facts)), slots });
    },

    importWorkbook: (actor, bytes, write) => inTurn(() => importWorkbook(actor, bytes, write)),
  };
}

type Refused = Awaited<ReturnType<typeof judge>>[number];

/** The same judgement as the writer's, before anything is written. */
const judge = async (query: Kysely<Tables>, order: DraftOrder, facts: PlanningFacts) =>
  planChanges(order, await readDraftFacts(query, order, facts)).refused;

function rowsOf(refused: readonly Refused[], right: readonly RightRow[]): WrongRow[] {
  const places = new Map(right.map((row) => [row.slot.id as string, row]));
  return refused.map(({ id, reasons }) => {
    const { sheet = "", row = 0 } = places.get(id) ?? {};
    return { sheet, row, reasons: [...reasons] };
  });
}

function unreadable({
  problems = [],
  rows = [],
}: {
  problems?: readonly string[];
  rows?: readonly WrongRow[];
}): ImportOutcome {
  const more = rows.length - mostRowsTold;
  return {
    outcome: "unreadable",
    problems: [
      ...problems,
      ...(more > 0 ? [`Còn ${more} dòng khác chưa đúng, sẽ hiện khi sửa xong các dòng dưới đây.`] : []),
    ],
    rows: rows.slice(0, mostRowsTold),
    refused: [],
  };
}

async function readNames(query: Kysely<Tables>, facts: PlanningFacts): Promise<SchoolNames> {
  const { name } = await query.selectFrom("school").select("name").executeTakeFirstOrThrow();
  const named = (map: ReadonlyMap<string, { readonly name: string }>) =>
    [...map].map(([id, each]) => ({ id, name: each.name }));
  const current = <Each extends { readonly archived: boolean }>(map: ReadonlyMap<string, Each>) =>
    // Of two with one name the one that is still offered is meant: it comes first.
    new Map([...map].sort(([, a], [, b]) => Number(a.archived) - Number(b.archived)));
  return {
    schoolName: name,
    rooms: named(facts.rooms),
    classes: named(current(facts.classes)),
    lessons: [...current(facts.lessons)].map(([id, lesson]) => ({
      id,
      name: lesson.name,
      ageBand: lesson.ageBand,
    })),
    classAges: Object.fromEntries([...facts.classes].map(([id, { ageBand }]) => [id, ageBand])),
    periods: [...facts.periods].map(([id, period]) => ({ id, name: period.name })),
  };
}

const placeOf = ({ roomId, date, startMinute, endMinute, classId }: PlacedSlot): string =>
  `${roomId} ${date} ${startMinute} ${endMinute} ${classId}`;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
