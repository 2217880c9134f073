// Tests signing in over HTTP: the cookie, its life, wrong passwords, requests of other sites.
import { afterEach, beforeEach, expect, test } from "vitest";
import { hashToken } from "../accounts/signIns.ts";
import { signedIn } from "../api/accounts.ts";
import { clientOf, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
beforeEach(async () => {
  served = await startServedHub();
});
afterEach(() => served.close());

const officer = () => {
  const found = served.signIns.find(({ role }) => role === "itOfficer");
  if (found === undefined) throw new Error("no officer");
  return { username: found.username, password: found.password };
};
const hour = 60 * 60_000;

test("a sign-in sets a cookie that scripts and other sites cannot use, and tells who one is", async () => {
  const answer = await served.stranger("signIn", { body: officer() });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("set-cookie")).toMatch(
    /^kidsmart=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const who = signedIn.parse(await answer.json());
  expect(who.roles.map(({ code }) => code)).toEqual(["itOfficer"]);
  expect(who.permissions).toContain("timetable.edit");
});

test("behind a proxy that ends TLS the cookie is for TLS only", async () => {
  const own = await startServedHub(undefined, { trustProxy: true });
  const [first] = own.signIns;
  const body = { username: first?.username, password: first?.password };
  const headers = { "x-forwarded-proto": "https" };
  const answer = await own.stranger("signIn", { body, headers });
  expect(answer.headers.get("set-cookie")).toContain("; Secure");
  await own.close();
});

test("without a proxy nobody is believed another address: not for more tries, not in the audit", async () => {
  const statuses = [];
  for (let count = 0; count < 6; count += 1) {
    const headers = { "x-forwarded-for": `10.0.0.${count}`, "x-forwarded-proto": "https" };
    const body = { ...officer(), password: "sai" };
    statuses.push((await served.stranger("signIn", { body, headers })).status);
  }
  expect(statuses.at(-1)).toBe(429);
  const rows = await served.hub.store.query
    .selectFrom("audit")
    .where("action", "=", "signIn.failed")
    .select("actor")
    .execute();
  expect(new Set(rows.map(({ actor }) => actor))).toEqual(new Set(["127.0.0.1"]));
});

test("the database holds only the hash of the cookie's value", async () => {
  const { cookie } = await served.as("itOfficer");
  const token = cookie.split("=")[1] ?? "";
  const rows = await served.hub.store.query.selectFrom("signIn").selectAll().execute();
  expect(rows.map(({ tokenHash }) => tokenHash)).toContain(hashToken(token));
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("the name counts without its case, and the password with it", async () => {
  const { username, password } = officer();
  const shouted = await served.stranger("signIn", {
    body: { username: ` ${username.toUpperCase()} `, password },
  });
  expect(shouted.status).toBe(200);
  const wrong = await served.stranger("signIn", { body: { username, password: password.toUpperCase() } });
  expect(wrong.status).toBe(401);
});

test("signing out ends the sign-in for good", async () => {
  const client = await served.as("itOfficer");
  expect((await client("signOut")).status).toBe(204);
  expect((await client("whoAmI")).status).toBe(401);
});

test("a sign-in slides with use, ends after twelve idle hours and after seven days in any case", async () => {
  const used = await served.as("itOfficer");
  const idle = await served.as("teacher");
  for (let passed = 0; passed < 7 * 24 - 12; passed += 11) {
    served.clock.by += 11 * hour;
    expect((await used("whoAmI")).status).toBe(200);
  }
  expect((await idle("whoAmI")).status).toBe(401);
  served.clock.by += 11 * hour;
  expect((await used("whoAmI")).status).toBe(401);
});

test("wrong passwords are soon made to wait, are told how long, and the right one waits too", async () => {
  const { username, password } = officer();
  const tryIt = (wished: string) => served.stranger("signIn", { body: { username, password: wished } });
  const statuses = [];
  for (let count = 0; count < 7; count += 1) statuses.push((await tryIt("sai")).status);
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  const refused = await tryIt(password);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({
    code: "TOO_MANY_TRIES",
    message: expect.stringMatching(/đợi \d+ giây/),
  });
  served.clock.by += 16_000;
  expect((await tryIt(password)).status).toBe(200);
});

test("the hub's clock, set by hand, neither lengthens the wait nor ends it", async () => {
  const { username, password } = officer();
  const tryIt = (wished: string) => served.stranger("signIn", { body: { username, password: wished } });
  served.clock.setBy = 70 * 365 * 24 * hour;
  for (let count = 0; count < 6; count += 1) await tryIt("sai");
  served.clock.setBy = 71 * 365 * 24 * hour;
  expect((await tryIt(password)).status).toBe(429);
  served.clock.setBy = 0;
  served.clock.by += 16_000;
  expect((await tryIt(password)).status).toBe(200);
});

test("many wrong passwords at once get no more tries than one after another", async () => {
  const { username } = officer();
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => served.stranger("signIn", { body: { username, password: "sai" } })),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
});

test("wrong names and passwords are answered alike, and what was typed as an unknown name is not kept", async () => {
  const unknown = await served.stranger("signIn", { body: { username: "meo-con-42", password: "sai" } });
  const wrong = await served.stranger("signIn", { body: { ...officer(), password: "sai" } });
  expect(await unknown.json()).toEqual(await wrong.json());
  const rows = await served.hub.store.query
    .selectFrom("audit")
    .where("action", "=", "signIn.failed")
    .orderBy("id")
    .selectAll()
    .execute();
  expect(rows.map(({ subject }) => subject)).toEqual(["(tên đăng nhập không có)", "Vũ Đức Khôi"]);
  expect(JSON.stringify(rows)).not.toContain("meo-con-42");
});

test.each([
  ["an Origin of another site", { origin: "http://evil.example" }],
  ["the Origin of a sandboxed frame", { origin: "null" }],
  ["the browser's word that it is cross-site", { "sec-fetch-site": "cross-site" }],
  ["the browser's word that it is another port", { "sec-fetch-site": "same-site" }],
])("a change with %s is refused, and nothing changes", async (_, headers) => {
  const { cookie } = await served.as("itOfficer");
  const client = clientOf(served.hub.url, cookie);
  expect((await client("signOut", { headers })).status).toBe(403);
  expect((await client("whoAmI")).status).toBe(200);
});

test("a change from the hub's own page goes through", async () => {
  const client = await served.as("itOfficer");
  const headers = { origin: served.hub.url, "sec-fetch-site": "same-origin" };
  expect((await client("signOut", { headers })).status).toBe(204);
});
