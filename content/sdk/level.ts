// Owns what every level of every game says of itself, and which level a start means.
import type { AgeBand, GameMode } from "../../protocol/game.ts";

export type LevelBase = {
  readonly id: string;
  readonly ageBand: AgeBand;
  readonly mode: GameMode;
  readonly title: { readonly vi: string; readonly en: string };
  /** Path of the menu picture inside the pack. */
  readonly picture: string;
  /**
   * What a child does in it: another kind is another activity, not another number. Levels of one age band are all of
   * different kinds. Free play needs no name for it as long as its age band has only one.
   */
  readonly kind?: string;
};

/** The level with this id, else the first of the mode and age band, else the first of the mode. Throws when the mode has none. */
export function chooseLevel<Level extends LevelBase>(
  levels: readonly Level[],
  wanted: { readonly level: string; readonly mode: GameMode; readonly ageBand: AgeBand },
): Level {
  const ofMode = levels.filter((level) => level.mode === wanted.mode);
  const chosen =
    ofMode.find((level) => level.id === wanted.level) ??
    ofMode.find((level) => level.ageBand === wanted.ageBand) ??
    ofMode[0];
  if (!chosen) throw new Error(`no level of mode ${wanted.mode}`);
  return chosen;
}

/** The levels as a manifest lists them. */
export const manifestLevels = (levels: readonly LevelBase[]) =>
  levels.map(({ id, ageBand, title, mode, picture, kind = mode }) => ({
    id,
    ageBand,
    title,
    modes: [mode],
    picture,
    kind,
  }));
