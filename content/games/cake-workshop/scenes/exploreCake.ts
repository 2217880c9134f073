// Owns khám phá of the large cake: decorate it freely, hear every number, ring for the friends. Open-ended.
import { tray, trayButton } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Decoration, decorationNames, decorations, friendNames, largeCakes } from "../bakery.ts";
import { cheer, eating } from "../effects.ts";
import type { Level } from "../levels.ts";
import { cheerUp, createBell, decorationPicture, friendFigure, ringBell } from "../parts.ts";
import { decorationPictures } from "../pictures.ts";
import { decorationKey, sentence } from "../prompts.ts";
import { createCakeBoard } from "./cakeBoard.ts";

/** Runs until the host stops it. Every cake the friends were called for is a round. */
export async function exploreCake(
  run: Run,
  level: Level & { mode: "explore"; does: "decorate" },
): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const cakes = table.random.shuffle(largeCakes);
  const guests = table.random.shuffle(friendNames).slice(0, 3);
  const watching = element("div", "watching", {}, ...guests.map((friend) => friendFigure(friend)));
  table.stage.play.append(watching);
  let baked = 0;
  let busy = false;
  const board = createCakeBoard(table, cakes[0] ?? "sponge", (each) => {
    if (busy) return;
    board.remove(each);
    changed(each.decoration);
  });
  const bell = createBell();
  const supplies = decorationNames.slice(0, level.decorations).map((decoration) => ({
    decoration,
    root: trayButton(decorations[decoration].vi, decorationPictures[decoration]),
  }));
  const bar = tray(...supplies.map(({ root }) => root), bell);
  bar.classList.add("supplies");
  table.stage.play.append(bar);
  const tallies = element("div", "tallies");
  run.frame.middle.replaceChildren(tallies);
  run.showScenery("kitchen");
  run.setRepeat([sentence("explore-cake")]);

  const showTallies = () => {
    const counts = board.counts();
    tallies.replaceChildren(
      ...decorationNames
        .filter((name) => counts[name] > 0)
        .map((name) =>
          element(
            "span",
            "tally",
            {},
            decorationPicture(name),
            element("span", "bubble-numeral", {}, String(counts[name])),
          ),
        ),
    );
  };
  const mark = () => {
    for (const { root } of supplies) clearMarks(root);
    clearMarks(bell);
    const few = board.onTop.length < Math.min(3, level.upTo);
    const next = few ? supplies[board.onTop.length % supplies.length]?.root : bell;
    if (next) markNext(next);
  };
  const changed = (decoration: Decoration) => {
    showTallies();
    mark();
    void table.speech.sayNow([decorationKey(decoration, board.counts()[decoration])]);
    const watcher = watching.children[table.random.integer(0, guests.length - 1)];
    if (watcher) void hop(table, watcher);
  };
  for (const { decoration, root } of supplies) {
    root.addEventListener("click", () => {
      if (busy) return;
      void hop(table, root);
      if (board.onTop.length < level.upTo && board.add(decoration)) changed(decoration);
      else {
        void table.speech.sayNow([sentence("cake-full")]);
        ringBell(table, bell);
      }
    });
  }
  const serve = async () => {
    busy = true;
    const counts = board.counts();
    const told = decorationNames.filter((name) => counts[name] > 0);
    for (const name of told) {
      for (const each of board.onTop) if (each.decoration === name) void hop(table, each.root);
      await table.speech.sayNow([decorationKey(name, counts[name])], 800);
    }
    table.sounds.play(cheer);
    for (const watcher of watching.children) void cheerUp(table, watcher);
    void table.celebration.burst(0, 380, 22);
    await table.speech.sayNow([sentence("beautiful-cake")], 1500);
    table.sounds.play(eating);
    await table.motion.move(board.root, [{ transform: "none" }, { transform: "scale(.9)", opacity: 0 }], 500);
    board.clear();
    baked += 1;
    board.change(cakes[baked % cakes.length] ?? "sponge");
    showTallies();
    await popIn(table, [board.root]);
    busy = false;
    discoveries.found();
    mark();
  };
  bell.addEventListener("click", () => {
    if (busy) return;
    table.sounds.play(commonEffects.bell);
    ringBell(table, bell);
    if (board.onTop.length > 0) void serve();
    else for (const { root } of supplies) void hop(table, root);
  });
  mark();
  discoveries.open();
  void table.speech.say([sentence("explore-cake")]);
  await popIn(table, [watching, board.root, bar], 140);
}
