import { readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CalendarFeed, exportPath, importPath } from "../api/exchange.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(() => served.close());

type Who = { readonly cookie: string };
const span = "from=2026-09-01&until=2027-06-30";
const get = (path: string, who?: Who, headers: Record<string, string> = {}) =>
  fetch(`${served.hub.url}${path}`, { headers: { ...(who && { cookie: who.cookie }), ...headers } });
const send = (
  body: Uint8Array<ArrayBuffer>,
  who?: Who,
  more: { query?: string; headers?: Record<string, string> } = {},
) =>
  fetch(`${served.hub.url}${importPath}${more.query ?? ""}`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/octet-stream",
      ...(who && { cookie: who.cookie }),
      ...more.headers,
    },
  });
const workbook = async (rows: string[][]) =>
  new Uint8Array(await writeXlsx({ sheets: [{ name: "Lịch", rows }] }));
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

test("the workbook is for those who may see the timetable, and of an orderly span", async () => {
  expect((await get(`${exportPath}?${span}`)).status).toBe(401);
  expect((await get(`${exportPath}?${span}`, await served.withPermissions(["rooms.view"]))).status).toBe(403);
  const planner = await served.as("vicePrincipalEducation");
  expect((await get(`${exportPath}?from=2026-09-01`, planner)).status).toBe(400);
  expect((await get(`${exportPath}?from=2027-09-01&until=2026-09-01`, planner)).status).toBe(400);
  expect((await get(`${exportPath}?from=2020-09-01&until=2026-09-01`, planner)).status).toBe(400);
  const response = await get(`${exportPath}?${span}`, planner);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain("thoi-khoa-bieu-2026-09-01-2027-06-30.xlsx");
  const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
  expect(sheets[0]?.name).toBe("Danh sách");
});

test("a workbook comes in only from those who plan, from this site, as a file of at most 5 MB", async () => {
  const file = await workbook([["Xin chào"]]);
  expect((await send(file)).status).toBe(401);
  expect((await send(file, await served.withPermissions(["timetable.view"]))).status).toBe(403);
  const planner = await served.withPermissions(["timetable.view", "timetable.edit"]);
  const foreign = await send(file, planner, { headers: { "sec-fetch-site": "cross-site" } });
  expect([foreign.status, await codeOf(foreign)]).toEqual([403, "NOT_ALLOWED"]);
  expect((await send(file, planner, { headers: { "content-type": "text/plain" } })).status).toBe(415);
  const large = await send(new Uint8Array(5 * 1024 * 1024 + 1), planner);
  expect(large.status).toBe(413);
  expect(((await large.json()) as { message: string }).message).toContain("5 MB");
  const read = await send(file, planner);
  expect(read.status).toBe(200);
  expect(await read.json()).toMatchObject({ outcome: "unreadable" });
});

test("without a word nothing is written, with ?write=true it is", async () => {
  const planner = await served.as("vicePrincipalEducation");
  const { query } = served.hub.store;
  const room = await query
    .selectFrom("room")
    .where("kind", "=", "kidsmart")
    .select("name")
    .executeTakeFirstOrThrow();
  const schoolClass = await query
    .selectFrom("schoolClass")
    .select(["name", "ageBand"])
    .executeTakeFirstOrThrow();
  const lesson = await query
    .selectFrom("lesson")
    .where("ageBand", "=", schoolClass.ageBand)
    .select("title")
    .executeTakeFirstOrThrow();
  // A Sunday far ahead: nothing is planned there.
  const file = await workbook([
    ["Ngày", "Bắt đầu", "Kết thúc", "Phòng", "Lớp", "Hoạt động"],
    ["13/06/2027", "8:00", "8:15", room.name, schoolClass.name, lesson.title],
  ]);
  const count = async () =>
    (await query.selectFrom("slot").where("date", "=", "2027-06-13").select("id").execute()).length;
  expect(await (await send(file, planner)).json()).toMatchObject({
    outcome: "readable",
    added: 1,
    written: null,
  });
  expect(await count()).toBe(0);
  const written = await send(file, planner, { query: "?write=true" });
  expect(await written.json()).toMatchObject({
    outcome: "readable",
    added: 1,
    written: { outcome: "applied" },
  });
  expect(await count()).toBe(1);
});

test("a calendar needs no sign-in, tells nothing twice, and ends with its address", async () => {
  const planner = await served.as("vicePrincipalEducation");
  expect((await served.stranger("listFeeds")).status).toBe(401);
  const feeds = (await (await planner("listFeeds")).json()) as CalendarFeed[];
  const [feed] = feeds;
  if (feed === undefined) throw new Error("no feed");
  const path = new URL(feed.url).pathname;
  const first = await get(path);
  expect(first.status).toBe(200);
  expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const etag = first.headers.get("etag") ?? "";
  expect((await get(path, undefined, { "if-none-match": etag })).status).toBe(304);
  expect((await get(path, undefined, { "if-none-match": `W/${etag}` })).status).toBe(304);
  expect((await get(path, undefined, { "if-none-match": '"other"' })).status).toBe(200);
  expect((await get("/calendar/nothing.ics")).status).toBe(404);

  const teacher = await served.as("teacher");
  expect((await teacher("renewFeeds")).status).toBe(403);
  const renewed = (await (await planner("renewFeeds")).json()) as CalendarFeed[];
  expect((await get(path)).status).toBe(404);
  expect((await get(new URL(renewed[0]?.url ?? "").pathname)).status).toBe(200);
});

test("a rotation over days in the wrong order, or over years, is refused", async () => {
  const planner = await served.as("vicePrincipalEducation");
  const { query } = served.hub.store;
  const ids = async (table: "room" | "period" | "schoolClass") =>
    (await query.selectFrom(table).select("id").limit(1).execute()).map(({ id }) => id);
  const [classId] = await ids("schoolClass");
  const rules = {
    fromDate: "2027-01-11",
    untilDate: "2027-05-16",
    roomIds: await ids("room"),
    periodIds: await ids("period"),
    weekdays: [1, 2, 3, 4, 5],
    classes: [{ classId, timesAWeek: 1, lessonIds: [] }],
    neverAfterLunch: true,
    sameAgeTogether: true,
  };
  const status = async (change: object) =>
    (await planner("proposeRotation", { body: { ...rules, ...change } })).status;
  expect(await status({ untilDate: "2026-05-16" })).toBe(400);
  expect(await status({ untilDate: "2029-05-16" })).toBe(400);
  expect(await status({ classes: [] })).toBe(400);
  expect(await status({})).toBe(200);
  expect((await served.stranger("takeRotation", { body: rules })).status).toBe(401);
});
