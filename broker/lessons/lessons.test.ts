// Tests lessons against a real store: what they may be made of, and games that are gone.
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Catalogue, gameId } from "../../protocol/game.ts";
import { makeAudit } from "../audit/audit.ts";
import { type HubEvent, makeHubEvents } from "../events/hubEvents.ts";
import { type PlannedSchool, planner, planSchool } from "../timetable/timetableFixture.ts";
import { type LessonFields, makeLessons } from "./lessons.ts";

const countAnimals = gameId.parse("count-animals");
const text = { vi: "Đếm con vật", en: "Count animals" };
const games: Catalogue = {
  hash: "0".repeat(64),
  games: [
    {
      id: countAnimals,
      version: "1.0.0",
      title: text,
      house: "math",
      domains: ["cognition"],
      goal: text,
      modes: ["explore", "quiz"],
      levels: [{ id: "pond", ageBand: "4-5", title: { vi: "Bờ ao", en: "The pond" }, modes: ["explore"] }],
      prompts: {},
      icon: "icon.svg",
      files: {},
      hash: "0".repeat(64),
    },
  ],
};
const fields: LessonFields = {
  title: "Bờ ao",
  goal: "",
  ageBand: "4-5",
  minutes: 20,
  domains: ["cognition"],
  games: [{ gameId: countAnimals, level: "pond", mode: "explore" }],
};

let school: PlannedSchool;
let installed: Catalogue | undefined;
let told: HubEvent[];
let lessons: ReturnType<typeof makeLessons>;
beforeEach(async () => {
  school = await planSchool();
  installed = games;
  told = [];
  const events = makeHubEvents((error) => {
    throw error;
  });
  events.subscribe((event) => told.push(event));
  const { query } = school.store;
  const { clock } = school;
  const audit = makeAudit({ query, clock });
  lessons = makeLessons({ query, events, audit, clock, catalogue: async () => installed });
});
afterEach(() => school.close());

test("a lesson is made of installed levels, and everybody hears of it", async () => {
  expect(await lessons.add(planner, fields)).toMatchObject({
    ok: true,
    value: { title: "Bờ ao", slotsAhead: 0 },
  });
  expect(told).toEqual([{ type: "lessonsChanged" }]);
});

test.each([
  ["a game that is not there", { gameId: "count-stars", level: "pond", mode: "explore" }],
  ["a mode the level does not have", { gameId: "count-animals", level: "pond", mode: "quiz" }],
] as const)("%s is refused at its place in the list", async (_, game) => {
  const outcome = await lessons.add(planner, { ...fields, games: [game as LessonFields["games"][number]] });
  expect(outcome).toMatchObject({ ok: false, fields: { "games.0": expect.any(String) } });
  expect(told).toEqual([]);
});

test("a level for another age is refused with its name and its age, also when only the age changes", async () => {
  const refused = {
    ok: false,
    fields: { "games.0": expect.stringContaining("“Bờ ao” dành cho trẻ 4-5 tuổi") },
  };
  expect(await lessons.add(planner, { ...fields, ageBand: "3-4" })).toMatchObject(refused);
  const added = await lessons.add(planner, fields);
  if (!added.ok) throw new Error(added.detail);
  expect(await lessons.change(planner, added.value.id, { ageBand: "5-6" })).toMatchObject(refused);
});

test("a lesson whose game is gone can still be renamed and archived", async () => {
  const added = await lessons.add(planner, fields);
  if (!added.ok) throw new Error(added.detail);
  installed = undefined;
  const outcome = await lessons.change(planner, added.value.id, { title: "Bờ ao cũ", archived: true });
  expect(outcome).toMatchObject({ ok: true, value: { title: "Bờ ao cũ", archivedAt: school.clock.at } });
});

test("a lesson tells how many slots ahead use it", async () => {
  await school.change(school.put("2026-11-27"));
  expect((await lessons.list()).map(({ slotsAhead }) => slotsAhead).sort()).toEqual([0, 1]);
});
