// Tests what the generic code does with a handler's answer, whatever the handler.
import fastifyCookie from "@fastify/cookie";
import Fastify from "fastify";
import { expect, test } from "vitest";
import type { Accounts } from "../accounts/accounts.ts";
import { registerRoutes } from "./registerRoutes.ts";
import type { Handlers } from "./routeHandlers.ts";

async function answer(value: unknown) {
  const app = Fastify();
  await app.register(fastifyCookie);
  const person = {
    staffId: "s",
    displayName: "Người Thử",
    roles: [],
    permissions: new Set(["signedIn", "rooms.view"]),
  };
  const accounts = { recognise: async () => person } as unknown as Accounts;
  const handlers = { listRooms: async () => ({ ok: true, value }) } as unknown as Handlers;
  registerRoutes(app, accounts, handlers);
  return app.inject({ url: "/api/rooms", headers: { cookie: "kidsmart=token" } });
}
const room = { id: "00000000-0000-7000-8000-000000000001", name: "Phòng", kind: "classroom" };

test("what the contract does not name never leaves the hub", async () => {
  const reply = await answer([{ ...room, passwordVerifier: "scrypt$…" }]);
  expect(reply.json()).toEqual([room]);
});

test("an answer that breaks the contract is a fault of the hub, not a surprise for the page", async () => {
  expect((await answer([{ ...room, kind: "kitchen" }])).statusCode).toBe(500);
});
