// Owns the controls beside a game: level, way to play, chance, children, language, sound, motion, size, and the host's orders.
import { type CatalogueEntry, type GameMode, type HostMessage, locale } from "../../protocol/game.ts";
import { drawing, element } from "../sdk/element.ts";
import { modeSign } from "./signs.ts";
import { screenSizes, type Wishes } from "./wishes.ts";
import { type Words, wordsOf } from "./words.ts";

export type ControlsOptions = {
  readonly game: CatalogueEntry;
  readonly run: { readonly level: CatalogueEntry["levels"][number]; readonly mode: GameMode };
  readonly wishes: Wishes;
  change(part: Partial<Wishes>): void;
  send(message: HostMessage): void;
  again(): void;
};

const languages = { vi: "Tiếng Việt", en: "English" } as const;

export function drawControls({ game, run, wishes, change, send, again }: ControlsOptions): HTMLElement {
  const words = wordsOf[wishes.page];
  return element(
    "div",
    "controls",
    {},
    drawOrders(words, send, again),
    field(words.level, drawLevels(game, run, wishes, change)),
    field(words.seed, drawSeed(words, wishes, change), words.seedAbout),
    field(
      words.children,
      buttons(
        [1, 2, 3].map((count) => [count, count === 1 ? words.alone : String(count)] as const),
        wishes.children,
        (children) => change({ children }),
      ),
    ),
    field(
      words.locale,
      buttons(
        locale.options.map((each) => [each, languages[each]] as const),
        wishes.locale,
        (chosen) => change({ locale: chosen }),
      ),
    ),
    field(words.volume, drawVolume(words, wishes, change, send)),
    element(
      "div",
      "switches",
      {},
      toggle(words.spoken, wishes.spoken, (spoken) => change({ spoken })),
      toggle(words.calm, wishes.calm, (calm) => change({ calm })),
    ),
    field(words.screen, drawSizes(words, wishes, change)),
  );
}

function drawOrders(words: Words, send: ControlsOptions["send"], again: () => void): HTMLElement {
  const order = (name: string, run: () => void, kind: string) => {
    const made = element("button", "order", { type: "button", "data-send": kind }, name);
    made.addEventListener("click", run);
    return made;
  };
  let pings = 0;
  return element(
    "div",
    "orders",
    {},
    order(words.again, again, "again"),
    order(words.pause, () => send({ type: "pause" }), "pause"),
    order(words.resume, () => send({ type: "resume" }), "resume"),
    order(words.stop, () => send({ type: "stop" }), "stop"),
    order(
      words.ping,
      () => {
        pings += 1;
        send({ type: "ping", n: pings });
      },
      "ping",
    ),
  );
}

function drawLevels(
  game: CatalogueEntry,
  run: ControlsOptions["run"],
  wishes: Wishes,
  change: ControlsOptions["change"],
): HTMLElement {
  const words = wordsOf[wishes.page];
  return element(
    "div",
    "level-list",
    {},
    ...game.levels.flatMap((level) =>
      level.modes.map((mode) => {
        const chosen = level.id === run.level.id && mode === run.mode;
        const made = element(
          "button",
          "level-choice",
          {
            type: "button",
            "aria-pressed": String(chosen),
            title: `${level.title[wishes.page]} · ${words.modes[mode]}`,
          },
          element("img", "", {
            src: `./packs/${game.id}/${level.picture ?? game.icon}`,
            alt: level.title[wishes.page],
          }),
          element("span", "level-age", {}, level.ageBand.replace("-", "–")),
          element("span", "level-mode", {}, drawing(modeSign[mode])),
        );
        made.addEventListener("click", () => change({ level: level.id, mode }));
        return made;
      }),
    ),
  );
}

function drawSeed(words: Words, wishes: Wishes, change: ControlsOptions["change"]): HTMLElement {
  const input = element("input", "", {
    type: "number",
    value: String(wishes.seed),
    "aria-label": words.seed,
  });
  input.addEventListener("change", () => {
    if (input.value !== "" && Number.isSafeInteger(Number(input.value)))
      change({ seed: Number(input.value) | 0 });
  });
  const other = element("button", "order", { type: "button" }, words.otherSeed);
  other.addEventListener("click", () => change({ seed: Math.floor(Math.random() * 10_000) }));
  return element("div", "seed", {}, input, other);
}

/** Moving it does not begin the game anew: a station's volume changes in the middle of a game too. */
function drawVolume(
  words: Words,
  wishes: Wishes,
  change: ControlsOptions["change"],
  send: ControlsOptions["send"],
): HTMLElement {
  const range = element("input", "", {
    type: "range",
    min: "0",
    max: "1",
    step: "0.1",
    value: String(wishes.volume),
    "aria-label": words.volume,
  });
  range.addEventListener("input", () => send({ type: "volume", volume: Number(range.value) }));
  range.addEventListener("change", () => change({ volume: Number(range.value) }));
  const muted = toggle(words.muted, wishes.volume === 0, (off) => change({ volume: off ? 0 : 0.6 }));
  return element("div", "volume", {}, range, muted);
}

function drawSizes(words: Words, wishes: Wishes, change: ControlsOptions["change"]): HTMLElement {
  const select = element(
    "select",
    "",
    { "aria-label": words.screen },
    ...screenSizes.map((size) => {
      const option = element(
        "option",
        "",
        { value: size },
        size === "fit" ? words.fit : size.replace("x", " × "),
      );
      option.selected = size === wishes.screen;
      return option;
    }),
  );
  select.addEventListener("change", () =>
    change({ screen: screenSizes.find((size) => size === select.value) ?? "fit" }),
  );
  return select;
}

function field(name: string, control: HTMLElement, about?: string): HTMLElement {
  return element(
    "div",
    "field",
    {},
    element("span", "field-name", {}, name),
    control,
    ...(about === undefined ? [] : [element("small", "", {}, about)]),
  );
}

function buttons<Value>(
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): HTMLElement {
  const made = options.map(([value, name]) => {
    const button = element(
      "button",
      "chip",
      { type: "button", "aria-pressed": String(value === chosen) },
      name,
    );
    button.addEventListener("click", () => choose(value));
    return button;
  });
  return element("div", "chips", { role: "group" }, ...made);
}

function toggle(name: string, on: boolean, turn: (on: boolean) => void): HTMLElement {
  const input = element("input", "", { type: "checkbox" });
  input.checked = on;
  input.addEventListener("change", () => turn(input.checked));
  return element("label", "switch", {}, input, name);
}
