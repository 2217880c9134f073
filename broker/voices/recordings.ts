// Owns recordings and their approval: nobody but who may approve lets one out to the stations, and what is approved is the very take
// that was listened to. Rows stay for good, with who spoke and who judged; a file goes with the last row that needs it.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { Locale } from "../../protocol/game.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { longestVoiceBytes, longestVoiceMs } from "../../protocol/voiceLimits.ts";
import type { VoiceList } from "../../protocol/voices.ts";
import { mostVoiceBytes, type Recording, type RecordingId, recording } from "../api/voices.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables, VoiceRecordingTable } from "../store/schema.ts";
import { type OpusProblem, readOggOpus } from "./oggOpus.ts";
import type { Speaker } from "./sentences.ts";
import type { VoiceShelf } from "./voiceShelf.ts";

/** Their files are kept. */
export const liveStates = ["waiting", "approved", "returned"] as const;
/** Nobody meant to record that, ms. */
export const shortestVoiceMs = 200;

export type Take = {
  readonly gameId: string;
  readonly promptKey: string;
  readonly locale: Locale;
  /** As it was read aloud. */
  readonly text: string;
  readonly audio: Buffer;
};
export type TakeProblem =
  | OpusProblem
  | "UNKNOWN_SENTENCE"
  /** The sentence has other words by now. */
  | "REWORDED"
  | "TOO_LARGE"
  | "TOO_LONG"
  | "TOO_SHORT"
  | "NO_ROOM";
export type JudgeProblem =
  | "NOT_FOUND"
  /** Whoever made it recorded the sentence anew, or another's was approved. */
  | "REPLACED"
  | "WITHDRAWN"
  | "RETURNED"
  | "REWORDED"
  | "FILE_DAMAGED";

export type Recordings = {
  /** Waiting, approved and sent back ones, newest first. */
  live(): Promise<Recording[]>;
  find(id: RecordingId): Promise<Recording | undefined>;
  /** What stations may speak, of whatever words; those without their file are left out. */
  approved(): Promise<ApprovedVoice[]>;
  add(actor: Actor, take: Take): Promise<Result<Recording, TakeProblem>>;
  /** Approving twice keeps the first approval. */
  approve(actor: Actor, id: RecordingId): Promise<Result<Recording, JudgeProblem>>;
  sendBack(actor: Actor, id: RecordingId, reason: string): Promise<Result<Recording, JudgeProblem>>;
  withdraw(actor: Actor, id: RecordingId): Promise<Result<Recording, "NOT_FOUND">>;
  /** The bytes of a live one; null when there are none. */
  audio(id: RecordingId): Promise<Buffer | null>;
};

export type ApprovedVoice = VoiceList["recordings"][number];

export type RecordingsDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly shelf: VoiceShelf;
  readonly speakers: () => Promise<readonly Speaker[]>;
  /** All that is kept, bytes. */
  readonly mostBytes?: number;
};

