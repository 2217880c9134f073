import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOggOpus } from "./oggOpus.ts";
import { silentOpus } from "./opusFixture.ts";

const lengthOf = (file: Buffer) => {
  const read = readOggOpus(file);
  return read.ok ? read.value.durationMs : read.code;
};
const changedAt = (file: Buffer, at: number) => {
  const copy = Buffer.from(file);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

test.each([20, 200, 1000, 1234, 14_999])("a recording of %i ms is read as that long", (durationMs) => {
  expect(lengthOf(silentOpus(durationMs))).toBe(durationMs);
});

test("a recording that another program wrote is read too", () => {
  const file = join(import.meta.dirname, "../../kiosk/renderer/public/voice/vi/goodbye.opus");
  const length = lengthOf(readFileSync(file));
  expect(length).toBeGreaterThan(1500);
  expect(length).toBeLessThan(6000);
});

test("a changed byte anywhere is found", () => {
  const file = silentOpus(500);
  for (let at = 4; at < file.length; at += 1)
    expect([at, lengthOf(changedAt(file, at))]).toEqual([at, "DAMAGED"]);
});

test("a file cut short anywhere is found", () => {
  const file = silentOpus(1500);
  for (let length = 4; length < file.length; length += 1)
    expect([length, lengthOf(file.subarray(0, length))]).toEqual([length, "DAMAGED"]);
});

test("something behind the recording is found", () => {
  expect(lengthOf(Buffer.concat([silentOpus(500), silentOpus(500)]))).toBe("DAMAGED");
  expect(lengthOf(Buffer.concat([silentOpus(500), Buffer.from("<script>")]))).toBe("DAMAGED");
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["a picture", Buffer.from("89504e470d0a1a0a", "hex")],
  ["a wave", Buffer.from("RIFF....WAVEfmt ")],
  ["a page of the web", Buffer.from("<!doctype html><audio>")],
  ["an endless zero", Buffer.alloc(100_000)],
])("%s is no recording", (_, file) => {
  expect(lengthOf(file)).toBe("NOT_OPUS");
});

const decoder = spawnSync("opusdec", ["--version"]).status === 0;
test.skipIf(!decoder)(
  "what the dashboard writes is played by a decoder that is not ours, at its own length",
  () => {
    const wave = execFileSync("opusdec", ["--quiet", "--force-wav", "-", "-"], { input: silentOpus(1000) });
    // 16 bits, one channel, 48 kHz behind a header of 44 bytes.
    expect((wave.length - 44) / 2 / 48).toBe(1000);
  },
);
