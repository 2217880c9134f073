// Tests that the hub says once when its disk gets full, and once when it is over.
import { pino } from "pino";
import { expect, test } from "vitest";
import { type HubEvent, makeHubEvents } from "../events/hubEvents.ts";
import { type DiskSpace, watchDisk } from "./diskWatch.ts";

const gibibyte = 1024 ** 3;

async function watching(totalBytes = 200 * gibibyte) {
  const events = makeHubEvents((error) => {
    throw error;
  });
  const said: HubEvent[] = [];
  events.subscribe((event) => {
    if (event.type === "hubDisk") said.push(event);
  });
  const at: { space: DiskSpace | Error; full: boolean } = {
    space: { freeBytes: 100 * gibibyte, totalBytes },
    full: false,
  };
  const watch = await watchDisk({
    ...{ folder: "/nowhere", full: () => at.full, events, log: pino({ level: "silent" }) },
    every: () => () => {},
    space: async () => {
      if (at.space instanceof Error) throw at.space;
      return at.space;
    },
  });
  return {
    ...{ watch, events, said, at },
    async free(freeBytes: number) {
      at.space = { freeBytes, totalBytes };
      await watch.look();
      return watch.now().state;
    },
  };
}

test("little space is told of once, and being over only when there is clearly more", async () => {
  const { free, said } = await watching();
  expect(await free(3 * gibibyte)).toBe("ok");
  expect(await free(1.9 * gibibyte)).toBe("low");
  expect(await free(1.8 * gibibyte)).toBe("low");
  expect(await free(2.2 * gibibyte)).toBe("low");
  expect(await free(2.6 * gibibyte)).toBe("ok");
  expect(said).toMatchObject([
    { state: "low", freeBytes: 1.9 * gibibyte },
    { state: "ok", freeBytes: 2.6 * gibibyte },
  ]);
});

test("on a small disk a twentieth of it is little", async () => {
  const { free } = await watching(20 * gibibyte);
  expect(await free(1.5 * gibibyte)).toBe("ok");
  expect(await free(0.9 * gibibyte)).toBe("low");
});

test("what ingest finds is told at once, before anything was measured, and is over when ingest says so", async () => {
  const { watch, events, said, at } = await watching();
  at.full = true;
  events.publish({ type: "diskFull", full: true });
  expect(said).toMatchObject([{ state: "full" }]);
  expect(watch.now().state).toBe("full");
  at.full = false;
  events.publish({ type: "diskFull", full: false });
  expect(said.map((event) => event.type === "hubDisk" && event.state)).toEqual(["full", "ok"]);
});

test("a disk that cannot be asked is not called full, and what writing finds still counts", async () => {
  const { watch, at } = await watching();
  at.space = new Error("no such call");
  await watch.look();
  expect(watch.now()).toMatchObject({ state: "ok", freeBytes: null, totalBytes: null });
  at.full = true;
  expect(watch.now().state).toBe("full");
});
