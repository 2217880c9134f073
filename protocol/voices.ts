// Owns how the school's own recordings are listed and where they are fetched: sentences spoken by an adult of the school, approved (ADR 0027).
import { z } from "zod";
import { locale } from "./game.ts";

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Longest file that is fetched from the hub, bytes. */
export const maxFileBytes = 4 * 1024 * 1024;

/** A file of the hub by its content: its SHA-256 is its name, so it never changes. */
export const namedFile = z.object({ sha256, bytes: z.number().int().min(1).max(maxFileBytes) });
export type NamedFile = z.infer<typeof namedFile>;

/** `voiceList` is JSON in the shape of `voiceList` below, `voice` one recording: Opus in Ogg. */
export const hubFile = namedFile.extend({ kind: z.enum(["voiceList", "voice"]) });
export type HubFile = z.infer<typeof hubFile>;

/** Below the hub's HTTP address. Nobody signs in for it: whoever knows the name was told it by the hub. */
export const hubFilePath = ({ kind, sha256: name }: Pick<HubFile, "kind" | "sha256">): string =>
  `/voices/${name}.${kind === "voiceList" ? "json" : "opus"}`;

/** Longest sentence that is spoken, letters. */
export const longestSentence = 500;

/** One recording for a sentence as it is written: every game that says the sentence says it so. */
export const voiceList = z.object({
  format: z.literal(1),
  recordings: z.array(namedFile.extend({ locale, text: z.string().min(1).max(longestSentence) })),
});
export type VoiceList = z.infer<typeof voiceList>;
