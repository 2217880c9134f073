// Owns the contract of the school's own voices: sentences, recordings of them, and their approval (ADR 0027).
import { z } from "zod";
import { locale } from "../../protocol/game.ts";
import { staffId } from "../../protocol/ids.ts";
import { longestVoiceBytes } from "../../protocol/voiceLimits.ts";
import { longestSentence } from "../../protocol/voices.ts";
import { defineRoutes } from "./route.ts";

export const recordingId = z.uuid().brand<"RecordingId">();
export type RecordingId = z.infer<typeof recordingId>;

/** All that the hub keeps of recordings, bytes. */
export const mostVoiceBytes = 200 * 1024 * 1024;

const localized = z.object({ vi: z.string(), en: z.string() });

export const recording = z.object({
  id: recordingId,
  locale,
  /** As it was read aloud. */
  text: z.string(),
  /** Where it was recorded; "station" for what stations say themselves. */
  gameId: z.string(),
  promptKey: z.string(),
  bytes: z.number().int(),
  durationMs: z.number().int(),
  state: z.enum(["waiting", "approved", "returned", "withdrawn", "replaced"]),
  recordedBy: z.string(),
  recordedById: staffId.nullable(),
  recordedAt: z.number().int(),
  judgedBy: z.string().nullable(),
  judgedAt: z.number().int().nullable(),
  /** Why it was sent back. */
  reason: z.string().nullable(),
  /** Its file is missing or changed: it cannot be heard anywhere and has to be recorded again. */
  damaged: z.boolean(),
});
export type Recording = z.infer<typeof recording>;

const counts = z.object({
  sentences: z.number().int(),
  /** With an approved recording. */
  own: z.number().int(),
  /** With one that waits. */
  waiting: z.number().int(),
});

export const voiceOverview = z.object({
  /** The station itself first. */
  speakers: z.array(
    z.object({
      gameId: z.string(),
      title: localized,
      /** Address of its picture; null for the station. */
      picture: z.string().nullable(),
      counts: z.object({ vi: counts, en: counts }),
    }),
  ),
  /** Recordings that wait for approval. */
  waiting: z.number().int(),
  usedBytes: z.number().int(),
});
export type VoiceOverview = z.infer<typeof voiceOverview>;

export const voiceSentence = z.object({
  key: z.string(),
  text: z.string(),
  /** Address of the picture of the level that it names. */
  picture: z.string().nullable(),
  /** How many games say the same words: one recording is for all of them. */
  saidBy: z.number().int(),
  /** Address of the recording that comes with the software. */
  bundled: z.string().nullable(),
  /** Waiting, approved and sent back ones, newest first. */
  recordings: z.array(recording),
});
export type VoiceSentence = z.infer<typeof voiceSentence>;

export const speakerVoices = z.object({
  gameId: z.string(),
  title: localized,
  picture: z.string().nullable(),
  sentences: z.array(voiceSentence),
});
export type SpeakerVoices = z.infer<typeof speakerVoices>;

export const queuedRecording = recording.extend({
  title: localized,
  picture: z.string().nullable(),
  /** False: no game says these words any more; the recording is heard nowhere. */
  said: z.boolean(),
});
export type QueuedRecording = z.infer<typeof queuedRecording>;

/** Where the dashboard hears a recording, whatever its state. */
export const recordingAudioPath = "/api/voices/recordings/:recordingId/audio";

const oneRecording = z.object({ recordingId });

export const voiceRoutes = defineRoutes({
  showVoices: {
    method: "GET",
    path: "/api/voices",
    permission: "voices.view",
    summary: "The station and every game, with how many of their sentences the school speaks itself",
    reply: voiceOverview,
  },
  showSpeakerVoices: {
    method: "GET",
    path: "/api/voices/games/:gameId",
    permission: "voices.view",
    summary: "The sentences of a game (or of the station) and their recordings",
    params: z.object({ gameId: z.string() }),
    query: z.object({ locale }),
    reply: speakerVoices,
  },
  listRecordings: {
    method: "GET",
    path: "/api/voices/recordings",
    permission: "voices.view",
    summary:
      "Recordings that somebody has to do something about: waiting, sent back, or for words no game says any more",
    reply: z.array(queuedRecording),
  },
  addRecording: {
    method: "POST",
    path: "/api/voices/games/:gameId/sentences/:promptKey/recordings",
    permission: "voices.record",
    summary:
      "Keep a recording of a sentence; it is heard once it is approved, and replaces one's own before it",
    params: z.object({ gameId: z.string(), promptKey: z.string() }),
    body: z.object({
      locale,
      /** As it was read aloud: CONFLICT when the sentence has other words by now. */
      text: z.string().min(1).max(longestSentence),
      /** Opus in Ogg, base64. */
      audio: z.base64().min(1),
    }),
    // Beyond what is allowed, so that the sentence about it can be told.
    longestBodyBytes: longestVoiceBytes * 6,
    reply: recording,
  },
  approveRecording: {
    method: "POST",
    path: "/api/voices/recordings/:recordingId/approval",
    permission: "voices.approve",
    summary: "Let the recording out to the stations, in the place of the one before it",
    params: oneRecording,
    reply: recording,
  },
  returnRecording: {
    method: "POST",
    path: "/api/voices/recordings/:recordingId/return",
    permission: "voices.approve",
    summary: "Send a recording back to whoever made it, with the reason",
    params: oneRecording,
    body: z.object({ reason: z.string().trim().min(1).max(300) }),
    reply: recording,
  },
  withdrawRecording: {
    method: "DELETE",
    path: "/api/voices/recordings/:recordingId",
    permission: "voices.record",
    summary: "Take a recording back for good, another's only with voices.approve; its file is deleted",
    params: oneRecording,
    reply: recording,
  },
});
