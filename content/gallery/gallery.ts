// Owns the gallery page: the list of all games, or one being played; and seeing them change while they are written.
import "@fontsource-variable/baloo-2";
import "@fontsource/be-vietnam-pro/400.css";
import "@fontsource/be-vietnam-pro/600.css";
import "./gallery.css";
import "./player.css";
import { z } from "zod";
import { readCatalogue } from "../../protocol/catalogue.ts";
import type { CatalogueEntry } from "../../protocol/game.ts";
import { createBuildNote } from "./buildNote.ts";
import { drawList } from "./list.ts";
import { openPlayer, type Player } from "./player.ts";
import { readWishes, type Wishes, writeWishes } from "./wishes.ts";
import { wordsOf } from "./words.ts";

z.config({ jitless: true });

let wishes = readWishes(location.search);
let games: readonly CatalogueEntry[] = [];
let player: Player | undefined;
let listScroll = 0;
const content = document.createElement("div");
content.className = "content";
const note = createBuildNote(() => wordsOf[wishes.page]);

function show(): void {
  player?.close();
  player = undefined;
  document.documentElement.lang = wishes.page;
  document.title = `Kidsmart · ${wordsOf[wishes.page].title}`;
  const game = games.find(({ id }) => id === wishes.game);
  if (game) {
    player = openPlayer({ game, wishes, change });
    content.replaceChildren(player.root);
  } else {
    content.replaceChildren(drawList({ games, wishes, change }));
    window.scrollTo(0, listScroll);
  }
}

function change(part: Partial<Wishes>): void {
  if (wishes.game === null) listScroll = window.scrollY;
  const leaves = "game" in part;
  wishes = { ...wishes, ...part };
  const address = `./${writeWishes(wishes)}`;
  // Back leads from a game to the list; a changed control is no place to go back to.
  if (leaves) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  show();
}
window.addEventListener("popstate", () => {
  wishes = readWishes(location.search);
  show();
});

async function load(): Promise<void> {
  const answer = await fetch("./catalogue.json", { cache: "no-store" });
  if (!answer.ok) throw new Error(`the catalogue was not reached: ${answer.status}`);
  const before = new Map(games.map(({ id, hash }) => [id, hash]));
  const read = readCatalogue(await answer.json());
  for (const trouble of read.troubles) note.fail(trouble);
  games = read.catalogue?.games ?? [];
  const played = games.find(({ id }) => id === wishes.game);
  // A game that did not change plays on while another is written.
  if (player && played && before.get(played.id) === played.hash) return;
  show();
}

document.body.append(content, note.root);
await load();
note.watch(load);
