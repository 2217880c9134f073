import { pino } from "pino";
import { expect, test } from "vitest";
import type { AuditEntry } from "../audit/audit.ts";
import { makeRefusals, type Refusal } from "./refusals.ts";

function setUp() {
  const written: AuditEntry[] = [];
  const clock = { at: 0, now: () => clock.at };
  const refusals = makeRefusals({
    audit: { write: async (entry) => void written.push(entry) },
    clock,
    log: pino({ level: "silent" }),
  });
  const note = (subject: string) =>
    refusals.note({
      device: null,
      actor: "a",
      action: "device.topicRefused",
      subject,
      detail: {},
    } as Refusal);
  const counts = () => written.map(({ subject, detail }) => [subject, (detail as { count: number }).count]);
  return { clock, refusals, note, counts };
}

test("the first refusal is written at once, repeats of a minute as one line with their number", async () => {
  const { clock, refusals, note, counts } = setUp();
  for (let index = 0; index < 5; index++) note("x");
  clock.at = 61_000;
  note("x");
  await refusals.stop();
  expect(counts()).toEqual([
    ["x", 1],
    ["x", 5],
  ]);
});

test("one who tries ever new topics fills twenty lines, and one for all the rest", async () => {
  const { refusals, note, counts } = setUp();
  for (let index = 0; index < 500; index++) note(`t${index}`);
  await refusals.stop();
  const written = counts();
  expect(written).toHaveLength(22);
  expect(written.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(500);
});

test("one who goes on for three days is told of a few times, with the whole number", async () => {
  const { clock, refusals, note, counts } = setUp();
  for (clock.at = 0; clock.at < 3 * 24 * 3_600_000; clock.at += 60_000) note("x");
  await refusals.stop();
  const written = counts();
  expect(written.length).toBeLessThan(9);
  expect(written.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(3 * 24 * 60);
});
