// Tests the library of lessons over the API, as the planner's page uses it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { gameLevel, wholeLesson } from "../api/lessons.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let planner: Client;
beforeAll(async () => {
  served = await startServedHub(Date.parse("2026-11-25T09:05:00+07:00"));
  planner = await served.withPermissions(["timetable.view", "lessons.edit", "audit.view"]);
});
afterAll(() => served.close());

const list = async () => z.array(wholeLesson).parse(await (await planner("listWholeLessons")).json());
const fields = {
  title: "Đếm cùng cô",
  goal: "",
  ageBand: "4-5",
  minutes: 20,
  domains: ["cognition"],
  games: [{ gameId: "count-stars", level: "sky", mode: "quiz" }],
};

test("who may look sees the library and its games; who may not change it is refused", async () => {
  const looker = await served.withPermissions(["timetable.view"]);
  expect((await looker("listWholeLessons")).status).toBe(200);
  expect(z.array(gameLevel).safeParse(await (await looker("listGameLevels")).json()).success).toBe(true);
  expect((await looker("addLesson", { body: fields })).status).toBe(403);
  const stranger = await served.withPermissions(["rooms.view"]);
  expect((await stranger("listWholeLessons")).status).toBe(403);
});

test.each([
  ["a game that is not installed", {}, "games.0"],
  ["no game at all", { games: [] }, "games"],
  ["a length beyond any day", { minutes: 500 }, "minutes"],
  ["no title", { title: "  " }, "title"],
  ["a title that fills the screen", { title: "a".repeat(81) }, "title"],
  ["no domain", { domains: [] }, "domains"],
])("%s is refused at its field, in Vietnamese", async (_, wrong, field) => {
  const refused = await planner("addLesson", { body: { ...fields, ...wrong } });
  expect(refused.status).toBe(400);
  const { fields: at } = (await refused.json()) as { fields: Record<string, string> };
  expect(at[field]).toMatch(/[à-ỹ]/);
});

test("an archived lesson is offered no more and keeps its slots; undo offers it again", async () => {
  const used = (await list()).find(({ slotsAhead }) => slotsAhead > 0);
  if (used === undefined) throw new Error("the sample school uses no lesson");
  const offered = async () => (await (await planner("listLessons")).json()) as { id: string }[];
  const put = (archived: boolean) =>
    planner("changeLesson", { params: { lessonId: used.id }, body: { archived } });
  expect(wholeLesson.parse(await (await put(true)).json())).toMatchObject({ slotsAhead: used.slotsAhead });
  expect(await offered()).not.toContainEqual(expect.objectContaining({ id: used.id }));
  expect((await list()).find(({ id }) => id === used.id)?.archivedAt).not.toBeNull();
  await put(false);
  expect(await offered()).toContainEqual(expect.objectContaining({ id: used.id }));
});

test("a change is in the audit log with the lesson's name; an unknown lesson is told", async () => {
  const [first] = await list();
  const params = { lessonId: first?.id ?? "" };
  expect((await planner("changeLesson", { params, body: { goal: "Đếm không sót." } })).status).toBe(200);
  const audit = await (await planner("listAudit")).text();
  expect(audit).toContain("lessonPlan.change");
  expect(audit).toContain(first?.title);
  const gone = { lessonId: "018f0000-0000-7000-8000-000000000000" };
  expect((await planner("changeLesson", { params: gone, body: { goal: "" } })).status).toBe(404);
});
