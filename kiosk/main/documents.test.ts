import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { DeviceId } from "../../protocol/ids.ts";
import { ids, sampleConfig, samplePlan } from "../testing/sampleRoom.ts";
import { openDocuments } from "./documents.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-documents-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const mine = ids.device as DeviceId;
const another = ids.room as DeviceId;
const open = () => openDocuments(folder, () => undefined);

it("Documents stay while the device is the same, across a reopening too", () => {
  const first = open();
  expect(first.belongTo(mine)).toBe(false);
  first.take({ doc: "plan", version: 4, body: samplePlan([]) });
  const second = open();
  expect(second.belongTo(mine)).toBe(false);
  expect(second.have()).toEqual({ plan: 4, config: 0, content: 0 });
});

it("Another device's documents are gone from memory and from the disk", () => {
  const first = open();
  first.belongTo(mine);
  first.take({ doc: "plan", version: 4, body: samplePlan([]) });
  first.take({ doc: "config", version: 2, body: sampleConfig() });
  expect(first.belongTo(another)).toBe(true);
  expect(first.have()).toEqual({ plan: 0, config: 0, content: 0 });
  expect(readdirSync(folder)).toEqual(["device.json"]);
  expect(first.belongTo(another)).toBe(false);
  expect(open().have()).toEqual({ plan: 0, config: 0, content: 0 });
});

it("Without a note of the device, the config says whose the documents are", () => {
  const first = open();
  first.take({ doc: "plan", version: 4, body: samplePlan([]) });
  first.take({ doc: "config", version: 2, body: sampleConfig() });
  expect(open().belongTo(mine)).toBe(false);
  expect(open().belongTo(another)).toBe(true);
});

it("A note that cannot be read, or written, keeps nothing from being dropped", () => {
  const first = open();
  first.belongTo(mine);
  first.take({ doc: "config", version: 2, body: sampleConfig() });
  writeFileSync(join(folder, "device.json"), "{");
  const second = open();
  rmSync(join(folder, "device.json"));
  mkdirSync(join(folder, "device.json"));
  expect(second.belongTo(another)).toBe(true);
  expect(second.have().config).toBe(0);
  expect(second.belongTo(another)).toBe(false);
});
