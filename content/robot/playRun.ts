// Owns what a play carries with it while it goes on.
import type { GameMessage } from "../../protocol/game.ts";
import type { Play, Trouble } from "./plan.ts";
import type { LookRequest, Sight } from "./sight.ts";
import type { RobotTable, Start } from "./table.ts";

/** A play while it goes on. */
export type PlayRun = {
  readonly table: RobotTable;
  readonly play: Play;
  readonly faults: string[];
  readonly signatures: (string | undefined)[];
  touches: number;
  /** Troubles that have not come yet. */
  readonly left: Set<Trouble>;
};

/** True once for each trouble of the plan: it comes now. */
export const comesNow = ({ left }: PlayRun, trouble: Trouble, isMoment: boolean): boolean =>
  isMoment && left.delete(trouble);

/** Looks with what the hand needs, and measures where everything stands still. */
export const lookFor = ({ table, play }: PlayRun, request: LookRequest): Promise<Sight> =>
  table.look({
    drags: play.hand === "mouse",
    keys: play.hand === "keyboard",
    measure: play.calm,
    ...request,
  });

export const startOf = ({ level, mode, seed, turns, volume, calm }: Play): Start => ({
  type: "start",
  mode,
  level: level.id,
  ageBand: level.ageBand,
  seed,
  locale: "vi",
  volume,
  reducedMotion: calm,
  turns: [...turns],
});

export const roundsOf = (messages: readonly GameMessage[]) =>
  messages.filter((message) => message.type === "round");

/** The host closes a game that takes longer, real ms. */
const stopWithinMs = 500;

/** Stops the game; returns what is to be said of it when it took too long. */
export async function stopNow(table: RobotTable): Promise<string[]> {
  const stopped = await table.stop();
  if (stopped === null) return ["finished was never said after a stop"];
  const { tookMs, isAtOnce } = stopped;
  return isAtOnce || tookMs <= stopWithinMs ? [] : [`finished took ${Math.round(tookMs)} ms after a stop`];
}
