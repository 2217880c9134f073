// Tests what the dashboard is told of games: from a station's records over ingest to the routes and the workbook.
import { readXlsx } from "hucre/xlsx";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Catalogue, CatalogueEntry } from "../../protocol/game.ts";
import type { GameRun } from "../../protocol/records/gameRun.ts";
import { api } from "../api/api.ts";
import { type GamePage, gameExportPath, gamePage } from "../api/games.ts";
import { type Client, type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

const words = (vi: string) => ({ vi, en: `${vi} (en)` });
const entry = (id: string, more: object = {}) => ({
  ...{
    id,
    version: "1.2.0",
    title: words(id),
    house: "math",
    domains: ["cognition"],
    goal: words("mục tiêu"),
  },
  ...{ modes: ["explore", "quiz"], prompts: {}, icon: "icon.svg", files: {}, hash: "0".repeat(64) },
  levels: [
    { id: "pond", ageBand: "4-5", title: words("Bờ ao"), modes: ["explore"], picture: "levels/pond.svg" },
    { id: "moving", ageBand: "4-5", title: words("Đếm bạn đang đi"), modes: ["quiz"] },
    { id: "match", ageBand: "4-5", title: words("Số về với nhóm"), modes: ["quiz"] },
  ],
  credits: [{ files: ["icon.svg"], author: "Người vẽ", source: "vẽ tay", licence: "MIT" }],
  ...more,
});
const catalogue = {
  games: [entry("count-animals"), entry("sorting", { house: "science" })] as unknown as CatalogueEntry[],
  hash: "1".repeat(64),
} satisfies Catalogue;

let served: ServedHub;
let teacher: Client & { readonly cookie: string };
let classes: { id: string; name: string; ageBand: string }[];
/** Monday. */
const today = "2026-11-23";
const span = { from: "2026-11-02", until: "2026-11-29" };

beforeAll(async () => {
  served = await startServedHub(Date.parse(`${today}T09:05:00+07:00`));
  await writeBuilt(served, "content/catalogue.json", JSON.stringify(catalogue));
  teacher = await served.as("teacher");
  classes = (await (await teacher("listClasses")).json()) as typeof classes;
  const screen = await served.enrolScreen();
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const hello = { kiosk: "0", have: { plan: 0, config: 0, content: 0 } };
  const connection = served.hub.core.screens.open(
    served.hub.core.devices.find(screen.deviceId) ?? never(),
    hello,
    link,
  );
  const run = (daysAgo: number, more: Partial<GameRun> = {}) => ({
    id: v7(),
    at: served.clock.now() - daysAgo * 86_400_000,
    type: "gameRun",
    body: {
      ...{ sessionId: null, classId: cats(), gameId: "count-animals", gameVersion: "1.2.0", level: "match" },
      ...{ mode: "quiz", durationMs: 90_000, ended: "finished", rounds: 5, correctFirstTry: 1, hints: 8 },
      ...{ ageBand: "4-5", shownHow: 2, roundsMs: 60_000, ...more },
    },
  });
  const pandas = { classId: classNamed("Lớp Gấu Trúc"), correctFirstTry: 5, hints: 0, shownHow: 0 };
  await connection.records([
    // Six of Lớp Mèo Vàng this week, for whom it is too hard; four of Lớp Gấu Trúc two weeks ago, for whom it is not.
    ...Array.from({ length: 6 }, () => run(0)),
    ...Array.from({ length: 4 }, () => run(14, pandas as never)),
    ...Array.from({ length: 5 }, () =>
      run(0, { level: "moving", correctFirstTry: 4, hints: 1, shownHow: 0 }),
    ),
    run(0, { mode: "explore", level: "pond", ended: "left", durationMs: 600_000 }),
    run(60, { level: "pond", mode: "explore" }),
    run(0, { gameId: "old-game" as never }),
  ] as never);
});
afterAll(() => served.close());

function never(): never {
  throw new Error("the sample school lacks what this test needs");
}
const classNamed = (name: string) => (classes.find((each) => each.name === name) ?? never()).id;
const cats = () => classNamed("Lớp Mèo Vàng") as never;
async function show(query: Record<string, string> = {}, gameId = "count-animals"): Promise<GamePage> {
  const answer = await teacher("showGame", { params: { gameId }, query: { ...span, ...query } });
  expect(answer.status).toBe(200);
  return gamePage.parse(await answer.json());
}
const levelOf = ({ levels }: GamePage, id: string) => levels.find(({ level }) => level === id);

test("whoever may see lessons sees the games: teachers, grade heads, vice principals, the principal, IT; not the accountant", async () => {
  const seen = await Promise.all(
    served.signIns.map(async ({ role }) => [
      role,
      (await (await served.as(role))("listGames", { query: span })).status,
    ]),
  );
  const refused = seen.filter(([, status]) => status !== 200);
  expect(refused).toEqual([["accountant", 403]]);
  const page = await (await served.as("accountant"))("showGame", {
    params: { gameId: "sorting" },
    query: span,
  });
  expect(page.status).toBe(403);
});

test("the list says how much each installed game was played, and names those that are gone", async () => {
  const reply = await (await teacher("listGames", { query: { from: "2026-11-01", until: today } })).json();
  const list = api.listGames.reply.parse(reply);
  expect(list.games).toMatchObject([
    {
      ...{ gameId: "count-animals", title: words("count-animals"), house: "math", icon: "icon.svg" },
      ageBands: ["4-5"],
      use: { runs: 16, minutes: 33, classes: 2, faulted: 0 },
      // “match”, which has to be shown too often to both classes together.
      hardLevels: 1,
    },
    { gameId: "sorting", use: { runs: 0, minutes: 0, classes: 0, lastAt: null } },
  ]);
  expect(list.gone).toMatchObject([{ gameId: "old-game", use: { runs: 1 } }]);
});

test("a game's weeks are all there, also those without play, and begin on Mondays", async () => {
  const { weeks, use } = await show();
  expect(weeks).toEqual([
    { monday: "2026-11-02", runs: 0, minutes: 0 },
    { monday: "2026-11-09", runs: 4, minutes: 6 },
    { monday: "2026-11-16", runs: 0, minutes: 0 },
    { monday: "2026-11-23", runs: 12, minutes: 27 },
  ]);
  expect(use).toMatchObject({ runs: 16, minutes: 33 });
});

test("classes are told by use, in the school's order, and never with a result", async () => {
  const page = await show();
  expect(page.classes.map(({ name, runs }) => [name, runs])).toEqual([
    ["Lớp Mèo Vàng", 12],
    ["Lớp Gấu Trúc", 4],
  ]);
  expect(Object.keys(page.classes[0] ?? {}).sort()).toEqual(
    ["classId", "emblem", "lastAt", "minutes", "name", "runs"].sort(),
  );
});

test("a level that is too hard for its age says so and what to do next; free play is only counted", async () => {
  const page = await show({ classId: cats() });
  expect(levelOf(page, "match")).toMatchObject({
    difficulty: "hard",
    next: { explore: "pond", before: "moving", after: null },
    played: [{ ageBand: "4-5", runs: 6, questions: 30, figures: { firstTryPercent: 20, shownPercent: 40 } }],
  });
  expect(levelOf(page, "moving")).toMatchObject({
    difficulty: "fits",
    next: { explore: null, before: null },
  });
  expect(levelOf(page, "pond")).toMatchObject({
    difficulty: null,
    played: [{ runs: 1, minutes: 10, figures: null }],
  });
});

test("a class with fewer than five runs is told its counts and nothing more", async () => {
  const page = await show({ classId: classNamed("Lớp Gấu Trúc") });
  expect(levelOf(page, "match")).toMatchObject({
    difficulty: null,
    played: [{ runs: 4, questions: 20, figures: null }],
  });
});

test("filters by mode, age and day narrow what is told, and nothing played is no error", async () => {
  expect((await show({ mode: "explore" })).use.runs).toBe(1);
  expect((await show({ ageBand: "5-6" })).use).toMatchObject({
    runs: 0,
    classes: 0,
    lastAt: expect.any(Number),
  });
  expect((await show({ from: today, until: today })).use.runs).toBe(12);
  const unplayed = await show({}, "sorting");
  expect(unplayed).toMatchObject({ use: { runs: 0, lastAt: null }, classes: [] });
  expect(unplayed.about).toMatchObject({ credits: [{ author: "Người vẽ", licence: "MIT" }] });
});

test("a game that is gone keeps its use; one that never was is not found", async () => {
  const gone = await show({}, "old-game");
  expect(gone).toMatchObject({ about: null, use: { runs: 1 }, levels: [{ level: "match", about: null }] });
  expect((await teacher("showGame", { params: { gameId: "never-was" }, query: span })).status).toBe(404);
  expect((await teacher("showGame", { params: { gameId: "../x" }, query: span })).status).toBe(404);
});

test.each([
  ["no days", {}],
  ["a day that is none", { from: "2026-13-01", until: today }],
  ["days the wrong way round", { from: today, until: "2026-11-01" }],
  ["more than two school years", { from: "2020-01-01", until: today }],
  ["an age of nobody", { ...span, ageBand: "6-7" }],
  ["a class id that is none", { ...span, classId: "x" }],
  ["an unknown mode", { ...span, mode: "exam" }],
])("%s are refused with a sentence", async (_, query) => {
  const bad = query as unknown as Record<string, string>;
  for (const answer of [
    await teacher("listGames", { query: bad }),
    await teacher("showGame", { params: { gameId: "sorting" }, query: bad }),
    await get(`${gameExportPath}?${new URLSearchParams(bad)}`, teacher.cookie),
  ]) {
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringMatching(/\p{L}/u),
    });
  }
});

