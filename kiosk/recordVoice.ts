// Owns the kiosk's own recordings: the few sentences its screens say, for machines without a Vietnamese voice.
// Run by hand when a sentence changes (`node kiosk/recordVoice.ts`, with espeak-ng and opusenc installed); the files are kept in the repository.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "../protocol/game.ts";
import { stationSentences } from "../protocol/stationSentences.ts";

/** The same voice as the games': slower and higher than espeak's own, with a short rest between words. */
const voices: Record<Locale, readonly string[]> = {
  vi: ["-z", "-v", "vi+f2", "-s", "132", "-p", "56", "-a", "150", "-g", "2"],
  en: ["-z", "-v", "en-gb+f2", "-s", "135", "-p", "58", "-a", "150", "-g", "2"],
};

const work = mkdtempSync(join(tmpdir(), "kidsmart-voice-"));
for (const locale of ["vi", "en"] as const) {
  const folder = join(import.meta.dirname, "renderer", "public", "voice", locale);
  mkdirSync(folder, { recursive: true });
  for (const [key, text] of Object.entries(stationSentences)) {
    const wave = join(work, "sentence.wav");
    run("espeak-ng", [...voices[locale], "-w", wave, text[locale]]);
    run("opusenc", [
      "--quiet",
      "--bitrate",
      "24",
      "--downmix-mono",
      "--discard-comments",
      wave,
      join(folder, `${key}.opus`),
    ]);
  }
}
rmSync(work, { recursive: true });

function run(command: string, args: readonly string[]): void {
  const done = spawnSync(command, args, { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${command}: ${done.error?.message ?? done.stderr}`);
}
