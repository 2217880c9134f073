// Owns what an address of a trial asks for: which game, level and mode a teacher wants to try, and where to go back to. Pure.
import {
  type Catalogue,
  type CatalogueEntry,
  type GameMode,
  gameMode,
  type Locale,
} from "../../../protocol/game.ts";

export type TrialWish = {
  readonly game: CatalogueEntry;
  readonly level: CatalogueEntry["levels"][number];
  readonly mode: GameMode;
};

/** Undefined: no such game, or no such level in it in this mode. */
export function trialWish({ games }: Catalogue, asked: URLSearchParams): TrialWish | undefined {
  const game = games.find(({ id }) => id === asked.get("game"));
  const mode = gameMode.safeParse(asked.get("mode"));
  const level = game?.levels.find(({ id }) => id === asked.get("level"));
  if (game === undefined || level === undefined || !mode.success) return undefined;
  return level.modes.includes(mode.data) ? { game, level, mode: mode.data } : undefined;
}

export const localeOf = (asked: URLSearchParams): Locale => (asked.get("locale") === "en" ? "en" : "vi");

/** A page of this hub and nothing else, whatever somebody wrote into the address. */
export function wayBack(asked: URLSearchParams, origin: string): string {
  const back = asked.get("back");
  if (back?.startsWith("/") !== true) return "/";
  const { origin: there, pathname, search } = new URL(back, origin);
  return there === origin ? pathname + search : "/";
}
