// Owns khám phá of the wardrobe: a child is dressed as one likes, in any weather, and shows how that feels. Open-ended.
import { tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { createCarry } from "../../sdk/drag.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { createAir, showSky, skies } from "./atmosphere.ts";
import { createDoll, dollPicture, type Mood } from "./doll.ts";
import { effects, weatherEffects } from "./effects.ts";
import { garmentPicture } from "./garmentDrawings.ts";
import { weatherSigns } from "./pictures.ts";
import { garmentKey, sentence, weatherKey } from "./prompts.ts";
import {
  type Child,
  type GarmentName,
  garments,
  isFor,
  isWrong,
  slotOf,
  type Weather,
  weathers,
} from "./weather.ts";

const choosable: readonly Weather[] = ["sunny", "rainy", "windy", "cold"];
/** Two shelves of the wardrobe; the last button changes over. */
const shelves: readonly (readonly GarmentName[])[] = [
  ["nonla", "tee", "sandals", "umbrella", "raincoat", "boots"],
  ["beanie", "sweater", "scarf", "gloves", "jacket", "shoes"],
];
const hanger = `<svg viewBox="0 0 88 88" fill="none"><path fill="#b98552" d="M10 12h68v70H10z"/><path fill="#8f6239" d="M17 19h25v56H17zM46 19h25v56H46z"/><circle cx="38" cy="48" r="4" fill="#ffd447"/><circle cx="50" cy="48" r="4" fill="#ffd447"/><path d="M24 70a24 20 0 0 1 40 0" stroke="#fffdf6" stroke-width="6" stroke-linecap="round" stroke-opacity="0"/><path fill="#fffdf6" d="M30 6h28v6H30z"/></svg>`;

/** How the child feels in what it wears. */
export function feel(worn: readonly GarmentName[], weather: Weather): Mood {
  const fits = worn.filter((name) => isFor(name, weather)).length;
  const wrong = worn.filter((name) => isWrong(name, weather)).length;
  if (fits >= 2 && wrong === 0) return "happy";
  if (weather === "rainy")
    return worn.some((name) => name === "umbrella" || name === "raincoat") ? "happy" : "wet";
  if (weather === "sunny") return wrong > 0 || fits === 0 ? "hot" : "happy";
  return fits > 0 && wrong === 0 ? "happy" : "cold";
}

/** Runs until the host stops it. An outfit that suits the weather is a discovery. */
export async function exploreWardrobe(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  let weather: Weather = "sunny";
  let child: Child = "girl";
  let worn: GarmentName[] = [];
  let shelf = 0;
  let wasJustRight = false;
  const doll = createDoll(child);
  const stand = element("div", "dress-place", {}, doll.root);

  const signs = choosable.map((each) => {
    const root = trayButton(weathers[each].vi, weatherSigns[each]);
    root.addEventListener("click", () => {
      weather = each;
      table.sounds.play(weatherEffects[each]);
      void hop(table, root);
      update([weatherKey(each)]);
    });
    return { weather: each, root };
  });
  const other = pictureButton("tray-button", "Đổi bạn", {});
  other.addEventListener("click", () => {
    child = child === "girl" ? "boy" : "girl";
    stand.replaceChildren(doll.root);
    table.sounds.play(commonEffects.pop);
    worn = [];
    update([sentence("hello")]);
  });
  const dolls: Record<Child, ReturnType<typeof createDoll>> = { girl: doll, boy: createDoll("boy") };
  const clear = pictureButton("tray-button", "Cởi hết", {}, drawing(washBasket));
  clear.addEventListener("click", () => {
    worn = [];
    table.sounds.play(effects.zip);
    update([]);
  });
  const carry = createCarry({ blocked: () => false });
  const buttons = shelves.map((names) =>
    names.map((name) => {
      const root = trayButton(garments[name].vi, garmentPicture(name));
      carry.addThing(root, () => toggle(name));
      return { name, root };
    }),
  );
  carry.addPlace(stand, (root) => {
    const thing = buttons.flat().find((each) => each.root === root);
    if (thing && !worn.includes(thing.name)) toggle(thing.name);
  });
  const change = pictureButton("tray-button", "Ngăn khác", {}, drawing(hanger));
  const rack = tray();
  rack.classList.add("garments");
  const fillRack = () => rack.replaceChildren(...(buttons[shelf] ?? []).map(({ root }) => root), change);
  change.addEventListener("click", () => {
    shelf = 1 - shelf;
    table.sounds.play(effects.curtain);
    fillRack();
    mark();
    void popIn(
      table,
      (buttons[shelf] ?? []).map(({ root }) => root),
      40,
    );
  });
  function toggle(name: GarmentName): void {
    table.sounds.play(effects.zip);
    worn = worn.includes(name)
      ? worn.filter((each) => each !== name)
      : [...worn.filter((each) => slotOf(each) !== slotOf(name)), name];
    update([garmentKey(name)]);
  }
  function update(said: readonly string[]): void {
    showSky(skies[weather]);
    const shown = dolls[child];
    const mood = feel(worn, weather);
    shown.wear(worn, mood);
    stand.replaceChildren(shown.root);
    void hop(table, shown.root);
    other.replaceChildren(drawing(dollPicture(child === "girl" ? "boy" : "girl", [], "happy", "face")));
    for (const { weather: each, root } of signs) root.classList.toggle("on", each === weather);
    for (const { name, root } of buttons.flat()) root.classList.toggle("worn", worn.includes(name));
    const isJustRight = mood === "happy" && worn.filter((name) => isFor(name, weather)).length >= 2;
    const feelings: Readonly<Record<Mood, readonly string[]>> = {
      happy: isJustRight && !wasJustRight ? [sentence("just-right")] : [],
      hot: [sentence("too-hot")],
      cold: [sentence("too-cold")],
      wet: [sentence("getting-wet")],
    };
    const keys = [...said, ...(worn.length > 0 ? feelings[mood] : [])];
    if (keys.length > 0) void table.speech.sayNow(keys);
    if (isJustRight && !wasJustRight) {
      discoveries.found();
      table.sounds.play(commonEffects.correct);
      void table.celebration.burst(0, 330, 16);
    }
    wasJustRight = isJustRight;
    mark();
  }
  function mark(): void {
    const all = [...buttons.flat(), ...signs];
    for (const { root } of all) clearMarks(root);
    clearMarks(change);
    const isHere = (name: GarmentName) => buttons[shelf]?.some((each) => each.name === name) ?? false;
    const outOfPlace = worn.find((name) => isWrong(name, weather) && isHere(name));
    const missing = buttons
      .flat()
      .find(
        ({ name }) =>
          isFor(name, weather) && !worn.some((each) => slotOf(each) === slotOf(name) && isFor(each, weather)),
      );
    const next = wasJustRight
      ? signs.find((each) => each.weather !== weather)?.root
      : outOfPlace
        ? buttons.flat().find(({ name }) => name === outOfPlace)?.root
        : missing && isHere(missing.name)
          ? missing.root
          : change;
    if (next) markNext(next);
  }

  table.stage.play.append(
    createAir(table.random),
    stand,
    element("div", "side weathers", {}, ...signs.slice(0, 4).map(({ root }) => root)),
    element("div", "side tools", {}, other, clear),
    rack,
  );
  fillRack();
  run.showScenery("village");
  run.setRepeat([sentence("explore-wardrobe")]);
  update([]);
  discoveries.open();
  void table.speech.say([sentence("explore-wardrobe")]);
}

const washBasket = `<svg viewBox="0 0 88 88" fill="none"><path fill="#f07a5a" d="M20 34c4-18 22-20 26-6 8-10 22-4 22 8z"/><path fill="#5aa9e0" d="M44 34c4-14 20-16 24 0z"/><path fill="#d9a86a" d="M10 34h68l-7 46c0 3-3 4-5 4H22c-2 0-5-1-5-4z"/><path stroke="#a8743f" stroke-width="4" d="M14 50h60M16 66h56M32 36l4 46M56 36l-4 46"/><path fill="#c4904c" d="M6 30h76c3 0 4 2 4 4s-1 5-4 5H6c-3 0-4-3-4-5s1-4 4-4z"/></svg>`;
