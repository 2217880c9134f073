import { cpSync } from "node:fs";
import { describe, expect, onTestFinished, test } from "vitest";
import { commandId, sessionId, staffId } from "../../protocol/ids.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import type { DeviceCommand } from "../../protocol/messages/command.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { type FakeClock, makeFakeClock } from "../testing/fakeClock.ts";
import {
  boot,
  health,
  makeIdentity,
  makePlainRandom,
  openTestOutbox,
  quietLog,
  recordIdOf,
  room,
  sessionRecord,
  temporaryFolder,
} from "../testing/fixtures.ts";
import { startTestHub, type TestHub } from "../testing/testHub.ts";
import { makeUplink, type UplinkEvents } from "./uplink.ts";

type Options = { clock?: FakeClock; outbox?: Outbox; events?: Partial<UplinkEvents> };

function connectTo(hub: Pick<TestHub, "url">, options: Options = {}) {
  const clock = options.clock ?? makeFakeClock();
  const outbox = options.outbox ?? openTestOutbox({ clock });
  const nothing = () => {};
  const changes = new Set<(online: boolean) => void>();
  const uplink = makeUplink({
    clock,
    random: makePlainRandom(),
    log: quietLog,
    outbox,
    identity: makeIdentity(hub.url),
    room: () => room,
    boot,
    run: 7,
    birth: () => ({
      agent: "0.1.0",
      kiosk: null,
      have: { plan: 0, config: 0, content: 0 },
      clock: { at: clock.now(), mono: clock.mono(), trusted: true },
    }),
    events: {
      desired: nothing,
      desiredRefused: nothing,
      deviceCommand: nothing,
      roomCommand: nothing,
      watch: nothing,
      hubTime: nothing,
      online: (online) => {
        for (const change of changes) change(online);
      },
      ...options.events,
    },
  });
  uplink.start();
  let running = true;
  const stop = async () => {
    if (!running) return;
    running = false;
    const stopped = uplink.stop();
    clock.advance(2000);
    await stopped;
    outbox.close();
  };
  onTestFinished(stop);
  /** The device itself has noticed that the connection is gone. */
  const noticesLoss = () =>
    new Promise<void>((resolve) => {
      changes.add((online) => {
        if (!online) resolve();
      });
    });
  return { uplink, outbox, clock, noticesLoss, stop };
}

/** Announced, and told how far the hub knows its stream: nothing waits for an answer. */
const isSettled = (hub: TestHub) => () => hub.states.length >= 1 && hub.taken >= 1;
const seqsOf = (hub: TestHub) => hub.records.map(({ seq }) => seq);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

const pauseAsk: Omit<Ask, "id"> = {
  askedAt: 1,
  staffId: staffId.parse(recordIdOf(70)),
  order: { order: "pause", sessionId: sessionId.parse(recordIdOf(71)), stations: null },
};

