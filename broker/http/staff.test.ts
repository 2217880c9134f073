// Tests managing people over the routes: who may come in, with what, and that stations learn of it.
import { afterEach, beforeEach, expect, test } from "vitest";
import { verifySecret } from "../../runtime/secret.ts";
import type { StaffMember } from "../api/staff.ts";
import { type Client, clientOf, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let officer: Client;
beforeEach(async () => {
  served = await startServedHub();
  officer = await served.as("itOfficer");
});
afterEach(() => served.close());

type Added = StaffMember & { readonly password: string };
const newcomer = { username: "Co.Hoa", displayName: "Trần Thị Hoa", roles: ["teacher"], pin: "2604" };

async function read<Shape>(answer: Promise<Response>, status = 200): Promise<Shape> {
  const found = await answer;
  const text = await found.text();
  expect([found.status, text]).toEqual([status, text]);
  return JSON.parse(text || "null") as Shape;
}
const add = (more: Partial<Record<keyof typeof newcomer, unknown>> = {}) =>
  officer("addStaff", { body: { ...newcomer, ...more } });
const people = () => read<StaffMember[]>(officer("listStaff"));
const idOf = async (role: string) =>
  (await people()).find(({ roles }) => roles.some(({ code }) => code === role))?.staffId ?? "";
const signIn = (username: string, password: string) =>
  served.stranger("signIn", { body: { username, password } });
const cookieOf = (answer: Response) => (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

/** Whose PIN this is, by the config a device holds. */
async function ownerOnDevice(deviceId: string, pin: string): Promise<string | undefined> {
  await served.hub.core.desired.settled();
  for (const { staffId, verifier } of served.hub.core.desired.document(deviceId as never, "config")?.body
    .pins ?? [])
    if (await verifySecret(pin, verifier)) return staffId;
  return undefined;
}

test("a person who was added signs in with the password that was shown once", async () => {
  const { password, ...member } = await read<Added>(add());
  expect(member).toMatchObject({ username: "co.hoa", hasPin: true, disabledAt: null });
  expect(await people()).toContainEqual(member);
  const answer = await signIn("co.hoa", password);
  expect(await answer.json()).toMatchObject({ displayName: "Trần Thị Hoa", roles: [{ code: "teacher" }] });
});

test("a user name is taken once, whatever its capitals", async () => {
  await read(add());
  expect(await read(add({ username: "cO.hOA", pin: null }), 409)).toMatchObject({ code: "USERNAME_TAKEN" });
});

test.each([
  [{ username: "cô hoa" }, "username"],
  [{ pin: "12" }, "pin"],
  [{ pin: "12ab" }, "pin"],
  [{ roles: [] }, "roles"],
  [{ displayName: "  " }, "displayName"],
])("%j is refused with the field's own sentence", async (wrong, field) => {
  const { code, fields } = await read<{ code: string; fields: object }>(add(wrong), 400);
  expect([code, Object.keys(fields)]).toEqual(["INVALID_INPUT", [field]]);
});

test("a role that does not exist is not given", async () => {
  await read(add({ roles: ["teacher", "king"] }), 404);
  expect((await people()).some(({ username }) => username === "co.hoa")).toBe(false);
});

test("a PIN reaches every device's config, a new one replaces it, and null takes it away", async () => {
  const { deviceId } = await served.enrolScreen();
  const { staffId } = await read<Added>(add());
  expect(await ownerOnDevice(deviceId, "2604")).toBe(staffId);
  const params = { staffId };
  await read(officer("setStaffPin", { params, body: { pin: "735194" } }));
  expect(await ownerOnDevice(deviceId, "2604")).toBeUndefined();
  expect(await ownerOnDevice(deviceId, "735194")).toBe(staffId);
  const after = await read<StaffMember>(officer("setStaffPin", { params, body: { pin: null } }));
  expect(after.hasPin).toBe(false);
  expect(await ownerOnDevice(deviceId, "735194")).toBeUndefined();
});

test("no two people have one PIN, not even when they ask at the same moment", async () => {
  const [first, second] = await Promise.all([add(), add({ username: "co.lan" })]);
  expect([first.status, second.status].sort()).toEqual([200, 409]);
  const { staffId } = await read<Added>(add({ username: "co.mai", pin: "3715" }));
  const change = officer("setStaffPin", { params: { staffId }, body: { pin: "2604" } });
  expect(await read(change, 409)).toMatchObject({ code: "PIN_TAKEN" });
  await read(officer("setStaffPin", { params: { staffId }, body: { pin: "3715" } }));
});

test.each(["1234", "7777", "987654", "1988"])("the PIN %s is too easy", async (pin) => {
  expect(await read(add({ pin }), 400)).toMatchObject({ code: "PIN_OBVIOUS" });
});

test("locking a person out ends the sign-ins and takes the PIN from the stations for good", async () => {
  const { deviceId } = await served.enrolScreen();
  const { staffId, password } = await read<Added>(add());
  const hoa = clientOf(served.hub.url, cookieOf(await signIn("co.hoa", password)));
  expect((await hoa("whoAmI")).status).toBe(200);
  const change = (disabled: boolean) => officer("changeStaff", { params: { staffId }, body: { disabled } });
  expect(await ownerOnDevice(deviceId, "2604")).toBe(staffId);
  const locked = await read<StaffMember>(change(true));
  expect(locked).toMatchObject({ hasPin: false, disabledAt: expect.any(Number) });
  expect((await hoa("whoAmI")).status).toBe(401);
  expect((await signIn("co.hoa", password)).status).toBe(401);
  expect(await ownerOnDevice(deviceId, "2604")).toBeUndefined();
  const pin = officer("setStaffPin", { params: { staffId }, body: { pin: "2604" } });
  expect(await read(pin, 409)).toMatchObject({ code: "CONFLICT" });
  expect(await read(change(false))).toMatchObject({ hasPin: false, disabledAt: null });
  // The old sign-in stays ended.
  expect((await hoa("whoAmI")).status).toBe(401);
  expect((await signIn("co.hoa", password)).status).toBe(200);
});

test("a change of roles counts at the next request", async () => {
  const { staffId, password } = await read<Added>(add());
  const hoa = clientOf(served.hub.url, cookieOf(await signIn("co.hoa", password)));
  expect((await hoa("listStaff")).status).toBe(403);
  const body = { roles: ["itOfficer", "teacher", "teacher"], displayName: "Trần Hoa" };
  const after = await read<StaffMember>(officer("changeStaff", { params: { staffId }, body }));
  expect(after.roles.map(({ code }) => code)).toEqual(["itOfficer", "teacher"]);
  expect((await hoa("listStaff")).status).toBe(200);
});

test("the last person who manages the staff can be neither locked out nor stripped", async () => {
  const principal = await idOf("principal");
  const self = await idOf("itOfficer");
  const change = (staffId: string, body: object) => officer("changeStaff", { params: { staffId }, body });
  await read(change(principal, { disabled: true }));
  for (const body of [{ disabled: true }, { roles: ["teacher"] }])
    expect(await read(change(self, body), 409)).toMatchObject({ code: "LAST_MANAGER" });
  await read(change(self, { roles: ["teacher", "itOfficer"] }));
  await read(change(principal, { disabled: false }));
  await read(change(self, { roles: ["teacher"] }));
  expect((await officer("listStaff")).status).toBe(403);
});

test("a new password ends the person's sign-ins, but not the one that asked", async () => {
  const { staffId, password } = await read<Added>(add());
  const hoa = clientOf(served.hub.url, cookieOf(await signIn("co.hoa", password)));
  const reset = (id: string) =>
    read<{ password: string }>(officer("resetStaffPassword", { params: { staffId: id } }));
  const fresh = await reset(staffId);
  expect(fresh.password).toMatch(/^([a-z]+-){5}\d\d$/);
  expect((await hoa("whoAmI")).status).toBe(401);
  expect((await signIn("co.hoa", password)).status).toBe(401);
  expect((await signIn("co.hoa", fresh.password)).status).toBe(200);
  await reset(await idOf("itOfficer"));
  expect((await officer("whoAmI")).status).toBe(200);
});

test("a person changes the own password; other browsers are signed out", async () => {
  const { password } = await read<Added>(add());
  const [here, there] = await Promise.all([signIn("co.hoa", password), signIn("co.hoa", password)]);
  const hoa = clientOf(served.hub.url, cookieOf(here));
  const other = clientOf(served.hub.url, cookieOf(there));
  const change = (currentPassword: string, newPassword: string) =>
    hoa("changeOwnPassword", { body: { currentPassword, newPassword } });
  expect(await read(change("không phải", "hoa mai vàng"), 400)).toMatchObject({ code: "WRONG_PASSWORD" });
  await read(change(password, "ngắn"), 400);
  expect((await change(password, "hoa mai vàng")).status).toBe(204);
  expect((await hoa("whoAmI")).status).toBe(200);
  expect((await other("whoAmI")).status).toBe(401);
  expect((await signIn("co.hoa", password)).status).toBe(401);
  expect((await signIn("co.hoa", "hoa mai vàng")).status).toBe(200);
});

test("guessing the own password of an open sign-in runs into the limit", async () => {
  const { password } = await read<Added>(add());
  const hoa = clientOf(served.hub.url, cookieOf(await signIn("co.hoa", password)));
  const guess = () =>
    hoa("changeOwnPassword", { body: { currentPassword: "sai rồi", newPassword: "mat-khau-moi" } });
  const seen: number[] = [];
  for (let count = 0; count < 7; count += 1) seen.push((await guess()).status);
  expect(seen).toEqual([400, 400, 400, 400, 400, 429, 429]);
});

test("nobody's password or PIN stands in the list of people or in the audit log", async () => {
  const { password } = await read<Added>(add());
  const everything = JSON.stringify([
    await people(),
    await served.hub.store.query.selectFrom("audit").selectAll().execute(),
  ]);
  expect(everything).not.toContain(password);
  expect(everything).not.toContain("scrypt$");
  expect(everything).not.toContain('"2604"');
});
