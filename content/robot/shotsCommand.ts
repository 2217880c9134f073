// Owns `npm run games -- shots [GAME] [--level LEVEL] [--out FOLDER] [--sizes 1024x768,1366x768]`.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { openRobot } from "./openRobot.ts";
import { takeShots } from "./shots.ts";

const usualSize = "1366x768";

/** Returns the exit code. */
export async function runShots(
  args: readonly string[],
  options: { root: string; print(line: string): void },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      level: { type: "string" },
      out: { type: "string" },
      sizes: { type: "string", default: usualSize },
    },
  });
  const sizes = values.sizes.split(",").map((text) => {
    const [width = Number.NaN, height = Number.NaN] = text.split("x").map(Number);
    if (!(width > 0 && height > 0)) throw new Error(`"${text}" is not a size such as ${usualSize}`);
    return { width, height };
  });
  const folder = values.out === undefined ? join(options.root, ".cache", "shots") : resolve(values.out);
  const robot = await openRobot({ only: positionals[0] });
  try {
    for (const [id, reason] of robot.broken) options.print(`${id} could not be built: ${reason}`);
    for (const sheet of await takeShots(robot, { folder, sizes, level: values.level, tell: options.print }))
      options.print(sheet);
    return 0;
  } finally {
    await robot.close();
  }
}
