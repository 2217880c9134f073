import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { HubFile, NamedFile, VoiceList } from "../../protocol/voices.ts";
import { openVoiceFetch, type VoiceFetch } from "./voiceFetch.ts";
import { openVoiceFiles, type VoiceFiles } from "./voiceFiles.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kidsmart-voices-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const nameOf = (bytes: Buffer): NamedFile => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes: bytes.length,
});
const recording = (text: string) => Buffer.from(`tiếng nói: ${text}`);
const shaOf = (text: string) => nameOf(recording(text)).sha256;
function listOf(...texts: string[]): Buffer {
  const list: VoiceList = {
    format: 1,
    recordings: texts.map((text) => ({ locale: "vi", text, ...nameOf(recording(text)) })),
  };
  return Buffer.from(JSON.stringify(list));
}

type Room = {
  fetch: VoiceFetch;
  files: VoiceFiles;
  asked: HubFile[];
  /** Sentences that can be spoken, each time the page is told. */
  told: string[][];
  problems: string[];
  refusals: unknown[];
  damaged: string[];
  /** What the hub gives, by name. */
  hub: Map<string, Buffer>;
  /** Answers what was asked, until nothing more is. */
  serve(): void;
  /** Lets the longest wait pass. */
  wait(): void;
};

function open(hub: Map<string, Buffer> = new Map()): Room {
  const timers = new Set<() => void>();
  const asked: HubFile[] = [];
  let answered = 0;
  const problems: string[] = [];
  const refusals: unknown[] = [];
  const damaged: string[] = [];
  const told: string[][] = [];
  const files = openVoiceFiles({
    folder,
    onDamaged: (detail) => damaged.push(detail),
    onProblem: (detail) => problems.push(detail),
  });
  const fetch = openVoiceFetch({
    files,
    ask: (file) => asked.push(file) > 0,
    after(_ms, run) {
      timers.add(run);
      return () => timers.delete(run);
    },
    onChanged: () => told.push(Object.keys(files.ownVoices().vi)),
    onDiskRefused: (error) => refusals.push(error),
    onProblem: (detail) => problems.push(detail),
  });
  return {
    fetch,
    files,
    asked,
    told,
    problems,
    refusals,
    damaged,
    hub,
    serve() {
      while (answered < asked.length) {
        const { sha256 } = asked[answered++] as HubFile;
        const bytes = hub.get(sha256);
        if (bytes === undefined) fetch.hear({ type: "fileMissing", sha256, detail: "HTTP 404" });
        else {
          const half = Math.floor(bytes.length / 2);
          const parts = [bytes.subarray(0, half), bytes.subarray(half)];
          for (const [part, data] of parts.entries())
            fetch.hear({ type: "filePart", sha256, part, parts: 2, data: data.toString("base64") });
        }
      }
    },
    wait() {
      for (const run of [...timers]) {
        timers.delete(run);
        run();
      }
    },
  };
}

/** A hub with these recordings, and the name of their list. */
function hubWith(...texts: string[]): { hub: Map<string, Buffer>; list: NamedFile } {
  const list = listOf(...texts);
  const files = [list, ...texts.map(recording)];
  return { hub: new Map(files.map((bytes) => [nameOf(bytes).sha256, bytes])), list: nameOf(list) };
}
const spoken = ({ files }: Room) => Object.keys(files.ownVoices().vi);

it("What the document names is fetched, the list first, and then spoken", async () => {
  const { hub, list } = hubWith("Giỏi lắm!", "Đếm nào!");
  const room = open(hub);
  room.fetch.follow(list);
  expect(room.asked).toEqual([]);
  room.fetch.reach(true);
  room.serve();
  expect(room.asked.map(({ kind }) => kind)).toEqual(["voiceList", "voice", "voice"]);
  expect(room.told).toEqual([[], ["Giỏi lắm!", "Đếm nào!"]]);
  expect((await room.files.read(shaOf("Giỏi lắm!")))?.equals(recording("Giỏi lắm!"))).toBe(true);
});

it("After a restart without hub or agent everything is spoken as before", () => {
  const { hub, list } = hubWith("Giỏi lắm!");
  const before = open(hub);
  before.fetch.reach(true);
  before.fetch.follow(list);
  before.serve();
  const after = open();
  after.fetch.follow(list);
  expect(spoken(after)).toEqual(["Giỏi lắm!"]);
  after.fetch.reach(true);
  expect(after.asked).toEqual([]);
});

