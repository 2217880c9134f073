import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { kioskRecord } from "../link.ts";
import { gameRun } from "./gameRun.ts";

const shipped: object = JSON.parse(
  readFileSync(join(import.meta.dirname, "../fixtures/record.gameRun.v1.json"), "utf8"),
);

it("A run of an older kiosk says that nobody knows what it did not count", () => {
  const read = gameRun.decode(shipped, 1);
  expect(read).toEqual({ ok: true, value: { ...shipped, ageBand: null, shownHow: null, roundsMs: null } });
});

it("A run that waited in a kiosk's spool through its update is still taken over the link", () => {
  const id = "0190a1b2-0000-7000-8000-0000000000aa";
  const read = kioskRecord.parse({ type: "gameRun", id, at: 1_795_392_000_000, body: shipped });
  expect(read.body).toMatchObject({ rounds: 6, ageBand: null, roundsMs: null });
});
