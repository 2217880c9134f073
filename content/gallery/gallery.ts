// Owns the gallery page: every game, level and mode to be played by hand, or by the robot through its address.
import { z } from "zod";
import {
  type CatalogueEntry,
  catalogue,
  type GameMode,
  gameMode,
  type HostMessage,
  locale as localeOf,
} from "../../protocol/game.ts";
import { type HostedGame, openGame } from "./host.ts";
import { createVoice } from "./voice.ts";

z.config({ jitless: true });

function find<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page lacks #${id}`);
  return found;
}
const seed = find("seed", HTMLInputElement);
const locale = find("locale", HTMLSelectElement);
const volume = find("volume", HTMLInputElement);
const spoken = find("spoken", HTMLInputElement);
const calm = find("calm", HTMLInputElement);
const turns = find("turns", HTMLInputElement);
const messages = find("messages", HTMLOListElement);
const screen = find("screen", HTMLDivElement);
const saying = find("saying", HTMLOutputElement);
const controls = find("controls", HTMLDivElement);

let open: HostedGame | undefined;

function play(game: CatalogueEntry, level: string, mode: GameMode): void {
  open?.close();
  messages.replaceChildren();
  controls.hidden = false;
  const openedAt = performance.now();
  const language = localeOf.parse(locale.value);
  const ageBand = game.levels.find((candidate) => candidate.id === level)?.ageBand ?? "3-4";
  const textOf = (key: string) => game.prompts[key]?.[language] ?? `[${key}]`;
  const voice = createVoice({
    recordings: `./packs/${game.id}/voice/${language}`,
    locale: language,
    textOf,
    silent: !spoken.checked,
  });
  open = openGame({
    address: `./packs/${game.id}/index.html`,
    screen,
    start: {
      type: "start",
      mode,
      level,
      ageBand,
      seed: Number(seed.value),
      locale: language,
      volume: Number(volume.value),
      reducedMotion: calm.checked,
      turns: turns.value.split(",").filter((turn) => turn !== ""),
    },
    speak: voice.speak,
    hush: voice.hush,
    onMessage(message) {
      const line = document.createElement("li");
      line.dataset["type"] = message.type;
      line.dataset["afterMs"] = String(Math.round(performance.now() - openedAt));
      line.dataset["message"] = JSON.stringify(message);
      const text = message.type === "say" ? ` “${message.keys.map(textOf).join(" ")}”` : "";
      line.textContent = `${line.dataset["afterMs"]} ms  ${line.dataset["message"]}${text}`;
      if (message.type === "say") saying.textContent = text;
      messages.append(line);
      messages.scrollTop = messages.scrollHeight;
    },
  });
}

controls.addEventListener("click", (event) => {
  const kind = event.target instanceof HTMLElement ? event.target.dataset["send"] : undefined;
  const toSend: Record<string, HostMessage> = {
    pause: { type: "pause" },
    resume: { type: "resume" },
    stop: { type: "stop" },
    ping: { type: "ping", n: Date.now() },
  };
  const message = kind === undefined ? undefined : toSend[kind];
  if (message) open?.send(message);
});
volume.addEventListener("input", () => open?.send({ type: "volume", volume: Number(volume.value) }));

const listed = catalogue.parse(await (await fetch("./catalogue.json")).json());
const asked = new URLSearchParams(location.search);
for (const [name, input] of Object.entries({ seed, locale, volume, turns })) {
  const value = asked.get(name);
  if (value !== null) input.value = value;
}
if (asked.get("spoken") === "no") spoken.checked = false;
if (asked.get("calm") === "yes") calm.checked = true;
if (asked.has("bare")) document.body.classList.add("bare");

const nav = find("games", HTMLElement);
for (const game of listed.games) {
  const title = document.createElement("h2");
  title.textContent = game.title.vi;
  nav.append(title);
  for (const level of game.levels) {
    for (const mode of level.modes) {
      const entry = document.createElement("button");
      entry.type = "button";
      entry.textContent = `${level.title.vi} `;
      const about = document.createElement("small");
      about.textContent = `${level.ageBand} tuổi · ${mode === "explore" ? "khám phá" : "hỏi – đáp"}`;
      entry.append(about);
      entry.addEventListener("click", () => {
        for (const other of nav.querySelectorAll("button")) other.removeAttribute("aria-current");
        entry.setAttribute("aria-current", "true");
        play(game, level.id, mode);
      });
      nav.append(entry);
    }
  }
}
const game = listed.games.find((candidate) => candidate.id === asked.get("game"));
const mode = gameMode.safeParse(asked.get("mode"));
if (game && mode.success) play(game, asked.get("level") ?? "", mode.data);
