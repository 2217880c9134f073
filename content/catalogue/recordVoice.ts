// Owns the bundled recordings: every prompt of a manifest, spoken by espeak-ng and packed as Opus.
// Only needed when a prompt changed: the recordings are part of the repository.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "../../protocol/game.ts";
import type { GameSource } from "./listGames.ts";

/**
 * Set for small children: slower than espeak's 175 words a minute, a higher voice, a short rest between words.
 * `-s` words a minute, `-p` pitch 0–99, `-a` loudness 0–200, `-g` rest in units of 10 ms.
 */
const voices: Readonly<Record<Locale, readonly string[]>> = {
  vi: ["-z", "-v", "vi+f2", "-s", "132", "-p", "56", "-a", "150", "-g", "2"],
  en: ["-z", "-v", "en-gb+f2", "-s", "135", "-p", "58", "-a", "150", "-g", "2"],
};
const kilobitsPerSecond = 24;

function run(command: string, args: readonly string[], input?: string): void {
  const done = spawnSync(command, args, { ...(input === undefined ? {} : { input }), encoding: "utf8" });
  if (done.error)
    throw new Error(
      `${command} could not be started: ${done.error.message}. It is needed only to record voices.`,
    );
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`);
}

export type Recorded = { made: number; kept: number; removed: number };

/** Records what is missing or changed into `<game>/voice/<locale>/<key>.opus`, and removes what no prompt names. */
export function recordVoice({ folder, manifest }: GameSource): Recorded {
  const recorded: Recorded = { made: 0, kept: 0, removed: 0 };
  const work = mkdtempSync(join(tmpdir(), "kidsmart-voice-"));
  const listPath = join(folder, "voice", "recorded.json");
  const before: Record<string, string> = existsSync(listPath)
    ? (JSON.parse(readFileSync(listPath, "utf8")) as Record<string, string>) // written below by this function
    : {};
  const after: Record<string, string> = {};
  for (const [locale, voice] of Object.entries(voices) as [Locale, readonly string[]][]) {
    const target = join(folder, "voice", locale);
    mkdirSync(target, { recursive: true });
    for (const [key, text] of Object.entries(manifest.prompts)) {
      const path = join(target, `${key}.opus`);
      const said = createHash("sha256")
        .update(JSON.stringify([voice, kilobitsPerSecond, text[locale]]))
        .digest("hex")
        .slice(0, 16);
      after[`${locale}/${key}`] = said;
      if (before[`${locale}/${key}`] === said && existsSync(path)) {
        recorded.kept += 1;
        continue;
      }
      const wave = join(work, "prompt.wav");
      run("espeak-ng", [...voice, "-w", wave], text[locale]);
      run("opusenc", [
        "--quiet",
        "--bitrate",
        String(kilobitsPerSecond),
        "--downmix-mono",
        "--discard-comments",
        "--padding",
        "0",
        "--serial",
        "1",
        wave,
        path,
      ]);
      recorded.made += 1;
    }
    for (const name of readdirSync(target)) {
      if (after[`${locale}/${name.replace(/\.opus$/, "")}`]) continue;
      rmSync(join(target, name));
      recorded.removed += 1;
    }
  }
  writeFileSync(listPath, `${JSON.stringify(after, null, 1)}\n`);
  rmSync(work, { recursive: true });
  return recorded;
}