export function makeRecordings(deps: RecordingsDependencies): Recordings {
  const { query, events, audit, clock, shelf, speakers, mostBytes = mostVoiceBytes } = deps;
  const read = (row: VoiceRecordingTable): Recording =>
    recording.parse({ ...row, damaged: isLive(row.state) && shelf.damaged(row) });

  async function rowOf(id: RecordingId): Promise<VoiceRecordingTable | undefined> {
    return query.selectFrom("voiceRecording").where("id", "=", id).selectAll().executeTakeFirst();
  }
  const liveRows = () => query.selectFrom("voiceRecording").where("state", "in", [...liveStates]);

  /** Two people may have recorded the same bytes only in a test; the rule is the same. */
  async function dropUnneeded(names: readonly string[]): Promise<void> {
    for (const sha256 of new Set(names)) {
      const needed = await liveRows().where("sha256", "=", sha256).select("id").executeTakeFirst();
      if (needed === undefined) shelf.remove(sha256);
    }
  }

  async function judgeTake({ gameId, promptKey, locale, text, audio }: Take) {
    const sentence = (await speakers())
      .find((each) => each.gameId === gameId)
      ?.sentences.find(({ key }) => key === promptKey);
    if (sentence === undefined) return failure("UNKNOWN_SENTENCE", `${gameId} ${promptKey}`);
    if (sentence.text[locale] !== text) return failure("REWORDED", `now ${sentence.text[locale]}`);
    if (audio.length > longestVoiceBytes) return failure("TOO_LARGE", `${audio.length} bytes`);
    const sound = readOggOpus(audio);
    if (!sound.ok) return sound;
    const { durationMs } = sound.value;
    if (durationMs > longestVoiceMs) return failure("TOO_LONG", `${durationMs} ms`);
    if (durationMs < shortestVoiceMs) return failure("TOO_SHORT", `${durationMs} ms`);
    const used = await liveRows()
      .select(({ fn }) => fn.sum<number>("bytes").as("bytes"))
      .executeTakeFirst();
    if (Number(used?.bytes ?? 0) + audio.length > mostBytes)
      return failure("NO_ROOM", `${used?.bytes} bytes`);
    return ok(durationMs);
  }

  async function told(
    actor: Actor,
    action: "voice.record" | "voice.approve" | "voice.return" | "voice.withdraw",
    id: RecordingId,
  ): Promise<Result<Recording, never>> {
    const row = await rowOf(id);
    if (row === undefined) throw new Error(`recording ${id} vanished`);
    const detail = { recordingId: id, gameId: row.gameId, recordedBy: row.recordedBy, reason: row.reason };
    await audit.write({ actor: actor.name, action, subject: row.text, detail });
    events.publish({ type: "voicesChanged" });
    return ok(read(row));
  }

  /** Why what waited a moment ago cannot be judged any more. */
  async function notWaiting(id: RecordingId): Promise<Result<Recording, JudgeProblem>> {
    const row = await rowOf(id);
    if (row === undefined) return failure("NOT_FOUND", `no recording ${id}`);
    const problems = { replaced: "REPLACED", withdrawn: "WITHDRAWN", returned: "RETURNED" } as const;
    const code = problems[row.state as keyof typeof problems] as JudgeProblem | undefined;
    return code === undefined ? ok(read(row)) : failure(code, `recording ${id} is ${row.state}`);
  }

  return {
    async live() {
      const rows = await liveRows().orderBy("id", "desc").selectAll().execute();
      return rows.map(read);
    },
    async find(id) {
      const row = await rowOf(id);
      return row && read(row);
    },
    async approved() {
      const rows = await query
        .selectFrom("voiceRecording")
        .where("state", "=", "approved")
        .orderBy("id")
        .selectAll()
        .execute();
      return rows
        .filter((row) => !shelf.damaged(row))
        .map(({ locale, text, sha256, bytes }) => ({ locale: locale as Locale, text, sha256, bytes }));
    },
    async add(actor, take) {
      const judged = await judgeTake(take);
      if (!judged.ok) return judged;
      const { audio, ...rest } = take;
      const file = shelf.put(audio);
      const id = v7() as RecordingId;
      const before: string[] = [file.sha256];
      try {
        await query.transaction().execute(async (transaction) => {
          // One's own earlier tries; an approved one goes on until this one is approved.
          const own = await transaction
            .updateTable("voiceRecording")
            .set({ state: "replaced" })
            .where("locale", "=", take.locale)
            .where("text", "=", take.text)
            .where("recordedById", "=", actor.staffId)
            .where("state", "in", ["waiting", "returned"])
            .returning("sha256")
            .execute();
          before.push(...own.map(({ sha256 }) => sha256));
          await transaction
            .insertInto("voiceRecording")
            .values({
              ...rest,
              ...file,
              id,
              durationMs: judged.value,
              state: "waiting",
              recordedBy: actor.name,
              recordedById: actor.staffId,
              recordedAt: clock.now(),
              judgedBy: null,
              judgedAt: null,
              reason: null,
            })
            .execute();
        });
      } finally {
        await dropUnneeded(before);
      }
      return told(actor, "voice.record", id);
    },
    async approve(actor, id) {
      const row = await rowOf(id);
      if (row === undefined) return failure("NOT_FOUND", `no recording ${id}`);
      if (row.state !== "waiting") return notWaiting(id);
      const locale = row.locale as Locale;
      const said = (await speakers()).some(({ sentences }) =>
        sentences.some(({ text }) => text[locale] === row.text),
      );
      if (!said) return failure("REWORDED", `nobody says “${row.text}”`);
      if ((await shelf.read(row.sha256)) === null) return failure("FILE_DAMAGED", row.sha256);
      const before = await query.transaction().execute(async (transaction) => {
        const waiting = await transaction
          .selectFrom("voiceRecording")
          .where("id", "=", id)
          .where("state", "=", "waiting")
          .select("id")
          .executeTakeFirst();
        if (waiting === undefined) return undefined;
        const replaced = await transaction
          .updateTable("voiceRecording")
          .set({ state: "replaced" })
          .where("locale", "=", row.locale)
          .where("text", "=", row.text)
          .where("state", "=", "approved")
          .returning("sha256")
          .execute();
        await transaction
          .updateTable("voiceRecording")
          .set({ state: "approved", judgedBy: actor.name, judgedAt: clock.now(), reason: null })
          .where("id", "=", id)
          .execute();
        return replaced.map(({ sha256 }) => sha256);
      });
      if (before === undefined) return notWaiting(id);
      await dropUnneeded(before);
      return told(actor, "voice.approve", id);
    },
    async sendBack(actor, id, reason) {
      const { numUpdatedRows } = await query
        .updateTable("voiceRecording")
        .set({ state: "returned", judgedBy: actor.name, judgedAt: clock.now(), reason })
        .where("id", "=", id)
        .where("state", "=", "waiting")
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return told(actor, "voice.return", id);
      return notWaiting(id);
    },
    async withdraw(actor, id) {
      const row = await rowOf(id);
      if (row === undefined) return failure("NOT_FOUND", `no recording ${id}`);
      const { numUpdatedRows } = await query
        .updateTable("voiceRecording")
        .set({ state: "withdrawn" })
        .where("id", "=", id)
        .where("state", "in", [...liveStates])
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return ok(read((await rowOf(id)) ?? row));
      await dropUnneeded([row.sha256]);
      return told(actor, "voice.withdraw", id);
    },
    async audio(id) {
      const row = await rowOf(id);
      return row === undefined || !isLive(row.state) ? null : shelf.read(row.sha256);
    },
  };
}

const isLive = (state: string): boolean => (liveStates as readonly string[]).includes(state);
