// Owns what makes a game fit to be shipped: its manifest, its built pack, its recordings and its credits agree.
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ageBand, type GameManifest, gameMode, locale } from "../../protocol/game.ts";
import { type Failure, failure } from "../../protocol/result.ts";
import { namePrompts } from "../sdk/namePrompts.ts";
import { type CreditFaultCode, checkCredits, listAssets, writeCredits } from "./credits.ts";
import { hashFiles, type PackFiles } from "./hashPack.ts";
import { loadGame } from "./listGames.ts";
import { readRecorded, recordingOf } from "./recorded.ts";
import { type Sizes, sizeLimits, sizesOf } from "./sizes.ts";

export type GameFaultCode =
  | "MANIFEST_INVALID"
  | "ID_IS_NOT_THE_FOLDER"
  | "NOT_BUILT"
  | "LEVEL_REPEATED"
  | "LEVEL_WITHOUT_KIND"
  | "LEVEL_KIND_REPEATED"
  | "MODE_WITHOUT_LEVEL"
  | "AGE_BAND_WITHOUT_LEVELS"
  | "PICTURE_MISSING"
  | "PICTURE_REPEATED"
  | "NAME_WITHOUT_PROMPT"
  | "RECORDING_MISSING"
  | "RECORDING_OUTDATED"
  | "RECORDING_UNNAMED"
  | CreditFaultCode
  | "EXTERNAL_ADDRESS"
  | "EXTERNAL_CALL"
  | "PACK_TOO_LARGE";

export type CheckedGame = { id: string; summary: string; faults: Failure<GameFaultCode>[] };

/** Checks a game folder and its pack built into `<packsFolder>/<id>`. */
export async function checkGame({
  folder,
  packsFolder,
}: {
  folder: string;
  packsFolder: string;
}): Promise<CheckedGame> {
  const id = basename(folder);
  const loaded = await loadGame(folder);
  if (!loaded.ok) return { id, summary: "manifest invalid", faults: [loaded] };
  const { manifest } = loaded.value;
  const faults: Failure<GameFaultCode>[] = [];
  if (manifest.id !== id) faults.push(failure("ID_IS_NOT_THE_FOLDER", `the manifest says "${manifest.id}"`));
  const pack = join(packsFolder, id);
  if (!existsSync(join(pack, "index.html"))) {
    return {
      id,
      summary: "not built",
      faults: [...faults, failure("NOT_BUILT", `${pack} has no index.html`)],
    };
  }
  const files = hashFiles(pack);
  const sizes = sizesOf(files);
  faults.push(
    ...checkLevels(manifest),
    ...checkPictures(manifest, files),
    ...checkNames(manifest),
    ...checkRecordings(manifest, files),
    ...checkWhatWasRecorded(folder, manifest),
    ...checkCredits(manifest, listAssets(folder), Object.keys(files)),
    ...checkCreditsFile(folder, manifest),
    ...checkScripts(pack, files),
    ...checkSizes(sizes),
  );
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  return {
    id,
    summary: `${manifest.levels.length} levels, ${Object.keys(manifest.prompts).length} prompts, pack ${kilobytes(sizes.withoutVoice)}, with voice ${kilobytes(sizes.withVoice)}`,
    faults,
  };
}

export function checkSizes(sizes: Sizes): Failure<GameFaultCode>[] {
  return (["withoutVoice", "withVoice"] as const)
    .filter((kind) => sizes[kind] > sizeLimits[kind])
    .map((kind) => failure("PACK_TOO_LARGE", `${sizes[kind]} bytes ${kind}, at most ${sizeLimits[kind]}`));
}

/** Both modes, three levels for every age, and no two of one age in which a child does the same. */
export function checkLevels(manifest: GameManifest): Failure<GameFaultCode>[] {
  const { levels, modes } = manifest;
  const faults: Failure<GameFaultCode>[] = [];
  const ids = levels.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    faults.push(failure("LEVEL_REPEATED", `two levels are called "${id}"`));
  for (const mode of gameMode.options) {
    const ofMode = levels.filter((level) => level.modes.includes(mode));
    if (ofMode.length === 0) faults.push(failure("MODE_WITHOUT_LEVEL", `no level has the mode ${mode}`));
    else if (!modes.includes(mode))
      faults.push(
        failure(
          "MODE_WITHOUT_LEVEL",
          `level ${ofMode[0]?.id} has the mode ${mode}, which the game does not name`,
        ),
      );
  }
  for (const band of ageBand.options) {
    const ofBand = levels.filter((level) => level.ageBand === band);
    if (ofBand.length < 3)
      faults.push(failure("AGE_BAND_WITHOUT_LEVELS", `${ofBand.length} level(s) for ${band}, at least 3`));
    const seen = new Map<string, string>();
    for (const { id, kind } of ofBand) {
      if (kind === undefined) {
        faults.push(failure("LEVEL_WITHOUT_KIND", `level ${id} does not say what kind it is`));
        continue;
      }
      const other = seen.get(kind);
      if (other !== undefined)
        faults.push(
          failure("LEVEL_KIND_REPEATED", `levels ${other} and ${id} for ${band} are both "${kind}"`),
        );
      seen.set(kind, id);
    }
  }
  return faults;
}

