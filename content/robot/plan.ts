// Owns the list of plays: which game, level and mode is played by which hand, with which voice, turns and troubles.
import type { GameManifest, GameMode } from "../../protocol/game.ts";
import { type HandKind, handKinds } from "./hands.ts";
import type { RobotVoice } from "./sight.ts";

/** What happens to a child's game besides the child. */
export type Trouble =
  /** A pause while the question is being asked. */
  | "pauseWhileAsked"
  /** A pause right after a touch, while the game shows something. */
  | "pauseWhileShowing"
  /** A pause while a hint is given. */
  | "pauseWhileHinting"
  /** A pause with a thing in the hand. */
  | "pauseInDrag"
  /** The window becomes larger and smaller in the middle of a question. */
  | "resize"
  /** Wild clicks or taps, and every key held. */
  | "wild"
  /** Everything is touched twice in one moment. */
  | "twice";

export type Play = {
  game: GameManifest;
  level: GameManifest["levels"][number];
  mode: GameMode;
  hand: HandKind;
  seed: number;
  turns: readonly string[];
  /** 0 is muted. */
  volume: number;
  voice: RobotVoice;
  /** Reduced motion: then everything stands still while a child may answer, and can be measured. */
  calm: boolean;
  troubles: ReadonlySet<Trouble>;
};

const emblems = ["sun", "star", "flower"];
/** About as long as a sentence takes at the robot's pace. */
const sentenceMs = 20;
const usual = ["resize", "wild", "twice"] as const satisfies Trouble[];
const pauses = ["pauseWhileAsked", "pauseWhileShowing", "pauseWhileHinting"] as const satisfies Trouble[];

/**
 * Every game, level and mode: once, with the hands, turns, voices and troubles taking turns so that each game meets
 * them all; or with all three hands, which meet the same questions.
 */
export function planPlays(games: readonly GameManifest[], options: { allHands: boolean }): Play[] {
  return games.flatMap((game) => {
    // The same whether it is played alone or among all.
    const gameNumber = [...game.id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    const modes = game.levels.flatMap((level) => level.modes.map((mode) => ({ level, mode })));
    return modes.flatMap(({ level, mode }, number) => {
      const turned = options.allHands
        ? handKinds
        : [handKinds[(number + gameNumber) % handKinds.length] ?? "mouse"];
      return turned.map((hand, handNumber): Play => {
        const turn = number + handNumber;
        const lap = Math.floor(number / handKinds.length) + handNumber;
        return {
          game,
          level,
          mode,
          hand,
          seed: 7 + number,
          turns: emblems.slice(0, (turn + 1) % 4),
          // Most are muted: sounds that nobody hears cost more than the play.
          volume: turn % 4 === 0 ? 0.2 : 0,
          voice: lap % 2 === 0 ? { heardAfterMs: sentenceMs } : "missing",
          calm: lap % 4 !== 0,
          troubles: new Set(
            options.allHands
              ? [...usual, ...pauses, "pauseInDrag"]
              : // One of each sort; not the same hand always the same one.
                [
                  usual[(turn + lap) % usual.length] ?? "wild",
                  hand === "mouse" && lap % 2 === 0
                    ? "pauseInDrag"
                    : (pauses[(turn + 2 * lap) % pauses.length] ?? "pauseWhileAsked"),
                ],
          ),
        };
      });
    });
  });
}

export const playName = ({ game, level, mode, hand }: Play): string =>
  `${game.id} · ${level.id} · ${mode} · ${hand}`;
