// Owns the school's own voices as one thing: its folder, its recordings, and the list that stations follow.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { CatalogueEntry } from "../../protocol/game.ts";
import type { NamedFile, VoiceList } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";
import {
  type ApprovedVoice,
  liveStates,
  makeRecordings,
  type Recordings,
  type RecordingsDependencies,
} from "./recordings.ts";
import { type Speaker, saidBy, speakersOf } from "./sentences.ts";
import { openVoiceShelf } from "./voiceShelf.ts";

export type Voices = {
  readonly recordings: Recordings;
  /** The station and the games of the catalogue. */
  speakers(): Promise<readonly Speaker[]>;
  /** The list of what is approved and can be heard, for the content document; null when that is nothing. */
  list(): Promise<NamedFile | null>;
  /** A list that a content document named lately. */
  listText(sha256: string): string | undefined;
  /** An approved recording, by its name. */
  approvedFile(sha256: string): Promise<Buffer | null>;
};

export type VoicesDependencies = Pick<
  RecordingsDependencies,
  "query" | "events" | "audit" | "clock" | "mostBytes"
> & {
  readonly log: Log;
  /** The hub's data folder. */
  readonly folder: string;
  /** None when the hub has no built games, or cannot read what they are. */
  readonly games: () => Promise<readonly CatalogueEntry[]>;
};

/** A device asks for the list of its document within seconds, but changes may come in between. */
const listsKept = 8;

export async function openVoices(deps: VoicesDependencies): Promise<Voices> {
  const { query, log, games } = deps;
  const known = await query
    .selectFrom("voiceRecording")
    .where("state", "in", [...liveStates])
    .select("sha256")
    .execute();
  const shelf = openVoiceShelf({
    folder: join(deps.folder, "voices"),
    known: new Set(known.map(({ sha256 }) => sha256)),
    log,
  });
  const speakers = async () => speakersOf(await games());
  const recordings = makeRecordings({ ...deps, shelf, speakers });
  const lists = new Map<string, string>();
  /** Documents are built at every change of anything: a thousand files are not looked at each time. */
  let listed: { readonly of: readonly CatalogueEntry[]; readonly file: NamedFile | null } | undefined;
  let changes = 0;
  const changed = () => {
    changes += 1;
    listed = undefined;
  };
  deps.events.subscribe(({ type }) => {
    if (type === "voicesChanged") changed();
  });

  return {
    recordings,
    speakers,
    async list() {
      const installed = await games();
      if (listed?.of === installed) return listed.file;
      const before = changes;
      const text = listOf(await recordings.approved(), installed);
      const file = text === null ? null : keepList(text);
      // What changed while it was made is in the next one.
      if (changes === before) listed = { of: installed, file };
      return file;
    },
    listText: (sha256) => lists.get(sha256),
    async approvedFile(sha256) {
      const row = await query
        .selectFrom("voiceRecording")
        .where("sha256", "=", sha256)
        .where("state", "=", "approved")
        .select("id")
        .executeTakeFirst();
      if (row === undefined) return null;
      const bytes = await shelf.read(sha256);
      // Nobody is to be told of it any more.
      if (bytes === null) changed();
      return bytes;
    },
  };

  function keepList(text: string): NamedFile {
    const sha256 = createHash("sha256").update(text).digest("hex");
    lists.delete(sha256);
    lists.set(sha256, text);
    for (const old of [...lists.keys()].slice(0, -listsKept)) lists.delete(old);
    return { sha256, bytes: Buffer.byteLength(text) };
  }
}

/** Equal for equal recordings, in whatever order they were approved. */
function listOf(approved: readonly ApprovedVoice[], games: readonly CatalogueEntry[]): string | null {
  const said = saidBy(speakersOf(games));
  const recordings = approved
    // A hub that cannot read its games must not silence the teachers at every station.
    .filter(({ locale, text }) => games.length === 0 || said[locale].has(text))
    .sort((a, b) => byCodeUnits(a.locale, b.locale) || byCodeUnits(a.text, b.text));
  return recordings.length === 0 ? null : JSON.stringify({ format: 1, recordings } satisfies VoiceList);
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
