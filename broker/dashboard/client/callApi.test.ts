import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { ApiError } from "./apiError.ts";
import { callApi } from "./callApi.ts";

let server: Server | undefined;
afterEach(() => {
  vi.unstubAllGlobals();
  server?.close();
});

/** The client asks for paths of its own origin; Node's fetch needs that origin spelt out. */
async function serve(answer: RequestListener): Promise<void> {
  const made = createServer(answer);
  server = made;
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  const { port } = made.address() as AddressInfo;
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init));
}

const failureOf = async (call: Promise<unknown>): Promise<ApiError> => {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error("the call did not fail with an ApiError");
  return error;
};

test("method, path parameters, query and body go where the contract says", async () => {
  const seen: unknown[] = [];
  await serve(async (request, response) => {
    const chunks = await request.toArray();
    seen.push([request.method, request.url, Buffer.concat(chunks).toString()]);
    response.end("[]");
  });
  await callApi("deviceEvents", { params: { deviceId: "a b" }, query: { limit: 5 } });
  await callApi("changeDevice", { params: { deviceId: "d" }, body: { name: "Trạm 5" } });
  expect(seen).toEqual([
    ["GET", "/api/devices/a%20b/events?limit=5", ""],
    ["PATCH", "/api/devices/d", '{"name":"Trạm 5"}'],
  ]);
});

test("204 is null", async () => {
  await serve((_, response) => response.writeHead(204).end());
  expect(await callApi("signOut", {})).toBeNull();
});

test("the hub's refusal keeps its code, sentence, fields and waiting time", async () => {
  const reply = { code: "TOO_MANY_TRIES", message: "Chờ một lát.", fields: { username: "sai" } };
  await serve((_, response) => response.writeHead(429, { "retry-after": "30" }).end(JSON.stringify(reply)));
  const error = await failureOf(callApi("signIn", { body: { username: "a", password: "b" } }));
  expect(error).toMatchObject({ ...reply, status: 429, retryAfterSeconds: 30 });
});

test("a proxy's page instead of the hub's answer means the hub is not reachable", async () => {
  await serve((_, response) => response.writeHead(502).end("<h1>Bad gateway</h1>"));
  expect(await failureOf(callApi("board", {}))).toMatchObject({ code: "UNREACHABLE", status: 502 });
});

test("no answer at all is UNREACHABLE too", async () => {
  await serve((request) => request.socket.destroy());
  expect(await failureOf(callApi("board", {}))).toMatchObject({ code: "UNREACHABLE", status: 0 });
});
