// Tests how much of one screen the hub holds at once, over a real WebSocket with storing in the test's hand.
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import WebSocket from "ws";
import type { KioskRecord } from "../../protocol/link.ts";
import type { Device, ScreenConnection, Screens } from "../hubServices.ts";
import { serveScreens } from "./screenRoute.ts";

const ending: (() => void)[] = [];
afterEach(() => {
  for (const end of ending.splice(0)) end();
});

async function startScreen(store: ScreenConnection["records"], pressure: Screens["pressure"]) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const connected = once(server, "connection") as Promise<[Socket]>;
  const connection = { boot: "00000000000000b1", records: store, live() {}, closed() {} };
  const route = serveScreens(server, {
    devices: { authenticate: () => ({ id: "screen" }) as unknown as Device },
    screens: { pressure, open: () => connection as unknown as ScreenConnection },
    pins: { check: () => Promise.reject(new Error("no PIN here")) },
    log: pino({ level: "silent" }),
  });
  const { port } = server.address() as AddressInfo;
  const screen = new WebSocket(`ws://127.0.0.1:${port}/screen/link?device=screen`, ["kidsmart.x"]);
  ending.push(() => {
    screen.terminate();
    route.close();
    server.close();
  });
  const stored = new Set<string>();
  screen.on("message", (data) => {
    const said = JSON.parse(String(data)) as { type: string; ids?: string[] };
    for (const id of said.ids ?? []) stored.add(id);
  });
  await once(screen, "open");
  const have = { plan: 0, config: 0, content: 0 };
  screen.send(JSON.stringify({ type: "hello", kiosk: "0.1.0 (test)", have }));
  const [atHub] = await connected;
  return { screen, atHub, stored };
}

const recordText = (index: number) => {
  const id = `0190a0a0-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
  const body = { kind: "other", detail: "x".repeat(3_000) };
  return JSON.stringify({ type: "record", record: { id, at: 1_700_000_000_000, type: "fault", body } });
};
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise(setImmediate);
};
const idsOf = (records: readonly KioskRecord[]) => records.map(({ id }) => id);

test("a screen that sends faster than the hub stores is not read further, and loses nothing", async () => {
  const waiting: (() => void)[] = [];
  let held = 0;
  let open = false;
  const { screen, atHub, stored } = await startScreen(
    (records) => {
      if (open) return Promise.resolve(idsOf(records));
      held += records.length;
      return new Promise((resolve) => waiting.push(() => resolve(idsOf(records))));
    },
    () => undefined,
  );
  for (let index = 0; index < 5_000; index += 1) screen.send(recordText(index));
  await until(() => atHub.isPaused());
  expect(held).toBeLessThan(600);
  open = true;
  for (const release of waiting) release();
  await until(() => stored.size === 5_000);
  expect(atHub.isPaused()).toBe(false);
});

test("while the hub holds enough of everybody's records no screen is read", async () => {
  const relief = Promise.withResolvers<void>();
  let pressed: Promise<void> | undefined = relief.promise;
  const { screen, atHub, stored } = await startScreen(
    async (records) => idsOf(records),
    () => pressed,
  );
  screen.send(recordText(1));
  await until(() => stored.size === 1);
  expect(atHub.isPaused()).toBe(true);
  screen.send(recordText(2));
  pressed = undefined;
  relief.resolve();
  await until(() => stored.size === 2);
});