it("What was withdrawn is silent as soon as the new list is here, and gone from the disk", () => {
  const first = hubWith("Giỏi lắm!", "Đếm nào!");
  const room = open(first.hub);
  room.fetch.reach(true);
  room.fetch.follow(first.list);
  room.serve();
  const next = hubWith("Đếm nào!");
  for (const [sha256, bytes] of next.hub) room.hub.set(sha256, bytes);
  room.fetch.follow(next.list);
  room.serve();
  expect(spoken(room)).toEqual(["Đếm nào!"]);
  expect(readdirSync(folder).sort()).toEqual([`${shaOf("Đếm nào!")}.opus`, "list.json"].sort());
  room.fetch.follow(null);
  expect(spoken(room)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

it("Without a content document nothing is dropped: a damaged document must not silence the teachers", () => {
  const { hub, list } = hubWith("Giỏi lắm!");
  const room = open(hub);
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  const again = open();
  again.fetch.follow(undefined);
  expect(spoken(again)).toEqual(["Giỏi lắm!"]);
});

it("A recording that cannot be had holds up no other, and is asked for again later", () => {
  const { hub, list } = hubWith("Giỏi lắm!", "Đếm nào!");
  const missing = hub.get(shaOf("Giỏi lắm!")) as Buffer;
  hub.delete(shaOf("Giỏi lắm!"));
  const room = open(hub);
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  expect(spoken(room)).toEqual(["Đếm nào!"]);
  expect(room.problems).toHaveLength(1);
  hub.set(shaOf("Giỏi lắm!"), missing);
  room.wait();
  room.serve();
  expect(spoken(room)).toEqual(["Giỏi lắm!", "Đếm nào!"]);
});

it("A hub that has nothing is not asked for all of it at once", () => {
  const { hub, list } = hubWith("a", "b", "c", "d", "e", "g");
  const room = open(new Map([[list.sha256, hub.get(list.sha256) as Buffer]]));
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  expect(room.asked).toHaveLength(1 + 3);
  room.wait();
  room.serve();
  expect(room.asked).toHaveLength(1 + 6);
});

it("Other bytes than the name says are not kept", () => {
  const { hub, list } = hubWith("Giỏi lắm!");
  hub.set(shaOf("Giỏi lắm!"), Buffer.alloc(recording("Giỏi lắm!").length, "x"));
  const room = open(hub);
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  expect(spoken(room)).toEqual([]);
  expect(existsSync(join(folder, `${shaOf("Giỏi lắm!")}.opus`))).toBe(false);
});

it("A list of a newer format is not taken, and the voices before it speak on", () => {
  const first = hubWith("Giỏi lắm!");
  const room = open(first.hub);
  room.fetch.reach(true);
  room.fetch.follow(first.list);
  room.serve();
  const newer = Buffer.from(JSON.stringify({ format: 2, sentences: [] }));
  room.hub.set(nameOf(newer).sha256, newer);
  room.fetch.follow(nameOf(newer));
  room.serve();
  expect(spoken(room)).toEqual(["Giỏi lắm!"]);
});

it("A recording that was damaged on the disk is silent, is told, and is fetched anew", async () => {
  const { hub, list } = hubWith("Giỏi lắm!");
  const room = open(hub);
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  const file = join(folder, `${shaOf("Giỏi lắm!")}.opus`);
  writeFileSync(file, Buffer.alloc(recording("Giỏi lắm!").length, "x"));
  expect(await room.files.read(shaOf("Giỏi lắm!"))).toBeNull();
  expect(room.damaged).toHaveLength(1);
  expect(spoken(room)).toEqual([]);
  room.fetch.again();
  room.serve();
  expect((await room.files.read(shaOf("Giỏi lắm!")))?.equals(recording("Giỏi lắm!"))).toBe(true);
});

it("A connection that breaks in the middle of a file begins the file anew", () => {
  const { hub, list } = hubWith("Giỏi lắm!");
  const room = open(hub);
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.fetch.hear({ type: "filePart", sha256: list.sha256, part: 0, parts: 2, data: "AAAA" });
  room.fetch.reach(false);
  room.fetch.reach(true);
  // The first question went unanswered; the second is for the same file.
  expect(room.asked.map(({ sha256 }) => sha256)).toEqual([list.sha256, list.sha256]);
  room.asked.shift();
  room.serve();
  expect(spoken(room)).toEqual(["Giỏi lắm!"]);
});

it("A full disk is told, and what is already here speaks on", () => {
  const { hub, list } = hubWith("Giỏi lắm!", "Đếm nào!");
  const room = open(hub);
  const keep = room.files.keep;
  Object.assign(room.files, {
    keep: (file: HubFile, bytes: Buffer) => {
      if (file.sha256 === shaOf("Đếm nào!"))
        throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
      return keep(file, bytes);
    },
  });
  room.fetch.reach(true);
  room.fetch.follow(list);
  room.serve();
  expect(room.refusals).toHaveLength(1);
  expect(spoken(room)).toEqual(["Giỏi lắm!"]);
});

it("A name that is no hash opens no file", async () => {
  const room = open();
  expect(await room.files.read("../list")).toBeNull();
});
