// Owns what is wished for in the gallery: which game and how it is played, kept in the page's address.
import {
  type AgeBand,
  ageBand,
  type CatalogueEntry,
  type GameMode,
  gameMode,
  type Locale,
  locale,
} from "../../protocol/game.ts";

export const screenSizes = ["fit", "1024x768", "1280x720", "1366x768", "1920x1080", "3840x2160"] as const;
export type ScreenSize = (typeof screenSizes)[number];

export type Wishes = {
  /** The language of the page. */
  readonly page: Locale;
  /** What is shown of the list; null shows all. */
  readonly age: AgeBand | null;
  readonly way: GameMode | null;
  /** The game that is played; null shows the list. */
  readonly game: string | null;
  readonly level: string;
  readonly mode: GameMode;
  readonly seed: number;
  readonly locale: Locale;
  /** 0 to 1; 0 is muted. */
  readonly volume: number;
  readonly spoken: boolean;
  readonly calm: boolean;
  /** Children who share the screen, 0 to 3; 0 and 1 have no emblem. */
  readonly children: number;
  readonly screen: ScreenSize;
};

const usual: Wishes = {
  page: "vi",
  age: null,
  way: null,
  game: null,
  level: "",
  mode: "quiz",
  seed: 1,
  locale: "vi",
  volume: 0.6,
  spoken: true,
  calm: false,
  children: 1,
  screen: "fit",
};

/** What the address says; anything else is as usual. */
export function readWishes(search: string): Wishes {
  const asked = new URLSearchParams(search);
  const number = (name: string, least: number, most: number, otherwise: number) => {
    const text = asked.get(name);
    const value = text === null || text === "" ? Number.NaN : Number(text);
    return Number.isFinite(value) && value >= least && value <= most ? value : otherwise;
  };
  const oneOf = <Value>(
    schema: { safeParse(value: unknown): { success: boolean; data?: Value } },
    name: string,
  ) => schema.safeParse(asked.get(name)).data;
  return {
    page: oneOf(locale, "page") ?? usual.page,
    age: oneOf(ageBand, "age") ?? null,
    way: oneOf(gameMode, "way") ?? null,
    game: asked.get("game"),
    level: asked.get("level") ?? usual.level,
    mode: oneOf(gameMode, "mode") ?? usual.mode,
    seed: Math.round(number("seed", -(2 ** 31), 2 ** 31 - 1, usual.seed)),
    locale: oneOf(locale, "locale") ?? usual.locale,
    volume: number("volume", 0, 1, usual.volume),
    spoken: asked.get("spoken") !== "no",
    calm: asked.get("calm") === "yes",
    children: Math.round(number("children", 1, 3, usual.children)),
    screen: screenSizes.find((size) => size === asked.get("screen")) ?? usual.screen,
  };
}

/** The address's search part: only what is not as usual, so that an address can be read and shared. */
export function writeWishes(wishes: Wishes): string {
  const written = new URLSearchParams();
  for (const name of Object.keys(usual) as (keyof Wishes)[]) {
    const value = wishes[name];
    if (value === usual[name] || value === null) continue;
    written.set(name, typeof value === "boolean" ? (value ? "yes" : "no") : String(value));
  }
  const text = written.toString();
  return text === "" ? "" : `?${text}`;
}

/** The level and mode to play: those wished for if the game has them, else its first. */
export function chooseRun(
  game: CatalogueEntry,
  wishes: Pick<Wishes, "level" | "mode">,
): { level: CatalogueEntry["levels"][number]; mode: GameMode } | null {
  const level = game.levels.find(({ id }) => id === wishes.level) ?? game.levels[0];
  const mode = level?.modes.find((each) => each === wishes.mode) ?? level?.modes[0];
  return level && mode ? { level, mode } : null;
}
