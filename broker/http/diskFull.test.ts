// Tests that a full disk takes nothing from the dashboard but writing, and that the hub says so.
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeEach(async () => {
  served = await startServedHub();
});
afterEach(() => served.close());

/** Every write of these tables fails with SQLite's own sentence; a limit on pages would let small ones through. */
function fillDisk(): void {
  for (const table of ["signIn", "audit", "device"])
    for (const change of ["INSERT", "UPDATE", "DELETE"])
      served.hub.store.sqlite.exec(
        `CREATE TEMP TRIGGER "full${table}${change}" BEFORE ${change} ON "${table}"
         BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
      );
}
function freeDisk(): void {
  for (const table of ["signIn", "audit", "device"])
    for (const change of ["INSERT", "UPDATE", "DELETE"])
      served.hub.store.sqlite.exec(`DROP TRIGGER "full${table}${change}"`);
}
const healthz = async () => (await fetch(`${served.hub.url}/healthz`)).status;

test("whoever is signed in reads on, writing says what is wrong, and the watchdog is told until it is over", async () => {
  const officer = await served.as("itOfficer");
  const { deviceId } = await served.enrolScreen();
  const rename = () => officer("changeDevice", { params: { deviceId }, body: { name: "Tivi" } });
  expect(await healthz()).toBe(200);
  fillDisk();
  // Long enough for the use of the sign-in to be worth writing down.
  served.clock.by += 5 * 60_000;
  expect((await officer("board")).status).toBe(200);
  expect(await healthz()).toBe(503);
  const refused = await rename();
  expect(refused.status).toBe(507);
  expect(await refused.json()).toMatchObject({ code: "DISK_FULL" });
  freeDisk();
  expect((await rename()).status).toBe(200);
  expect(await healthz()).toBe(200);
});

test("a wrong password is a wrong password also when it cannot be written down", async () => {
  fillDisk();
  const answer = await served.stranger("signIn", { body: { username: "ai-do", password: "sai" } });
  expect(answer.status).toBe(401);
  expect(await healthz()).toBe(503);
});

test("a write that finds the disk full tells the watchdog", async () => {
  const officer = await served.as("itOfficer");
  const { deviceId } = await served.enrolScreen();
  fillDisk();
  expect((await officer("changeDevice", { params: { deviceId }, body: { name: "Tivi" } })).status).toBe(507);
  expect(await healthz()).toBe(503);
});