/** Children who cannot read tell the cards of a menu apart by these alone. */
export function checkPictures(manifest: GameManifest, files: PackFiles): Failure<GameFaultCode>[] {
  const faults: Failure<GameFaultCode>[] = [];
  if (!files[manifest.icon])
    faults.push(failure("PICTURE_MISSING", `the pack lacks its icon ${manifest.icon}`));
  const shown = new Map<string, string>();
  for (const { id, picture } of manifest.levels) {
    const file = picture === undefined ? undefined : files[picture];
    if (file === undefined) {
      faults.push(failure("PICTURE_MISSING", `the pack lacks ${picture ?? "a picture"} of level ${id}`));
      continue;
    }
    const other = shown.get(file.sha256);
    if (other !== undefined)
      faults.push(failure("PICTURE_REPEATED", `levels ${other} and ${id} have the same picture`));
    shown.set(file.sha256, id);
  }
  return faults;
}

/** What a menu says of a card when it is touched must be among the prompts, so that it is recorded. */
export function checkNames(manifest: GameManifest): Failure<GameFaultCode>[] {
  return Object.entries(namePrompts(manifest.title, manifest.levels))
    .filter(([key, text]) => locale.options.some((each) => manifest.prompts[key]?.[each] !== text[each]))
    .map(([key, text]) => failure("NAME_WITHOUT_PROMPT", `no prompt "${key}" says "${text.vi}"`));
}

export function checkRecordings(manifest: GameManifest, files: PackFiles): Failure<GameFaultCode>[] {
  const wanted = new Set(
    locale.options.flatMap((language) =>
      Object.keys(manifest.prompts).map((key) => `voice/${language}/${key}.opus`),
    ),
  );
  const recorded = Object.keys(files).filter((path) => path.endsWith(".opus"));
  return [
    ...[...wanted]
      .filter((path) => (files[path]?.bytes ?? 0) === 0)
      .map((path) => failure<GameFaultCode>("RECORDING_MISSING", `${path}; npm run games -- voice`)),
    ...recorded
      .filter((path) => !wanted.has(path))
      .map((path) => failure<GameFaultCode>("RECORDING_UNNAMED", `no prompt is called like ${path}`)),
  ];
}

/** A sentence that was changed since sounds as it was before. */
function checkWhatWasRecorded(folder: string, manifest: GameManifest): Failure<GameFaultCode>[] {
  const recorded = readRecorded(folder);
  return locale.options.flatMap((language) =>
    Object.entries(manifest.prompts)
      .filter(([key, text]) => {
        const said = recorded[`${language}/${key}`];
        return said !== undefined && said !== recordingOf(language, text[language]);
      })
      .map(([key, text]) =>
        failure<GameFaultCode>(
          "RECORDING_OUTDATED",
          `voice/${language}/${key}.opus does not say “${text[language]}”; npm run games -- voice`,
        ),
      ),
  );
}

function checkCreditsFile(folder: string, manifest: GameManifest): Failure<GameFaultCode>[] {
  const path = join(folder, "CREDITS.md");
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  if (written === writeCredits(manifest)) return [];
  return [failure("CREDITS_OUTDATED", "CREDITS.md is not what the manifest says; npm run games -- credits")];
}

/** Names of SVG and the like look like addresses but are never fetched. */
const namespaces = /^https?:\/\/(www\.w3\.org|json-schema\.org)\//;
/** With a scheme anywhere, without one where a page would fetch it. */
const addresses =
  /(?:https?|wss?|ftp):\/\/[a-z0-9][^\s"'`)\\<]*|(?<=(?:src|href|action|poster)\s*=\s*["']|url\(\s*["']?|@import\s*["']|import\(\s*["'`])\/\/[a-z0-9][^\s"'`)\\<]*/gi;
/** Every way a script could reach the network or keep something; hosts refuse them, and no game has a use for them. */
const calls =
  /\b(?:RTCPeerConnection|WebTransport|sendBeacon|EventSource|WebSocket|XMLHttpRequest|importScripts|serviceWorker|localStorage|sessionStorage|indexedDB|SharedWorker)\b|\bfetch\s*\(/g;

function checkScripts(pack: string, files: PackFiles): Failure<GameFaultCode>[] {
  return Object.keys(files)
    .filter((path) => /\.(html|js|css|svg)$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(pack, path), "utf8");
      const found = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map(([match]) => match));
      return [
        ...[...found(addresses)]
          .filter((address) => !namespaces.test(address))
          .map((address) => failure<GameFaultCode>("EXTERNAL_ADDRESS", `${path} names ${address}`)),
        ...[...found(calls)].map((call) => failure<GameFaultCode>("EXTERNAL_CALL", `${path} uses ${call}`)),
      ];
    });
}
