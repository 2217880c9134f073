// Tests what every answer of the hub has: parsing, coded refusals, headers, the OpenAPI document, figures, built files.

import { request as httpRequest, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { api } from "../api/api.ts";
import { errorReply } from "../api/error.ts";
import { type ServedHub, startServedHub, writeBuilt } from "./servedHubFixture.ts";

let served: ServedHub;
beforeAll(async () => {
  served = await startServedHub();
});
afterAll(() => served.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${served.hub.url}${path}`, { headers, redirect: "manual" });

/** fetch would tidy paths up and ask past every cache. */
const raw = (path: string, headers: Record<string, string> = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { hostname, port } = new URL(served.hub.url);
    httpRequest({ hostname, port, path, headers }, resolve).on("error", reject).end();
  });

test("what is wrong with a body is said field by field, in Vietnamese", async () => {
  const client = await served.as("itOfficer");
  const body = { kind: "toaster", roomId: null, stationNumber: 200, deviceName: "" };
  const answer = await client("createEnrolment", { body });
  expect(answer.status).toBe(400);
  expect(errorReply.parse(await answer.json())).toMatchObject({
    code: "INVALID_INPUT",
    fields: {
      deviceName: "Cần điền mục này",
      kind: "Hãy chọn một trong các giá trị: station, screen, office",
      stationNumber: "Chỉ được tối đa 99",
    },
  });
});

test("a schema's own message is kept", async () => {
  const client = await served.as("itOfficer");
  const { query } = served.hub.store;
  const room = await query.selectFrom("room").select("id").executeTakeFirstOrThrow();
  const schoolClass = await query.selectFrom("schoolClass").select("id").executeTakeFirstOrThrow();
  const lesson = await query.selectFrom("lesson").select("id").executeTakeFirstOrThrow();
  const slot = {
    id: v7(),
    roomId: room.id,
    date: "2027-01-04",
    periodId: null,
    classId: schoolClass.id,
    lessonId: lesson.id,
    startMinute: 500,
    endMinute: 480,
  };
  const body = { changes: [{ change: "put", seen: null, slot }] };
  const answer = await client("changeSlots", { body });
  expect(await answer.json()).toMatchObject({
    fields: { "changes.0.slot.endMinute": "Giờ kết thúc phải sau giờ bắt đầu" },
  });
});

test.each([
  ["is not JSON", "{", "application/json", 400],
  ["is no JSON by its type", "<a/>", "application/xml", 415],
  ["is too large", JSON.stringify({ username: "x".repeat(70_000), password: "x" }), "application/json", 413],
  [
    "tries to reach the prototype",
    '{"__proto__":{"admin":true},"username":"a","password":"b"}',
    "application/json",
    400,
  ],
])("a body that %s is refused with a code", async (_, body, type, status) => {
  const headers = { "content-type": type };
  const answer = await fetch(`${served.hub.url}/api/session`, { method: "POST", body, headers });
  expect(answer.status).toBe(status);
  expect(errorReply.parse(await answer.json()).code).toBe("INVALID_INPUT");
});

test.each(["/%zz", "/api/devices/%", "/%c0%af"])(
  "the bad address %s is answered in Vietnamese, with a code",
  async (path) => {
    const answer = await raw(path);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(errorReply.parse(JSON.parse(await text(answer)))).toMatchObject({
      code: "INVALID_INPUT",
      message: expect.stringContaining("Địa chỉ"),
    });
  },
);

test.each(["/api/nothing", "/api/devices/not-an-id", "/api/rooms/x/timetable"])(
  "%s is not found, with a code",
  async (path) => {
    const { cookie } = await served.as("itOfficer");
    const answer = await get(path, { cookie });
    expect(answer.status).toBe(404);
    expect(errorReply.parse(await answer.json()).code).toBe("NOT_FOUND");
  },
);

test("an answer of the API is never cached and never sniffed", async () => {
  const answer = await get("/api/session");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

test("the OpenAPI document names every row of the table, with schemas that resolve", async () => {
  const document = (await (await get("/api/openapi.json")).json()) as {
    openapi: string;
    paths: Record<
      string,
      Record<string, { operationId: string; responses: object; parameters?: { in: string }[] }>
    >;
    components: { schemas: object };
  };
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(api).sort());
  for (const [path, methods] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].length;
    for (const { parameters = [], responses } of Object.values(methods)) {
      expect([path, parameters.filter((each) => each.in === "path").length]).toEqual([path, inPath]);
      expect(Object.keys(responses)).toContain("default");
    }
  }
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target);
  expect(new Set(references)).toEqual(new Set(["#/components/schemas/ErrorReply"]));
});

test("/healthz and /metrics tell the hub's figures", async () => {
  expect(await (await get("/healthz")).json()).toEqual({
    status: "ok",
    version: "0.0.0-test",
    devices: { known: 0, online: 0 },
    records: 0,
    quarantine: 0,
    ingestLagMs: 0,
  });
  const metrics = await (await get("/metrics")).text();
  expect(metrics).toMatch(
    /^# HELP kidsmart_hub_devices_known .+\n# TYPE kidsmart_hub_devices_known gauge\nkidsmart_hub_devices_known 0$/m,
  );
  for (const line of metrics.trim().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) |(kidsmart_hub|process)_\w+(\{.*\})? [\d.e+-]+$)/);
});

test("until the interface is built, a page says so and what to do", async () => {
  const answer = await get("/");
  expect(answer.status).toBe(503);
  expect(await answer.text()).toContain("npm run build");
});

test("the dashboard is served for every address it makes up, and hashed files for good", async () => {
  await writeBuilt(served, "dashboard/index.html", "<!doctype html><title>Bảng điều khiển</title>");
  await writeBuilt(
    served,
    "dashboard/assets/index-B_TVFhwJ.js",
    `export const text = "${"a".repeat(5000)}";`,
  );
  for (const path of ["/", "/devices/123", "/index.html"]) {
    const answer = await get(path);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(await answer.text()).toContain("Bảng điều khiển");
  }
  const script = await get("/assets/index-B_TVFhwJ.js", { "accept-encoding": "br" });
  expect(script.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(script.headers.get("content-encoding")).toBe("br");
  expect((await get("/assets/missing-B_TVFhwJ.js")).status).toBe(404);
  const first = await raw("/");
  const again = await raw("/", { "if-none-match": first.headers.etag ?? "" });
  expect(again.statusCode).toBe(304);
});

test("/screen leads to the web screen and keeps the code", async () => {
  await writeBuilt(served, "kiosk/renderer/index.html", "<!doctype html><title>Màn hình</title>");
  const moved = await get("/screen?code=ABCD-EFGH");
  expect([moved.status, moved.headers.get("location")]).toEqual([302, "/screen/?code=ABCD-EFGH"]);
  const page = await get("/screen/?code=ABCD-EFGH");
  expect(page.headers.get("content-security-policy")).toContain("frame-src 'self'");
  expect(await page.text()).toContain("Màn hình");
});

test("a game is served as a guest: sandboxed, for every origin, reaching nothing", async () => {
  await writeBuilt(served, "content/games/count-animals/index.html", "<!doctype html><title>Đếm</title>");
  await writeBuilt(served, "content/catalogue.json", '{"games":[],"hash":""}');
  for (const path of ["/games/count-animals/", "/games/count-animals/index.html"]) {
    const answer = await get(path);
    expect(await answer.text()).toContain("Đếm");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("content-security-policy")).toMatch(
      /connect-src 'none'.*sandbox allow-scripts/,
    );
  }
  expect((await get("/games/count-animals/missing.js")).status).toBe(404);
  expect((await get("/catalogue.json")).status).toBe(200);
});

test.each([
  "/../hub/hub.db",
  "/games/../../hub/hub.db",
  "/games/..%2f..%2f..%2fhub%2fhub.db",
  "/screen/%2e%2e/%2e%2e/%2e%2e/hub/hub.db",
])("%s reaches no file outside the build", async (path) => {
  const { statusCode } = await raw(path);
  expect([400, 403, 404]).toContain(statusCode);
});