const get = (path: string, cookie?: string) =>
  fetch(`${served.hub.url}${path}`, { headers: cookie === undefined ? {} : { cookie } });

test("the workbook holds games, classes and levels for those who may see them", async () => {
  const path = `${gameExportPath}?${new URLSearchParams({ ...span, ageBand: "4-5" })}`;
  expect((await get(path)).status).toBe(401);
  expect((await get(path, (await served.as("accountant")).cookie)).status).toBe(403);
  const answer = await get(path, teacher.cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toContain("tro-choi-2026-11-02-2026-11-29.xlsx");
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  expect(sheets.map(({ name }) => name)).toEqual(["Trò chơi", "Theo lớp", "Từng bài"]);
  const [games, byClass, levels] = sheets.map(({ rows }) => rows);
  expect(games?.[1]?.[0]).toBe("Từ 02/11/2026 đến 29/11/2026 · trẻ 4–5 tuổi");
  expect(games?.[4]?.slice(0, 5)).toEqual(["Nhà Toán", "count-animals", 16, 33, 2]);
  expect(byClass?.[4]).toEqual(["count-animals", "Lớp Mèo Vàng", 12, 27]);
  const match = levels?.filter((row) => row[1] === "Số về với nhóm");
  expect(match).toEqual([
    [
      "count-animals",
      "Số về với nhóm",
      "4–5 tuổi",
      "Hỏi – đáp",
      "4–5 tuổi",
      10,
      15,
      50,
      52,
      0.96,
      12,
      24,
      0,
      "Khó",
    ],
  ]);
});
