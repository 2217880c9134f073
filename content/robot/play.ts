// Owns one play: a game is played to its end as a child would, through everything the plan puts in its way.
import type { GameMessage } from "../../protocol/game.ts";
import { explore } from "./explore.ts";
import type { Robot } from "./openRobot.ts";
import type { Play } from "./plan.ts";
import { type PlayRun, roundsOf, startOf, stopNow } from "./playRun.ts";
import { unknownPrompts } from "./prompts.ts";
import { playQuiz } from "./quiz.ts";
import type { RobotTable } from "./table.ts";
import { smallScreen } from "./troubles.ts";

/** Game milliseconds per real one. */
const pace = 100;
export type PlayReport = {
  play: Play;
  tookMs: number;
  touches: number;
  rounds: number;
  /** Questions as their marks told them, in order; undefined where wild hands were faster than the eyes. */
  signatures: readonly (string | undefined)[];
  /** Everything that was not as it should be, in words. */
  faults: readonly string[];
};

export async function playGame(robot: Robot, table: RobotTable, play: Play): Promise<PlayReport> {
  const begun = performance.now();
  const run: PlayRun = {
    table,
    play,
    faults: [],
    signatures: [],
    touches: 0,
    left: new Set(play.troubles),
  };
  let rounds = 0;
  try {
    const address = robot.addressOf(play.game);
    await table.resize(smallScreen);
    await table.open({ address, start: startOf(play), voice: play.voice, rate: pace, isSeen: false });
    try {
      await beginTwice(run);
      if (play.mode === "quiz") await playQuiz(run);
      else await explore(run);
    } finally {
      const messages = await table.messages();
      rounds = roundsOf(messages).length;
      run.faults.push(...told(messages), ...unknownPrompts(play.game, messages), ...table.errors);
    }
  } catch (error) {
    run.faults.push(error instanceof Error ? error.message : String(error));
  }
  return {
    play,
    tookMs: performance.now() - begun,
    touches: run.touches,
    rounds,
    signatures: run.signatures,
    // What is wrong in one question is wrong in others too: once is enough to be mended.
    faults: [...new Set(run.faults)],
  };
}

const told = (messages: readonly GameMessage[]) =>
  messages.flatMap((message) => (message.type === "fault" ? [`fault: ${message.message}`] : []));

/** A game that is stopped at once says so and can be started again, with the same first question. */
async function beginTwice({ table, play, faults }: PlayRun): Promise<void> {
  const first = await table.look({ wish: { kind: "none" } });
  faults.push(...(await stopNow(table)));
  // What a fault says is not forgotten.
  faults.push(...told(await table.messages()));
  await table.forget();
  if ((await table.ask(startOf(play), "interactive", 10_000)) === null)
    throw new Error("not interactive after a second start");
  const second = await table.look({ wish: { kind: "none" } });
  if (first.signature !== second.signature)
    faults.push(`the same seed gave "${first.signature}" and then "${second.signature}"`);
}
