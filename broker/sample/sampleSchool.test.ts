// Tests the sample school: made once, kept, always with something to play, naming nobody real.

import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoomId } from "../../protocol/ids.ts";
import { conflictsOf } from "../../protocol/timetable/placementConflicts.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import { verifySecret } from "../../runtime/secret.ts";
import { buildPlan } from "../desired/buildPlan.ts";
import { readPlanRows } from "../desired/planRows.ts";
import { cheap } from "../http/servedHubFixture.ts";
import { openStore, type Store } from "../store/store.ts";
import { readPlanningFacts } from "../timetable/planningFacts.ts";
import { placedOf } from "../timetable/slotRows.ts";
import { prepareFirstSchool } from "./firstSchool.ts";
import { prepareSampleSchool, sampleSchoolId } from "./sampleSchool.ts";
import type { SampleSignIn } from "./sampleSignIns.ts";

let home: string;
let store: Store;
let now: number;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "kidsmart-sample-"));
  store = await openStore(join(home, "hub.db"));
  now = Date.parse("2026-11-25T09:17:30+07:00");
});
afterEach(async () => {
  await store.close();
  await rm(home, { recursive: true, force: true });
});

const random = { bytes: (count: number) => randomBytes(count) };
const prepare = () =>
  prepareSampleSchool({ query: store.query, clock: { now: () => now }, random, home, cost: cheap });
const minute = 60_000;

/** What a station of the Kidsmart room would play. */
async function running(from: number, to: number) {
  const rows = await readPlanRows(store.query, now);
  const kidsmart = rows.rooms.find(({ name }) => name === "Phòng Kidsmart")?.id as RoomId;
  const plan = buildPlan(rows, kidsmart);
  if (!plan.ok) throw new Error(plan.detail);
  return resolveSlots(plan.value.timetable, from, to);
}

test("the first start makes a whole school, the second keeps every row and sign-in", async () => {
  expect(await prepare()).toBe("made");
  const tables = [
    "school",
    "role",
    "staff",
    "staffRole",
    "room",
    "schoolClass",
    "lesson",
    "schoolYear",
    "period",
    "slot",
    "publishedSlot",
    "closure",
  ] as const;
  const dump = async () =>
    Promise.all(tables.map((table) => store.query.selectFrom(table).selectAll().execute()));
  const before = await dump();
  const paper = await readFile(join(home, "sample-sign-ins.txt"), "utf8");
  expect(before.map((rows) => rows.length > 0)).toEqual(tables.map(() => true));
  now += minute;
  expect(await prepare()).toBe("kept");
  expect(await dump()).toEqual(before);
  expect(await readFile(join(home, "sample-sign-ins.txt"), "utf8")).toBe(paper);
});

test("the sign-in files hold a working password for every role, for the owner's eyes only", async () => {
  await prepare();
  for (const file of ["sample-sign-ins.json", "sample-sign-ins.txt"])
    expect((await stat(join(home, file))).mode & 0o777).toBe(0o600);
  const signIns = JSON.parse(await readFile(join(home, "sample-sign-ins.json"), "utf8")) as SampleSignIn[];
  const roles = await store.query.selectFrom("role").select("code").execute();
  expect(new Set(signIns.map(({ role }) => role))).toEqual(new Set(roles.map(({ code }) => code)));
  const staff = await store.query.selectFrom("staff").selectAll().execute();
  for (const { username, password, pin } of signIns) {
    const row = staff.find((each) => each.username === username);
    expect(await verifySecret(password, row?.passwordVerifier ?? "")).toBe(true);
    if (pin !== undefined) expect(await verifySecret(pin, row?.pinVerifier ?? "")).toBe(true);
  }
  expect(new Set(signIns.map(({ password }) => password)).size).toBe(signIns.length);
});

test("a seeding that was cut off before the school's row is begun afresh", async () => {
  await prepare();
  await store.query.deleteFrom("school").execute();
  expect(await prepare()).toBe("made");
  expect(await store.query.selectFrom("staff").selectAll().execute()).toHaveLength(8);
});

