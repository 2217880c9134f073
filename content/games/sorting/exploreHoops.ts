// Owns khám phá with hoops: free sorting, where the game finds out what the child meant; and two rules at once. Open-ended.
import { picture, tray } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { createCarry } from "../../sdk/drag.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import type { Spot } from "../../sdk/layout.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { createCrossedRules } from "./crossedRules.ts";
import { effects } from "./effects.ts";
import { pickForHoops } from "./freePlay.ts";
import { createFreeRules } from "./freeRules.ts";
import type { HoopRules, Loose } from "./hoopRules.ts";
import { hoopDrawing } from "./hoops.ts";
import type { Level } from "./levels.ts";
import { pictures } from "./pictures.ts";
import { nameKey, sentence } from "./prompts.ts";
import { things } from "./things.ts";
import { toyBox } from "./toyBox.ts";

const size = 96;

/** Runs until the host stops it. */
export async function exploreHoops(run: Run, level: Level): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const isCrossed = level.kind === "crossedHoops";
  const box = pictureButton("tray-button toy-box", "Đồ khác", {}, drawing(toyBox));
  const slots = Array.from({ length: level.amount }, () => element("span", "tray-slot"));
  const shelf = tray(...slots, box);
  let loose: Loose[] = [];

  const trayHome = (index: number): Spot => ({ x: (index - level.amount / 2) * 132, y: 684 });
  const stand = (thing: Loose, to: Spot) => {
    thing.root.style.left = `calc(50% + ${units(to.x - size / 2)})`;
    thing.root.style.top = units(to.y - size / 2);
  };
  const spotOf = (thing: Loose): Spot =>
    (thing.at === null ? undefined : rules.spot(thing.at, thing.place)) ?? trayHome(loose.indexOf(thing));
  const roll = (thing: Loose, from: Spot) => {
    const to = spotOf(thing);
    stand(thing, to);
    void table.motion.move(
      thing.root,
      [
        { transform: `translate(${units(from.x - to.x)},${units(from.y - to.y)})` },
        {
          transform: `translate(${units((from.x - to.x) * 0.4)},${units((from.y - to.y) * 0.4 - 40)}) rotate(14deg)`,
          offset: 0.55,
        },
        { transform: "none" },
      ],
      520,
    );
  };
  const mark = () => {
    for (const { root } of loose) clearMarks(root);
    const next = rules.hint(loose) ?? (isCrossed ? undefined : loose.find(({ at }) => at === null));
    markNext(next ? next.root : box);
    if (next) clearMarks(box);
  };
  /** Puts it into a part or back to the tray, from where it is now or where it was let go. */
  const send = (thing: Loose, part: string | null, from: Spot = spotOf(thing)) => {
    const taken = loose.filter((other) => other !== thing && other.at === part).map(({ place }) => place);
    const place = [0, 1, 2, 3, 4, 5].find((each) => !taken.includes(each)) ?? 0;
    if (part !== null && (!rules.accepts(thing, part) || !rules.spot(part, place))) {
      roll(thing, from);
      table.sounds.play(commonEffects.gentleNo);
      void table.speech.sayNow([nameKey(thing.name), sentence("not-here")]);
      return;
    }
    thing.at = part;
    thing.place = part === null ? 0 : place;
    roll(thing, from);
    table.sounds.play(part === null ? effects.roll : effects.chime);
    if (part === null || !rules.settled(thing, loose)) {
      void table.speech.sayNow([nameKey(thing.name)]);
    } else {
      discoveries.found();
      const { x, y } = spotOf(thing);
      void table.celebration.burst(x, y, 10);
    }
    mark();
  };
  const rules: HoopRules = (isCrossed ? createCrossedRules : createFreeRules)(table, () => {
    // Where hardly anything fits the new rules, other things come.
    if (loose.filter((thing) => rules.next({ ...thing, at: null }) !== undefined).length < 3)
      return void layOut();
    for (const thing of loose) {
      const from = spotOf(thing);
      thing.at = null;
      roll(thing, from);
    }
    mark();
  });

  const carry = createCarry({ blocked: () => false });
  const field = element(
    "div",
    "field",
    {},
    element("div", isCrossed ? "crossed-hoop one" : "apart-hoop one", {}, drawing(hoopDrawing("blue"))),
    element("div", isCrossed ? "crossed-hoop two" : "apart-hoop two", {}, drawing(hoopDrawing("pink"))),
  );
  carry.addPlace(field, (root, at) => {
    const thing = loose.find((each) => each.root === root);
    if (!thing || !at) return;
    const area = table.stage.play.getBoundingClientRect();
    const { scale } = table.stage.fit();
    const point = { x: (at.x - area.left - area.width / 2) / scale, y: (at.y - area.top) / scale };
    send(thing, rules.partAt(point) ?? null, point);
  });
  table.stage.play.append(field, ...rules.roots, shelf);
  run.showScenery("rug");
  run.setRepeat([rules.opening]);

  const layOut = async () => {
    for (const { root } of loose) root.remove();
    loose = pickForHoops(level.amount, table.random, rules.pair?.()).map((name) => ({
      name,
      root: pictureButton("loose", things[name].vi, {}, picture(pictures[name])),
      at: null,
      place: 0,
    }));
    for (const thing of loose) {
      stand(thing, spotOf(thing));
      carry.addThing(thing.root, () => {
        const to = rules.next(thing);
        if (to !== undefined) return send(thing, to);
        table.sounds.play(commonEffects.gentleNo);
        void hop(table, thing.root);
        void table.speech.sayNow([nameKey(thing.name), sentence("fits-none")]);
      });
    }
    table.stage.play.append(...loose.map(({ root }) => root));
    mark();
    await popIn(
      table,
      loose.map(({ root }) => root),
    );
  };
  box.addEventListener("click", () => {
    table.sounds.play(effects.roll);
    void hop(table, box);
    void table.speech.sayNow([sentence("new-things")]);
    void layOut();
  });
  const first = layOut();
  discoveries.open();
  void table.speech.say([rules.opening]);
  await first;
}