describe("the way up", () => {
  test("a birth is followed by everything that waited", async () => {
    const hub = await startTestHub();
    const outbox = openTestOutbox();
    outbox.append([health(1), sessionRecord(2)]);
    connectTo(hub, { outbox });
    await hub.until(() => hub.watermark === 2);
    expect(hub.states[0]).toMatchObject({ state: "online", boot, run: 7, have: { plan: 0 } });
    expect(seqsOf(hub)).toEqual([1, 2]);
  });

  test("what the hub acked leaves the outbox", async () => {
    const hub = await startTestHub();
    const { outbox } = connectTo(hub);
    outbox.append([sessionRecord(1)]);
    await hub.until(() => outbox.released() === 1);
    expect(outbox.take(0, { maxRecords: 10, maxBytes: 1e6 })).toBeUndefined();
  });

  test("an ask goes to the hub now or never: what was asked while it was away is not kept", async () => {
    const hub = await startTestHub();
    const { uplink, noticesLoss, clock } = connectTo(hub);
    const ask = (n: number) => uplink.ask({ ...pauseAsk, id: commandId.parse(recordIdOf(n)) });
    ask(1);
    await hub.until(isSettled(hub));
    ask(2);
    await hub.until(() => hub.asks.length === 1);
    const lost = noticesLoss();
    hub.hangUp();
    await lost;
    ask(3);
    const births = hub.states.length;
    clock.advance(60_000);
    await hub.until(() => hub.states.length > births && hub.taken >= 2);
    ask(4);
    await hub.until(() => hub.asks.length === 2);
    expect(hub.asks.map(({ id }) => id)).toEqual([recordIdOf(2), recordIdOf(4)]);
  });

  test("health waits for company up to five minutes; anything else takes it along at once", async () => {
    const hub = await startTestHub();
    const { outbox, clock } = connectTo(hub);
    await hub.until(isSettled(hub));
    outbox.append([health(1)]);
    clock.advance(4 * 60_000);
    outbox.append([health(2)]);
    expect(hub.batches).toEqual([]);
    clock.advance(60_000);
    await hub.until(() => outbox.released() === 2);
    expect(hub.batches).toEqual([[0, 2]]);
    outbox.append([health(3)]);
    outbox.append([sessionRecord(4)]);
    await hub.until(() => outbox.released() === 4);
    expect(hub.batches).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test("no ack within fifteen seconds: the batch goes again, and the hub stores it once", async () => {
    const hub = await startTestHub();
    hub.behave = "storeSilently";
    const { outbox, clock } = connectTo(hub);
    outbox.append([sessionRecord(1)]);
    await hub.until(() => hub.batches.length === 1);
    hub.behave = "store";
    clock.advance(15_000);
    await hub.until(() => outbox.released() === 1);
    expect(hub.batches).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(seqsOf(hub)).toEqual([1]);
  });

  test("a hub that stays silent gets a new connection", async () => {
    const hub = await startTestHub();
    const { outbox, clock } = connectTo(hub);
    await hub.until(isSettled(hub));
    hub.behave = "ignore";
    outbox.append([sessionRecord(1)]);
    for (let round = 1; round <= 3; round++) {
      await hub.until(() => hub.batches.length === round);
      clock.advance(15_000);
    }
    hub.behave = "store";
    clock.advance(1000);
    await hub.until(() => outbox.released() === 1);
    expect(hub.states.filter(({ state }) => state === "online")).toHaveLength(2);
  });

  test("a hub restored from an old copy gets everything that is still here", async () => {
    const hub = await startTestHub();
    const { outbox } = connectTo(hub);
    for (let n = 1; n <= 3; n++) outbox.append([sessionRecord(n)]);
    await hub.until(() => outbox.released() === 3);
    hub.watermark = 1;
    outbox.append([sessionRecord(4)]);
    await hub.until(() => hub.watermark === 4);
    expect(hub.batches.slice(-2)).toEqual([
      [3, 4],
      [1, 4],
    ]);
  });

  test("a hub that never says how far it knows the stream gets a new connection, and no record", async () => {
    const hub = await startTestHub();
    hub.behave = "ignore";
    const { outbox, clock } = connectTo(hub);
    outbox.append([sessionRecord(1)]);
    for (let round = 1; round <= 3; round++) {
      await hub.until(() => hub.questions === round);
      clock.advance(15_000);
    }
    expect(hub.batches).toEqual([]);
    hub.behave = "store";
    clock.advance(1000);
    await hub.until(() => outbox.released() === 1);
    expect(hub.states.filter(({ state }) => state === "online")).toHaveLength(2);
  });

  test("a disk restored from an old copy loses nothing, however much was recorded before the hub was reached", async () => {
    const hub = await startTestHub();
    const folder = temporaryFolder();
    const copy = temporaryFolder();
    const first = connectTo(hub, { outbox: openTestOutbox({ folder }) });
    first.outbox.append([sessionRecord(1)]);
    await hub.until(() => first.outbox.released() === 1);
    cpSync(folder, copy, { recursive: true });
    for (let n = 2; n <= 5; n++) first.outbox.append([sessionRecord(n)]);
    await hub.until(() => first.outbox.released() === 5);
    await first.stop();

    // The copy gave number 1 last; its own 2 to 8 pass the 5 that the hub knows under the same stream.
    const random = { fraction: () => 0.5, token: () => "feedfeedfeedfeed" };
    const outbox = openTestOutbox({ folder: copy, random });
    for (let n = 102; n <= 108; n++) outbox.append([sessionRecord(n)]);
    connectTo(hub, { outbox });
    await hub.until(() => outbox.released() === 8);
    expect(hub.records.map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5, 102, 103, 104, 105, 106, 107, 108].map(recordIdOf),
    );
  });

  test("killed before it heard an ack, it goes on with the same stream", async () => {
    const hub = await startTestHub();
    hub.behave = "storeSilently";
    const folder = temporaryFolder();
    const first = connectTo(hub, { outbox: openTestOutbox({ folder }) });
    first.outbox.append([sessionRecord(1)]);
    await hub.until(() => hub.watermark === 1);
    await first.stop();
    hub.behave = "store";
    const random = { fraction: () => 0.5, token: () => "feedfeedfeedfeed" };
    const second = connectTo(hub, { outbox: openTestOutbox({ folder, random }) });
    await hub.until(() => second.outbox.released() === 1);
    expect(second.outbox.stream()).toBe(first.outbox.stream());
    expect(seqsOf(hub)).toEqual([1]);
  });

  test("a hub that knows more than this outbox ever gave gets a new stream", async () => {
    const hub = await startTestHub();
    const { outbox } = connectTo(hub);
    outbox.append([sessionRecord(1)]);
    await hub.until(() => outbox.released() === 1);
    const before = outbox.stream();
    hub.behave = "storeSilently";
    outbox.append([sessionRecord(2)]);
    await hub.until(() => hub.batches.length === 2);
    hub.behave = "store";
    hub.ack(before, 99);
    await hub.until(() => hub.records.length === 3);
    expect(outbox.stream()).not.toBe(before);
    expect(hub.records.at(-1)).toMatchObject({ seq: 2 });
  });

  test("a connection cut at every batch loses nothing and doubles nothing", async () => {
    const hub = await startTestHub();
    const { outbox, clock, noticesLoss } = connectTo(hub);
    await hub.until(() => hub.states.length === 1);
    for (let n = 1; n <= 5; n++) {
      const before = hub.batches.length;
      const lost = noticesLoss();
      hub.behave = n % 2 === 0 ? "hangUp" : "storeSilently";
      outbox.append([sessionRecord(2 * n - 1), health(2 * n)]);
      await hub.until(() => hub.batches.length > before);
      hub.hangUp();
      await lost;
      hub.behave = "store";
      clock.advance(60_000);
      await hub.until(() => outbox.released() === 2 * n);
    }
    expect(seqsOf(hub)).toEqual(upTo(10));
  });

  test("a week without the hub arrives whole, in order, once", async () => {
    const clock = makeFakeClock();
    const outbox = openTestOutbox({ clock });
    for (let hour = 0; hour < 7 * 24; hour++) {
      const samples = Array.from({ length: 60 }, () => {
        clock.advance(60_000);
        return health(clock.now(), clock.mono());
      });
      outbox.append(samples);
    }
    const hub = await startTestHub();
    connectTo(hub, { clock, outbox });
    await hub.until(() => outbox.released() === 10_080);
    expect(seqsOf(hub)).toEqual(upTo(10_080));
  }, 60_000);

  test("an ordinary health sample costs at most 150 bytes on the wire, acks and pings included", async () => {
    const hub = await startTestHub();
    const { outbox, clock } = connectTo(hub);
    await hub.until(isSettled(hub));
    const before = hub.bytes();
    const samples = 50;
    for (let n = 1; n <= samples; n++) {
      clock.advance(60_000);
      outbox.append([health(clock.now(), clock.mono())]);
      if (n % 5 === 0) {
        clock.advance(60_000);
        await hub.until(() => outbox.released() === n);
      }
    }
    // Two keepalive pings a minute at most, two bytes each way; the fake clock makes none.
    const pings = 2 * 4;
    const perSample = (hub.bytes() - before) / samples + pings;
    expect(perSample).toBeLessThanOrEqual(150);
  });
});

describe("the way down", () => {
  const command: DeviceCommand = {
    id: commandId.parse("01900000-0000-7000-8000-00000000c001"),
    issuedAt: 1,
    expiresAt: 2,
    issuedBy: "hub",
    name: "restartKiosk",
  };

  test("commands, the hub's time and documents are handed on; nonsense is not", async () => {
    const hub = await startTestHub();
    const heard: unknown[] = [];
    connectTo(hub, {
      events: {
        deviceCommand: (value) => heard.push(value),
        hubTime: (value) => value === 42 && heard.push(value),
        desiredRefused: (detail) => heard.push(detail.slice(0, 10)),
        desired: () => heard.push("desired"),
      },
    });
    await hub.until(() => hub.states.length === 1);
    hub.sendRaw("deviceCommand", "{");
    hub.sendRaw("deviceCommand", JSON.stringify({ ...command, name: "formatDisk" }));
    hub.send("deviceCommand", command);
    hub.sendRaw("desired", JSON.stringify({ doc: "plan", version: 0, body: {} }));
    hub.send("hub", { state: "online", epoch: "e1", hubTime: 42 });
    await hub.until(() => heard.includes(42));
    expect(heard).toEqual([command, expect.stringContaining("version"), 42]);
  });

  test("a hub that has just started is told again, after a random wait", async () => {
    const hub = await startTestHub();
    const times: number[] = [];
    const { clock } = connectTo(hub, { events: { hubTime: (time) => time < 100 && times.push(time) } });
    await hub.until(isSettled(hub));
    hub.send("hub", { state: "online", epoch: "e1", hubTime: 42 });
    await hub.until(() => times.length === 1);
    expect(hub.states).toHaveLength(1);
    clock.advance(2500);
    await hub.until(() => hub.states.length === 2);
    hub.send("hub", { state: "online", epoch: "e1", hubTime: 43 });
    await hub.until(() => times.length === 2);
    clock.advance(10_000);
    expect(hub.states).toHaveLength(2);
  });
});

describe("coming and going", () => {
  test("a cut cable sends the last will, a clean stop says so and sends no will", async () => {
    const hub = await startTestHub();
    const { uplink, clock, noticesLoss } = connectTo(hub);
    await hub.until(() => hub.states.length === 1);
    const lost = noticesLoss();
    hub.hangUp();
    await Promise.all([lost, hub.until(() => hub.states.length === 2)]);
    clock.advance(1000);
    await hub.until(() => hub.states.length === 3);
    await uplink.stop();
    await hub.until(() => hub.states.length === 4);
    expect(hub.states.map(({ state }) => state)).toEqual(["online", "lost", "online", "stopped"]);
    expect(hub.states[1]).toEqual({ state: "lost", boot, run: 7 });
  });

  test("a hub that refuses this device is asked again only minutes later, and recording goes on", async () => {
    const hub = await startTestHub();
    hub.refuseDevices = true;
    const { outbox, clock } = connectTo(hub);
    const asked = new Promise<void>((resolve) => {
      const after = clock.after;
      Object.assign(clock, {
        after: (delayMs: number, task: () => void) => {
          if (delayMs >= 150_000) resolve();
          return after(delayMs, task);
        },
      });
    });
    await asked;
    expect(outbox.append([sessionRecord(1)])).toBe("stored");
    hub.refuseDevices = false;
    clock.advance(10 * 60_000);
    await hub.until(() => outbox.released() === 1);
  });

  test("the latest live message is said again after a reconnect", async () => {
    const load = {
      cpuPercent: 1,
      memoryPercent: 2,
      temperatureC: null,
      receivedKiBPerSecond: 3.5,
      sentKiBPerSecond: 0,
    };
    const hub = await startTestHub();
    const { uplink, clock, noticesLoss } = connectTo(hub);
    await hub.until(() => hub.states.length === 1);
    uplink.sendLive({ kiosk: null, load });
    await hub.until(() => hub.lives.length === 1);
    const lost = noticesLoss();
    hub.hangUp();
    await lost;
    clock.advance(60_000);
    await hub.until(() => hub.lives.length === 2);
    expect(hub.lives[1]).toEqual(hub.lives[0]);
  });
});
