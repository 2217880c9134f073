// Owns khám phá: a string to hang things on as one likes, and a bell that lets the string sing. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import { soundOf } from "./effects.ts";
import { emptyPlace, hangGarland, playRow } from "./garland.ts";
import { type ItemName, itemsOf, textOf } from "./items.ts";
import type { ExploreLevel } from "./levels.ts";
import { isPattern } from "./logic.ts";
import { basketPicture, bellPicture, pictureOf } from "./pictures.ts";
import { nameKey, sentence } from "./prompts.ts";

type Hung = { readonly item: ItemName; readonly root: HTMLButtonElement };

/** Runs until the host stops it. A string that was let sing, and a pattern made by oneself, are reported as rounds. */
export async function runExplore(run: Run, level: ExploreLevel): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [
    sentence(
      level.family === "beads"
        ? "explore-beads"
        : level.family === "motifs"
          ? "explore-motifs"
          : "explore-lanterns",
    ),
  ];
  run.showScenery(level.scenery);
  run.setRepeat(welcome);
  const garland = hangGarland(table, level.room, 372, level.family);
  const holes = Array.from({ length: level.room }, (_, index) =>
    standAt(emptyPlace(), garland.spot(index), garland.size),
  );
  let hung: Hung[] = [];
  let isPlaying = false;
  let sungAt = 0;

  const bell = trayButton("Nghe dây hát", bellPicture, "sing");
  const basket = trayButton("Dây mới", basketPicture, "renew");
  const calls = itemsOf(level.family)
    .slice(0, level.things)
    .map((item) => {
      const root = trayButton(textOf(item).vi, pictureOf(item), `is-${item}`);
      root.addEventListener("click", () => hang(item, root));
      return root;
    });
  const mark = () => {
    for (const root of [bell, basket, ...calls]) clearMarks(root);
    const isFull = hung.length === level.room;
    // Two things in turn make the first pattern a robot finds; a child finds more.
    const next = isFull ? (sungAt === hung.length ? basket : bell) : calls[hung.length % 2];
    if (next) markNext(next);
  };
  const layOut = () => {
    for (const [index, { root }] of hung.entries()) standAt(root, garland.spot(index), garland.size);
    for (const [index, hole] of holes.entries()) hole.style.visibility = index < hung.length ? "hidden" : "";
    mark();
  };
  const hang = (item: ItemName, from: HTMLElement) => {
    if (isPlaying) return;
    if (hung.length === level.room) {
      void hop(table, bell);
      return void table.speech.sayNow([sentence("all-full")]);
    }
    const root = pictureButton(`hung hung-button is-${item}`, textOf(item).vi, {}, picture(pictureOf(item)));
    const thing = { item, root };
    root.addEventListener("click", () => takeOff(thing));
    hung.push(thing);
    table.stage.play.append(root);
    table.sounds.play(soundOf(item));
    void hop(table, from);
    layOut();
    void popIn(table, [root]);
    const row = hung.map((each) => each.item);
    if (!isPattern(row) || row.length < 4) return void table.speech.sayNow([nameKey(item)]);
    // Told once at its first full turn, not at every further thing.
    if (isPattern(row.slice(0, -1)) && row.length > 4) return;
    discoveries.found();
    table.sounds.play(commonEffects.correct);
    void table.celebration.burst(garland.spot(hung.length - 1).x, 372, 16);
    void table.speech.sayNow([sentence("a-pattern")]);
  };
  const takeOff = (thing: Hung) => {
    if (isPlaying || !hung.includes(thing)) return;
    hung = hung.filter((each) => each !== thing);
    thing.root.remove();
    table.sounds.play(commonEffects.put);
    layOut();
  };
  const sing = async () => {
    if (isPlaying) return;
    if (hung.length === 0) {
      for (const call of calls) void hop(table, call);
      return void table.speech.sayNow([sentence("nothing-yet")]);
    }
    isPlaying = true;
    table.speech.hush();
    await playRow(table, hung, 360);
    await table.timeline.wait(300);
    isPlaying = false;
    if (hung.length > 2 && sungAt !== hung.length) {
      discoveries.found();
      void table.celebration.burst(0, 380, 20);
    }
    sungAt = hung.length;
    mark();
  };
  const renew = async () => {
    if (isPlaying) return;
    isPlaying = true;
    const gone = hung;
    hung = [];
    sungAt = 0;
    table.sounds.play(commonEffects.whoosh);
    void hop(table, basket);
    await Promise.all(
      gone.map(({ root }) =>
        table.motion.move(
          root,
          [{ transform: "none" }, { transform: "translateY(180%) rotate(30deg)", opacity: 0 }],
          420,
        ),
      ),
    );
    for (const { root } of gone) root.remove();
    isPlaying = false;
    layOut();
    void table.speech.sayNow([sentence("new-string")]);
  };
  bell.addEventListener("click", () => void sing());
  basket.addEventListener("click", () => void renew());

  table.stage.play.append(...holes, tray(bell, ...calls, basket));
  layOut();
  discoveries.open();
  void table.speech.say(welcome);
  await popIn(table, [bell, ...calls, basket]);
}
