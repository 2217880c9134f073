// Owns the school's own voices on this disk: the list of recordings and their files, each checked against its hash (ADR 0027).
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeIssues } from "../../protocol/versioned.ts";
import { type HubFile, type NamedFile, type VoiceList, voiceList } from "../../protocol/voices.ts";
import { noVoices, type OwnVoices, ownVoicesOf } from "../link/ownVoices.ts";
import { readWhole, writeWhole } from "./wholeFile.ts";

export type VoiceFiles = {
  /** What can be spoken now. */
  ownVoices(): OwnVoices;
  /** The next file to be had, the list before what it names; undefined when all is here. `skip`: not these now. */
  missing(wanted: NamedFile | null, skip: ReadonlySet<string>): HubFile | undefined;
  /** Keeps what was fetched, and drops what a new list does not name. False: these are not its bytes. Throws when the disk refuses. */
  keep(file: HubFile, bytes: Buffer): boolean;
  /** Nobody's voice is to be heard any more. Throws when the disk refuses. */
  clear(): void;
  /** The bytes of a recording; null when it is not here, or was found damaged and is to be fetched anew. */
  read(sha256: string): Promise<Buffer | null>;
};

const hashOf = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest("hex");

export function openVoiceFiles(dependencies: {
  readonly folder: string;
  readonly onDamaged: (detail: string) => void;
  readonly onProblem: (detail: string) => void;
}): VoiceFiles {
  const { folder, onDamaged } = dependencies;
  const listFile = join(folder, "list.json");
  const fileOf = (sha256: string) => join(folder, `${sha256}.opus`);
  mkdirSync(folder, { recursive: true });

  let { list, name } = readList(listFile, dependencies.onProblem);
  const held = new Set<string>();
  for (const { sha256, bytes } of list.recordings)
    if (statSync(fileOf(sha256), { throwIfNoEntry: false })?.size === bytes) held.add(sha256);

  function takeList(text: string): void {
    list = voiceList.parse(JSON.parse(text));
    writeWhole(listFile, text);
    name = hashOf(text);
    dropOthers(new Set(list.recordings.map(({ sha256 }) => sha256)));
  }

  function dropOthers(named: ReadonlySet<string>): void {
    for (const sha256 of held) if (!named.has(sha256)) held.delete(sha256);
    for (const file of readdirSync(folder)) {
      const sha256 = /^([0-9a-f]{64})\.opus/.exec(file)?.[1];
      if (sha256 !== undefined && !named.has(sha256)) rmSync(join(folder, file), { force: true });
    }
  }

  return {
    ownVoices: () => ownVoicesOf(list, (sha256) => held.has(sha256)),
    missing(wanted, skip) {
      if (wanted === null) return undefined;
      if (wanted.sha256 !== name)
        return skip.has(wanted.sha256) ? undefined : { ...wanted, kind: "voiceList" };
      const lacking = list.recordings.find(({ sha256 }) => !held.has(sha256) && !skip.has(sha256));
      return lacking && { kind: "voice", sha256: lacking.sha256, bytes: lacking.bytes };
    },
    keep({ kind, sha256, bytes: length }, bytes) {
      if (bytes.length !== length || hashOf(bytes) !== sha256) return false;
      if (kind === "voiceList") takeList(bytes.toString("utf8"));
      else {
        writeWhole(fileOf(sha256), bytes);
        held.add(sha256);
      }
      return true;
    },
    clear() {
      list = noVoices;
      name = null;
      rmSync(listFile, { force: true });
      dropOthers(new Set());
    },
    async read(sha256) {
      if (!held.has(sha256)) return null;
      const bytes = await readFile(fileOf(sha256)).catch(() => Buffer.alloc(0));
      if (hashOf(bytes) === sha256) return bytes;
      held.delete(sha256);
      onDamaged(`recording ${sha256} has another content`);
      return null;
    },
  };
}

function readList(
  file: string,
  onProblem: (detail: string) => void,
): { list: VoiceList; name: string | null } {
  const none = { list: noVoices, name: null };
  try {
    const text = readWhole(file);
    if (text === null) return none;
    const parsed = voiceList.safeParse(JSON.parse(text));
    if (parsed.success) return { list: parsed.data, name: hashOf(text) };
    onProblem(`${file}: ${describeIssues(parsed.error)}`);
  } catch (error) {
    onProblem(`${file}: ${String(error)}`);
  }
  return none;
}
