// Owns pictures of every level for reviewing: when a question is first asked, and in a moment of joy.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { writeContactSheets } from "./contactSheet.ts";
import type { Robot } from "./openRobot.ts";
import type { Size } from "./sight.ts";
import { openTable, type RobotTable } from "./table.ts";

/** The way to the first question, which nobody watches, at this pace. */
const hurry = 20;
/** Petals are high and bright, ms after they appear. */
const joyAfterMs = 550;
/** Springs that have no end of their own come to rest. */
const settleMs = 350;
const mostTouches = 90;
const pagesAtOnce = 2;

type Shot = { game: string; level: string; about: string; asking: string; joy: string | undefined };

/**
 * Writes `<folder>/<game>/<size>/<nn>-<level>-asking.png` and `-joy.png`, and contact sheets beside the game's folder.
 * Returns the paths of the sheets. `tell` gets a line for each level that could not be pictured.
 */
export async function takeShots(
  robot: Robot,
  options: {
    folder: string;
    sizes: readonly Size[];
    /** One level alone, by its id. */
    level?: string | undefined;
    tell(line: string): void;
  },
): Promise<string[]> {
  const sheets: string[] = [];
  for (const size of options.sizes) {
    const tables = await Promise.all(
      Array.from({ length: pagesAtOnce }, () => openTable(robot, { size, scale: 1 })),
    );
    for (const game of robot.games) {
      const sizeName = `${size.width}x${size.height}`;
      const folder = join(options.folder, game.id, sizeName);
      mkdirSync(folder, { recursive: true });
      const wanted = game.levels
        .flatMap((level) => level.modes.map((mode) => ({ level, mode })))
        .filter(({ level }) => options.level === undefined || level.id === options.level);
      const shots: (Shot | undefined)[] = [];
      const queue = [...wanted.entries()];
      const work = async (table: RobotTable) => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const [index, { level, mode }] = next;
          const name = `${String(index + 1).padStart(2, "0")}-${level.id}${level.modes.length > 1 ? `-${mode}` : ""}`;
          const paths = { asking: join(folder, `${name}-asking.png`), joy: join(folder, `${name}-joy.png`) };
          try {
            await table.open({
              address: robot.addressOf(game),
              start: {
                type: "start",
                mode,
                level: level.id,
                ageBand: level.ageBand,
                seed: 7,
                locale: "vi",
                volume: 0,
                reducedMotion: false,
                turns: ["sun", "star"],
              },
              voice: "missing",
              rate: hurry,
              isSeen: true,
            });
            const isJoyful = await pictureLevel(table, paths);
            shots[index] = {
              game: game.id,
              level: level.id,
              about: `${index + 1} · ${level.id} · ${level.ageBand} · ${mode}`,
              asking: paths.asking,
              joy: isJoyful ? paths.joy : undefined,
            };
            if (!isJoyful) options.tell(`${game.id} ${level.id} ${mode}: no celebration was seen`);
            for (const error of table.errors) options.tell(`${game.id} ${level.id} ${mode}: ${error}`);
          } catch (error) {
            options.tell(`${game.id} ${level.id} ${mode}: ${error instanceof Error ? error.message : error}`);
          }
        }
      };
      await Promise.all(tables.map(work));
      const taken = shots.filter((shot) => shot !== undefined);
      for (const moment of ["asking", "joy"] as const) {
        const pictures = taken.flatMap(({ [moment]: path, about }) =>
          path === undefined ? [] : [{ path, caption: `${about} · ${moment}` }],
        );
        const path = join(options.folder, `${game.id}-${sizeName}-${moment}`);
        sheets.push(...(await writeContactSheets(robot.browser, pictures, path)));
      }
    }
    for (const table of tables) await table.close();
  }
  return sheets;
}

/** False when nothing was celebrated within a fair number of touches. */
async function pictureLevel(table: RobotTable, paths: { asking: string; joy: string }): Promise<boolean> {
  await table.look({ wish: { kind: "none" }, still: true });
  await wait(settleMs);
  await table.page.screenshot({ path: paths.asking });
  await table.inGame(`robotEyes.watchJoy(${joyAfterMs})`);
  for (let touches = 0; ; touches += 1) {
    const { target, isJoyful } = await table.look({
      wish: { kind: "next", orAny: touches * 7 },
      drags: true,
    });
    if (isJoyful) break;
    if (!target || touches > mostTouches) return false;
    await table.touch("mouse", target);
  }
  await table.send({ type: "pause" });
  await table.page.screenshot({ path: paths.joy });
  return true;
}