test.each([
  ["in the middle of a timetabled slot", "2026-11-25T08:05:00+07:00"],
  ["between two slots", "2026-11-25T08:35:00+07:00"],
  ["on a Sunday", "2026-11-29T15:00:00+07:00"],
  ["in the night", "2026-11-25T03:00:00+07:00"],
  ["a minute before midnight", "2026-11-25T23:59:30+07:00"],
  ["on New Year's Day", "2027-01-01T10:00:00+07:00"],
  ["at the lunar new year", "2027-02-06T10:00:00+07:00"],
])("%s a slot is running for the next 45 minutes, without a gap or a conflict", async (_, text) => {
  now = Date.parse(text);
  await prepare();
  const found = await running(now, now + 44 * minute);
  expect(found[0]?.startAt).toBeLessThanOrEqual(now);
  let covered = now;
  for (const each of found) {
    // A timetabled slot may begin later than the one before ends only by what filled the gap.
    expect(each.startAt).toBeLessThanOrEqual(covered);
    covered = Math.max(covered, each.endAt);
  }
  expect(covered).toBeGreaterThanOrEqual(now + 44 * minute);
  const slots = (await store.query.selectFrom("publishedSlot").selectAll().execute()).map(placedOf);
  for (const each of slots) {
    const sameDay = slots.filter(({ date }) => date === each.date);
    const kinds = conflictsOf(each, { ...(await conflictFacts()), slots: sameDay }).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "roomTaken" || kind === "classTwice")).toEqual([]);
  }
});

async function conflictFacts() {
  const { classes, lessons, closures, rules } = await readPlanningFacts(store.query, now);
  const { capMinutes, dayCapMinutes } = rules.screenTime;
  return {
    classAge: (id: string) => classes.get(id)?.ageBand,
    lessonAge: (id: string) => lessons.get(id)?.ageBand,
    capMinutes,
    dayCapMinutes,
    closures,
  };
}

test("the planned term has no conflict at all, is published as it is drafted, and leaves the next term to be planned", async () => {
  now = Date.parse("2026-11-25T08:30:00+07:00");
  await prepare();
  const slots = (await store.query.selectFrom("slot").selectAll().execute())
    .map(placedOf)
    // Without the one that only makes something run now.
    .filter(({ periodId }) => periodId !== null);
  const published = (await store.query.selectFrom("publishedSlot").selectAll().execute()).map(placedOf);
  expect(slots.every((each) => published.some(({ id }) => id === each.id))).toBe(true);
  // 18 weeks of five days with six periods, but for the new year's day.
  expect(slots).toHaveLength((18 * 5 - 1) * 6);
  expect(slots.some(({ date }) => date > "2027-01-10")).toBe(false);
  const facts = await conflictFacts();
  for (const each of slots)
    expect(conflictsOf(each, { ...facts, slots: slots.filter(({ date }) => date === each.date) })).toEqual(
      [],
    );
});

test("a later start covers its own moment and clears what earlier days left", async () => {
  now = Date.parse("2026-11-28T20:00:00+07:00");
  await prepare();
  const term = await store.query.selectFrom("slot").where("periodId", "is not", null).selectAll().execute();
  now = Date.parse("2026-11-29T21:00:00+07:00");
  await prepare();
  expect((await running(now, now + minute)).length).toBe(1);
  for (const table of ["slot", "publishedSlot"] as const)
    expect(await store.query.selectFrom(table).selectAll().execute()).toHaveLength(term.length + 1);
});

test("a real school gets one administrator, and a later --sample touches nothing of it", async () => {
  const first = {
    query: store.query,
    clock: { now: () => now },
    random,
    schoolName: "Trường Mầm non Thử",
    signInFile: join(home, "first-sign-in.txt"),
    cost: cheap,
  };
  const signIn = await prepareFirstSchool(first);
  expect(await readFile(join(home, "first-sign-in.txt"), "utf8")).toContain(signIn?.password);
  expect(await prepareFirstSchool(first)).toBeUndefined();
  expect(await prepare()).toBe("realSchool");
  expect(await store.query.selectFrom("slot").selectAll().execute()).toEqual([]);
  const school = await store.query.selectFrom("school").selectAll().execute();
  expect(school.map(({ id, name }) => [id === sampleSchoolId, name])).toEqual([
    [false, "Trường Mầm non Thử"],
  ]);
});
