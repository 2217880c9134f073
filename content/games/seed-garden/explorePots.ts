// Owns khám phá with two pots: each gets water or not, light or not, and days go by. Open-ended.
import { picture } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { effects } from "./effects.ts";
import { type PotState, passDay } from "./logic.ts";
import { potPicture } from "./plantDrawings.ts";
import { needKey, potKey, sentence } from "./prompts.ts";
import { passNight } from "./scenes/potsScene.ts";
import { sunPicture, wateringCan } from "./stageDrawings.ts";

const moon = `<svg viewBox="0 0 120 120" fill="none"><circle cx="60" cy="60" r="54" fill="#2c3f78"/><path fill="#ffe89a" d="M74 18a44 44 0 1 0 28 60A36 36 0 0 1 74 18z"/><g fill="#fff6c9"><circle cx="92" cy="40" r="4"/><circle cx="84" cy="62" r="3"/><circle cx="104" cy="58" r="3"/></g></svg>`;
const fresh: PotState = { growth: 2, look: "cared" };

/** Runs until the host stops it. Every day that changes a plant is a discovery. */
export function explorePots(run: Run): void {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  let busy = false;
  const pots = ([-230, 230] as const).map((x, index) => {
    const plant = element("span", "pot-plant");
    const stand = pictureButton("window-pot", `Chậu ${index + 1}`, {}, plant, element("span", "pot-shade"));
    stand.style.left = `calc(50% + ${units(x - 115)})`;
    const has = { water: index === 0, sun: true };
    const toggles = (["water", "sun"] as const).map((need, place) => {
      const root = pictureButton(
        "tray-button pot-toggle",
        need === "water" ? "Nước" : "Nắng",
        {},
        picture(need === "water" ? wateringCan : sunPicture),
      );
      root.style.left = `calc(50% + ${units(x - 118 + place * 132)})`;
      root.addEventListener("click", () => {
        if (busy) return;
        has[need] = !has[need];
        table.sounds.play(has[need] ? (need === "water" ? effects.pour : effects.shine) : commonEffects.put);
        void table.speech.sayNow([needKey(need)]);
        void hop(table, root);
        show();
      });
      return { need, root };
    });
    stand.addEventListener("click", () => {
      void hop(table, plant);
      table.sounds.play(commonEffects.pop);
      void table.speech.sayNow([potKey(pot.state.look)]);
    });
    const pot = { stand, plant, toggles, has, state: fresh };
    return pot;
  });
  const next = pictureButton("moon-button", "Ngày mới", {}, drawing(moon));
  const show = () => {
    for (const { has, toggles, stand } of pots) {
      for (const { need, root } of toggles) {
        root.classList.toggle("on", has[need]);
        clearMarks(root);
      }
      stand.classList.toggle("shaded", !has.sun);
    }
    // First it is seen what happens, then the thirsty one is helped.
    const lacking = pots.find(({ state }) => state.look !== "cared");
    const help = lacking?.toggles.find(({ need }) => !lacking.has[need]);
    clearMarks(next);
    markNext(help ? help.root : next);
  };
  const draw = () => {
    for (const { plant, state } of pots) plant.replaceChildren(drawing(potPicture(state)));
  };
  next.addEventListener("click", async () => {
    if (busy) return;
    busy = true;
    void hop(table, next);
    void table.speech.sayNow([sentence("new-day")]);
    const before = pots.map(({ state }) => state);
    await passNight(table, () => {
      for (const pot of pots) pot.state = pot.state.growth === 5 ? fresh : passDay(pot.state, pot.has);
      draw();
    });
    busy = false;
    const changed = pots.filter(
      ({ state }, index) => state.look !== before[index]?.look || state.growth !== before[index]?.growth,
    );
    for (const { plant } of changed) void hop(table, plant);
    if (changed.length > 0) discoveries.found();
    if (pots.some(({ state }) => state.growth === 5)) {
      table.sounds.play(commonEffects.correct);
      void table.celebration.burst(0, 300, 16);
    }
    const looks = [...new Set(changed.map(({ state }) => potKey(state.look)))];
    if (looks.length > 0) void table.speech.say(looks);
    show();
  });
  table.stage.play.append(
    ...pots.map(({ stand }) => stand),
    next,
    ...pots.flatMap(({ toggles }) => toggles.map(({ root }) => root)),
  );
  run.showScenery("sill");
  run.setRepeat([sentence("explore-pots")]);
  draw();
  show();
  discoveries.open();
  void table.speech.say([sentence("explore-pots")]);
}
