// Tests the rules of recordings on a real database and a real folder, without a hub around them.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CatalogueEntry } from "../../protocol/game.ts";
import type { StaffId } from "../../protocol/ids.ts";
import { stationSentences } from "../../protocol/stationSentences.ts";
import { makeAudit } from "../audit/audit.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import { openStore, type Store } from "../store/store.ts";
import { silentOpus } from "./opusFixture.ts";
import { saidBy, speakersOf } from "./sentences.ts";
import { openVoices, type Voices } from "./voices.ts";

let folder: string;
let store: Store;
let told: string[];
/** Tells everybody that recordings changed. */
let change: () => void;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-voices-"));
  store = await openStore(join(folder, "hub.db"));
  told = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const entry = (id: string, prompts: CatalogueEntry["prompts"]): CatalogueEntry => ({
  id: id as CatalogueEntry["id"],
  version: "1.0.0",
  title: { vi: id, en: id },
  house: "math",
  domains: ["cognition"],
  goal: { vi: "", en: "" },
  modes: ["quiz"],
  levels: [],
  prompts,
  icon: "icon.svg",
  files: {},
  hash: "0".repeat(64),
});
const words = (vi: string, en = vi) => ({ vi, en });

function open(more: { mostBytes?: number; games?: CatalogueEntry[] } = {}): Promise<Voices> {
  const clock = { now: () => 1_800_000_000_000 };
  const games = more.games ?? [];
  const events = makeHubEvents((error) => {
    throw error;
  });
  events.subscribe(({ type }) => told.push(type));
  change = () => events.publish({ type: "voicesChanged" });
  return openVoices({
    query: store.query,
    events,
    audit: makeAudit({ query: store.query, clock }),
    clock,
    log: pino({ level: "silent" }),
    folder,
    games: async () => games,
    ...(more.mostBytes === undefined ? {} : { mostBytes: more.mostBytes }),
  });
}
const teacher = { staffId: "0190a0a0-0000-7000-8000-000000000001" as StaffId, name: "Cô Thử" };
type Key = keyof typeof stationSentences;
const take = (promptKey: Key, audio = silentOpus(600)) => ({
  gameId: "station",
  promptKey,
  locale: "vi" as const,
  text: stationSentences[promptKey].vi,
  audio,
});
async function kept(voices: Voices, promptKey: Key, audio?: Buffer) {
  const outcome = await voices.recordings.add(teacher, take(promptKey, audio));
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.value;
}
const onDisk = () => readdirSync(join(folder, "voices"));

test("what a crash left on the disk is removed at the next start, and what the database speaks of stays", async () => {
  const before = await open();
  const { id } = await kept(before, "goodbye");
  const [name] = onDisk();
  writeFileSync(join(folder, "voices", `${"a".repeat(64)}.opus`), "left over");
  writeFileSync(join(folder, "voices", `${"b".repeat(64)}.opus.next`), "half");
  const after = await open();
  expect(onDisk()).toEqual([name]);
  expect((await after.recordings.audio(id))?.equals(silentOpus(600))).toBe(true);
});

test("a full shelf refuses with its own word, and has room again when something is withdrawn", async () => {
  const voices = await open({ mostBytes: silentOpus(600).length + 10 });
  const { id } = await kept(voices, "goodbye");
  expect(await voices.recordings.add(teacher, take("paused", silentOpus(500)))).toMatchObject({
    code: "NO_ROOM",
  });
  expect(onDisk()).toHaveLength(1);
  await voices.recordings.withdraw(teacher, id);
  await kept(voices, "paused", silentOpus(500));
});

test("equal sound for two sentences is one file, which stays as long as one of them needs it", async () => {
  const voices = await open();
  const [first, second] = [await kept(voices, "goodbye"), await kept(voices, "paused")];
  expect(onDisk()).toHaveLength(1);
  await voices.recordings.withdraw(teacher, first.id);
  expect(onDisk()).toHaveLength(1);
  await voices.recordings.withdraw(teacher, second.id);
  expect(onDisk()).toEqual([]);
});

test("the list is equal for equal recordings, in whatever order they were approved, and old ones are still given", async () => {
  const voices = await open();
  expect(await voices.list()).toBeNull();
  const [a, b] = [await kept(voices, "goodbye"), await kept(voices, "paused", silentOpus(700))];
  await voices.recordings.approve(teacher, b.id);
  const onlyB = await voices.list();
  await voices.recordings.approve(teacher, a.id);
  const both = await voices.list();
  const again = await (await open()).list();
  expect(again).toEqual(both);
  expect(onlyB).not.toEqual(both);
  expect(JSON.parse(voices.listText(onlyB?.sha256 ?? "") ?? "{}").recordings).toHaveLength(1);
  expect(Buffer.byteLength(voices.listText(both?.sha256 ?? "") ?? "")).toBe(both?.bytes);
});

test("a list that was being made while something changed does not stand in for the next one", async () => {
  const voices = await open({ games: [] });
  const { id } = await kept(voices, "goodbye");
  await voices.recordings.approve(teacher, id);
  // The list has begun to be made when this is told, and the database answers later.
  const making = voices.list();
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  change();
  expect(await making).not.toBeNull();
  store.sqlite.exec("UPDATE voiceRecording SET state = 'withdrawn'");
  expect(await voices.list()).toBeNull();
});

test("every change is told once, and what is refused is not", async () => {
  const voices = await open();
  const { id } = await kept(voices, "goodbye");
  await voices.recordings.approve(teacher, id);
  await voices.recordings.approve(teacher, id);
  await voices.recordings.add(teacher, take("paused", Buffer.from("no sound")));
  await voices.recordings.withdraw(teacher, id);
  await voices.recordings.withdraw(teacher, id);
  expect(told).toEqual(["voicesChanged", "voicesChanged", "voicesChanged"]);
});

test("a file that vanished is shown as damaged and left out of the list", async () => {
  const voices = await open();
  const { id } = await kept(voices, "goodbye");
  await voices.recordings.approve(teacher, id);
  for (const name of onDisk()) rmSync(join(folder, "voices", name));
  expect(await voices.list()).toBeNull();
  expect(await voices.recordings.live()).toMatchObject([{ id, damaged: true }]);
  expect(existsSync(join(folder, "voices"))).toBe(true);
});

test("a sentence is counted once in each game that says it, in each language by itself", () => {
  const games = [
    entry("one", { a: words("Đúng rồi!", "Right!"), b: words("Đúng rồi!", "Yes!"), c: words("Một") }),
    entry("two", { a: words("Đúng rồi!", "Right!") }),
  ];
  const said = saidBy(speakersOf(games));
  expect(said.vi.get("Đúng rồi!")).toBe(2);
  expect([said.en.get("Right!"), said.en.get("Yes!"), said.vi.get("Một")]).toEqual([2, 1, 1]);
  expect(said.vi.get(stationSentences.goodbye.vi)).toBe(1);
});

test("a game that is called like the station does not stand in its place", () => {
  const speakers = speakersOf([entry("station", { goodbye: words("Bye") })]);
  expect(speakers.map(({ gameId }) => gameId)).toEqual(["station"]);
  expect(speakers[0]?.sentences.find(({ key }) => key === "goodbye")?.text.vi).toBe(
    stationSentences.goodbye.vi,
  );
});
