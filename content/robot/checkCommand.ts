// Owns `npm run games -- check [GAME]`: what files say of a game, and what its first screens look like.
import { basename, join } from "node:path";
import { buildContent } from "../catalogue/buildContent.ts";
import { checkGame } from "../catalogue/checkGame.ts";
import { listGameFolders } from "../catalogue/listGames.ts";
import { chromiumPath } from "./chromium.ts";
import { lookAtGames } from "./lookAtGames.ts";
import { openRobot } from "./openRobot.ts";

const shownOfEach = 5;

/** Builds, checks and looks; prints a line for every game and every fault. Returns how many faults there are. */
export async function checkGames(options: {
  gamesFolder: string;
  outFolder: string;
  only: string | undefined;
  print(line: string): void;
}): Promise<number> {
  const { gamesFolder, outFolder, only, print } = options;
  let faults = 0;
  const broken = new Map<string, string>();
  await buildContent({
    gamesFolder,
    outFolder,
    only,
    onFailed: (id, error) => broken.set(id, error instanceof Error ? error.message : String(error)),
  });
  const seen = await look(gamesFolder, only);
  for (const folder of listGameFolders(gamesFolder)) {
    const id = basename(folder);
    if (only !== undefined && id !== only) continue;
    const checked = await checkGame({ folder, packsFolder: join(outFolder, "games") });
    print(`${id}: ${checked.summary}`);
    const reason = broken.get(id);
    const found: { code: string; detail: string }[] = [
      ...(reason === undefined ? checked.faults : [{ code: "NOT_BUILT", detail: reason }]),
      ...(seen?.get(id) ?? []).map((detail) => ({ code: "SCREEN", detail })),
    ];
    faults += found.length;
    for (const line of shorten(found)) print(`  ✗ ${line}`);
  }
  if (seen === null) print("Nobody looked at the screens: there is no Chromium on this machine.");
  return faults;
}

/** A game without a voice has hundreds of faults of one kind: the first few say it. */
function shorten(found: readonly { code: string; detail: string }[]): string[] {
  return Object.entries(Object.groupBy(found, ({ code }) => code)).flatMap(([code, alike = []]) => [
    ...alike.slice(0, shownOfEach).map(({ detail }) => `${code} ${detail}`),
    ...(alike.length > shownOfEach ? [`${code} … and ${alike.length - shownOfEach} more`] : []),
  ]);
}

/** What is wrong on the first screens, by game; null without a browser. */
async function look(
  gamesFolder: string,
  only: string | undefined,
): Promise<Map<string, readonly string[]> | null> {
  if (chromiumPath === undefined) return null;
  const robot = await openRobot({ only, gamesFolder });
  try {
    return new Map((await lookAtGames(robot)).map(({ game, faults }) => [game.id as string, faults]));
  } finally {
    await robot.close();
  }
}
