// Owns what makes a game fit to be shipped: its manifest, its built pack, its recordings and its credits agree.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type GameManifest, locale } from "../../protocol/game.ts";
import { type Failure, failure } from "../../protocol/result.ts";
import { namePrompts } from "../sdk/namePrompts.ts";
import { hashFiles, type PackFiles } from "./hashPack.ts";
import { loadGame } from "./listGames.ts";

export type GameFaultCode =
  | "MANIFEST_INVALID"
  | "ID_IS_NOT_THE_FOLDER"
  | "PACK_MISSING"
  | "LEVEL_REPEATED"
  | "MODE_WITHOUT_LEVEL"
  | "AGE_BAND_WITHOUT_LEVELS"
  | "PICTURE_MISSING"
  | "PICTURE_REPEATED"
  | "NAME_WITHOUT_PROMPT"
  | "RECORDING_MISSING"
  | "RECORDING_UNNAMED"
  | "CREDIT_MISSING"
  | "EXTERNAL_ADDRESS"
  | "PACK_TOO_LARGE";

export type CheckedGame = { id: string; summary: string; faults: Failure<GameFaultCode>[] };

/** Bytes of a pack without and with its recordings. */
export const sizeLimits = { withoutVoice: 600_000, withVoice: 3_000_000 } as const;

const isVoice = (path: string): boolean => path.startsWith("voice/");

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
      faults: [...faults, failure("PACK_MISSING", `${pack} has no index.html`)],
    };
  }
  const files = hashFiles(pack);
  const sizes = sizesOf(files);
  faults.push(
    ...checkLevels(manifest),
    ...checkPictures(manifest, files),
    ...checkNames(manifest),
    ...checkRecordings(manifest, files),
    ...checkCredits(folder, manifest),
    ...checkAddresses(pack, files),
    ...checkSizes(sizes),
  );
  const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
  return {
    id,
    summary: `${manifest.levels.length} levels, ${Object.keys(manifest.prompts).length} prompts, pack ${kilobytes(sizes.withoutVoice)}, with voice ${kilobytes(sizes.withVoice)}`,
    faults,
  };
}

export function sizesOf(files: PackFiles): { withoutVoice: number; withVoice: number } {
  let withoutVoice = 0;
  let withVoice = 0;
  for (const [path, { bytes }] of Object.entries(files)) {
    withVoice += bytes;
    if (!isVoice(path)) withoutVoice += bytes;
  }
  return { withoutVoice, withVoice };
}

export function checkSizes(sizes: { withoutVoice: number; withVoice: number }): Failure<GameFaultCode>[] {
  return (["withoutVoice", "withVoice"] as const)
    .filter((kind) => sizes[kind] > sizeLimits[kind])
    .map((kind) => failure("PACK_TOO_LARGE", `${sizes[kind]} bytes ${kind}, at most ${sizeLimits[kind]}`));
}

export function checkLevels(manifest: GameManifest): Failure<GameFaultCode>[] {
  const faults: Failure<GameFaultCode>[] = [];
  const ids = manifest.levels.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) {
    faults.push(failure("LEVEL_REPEATED", `two levels are called "${id}"`));
  }
  for (const mode of manifest.modes) {
    if (!manifest.levels.some((level) => level.modes.includes(mode))) {
      faults.push(failure("MODE_WITHOUT_LEVEL", `no level has the mode ${mode}`));
    }
  }
  for (const level of manifest.levels) {
    for (const mode of level.modes) {
      if (!manifest.modes.includes(mode)) {
        faults.push(
          failure(
            "MODE_WITHOUT_LEVEL",
            `level ${level.id} has the mode ${mode}, which the game does not name`,
          ),
        );
      }
    }
  }
  // A game need not serve every age; one that serves an age offers it at least three levels.
  for (const ageBand of new Set(manifest.levels.map((level) => level.ageBand))) {
    const amount = manifest.levels.filter((level) => level.ageBand === ageBand).length;
    if (amount < 3)
      faults.push(failure("AGE_BAND_WITHOUT_LEVELS", `${amount} level(s) for ${ageBand}, at least 3`));
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

function checkCredits(folder: string, manifest: GameManifest): Failure<GameFaultCode>[] {
  const creditsPath = join(folder, "CREDITS.md");
  if (!existsSync(creditsPath)) return [failure("CREDIT_MISSING", "the game has no CREDITS.md")];
  const credits = readFileSync(creditsPath, "utf8");
  const pictures = existsSync(join(folder, "pictures")) ? readdirSync(join(folder, "pictures")) : [];
  const credited = [
    manifest.icon,
    ...new Set(manifest.levels.flatMap(({ picture }) => (picture ? [`${dirname(picture)}/*.svg`] : []))),
    ...pictures.filter((name) => !name.endsWith(".json")).map((name) => `pictures/${name}`),
    ...locale.options.map((language) => `voice/${language}/*.opus`),
  ];
  return credited
    .filter((path) => !credits.includes(`\`${path}\``))
    .map((path) => failure("CREDIT_MISSING", `CREDITS.md has no line for \`${path}\``));
}

/** Names of SVG and the like look like addresses but are never fetched. */
const namespaces = /^https?:\/\/(www\.w3\.org|json-schema\.org)\//;

function checkAddresses(pack: string, files: PackFiles): Failure<GameFaultCode>[] {
  return Object.keys(files)
    .filter((path) => /\.(html|js|css|svg)$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(pack, path), "utf8").matchAll(/(?:https?|wss?):\/\/[a-z0-9][^\s"'`)\\<]*/gi)]
        .map(([address]) => address)
        .filter((address) => !namespaces.test(address))
        .map((address) => failure<GameFaultCode>("EXTERNAL_ADDRESS", `${path} names ${address}`)),
    );
}
