// Owns khám phá of solids: let them go down the slope, or stack them and see what stands. Open-ended.
import { placeButton, tray, trayButton } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { createCarry } from "../../../sdk/drag.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { solidPictures } from "../drawSolids.ts";
import { sentence, solidKey } from "../prompts.ts";
import { type Solid, solidNames, solids } from "../shapes.ts";
import { createTower, tryRoll } from "./solidShows.ts";

/** A tower of so many is high, and begins anew. */
const highTower = 4;

/** Runs until the host stops it. Every solid that was tried out is a round. */
export async function exploreSlope(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const tower = createTower(table);
  const toys = solidNames.map((solid) => ({
    solid,
    root: trayButton(solids[solid].vi, solidPictures[solid]),
  }));
  const slopePlace = placeButton("Con dốc", "slope-place", element("span", "place-arrow down"));
  const towerPlace = placeButton("Ngọn tháp", "tower-place", element("span", "place-arrow up"));
  slopePlace.dataset["place"] = "slope";
  towerPlace.dataset["place"] = "tower";
  const shelf = tray(...toys.map(({ root }) => root));
  table.stage.play.append(slopePlace, towerPlace, shelf);
  run.showScenery("yard");
  run.setRepeat([sentence("explore-slope")]);

  let busy = false;
  let tries = 0;
  const mark = () => {
    for (const { root } of toys) clearMarks(root);
    const next = toys[tries % toys.length];
    if (next) markNext(next.root, tries % 2 === 0 ? "slope" : "tower");
  };
  const roll = async (solid: Solid) => {
    const rolled = await tryRoll(table, solid);
    void table.speech.sayNow([solidKey(solid), sentence(rolled ? "it-rolls" : "it-slides")]);
  };
  const stack = async (solid: Solid) => {
    const stands = await tower.put(solid);
    if (tower.standing.length >= highTower) {
      table.sounds.play(commonEffects.celebrate);
      void table.celebration.burst(300, 240, 26);
      await table.speech.sayNow([sentence("high-tower")], 1600);
      tower.clear();
    } else void table.speech.sayNow([solidKey(solid), sentence(stands ? "it-stacks" : "it-falls")]);
  };
  const tryOut = async (solid: Solid, act: (solid: Solid) => Promise<void>) => {
    busy = true;
    tries += 1;
    await act(solid);
    busy = false;
    discoveries.found();
    mark();
  };
  const carry = createCarry({ blocked: () => busy });
  for (const { solid, root } of toys) {
    carry.addThing(root);
    root.addEventListener("click", () => {
      if (busy) return;
      table.sounds.play(commonEffects.pick);
      void table.speech.sayNow([solidKey(solid)]);
    });
  }
  for (const [place, act] of [
    [slopePlace, roll],
    [towerPlace, stack],
  ] as const) {
    place.addEventListener("click", () => void hop(table, place));
    carry.addPlace(place, (thing) => {
      const toy = toys.find(({ root }) => root === thing);
      if (toy) void tryOut(toy.solid, act);
    });
  }
  mark();
  discoveries.open();
  void table.speech.say([sentence("explore-slope")]);
  await popIn(table, [slopePlace, towerPlace, shelf], 120);
}
