// Owns a game being played in the gallery: its sandbox at a size, what it says, and everything that can be set.
import type { CatalogueEntry, GameMessage, HostMessage } from "../../protocol/game.ts";
import { drawing, element } from "../sdk/element.ts";
import { drawControls } from "./controls.ts";
import { type HostedGame, openGame } from "./host.ts";
import { createLog } from "./log.ts";
import { backSign } from "./signs.ts";
import { createVoice } from "./voice.ts";
import { chooseRun, type Wishes } from "./wishes.ts";
import { wordsOf } from "./words.ts";

export type Player = {
  readonly root: HTMLElement;
  close(): void;
};

/** Emblems as the station shows them, in turn order. */
const emblems = ["sun", "star", "flower"];

export function openPlayer(options: {
  game: CatalogueEntry;
  wishes: Wishes;
  change(part: Partial<Wishes>): void;
}): Player {
  const { game, wishes, change } = options;
  const words = wordsOf[wishes.page];
  const run = chooseRun(game, wishes);
  if (run === null) throw new Error(`${game.id} has no level`);

  const back = element("button", "back", { type: "button" }, drawing(backSign), words.back);
  back.addEventListener("click", () => change({ game: null }));
  const bar = element(
    "header",
    "player-bar",
    {},
    back,
    element("img", "", { src: `./packs/${game.id}/${game.icon}`, alt: "" }),
    element("h1", "", {}, game.title[wishes.page]),
  );
  const screen = element("div", "screen");
  const space = element("div", "space", {}, screen);
  const saying = element("output", "saying", { "aria-live": "off" });
  const log = createLog(words, (key) => game.prompts[key]?.[wishes.locale]);
  let hosted: HostedGame | undefined;
  let hush = () => {};

  const play = () => {
    hush();
    hosted?.close();
    log.clear();
    saying.textContent = "";
    const textOf = (key: string) => game.prompts[key]?.[wishes.locale] ?? `[${key}?]`;
    const voice = createVoice({
      recordings: `./packs/${game.id}/voice/${wishes.locale}`,
      locale: wishes.locale,
      textOf,
      silent: !wishes.spoken,
      volume: wishes.volume,
    });
    hush = voice.hush;
    const onMessage = (message: GameMessage) => {
      log.add(message);
      if (message.type === "say") saying.textContent = message.keys.map(textOf).join(" ");
      if (message.type === "finished") {
        saying.textContent = words.finished(message.played.rounds, message.played.correctFirstTry);
        screen.dataset["over"] = "";
      }
    };
    delete screen.dataset["over"];
    hosted = openGame({
      address: `./packs/${game.id}/index.html`,
      screen,
      start: {
        type: "start",
        mode: run.mode,
        level: run.level.id,
        ageBand: run.level.ageBand,
        seed: wishes.seed,
        locale: wishes.locale,
        volume: wishes.volume,
        reducedMotion: wishes.calm,
        turns: wishes.children > 1 ? emblems.slice(0, wishes.children) : [],
      },
      speak: voice.speak,
      hush: voice.hush,
      onMessage,
      onForeign: (detail) => log.add({ type: "fault", message: detail }),
    });
  };
  const send = (message: HostMessage) => {
    // As on a station: whoever pauses or leaves silences the voice.
    if (message.type === "pause" || message.type === "stop") hush();
    hosted?.send(message);
  };

  const placeScreen = () => {
    const [width, height] =
      wishes.screen === "fit" ? [space.clientWidth, space.clientHeight] : sizeOf(wishes.screen);
    const scale = Math.min(1, space.clientWidth / width, space.clientHeight / height);
    screen.style.width = `${width}px`;
    screen.style.height = `${height}px`;
    screen.style.scale = String(scale);
    screen.style.left = `${(space.clientWidth - width * scale) / 2}px`;
    screen.style.top = `${(space.clientHeight - height * scale) / 2}px`;
  };
  const watch = new ResizeObserver(placeScreen);
  watch.observe(space);

  const controls = drawControls({ game, run, wishes, change, send, again: play });
  const side = element("aside", "side", {}, controls, log.root);
  const root = element("div", "player", {}, bar, element("div", "theatre", {}, space, saying), side);
  // The page shows it first, so that the frame has its size when the game measures it.
  queueMicrotask(() => {
    placeScreen();
    play();
  });
  return {
    root,
    close() {
      watch.disconnect();
      hush();
      hosted?.close();
    },
  };
}

function sizeOf(screen: string): [width: number, height: number] {
  const [width = 0, height = 0] = screen.split("x").map(Number);
  return [width, height];
}
