// Tests that one damaged text in the database costs what it says and nothing more: the hub starts, and the rooms have their lessons.

import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { RoomId } from "../protocol/ids.ts";
import { cheap, type ServedHub, startServedHub } from "./http/servedHubFixture.ts";
import { type Hub, startHub } from "./hub.ts";

let served: ServedHub;
let again: Hub | undefined;
beforeEach(async () => {
  served = await startServedHub();
});
afterEach(async () => {
  await again?.stop();
  again = undefined;
  await served.close();
});

/** The hub of another day, over what is in the database by then. */
async function restartAfter(damage: string): Promise<{ hub: Hub; warned: string[] }> {
  await served.hub.stop();
  const database = new DatabaseSync(join(served.home, "hub", "hub.db"));
  database.exec(damage);
  database.close();
  const warned: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => warned.push(JSON.parse(line).msg) });
  const started = await startHub({
    home: served.home,
    dist: served.dist,
    version: "0.0.0-test",
    sample: false,
    schoolName: "Trường Mầm non",
    httpHost: "127.0.0.1",
    http: { port: 0, insisted: true },
    mqtt: { port: 0, insisted: true },
    log,
    clock: served.clock,
    cost: cheap,
  });
  if (!started.ok) throw new Error(started.detail);
  again = started.value;
  return { hub: again, warned };
}

const anyRoom = () => {
  const row = served.hub.store.sqlite.prepare("SELECT id FROM room ORDER BY position LIMIT 1").get();
  return row?.["id"] as RoomId;
};

test.each([
  ["a lead", `INSERT INTO "roomLead" VALUES ((SELECT id FROM room LIMIT 1), '{"sess', NULL, 'hub', '[]')`],
  ["a room's past", `INSERT INTO "roomLead" VALUES ((SELECT id FROM room LIMIT 1), '{}', NULL, 'hub', '[{')`],
  ["the winter", `INSERT OR REPLACE INTO setting VALUES ('winter', '{"from"')`],
  ["the screen time", `INSERT OR REPLACE INTO setting VALUES ('screenTime', 'x')`],
  ["a lesson's games", `UPDATE lesson SET games = '[{' WHERE id = (SELECT max(id) FROM lesson)`],
  ["a day plan", `INSERT OR REPLACE INTO "dayPlan" VALUES ('5-6', '[')`],
  ["a menu", `UPDATE "menuDay" SET meals = '['`],
  [
    "a notice",
    `UPDATE notice SET "classIds" = '[', state = 'approved', "fromDate" = '2020-01-01', "untilDate" = '2099-01-01'`,
  ],
  ["a stored document", `UPDATE desired SET body = '{"a"'`],
  ["a device's check", `INSERT OR REPLACE INTO readiness SELECT id, 1, NULL, '[' FROM device LIMIT 1`],
  ["an inventory", `UPDATE device SET inventory = '{'`],
  ["the terms of a year", `UPDATE "schoolYear" SET terms = '['`],
  [
    "a class's age",
    `UPDATE "schoolClass" SET "ageBand" = 'x' WHERE id = (SELECT max(id) FROM "schoolClass")`,
  ],
])(
  "a hub with %s damaged starts, plans its rooms and shows week, board and school",
  async (_what, damage) => {
    const room = anyRoom();
    await served.enrolScreen();
    const { cookie } = await served.as("vicePrincipalEducation");
    const { hub } = await restartAfter(damage);
    const call = async (path: string) => (await fetch(`${hub.url}${path}`, { headers: { cookie } })).status;
    expect(hub.core.desired.plan(room)?.lessons.length).toBeGreaterThan(0);
    expect([
      await call("/api/board"),
      await call("/api/school"),
      await call("/api/timetable/week?date=2026-11-23&view=draft"),
    ]).toEqual([200, 200, 200]);
  },
);

test("damaged settings, leads and documents are in the log", async () => {
  const { warned } = await restartAfter(
    `INSERT OR REPLACE INTO setting VALUES ('winter', '{"from"');
     INSERT INTO "roomLead" VALUES ((SELECT id FROM room LIMIT 1), '{"sess', NULL, 'hub', '[]')`,
  );
  expect(warned).toEqual(
    expect.arrayContaining([
      "a setting is unreadable; its default holds",
      "a stored lead is unreadable; the room follows its timetable",
    ]),
  );
});
