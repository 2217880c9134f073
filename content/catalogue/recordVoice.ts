// Owns the bundled recordings: every prompt of a manifest, spoken by espeak-ng and packed as Opus.
// Only needed when a prompt changed: the recordings are part of the repository.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locale } from "../../protocol/game.ts";
import type { GameSource } from "./listGames.ts";
import { kilobitsPerSecond, readRecorded, recordingOf, voices, writeRecorded } from "./recorded.ts";

function run(command: string, args: readonly string[], input?: string): void {
  const done = spawnSync(command, args, { ...(input === undefined ? {} : { input }), encoding: "utf8" });
  if (done.error)
    throw new Error(
      `${command} could not be started: ${done.error.message}. It is needed only to record voices.`,
    );
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr}`);
}

export type RecordingTally = { made: number; kept: number; removed: number };

/** Records what is missing or changed into `<game>/voice/<locale>/<key>.opus`, and removes what no prompt names. */
export function recordVoice({ folder, manifest }: GameSource): RecordingTally {
  const recorded: RecordingTally = { made: 0, kept: 0, removed: 0 };
  const work = mkdtempSync(join(tmpdir(), "kidsmart-voice-"));
  const before = readRecorded(folder);
  const after: Record<string, string> = {};
  for (const [locale, voice] of Object.entries(voices) as [Locale, readonly string[]][]) {
    const target = join(folder, "voice", locale);
    mkdirSync(target, { recursive: true });
    for (const [key, text] of Object.entries(manifest.prompts)) {
      const path = join(target, `${key}.opus`);
      const said = recordingOf(locale, text[locale]);
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
  writeRecorded(folder, after);
  rmSync(work, { recursive: true });
  return recorded;
}
