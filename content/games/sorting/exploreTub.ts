// Owns khám phá at the tub: things are dropped in, float or sink, and are fished out again. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { createCarry } from "../../sdk/drag.ts";
import { drawing, pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { effects } from "./effects.ts";
import { pickForTub } from "./freePlay.ts";
import type { Level } from "./levels.ts";
import { pictures } from "./pictures.ts";
import { nameKey, sentence } from "./prompts.ts";
import { type ThingName, things } from "./things.ts";
import { toyBox } from "./toyBox.ts";
import { hasTrait } from "./traits.ts";
import { columnOf, createTub } from "./tub.ts";

const thingSize = 96;

type Lying = {
  readonly name: ThingName;
  readonly root: HTMLButtonElement;
  readonly column: number;
  inTub: boolean;
};

/** Runs until the host stops it. Every thing tried in the water is reported as a round. */
export async function exploreTub(run: Run, level: Level): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const tub = createTub(table);
  const box = pictureButton("tray-button toy-box", "Đồ khác", {}, drawing(toyBox));
  const shelf = tray(box);
  table.stage.play.append(tub.root, shelf);
  run.showScenery("well");
  run.setRepeat([sentence("explore-tub")]);

  let lying: Lying[] = [];
  let tried = new Set<ThingName>();
  const mark = () => {
    for (const { root } of lying) clearMarks(root);
    const next =
      lying.find(({ inTub, name }) => !inTub && !tried.has(name)) ?? lying.find(({ inTub }) => !inTub);
    if (next) markNext(next.root);
  };
  const dropIn = async (thing: Lying) => {
    if (thing.inTub) return;
    thing.inTub = true;
    mark();
    const floats = hasTrait(thing.name, "floats");
    void table.speech.sayNow([nameKey(thing.name)]);
    const swimmer = pictureButton("swimmer", things[thing.name].vi, {}, picture(pictures[thing.name]));
    swimmer.disabled = true;
    thing.root.classList.add("taken");
    thing.root.disabled = true;
    await tub.drop(swimmer, thingSize, columnOf(thing.column, level.amount), floats);
    discoveries.found(!tried.has(thing.name));
    tried.add(thing.name);
    swimmer.disabled = false;
    swimmer.addEventListener("click", () => void takeOut(thing, swimmer));
    await table.speech.say([sentence(floats ? "will-float" : "will-sink")]);
    if (tried.size === level.amount && lying.every(({ inTub }) => inTub) && lying.includes(thing)) {
      tried = new Set();
      table.sounds.play(commonEffects.celebrate);
      void table.celebration.burst(0, 330, 20);
      await table.speech.say([sentence("tub-all")], 1800);
      await layOut();
    }
  };
  const takeOut = async (thing: Lying, swimmer: HTMLButtonElement) => {
    swimmer.disabled = true;
    await tub.lift(swimmer);
    swimmer.remove();
    thing.inTub = false;
    thing.root.classList.remove("taken");
    thing.root.disabled = false;
    mark();
    void hop(table, thing.root);
  };
  const carry = createCarry({ blocked: () => false });
  carry.addPlace(tub.root, (root) => {
    const thing = lying.find((each) => each.root === root);
    if (thing) void dropIn(thing);
  });
  const layOut = async () => {
    tub.root.querySelector(".tub-inside")?.replaceChildren();
    for (const { root } of lying) root.remove();
    lying = pickForTub(level.amount, table.random).map((name, column) => {
      const root = trayButton(things[name].vi, pictures[name]);
      return { name, root, column, inTub: false };
    });
    for (const thing of lying) carry.addThing(thing.root, () => void dropIn(thing));
    box.before(...lying.map(({ root }) => root));
    mark();
    await popIn(
      table,
      lying.map(({ root }) => root),
    );
  };
  box.addEventListener("click", () => {
    table.sounds.play(effects.roll);
    void hop(table, box);
    tried = new Set();
    void table.speech.sayNow([sentence("new-things")]);
    void layOut();
  });
  tub.root.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("button")) return;
    const { left } = tub.root.getBoundingClientRect();
    tub.ripple((event.clientX - left) / table.stage.fit().scale);
  });

  const first = layOut();
  discoveries.open();
  void table.speech.say([sentence("explore-tub")]);
  await first;
}
