// Owns the list of games: house by house, every game with its goal, every level with its picture.
import { type AgeBand, ageBand, type CatalogueEntry, type GameMode, house } from "../../protocol/game.ts";
import { drawing, element } from "../sdk/element.ts";
import { paintPlace } from "../sdk/landscape.ts";
import { houseColours, houseSign, modeSign } from "./signs.ts";
import type { Wishes } from "./wishes.ts";
import { type Words, wordsOf } from "./words.ts";

export type ListOptions = {
  readonly games: readonly CatalogueEntry[];
  readonly wishes: Wishes;
  /** Changes some wishes: a filter, the language, or the game to play. */
  change(part: Partial<Wishes>): void;
};

/** The whole page. */
export function drawList({ games, wishes, change }: ListOptions): HTMLElement {
  const words = wordsOf[wishes.page];
  const levels = games.reduce((sum, game) => sum + game.levels.length, 0);
  const language = element("button", "language", {
    type: "button",
    lang: wishes.page === "vi" ? "en" : "vi",
  });
  language.append(words.otherLanguage);
  language.addEventListener("click", () => change({ page: wishes.page === "vi" ? "en" : "vi" }));
  const landscape = drawing(paintPlace("meadow"));
  // A strip of it as wide as the window, from the hills to the grass.
  landscape.setAttribute("viewBox", "-1200 20 2400 460");
  landscape.setAttribute("preserveAspectRatio", "xMidYMax slice");
  const header = element(
    "header",
    "banner",
    {},
    landscape,
    element(
      "div",
      "banner-words",
      {},
      element("h1", "", {}, words.title),
      element("p", "", {}, words.subtitle(games.length, levels)),
    ),
    language,
  );
  const filters = element(
    "nav",
    "filters",
    {},
    choice(words.everyAge, ageBand.options, words.ages, wishes.age, (age) => change({ age })),
    choice(words.everyMode, ["explore", "quiz"] as const, words.modes, wishes.way, (way) => change({ way })),
  );
  const houses = house.options.flatMap((name) => {
    const inside = games.filter((game) => game.house === name);
    const drawn = inside.flatMap((game) => drawGame(game, wishes, change) ?? []);
    if (drawn.length === 0) return [];
    const sign = drawing(houseSign(name));
    const title = element(
      "div",
      "house-title",
      {},
      sign,
      element("h2", "", {}, words.houses[name]),
      element("p", "", {}, words.housesAbout[name]),
    );
    return [
      element(
        "section",
        "house",
        { style: `--house:${houseColours[name]}`, "data-house": name },
        title,
        ...drawn,
      ),
    ];
  });
  const nothing = games.length === 0 ? words.noGames : words.nothing;
  return element(
    "div",
    "list",
    {},
    header,
    filters,
    element("main", "", {}, ...(houses.length > 0 ? houses : [element("p", "nothing", {}, nothing)])),
  );
}

/** One row of buttons of which one is on; `all` means any. */
function choice<Value extends AgeBand | GameMode>(
  all: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  chosen: Value | null,
  choose: (value: Value | null) => void,
): HTMLElement {
  const button = (name: string, value: Value | null) => {
    const made = element(
      "button",
      "chip",
      { type: "button", "aria-pressed": String(value === chosen) },
      name,
    );
    made.addEventListener("click", () => choose(value));
    return made;
  };
  return element(
    "div",
    "chips",
    { role: "group" },
    button(all, null),
    ...values.map((value) => button(names[value], value)),
  );
}

function drawGame(game: CatalogueEntry, wishes: Wishes, change: ListOptions["change"]): HTMLElement | null {
  const words = wordsOf[wishes.page];
  const shown = game.levels.filter(
    (level) =>
      (wishes.age === null || level.ageBand === wishes.age) &&
      (wishes.way === null || level.modes.includes(wishes.way)),
  );
  if (shown.length === 0) return null;
  const kilobytes = (bytes: number) => Math.round(bytes / 1000);
  const about = element(
    "div",
    "about",
    {},
    element("img", "icon", { src: `./packs/${game.id}/${game.icon}`, alt: "" }),
    element("h3", "", {}, game.title[wishes.page]),
    element("p", "goal", {}, game.goal[wishes.page]),
    element("ul", "tags", {}, ...game.domains.map((domain) => element("li", "", {}, words.domains[domain]))),
    element(
      "p",
      "facts",
      {},
      `${game.version}${game.sizes ? ` · ${words.size(kilobytes(game.sizes.withoutVoice), kilobytes(game.sizes.withVoice))}` : ""}`,
    ),
  );
  const bands = ageBand.options.flatMap((band) => {
    const cards = shown
      .filter((level) => level.ageBand === band)
      .flatMap((level) => level.modes.map((mode) => drawLevel(game, level, mode, words, wishes, change)));
    if (cards.length === 0) return [];
    return [
      element(
        "div",
        "band",
        {},
        element("h4", "", {}, words.ages[band]),
        element("div", "levels", {}, ...cards),
      ),
    ];
  });
  return element("article", "game", { "data-game": game.id }, about, element("div", "bands", {}, ...bands));
}

function drawLevel(
  game: CatalogueEntry,
  level: CatalogueEntry["levels"][number],
  mode: GameMode,
  words: Words,
  wishes: Wishes,
  change: ListOptions["change"],
): HTMLElement {
  const card = element(
    "button",
    "level",
    { type: "button", "data-level": level.id, "data-mode": mode },
    element(
      "span",
      "level-picture",
      {},
      element("img", "", {
        src: `./packs/${game.id}/${level.picture ?? game.icon}`,
        alt: "",
        loading: "lazy",
      }),
      element("span", "level-mode", { title: words.modes[mode] }, drawing(modeSign[mode])),
    ),
    element("span", "level-title", {}, level.title[wishes.page]),
  );
  card.setAttribute(
    "aria-label",
    `${game.title[wishes.page]}: ${level.title[wishes.page]}, ${words.modes[mode]}`,
  );
  card.addEventListener("click", () => change({ game: game.id, level: level.id, mode }));
  return card;
}
