// Owns a look at the first screen of every level, without playing on: what `npm run games -- check` sees of a game.
import type { GameManifest } from "../../protocol/game.ts";
import type { Robot } from "./openRobot.ts";
import { planPlays } from "./plan.ts";
import { startOf } from "./playRun.ts";
import { unknownPrompts } from "./prompts.ts";
import { openTable } from "./table.ts";
import { smallScreen } from "./troubles.ts";

/** Game milliseconds per real one. */
const pace = 40;

export type Look = { readonly game: GameManifest; readonly faults: readonly string[] };

/** Opens every level in every mode once, the way a child meets it, and returns what is wrong there, in words. */
export async function lookAtGames(robot: Robot): Promise<Look[]> {
  const table = await openTable(robot, { size: smallScreen, scale: 0.5 });
  const looks: Look[] = [];
  try {
    for (const game of robot.games) {
      const faults: string[] = [];
      for (const play of planPlays([game], { allHands: false })) {
        const name = `${play.level.id}, ${play.mode}`;
        try {
          // Calm and unheard: everything stands still as soon as a child may answer.
          const start = { ...startOf(play), reducedMotion: true };
          await table.open({
            address: robot.addressOf(game),
            start,
            voice: "missing",
            rate: pace,
            isSeen: false,
          });
          const { flaws } = await table.look({ wish: { kind: "next", orAny: 0 }, measure: true });
          const messages = await table.messages();
          const told = messages.flatMap((message) => (message.type === "fault" ? [message.message] : []));
          for (const fault of [...flaws, ...told, ...table.errors, ...unknownPrompts(game, messages)])
            faults.push(`${name}: ${fault}`);
        } catch (error) {
          faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      looks.push({ game, faults });
    }
  } finally {
    await table.close();
  }
  return looks;
}
