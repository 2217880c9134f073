// Owns khám phá: things lie about the yard; each tells its name when it is touched and goes into a basket. Open-ended.
import { picture, tray } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { createCarry } from "../../sdk/drag.ts";
import { pictureButton, units } from "../../sdk/element.ts";
import { type Area, strew } from "../../sdk/layout.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn, shakeHead } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import type { Level } from "./levels.ts";
import { basketsFor, mixThings } from "./logic.ts";
import { basketButton } from "./parts.ts";
import { pictures } from "./pictures.ts";
import { basketKey, nameKey, sentence } from "./prompts.ts";
import { groupNames, type ThingName, things } from "./things.ts";

/** The yard between the frame above and the baskets below. */
const ground: Area = { left: -490, top: 314, width: 980, height: 262 };
const thingSize = 114;

type Lying = { readonly name: ThingName; readonly root: HTMLButtonElement };

/** Runs until the host stops it. Every thing put where it belongs is reported as a round. */
export async function runExplore(run: Run, level: Level & { mode: "explore" }): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const chosen = table.random.shuffle(groupNames).slice(0, basketsFor(level.amount));
  const baskets = chosen.map((group) => ({ group, root: basketButton(group) }));
  for (const { group, root } of baskets) root.dataset["place"] = group;
  table.stage.play.append(tray(...baskets.map(({ root }) => root)));
  run.showScenery("yard");
  run.setRepeat([sentence("tidy-up")]);

  let lying: Lying[] = [];
  const mark = () => {
    for (const { root } of lying) clearMarks(root);
    const first = lying[0];
    if (first) markNext(first.root, things[first.name].group);
  };
  const carry = createCarry({ blocked: () => false });
  const layOut = async () => {
    const spots = strew(level.amount, thingSize, 16, ground, table.random);
    lying = mixThings(level.amount, chosen, table.random).map((name, index) => {
      const root = pictureButton("thing", things[name].vi, {}, picture(pictures[name]));
      const spot = spots[index] ?? { x: 0, y: 380 };
      root.style.left = `calc(50% + ${units(spot.x - thingSize / 2)})`;
      root.style.top = units(spot.y - thingSize / 2);
      carry.addThing(root);
      root.addEventListener("click", () => {
        table.sounds.play(commonEffects.pick);
        void table.speech.sayNow([nameKey(name)]);
      });
      return { name, root };
    });
    table.stage.play.append(...lying.map(({ root }) => root));
    mark();
    await popIn(
      table,
      lying.map(({ root }) => root),
    );
  };
  for (const { group, root: basket } of baskets) {
    basket.addEventListener("click", () => {
      void hop(table, basket);
      if (!document.querySelector("[data-picked]")) void table.speech.sayNow([basketKey(group)]);
    });
    carry.addPlace(basket, (root) => {
      const thing = lying.find((each) => each.root === root);
      if (!thing) return;
      if (things[thing.name].group !== group) {
        void table.speech.sayNow([basketKey(group)]);
        void shakeHead(table, root);
        return;
      }
      lying = lying.filter((each) => each !== thing);
      root.remove();
      basket.querySelector(".basket-inside")?.append(picture(pictures[thing.name]));
      table.sounds.play(commonEffects.put);
      discoveries.found();
      mark();
      if (lying.length === 0) void begin();
      else void table.speech.sayNow([nameKey(thing.name)]);
    });
  }
  /** Everything is tidy: a little joy, and then something new to tidy. */
  const begin = async () => {
    table.sounds.play(commonEffects.celebrate);
    void table.celebration.burst(0, 430, 28);
    await table.speech.sayNow([sentence("all-tidy")], 1500);
    for (const { root } of baskets) root.querySelector(".basket-inside")?.replaceChildren();
    await layOut();
  };

  const first = layOut();
  discoveries.open();
  void table.speech.say([sentence("tidy-up")]);
  await first;
}
