import { performance } from "node:perf_hooks";
import { pino } from "pino";
import { v7 } from "uuid";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openStore, type Store } from "../store/store.ts";
import { readChannels } from "./channelBook.ts";
import { makeOutbox } from "./outbox.ts";
import type { Parcel, SendOutcome } from "./senders/parcel.ts";

const now = Date.parse("2027-03-01T01:00:00Z");
const [channelId, alertId] = [v7(), v7()];
let store: Store;
beforeEach(async () => {
  store = await openStore(":memory:");
  await store.query
    .insertInto("alert")
    .values({
      id: alertId,
      ruleId: v7(),
      ruleName: "Mất liên lạc",
      measure: "lost",
      severity: "urgent",
      subjectKind: "device",
      subjectId: v7(),
      subjectName: "Trạm 1",
      roomId: null,
      roomName: null,
      causeId: null,
      sinceAt: now,
      openedAt: now,
      clearedAt: null,
      value: 1,
      flapping: 0,
      acknowledgedBy: null,
      acknowledgedAt: null,
      note: null,
      snoozedUntil: null,
      devices: 0,
    })
    .execute();
});
afterEach(() => store.close());

async function start(
  channel: { readonly quiet?: string; readonly nextTryAt?: number },
  send: (parcel: Parcel) => Promise<SendOutcome>,
) {
  const { query } = store;
  await query
    .insertInto("alertChannel")
    .values({
      id: channelId,
      name: "Kênh",
      enabled: 1,
      severities: "[]",
      quiet: channel.quiet ?? null,
      urgentAlways: 1,
      tellsCleared: 0,
      settings: JSON.stringify({ kind: "telegram", base: "http://127.0.0.1", chatId: "1" }),
      secret: null,
      createdAt: now,
      sentAt: null,
      lastError: null,
      failures: 1,
      nextTryAt: channel.nextTryAt ?? 0,
    })
    .execute();
  const channels = await readChannels(query);
  return makeOutbox({
    query,
    clock: { now: () => now },
    log: pino({ level: "silent" }),
    random: () => 0.5,
    school: () => ({ name: "Mầm non Thử", zone: "Asia/Ho_Chi_Minh" }),
    channels: () => channels,
    send: (_channel, parcel) => send(parcel),
    changed: async () => undefined,
  });
}

const message = (severity: string) => ({
  id: v7(),
  channelId,
  alertId,
  event: "opened",
  at: now,
  severity,
  parcelId: null,
  sentAt: null,
});
const taken = async (): Promise<SendOutcome> => ({ sent: true, answer: "" });
const told = () =>
  store.query.selectFrom("alertMessage").where("sentAt", "is not", null).selectAll().execute();

test("an urgent message does not wait in quiet hours behind a thousand others", async () => {
  const outbox = await start({ quiet: '{"startMinute":420,"endMinute":600}' }, taken);
  const others = Array.from({ length: 1000 }, () => message("info"));
  for (let from = 0; from < others.length; from += 250)
    await store.query
      .insertInto("alertMessage")
      .values(others.slice(from, from + 250))
      .execute();
  await store.query.insertInto("alertMessage").values(message("urgent")).execute();
  await outbox.deliver();
  expect(await told()).toMatchObject([{ severity: "urgent" }]);
});

test("a next try from when the hub's clock was ahead silences no channel; an honest one is waited for", async () => {
  const ahead = await start({ nextTryAt: now + 24 * 60 * 60_000 }, taken);
  await store.query.insertInto("alertMessage").values(message("info")).execute();
  await ahead.deliver();
  expect(await told()).toHaveLength(1);
  await store.query.deleteFrom("alertChannel").execute();
  const honest = await start({ nextTryAt: now + 75 * 60_000 }, taken);
  await store.query.insertInto("alertMessage").values(message("info")).execute();
  await honest.deliver();
  expect(await told()).toHaveLength(1);
});

test("a channel that hangs holds the hub's end up for a second at most, and its parcel keeps its id", async () => {
  const answer = Promise.withResolvers<SendOutcome>();
  const asked = Promise.withResolvers<string>();
  const outbox = await start({}, ({ id }) => {
    asked.resolve(id);
    return answer.promise;
  });
  await store.query.insertInto("alertMessage").values(message("info")).execute();
  const delivered = outbox.deliver();
  const id = await asked.promise;
  const startedAt = performance.now();
  await outbox.stop();
  expect(performance.now() - startedAt).toBeLessThan(3_000);
  // Told after the end: nothing of it is written, the store may be closed.
  answer.resolve({ sent: false, answer: "", certain: true });
  await delivered;
  expect(await store.query.selectFrom("alertMessage").selectAll().execute()).toMatchObject([
    { parcelId: id, sentAt: null },
  ]);
});
