// Tests that every row of the API table is guarded as it says, by walking the table.
import { afterAll, beforeAll, expect, test } from "vitest";
import { api, type RouteName } from "../api/api.ts";
import type { Route } from "../api/route.ts";
import { type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(() => served.close());

const guarded = (Object.keys(api) as RouteName[])
  .map((name): [RouteName, Route] => [name, api[name]])
  .filter(([, row]) => row.permission !== "public");
const params = {
  deviceId: "00000000-0000-7000-8000-000000000001",
  roomId: "00000000-0000-7000-8000-000000000001",
  slotId: "00000000-0000-7000-8000-000000000001",
  staffId: "00000000-0000-7000-8000-000000000001",
  code: "ABCD-EFGH",
};

test.each(guarded)("%s without a sign-in is refused with 401", async (name) => {
  const answer = await served.stranger(name, { params });
  expect(answer.status).toBe(401);
  expect(await answer.json()).toMatchObject({
    code: "NOT_SIGNED_IN",
    message: expect.stringContaining("đăng nhập"),
  });
});

test("every row that demands a permission refuses somebody who has all the others with 403", async () => {
  const demanded = guarded.filter(([, row]) => row.permission !== "signedIn");
  const every = [...new Set(demanded.map(([, { permission }]) => permission))];
  const seen: [string, number][] = [];
  for (const permission of every) {
    const others = every.filter((each) => each !== permission);
    const client = await served.withPermissions(others as never);
    for (const [name, row] of demanded)
      if (row.permission === permission) seen.push([name, (await client(name, { params })).status]);
  }
  expect(seen).toHaveLength(demanded.length);
  expect(seen.filter(([, status]) => status !== 403)).toEqual([]);
});

test.each([
  ["accountant", "sendCommand"],
  ["accountant", "showWeek"],
  ["principal", "sendCommand"],
  ["teacher", "changeSlots"],
  ["teacher", "assignTicket"],
  ["gradeHead", "assignTicket"],
  ["teacher", "createEnrolment"],
  ["gradeHead", "copyWeek"],
  ["itOfficer", "publishTimetable"],
  ["vicePrincipalCare", "giveOrder"],
  ["vicePrincipalEducation", "revokeDevice"],
  ["vicePrincipalEducation", "listStaff"],
  ["accountant", "resetStaffPassword"],
] as const)("%s may not %s", async (role, route) => {
  const client = await served.as(role);
  expect((await client(route, { params })).status).toBe(403);
});

test("a role taken away is gone at the next request", async () => {
  const client = await served.withPermissions(["rooms.view"]);
  expect((await client("listRooms")).status).toBe(200);
  await served.hub.store.query
    .deleteFrom("staffRole")
    .where(
      "roleCode",
      "not in",
      served.signIns.map(({ role }) => role),
    )
    .execute();
  expect((await client("listRooms")).status).toBe(403);
});

test("a person who was disabled is signed out everywhere", async () => {
  const client = await served.as("accountant");
  await served.hub.store.query
    .updateTable("staff")
    .set({ disabledAt: 1 })
    .where("username", "=", "ketoan")
    .execute();
  expect((await client("whoAmI")).status).toBe(401);
});
