// Owns the list of what was recorded: which sentence each recording says, so that a changed one is noticed.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Locale } from "../../protocol/game.ts";

/**
 * Set for small children: slower than espeak's 175 words a minute, a higher voice, a short rest between words.
 * `-s` words a minute, `-p` pitch 0–99, `-a` loudness 0–200, `-g` rest in units of 10 ms.
 */
export const voices: Readonly<Record<Locale, readonly string[]>> = {
  vi: ["-z", "-v", "vi+f2", "-s", "132", "-p", "56", "-a", "150", "-g", "2"],
  en: ["-z", "-v", "en-gb+f2", "-s", "135", "-p", "58", "-a", "150", "-g", "2"],
};
export const kilobitsPerSecond = 24;

/** "<locale>/<key>" → what `recordingOf` gave for the sentence it says. */
export type Recorded = Record<string, string>;

const listPath = (gameFolder: string) => join(gameFolder, "voice", "recorded.json");

/** Empty for a game without recordings. */
export function readRecorded(gameFolder: string): Recorded {
  const path = listPath(gameFolder);
  return existsSync(path)
    ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, "utf8")))
    : {};
}

export const writeRecorded = (gameFolder: string, recorded: Recorded): void =>
  writeFileSync(listPath(gameFolder), `${JSON.stringify(recorded, null, 1)}\n`);

/** The identity of a recording: the voice, its quality and the sentence. */
export const recordingOf = (locale: Locale, text: string): string =>
  createHash("sha256")
    .update(JSON.stringify([voices[locale], kilobitsPerSecond, text]))
    .digest("hex")
    .slice(0, 16);
