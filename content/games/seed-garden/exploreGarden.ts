// Owns khám phá in the garden: seeds are sown, watered and warmed until the fruit can be picked. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { createCarry } from "../../sdk/drag.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn, shakeHead } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { effects } from "./effects.ts";
import { type Bed, bareBed, give, needOf } from "./logic.ts";
import { pictures } from "./pictures.ts";
import { type BedPlant, bedPicture, bedPlants } from "./plantDrawings.ts";
import { sentence } from "./prompts.ts";
import { seedBag, sunPicture, wateringCan } from "./stageDrawings.ts";

const bedX = [-300, 0, 300] as const;
const harvests: Readonly<Record<BedPlant, string>> = {
  tomato: pictures.tomato,
  sunflower: pictures.sunflower,
  chilli: pictures.chilli,
};

type Plot = {
  readonly root: HTMLButtonElement;
  readonly name: string;
  readonly x: number;
  kind: BedPlant;
  bed: Bed;
};

/** Who is not here is not met by the arrow keys either. */
function comeOrGo(critter: HTMLButtonElement, isHere: boolean): void {
  critter.classList.toggle("here", isHere);
  critter.disabled = !isHere;
}

/** Runs until the host stops it. Every step a plant grows, and every harvest, is a discovery. */
export async function exploreGarden(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const carry = createCarry({ blocked: () => false });
  const kinds = table.random.shuffle(bedPlants);
  const plots: Plot[] = bedX.map((x, index) => {
    const name = `bed-${index + 1}`;
    const root = pictureButton("plot", `Luống ${index + 1}`, { "data-place": name });
    root.style.left = `calc(50% + ${units(x - 90)})`;
    return { root, name, x, kind: kinds[index] ?? "tomato", bed: bareBed };
  });
  const bag = trayButton("Hạt giống", seedBag);
  const can = trayButton("Bình tưới", wateringCan);
  const sun = trayButton("Mặt trời", sunPicture);
  const bee = critter("bee", "Ong", -150, 150, effects.buzz, "bee-says");
  const worm = critter("worm", "Giun đất", 150, 500, effects.worm, "worm-says");
  const basket = element("div", "harvest", { "aria-hidden": "true" });

  function critter(
    name: "bee" | "worm",
    label: string,
    x: number,
    y: number,
    effect: (typeof effects)["buzz" | "worm"],
    said: "bee-says" | "worm-says",
  ) {
    const root = pictureButton(`critter ${name}`, label, {}, picture(pictures[name]));
    root.style.left = `calc(50% + ${units(x - 44)})`;
    root.style.top = units(y);
    root.addEventListener("click", () => {
      table.sounds.play(effect);
      void hop(table, root);
      void table.speech.sayNow([sentence(said)]);
    });
    return root;
  }
  const draw = (plot: Plot) =>
    plot.root.replaceChildren(drawing(bedPicture(plot.kind, plot.bed.growth, plot.bed.watered)));
  const mark = () => {
    for (const root of [bag, can, sun, ...plots.map((plot) => plot.root)]) clearMarks(root);
    // The furthest plant first, so that a child sees one through.
    const [first] = [...plots].sort((one, other) => other.bed.growth - one.bed.growth);
    if (first) {
      const need = needOf(first.bed);
      if (need === "seed") markNext(bag, first.name);
      else if (need === "water") markNext(can, first.name);
      else markNext(need === "sun" ? sun : first.root);
    }
    comeOrGo(
      bee,
      plots.some(({ bed }) => bed.growth >= 4),
    );
    comeOrGo(
      worm,
      plots.some(({ bed }) => bed.watered || bed.growth >= 2),
    );
  };
  /** Gives and shows what comes of it; false when the bed did not need it. */
  const apply = (plot: Plot, given: "seed" | "water" | "sun"): boolean => {
    const before = plot.bed;
    plot.bed = give(before, given);
    if (plot.bed === before || (given === "sun" && plot.bed.growth === before.growth)) return false;
    draw(plot);
    if (plot.bed.growth > before.growth && given !== "seed") {
      void table.motion.move(
        plot.root,
        [
          { transform: "scale(1.06,.9)", offset: 0.2 },
          { transform: "scale(.94,1.1)", offset: 0.55 },
          { transform: "none" },
        ],
        700,
      );
      table.sounds.play(effects.sprout);
      void table.speech.sayNow([sentence(`grow-${plot.bed.growth as 2 | 3 | 4 | 5}`)]); // above 1: it grew
      void table.celebration.burst(plot.x, 420, plot.bed.growth === 5 ? 16 : 7);
      discoveries.found();
    }
    mark();
    return true;
  };
  const water = async (plot: Plot) => {
    const pouring = element("div", "pouring", { "aria-hidden": "true" }, drawing(wateringCan), ...drops());
    pouring.style.left = `calc(50% + ${units(plot.x + 10)})`;
    table.stage.play.append(pouring);
    table.sounds.play(effects.pour);
    await table.motion.move(
      pouring,
      [
        { transform: "rotate(0)", opacity: 0 },
        { transform: "rotate(-24deg)", opacity: 1, offset: 0.25 },
        { transform: "rotate(-24deg)", opacity: 1, offset: 0.85 },
        { transform: "rotate(0)", opacity: 0 },
      ],
      1100,
    );
    pouring.remove();
  };
  const refuse = (plot: Plot) => {
    void shakeHead(table, plot.root);
    void table.speech.sayNow([sentence(`bed-${needOf(plot.bed)}`)]);
  };
  const pick = async (plot: Plot) => {
    plot.bed = bareBed;
    const fruit = element("span", "picked-fruit", {}, picture(harvests[plot.kind]));
    fruit.style.left = `calc(50% + ${units(plot.x - 45)})`;
    table.stage.play.append(fruit);
    table.sounds.play(commonEffects.celebrate);
    void table.speech.sayNow([sentence("bed-harvest")]);
    void table.celebration.burst(plot.x, 380, 18);
    discoveries.found();
    plot.kind = table.random.pick(bedPlants.filter((kind) => kind !== plot.kind));
    draw(plot);
    mark();
    await table.motion.move(
      fruit,
      [
        { transform: "none", opacity: 1 },
        { transform: "translateY(-1.4rem) scale(1.3)", opacity: 1, offset: 0.5 },
        { transform: "translateY(-2rem) scale(.6)", opacity: 0 },
      ],
      1300,
    );
    fruit.remove();
    if (basket.childElementCount >= 8) basket.firstElementChild?.remove();
    basket.append(picture(harvests[plot.kind]));
  };

  carry.addThing(bag);
  carry.addThing(can);
  for (const plot of plots) {
    carry.addPlace(plot.root, (tool) => {
      if (tool === bag) {
        table.sounds.play(effects.dig);
        if (apply(plot, "seed")) void table.speech.sayNow([sentence("grow-1")]);
        else refuse(plot);
        return;
      }
      void water(plot);
      if (!apply(plot, "water")) refuse(plot);
    });
    plot.root.addEventListener("click", () => {
      if (document.querySelector("[data-picked]")) return;
      if (justGiven) return;
      if (needOf(plot.bed) === "harvest") return void pick(plot);
      void hop(table, plot.root);
      void table.speech.sayNow([sentence(`bed-${needOf(plot.bed)}`)]);
    });
    draw(plot);
  }
  let justGiven = false;
  // A place hears the touch that puts a tool down before its own listener does; that touch asks for nothing more.
  table.stage.play.addEventListener(
    "click",
    () => {
      justGiven = document.querySelector("[data-picked]") !== null;
    },
    true,
  );
  sun.addEventListener("click", () => {
    table.sounds.play(effects.shine);
    void hop(table, sun);
    const glow = element("div", "sunshine", { "aria-hidden": "true" });
    table.stage.play.prepend(glow);
    void table.motion
      .move(glow, [{ opacity: 0 }, { opacity: 1, offset: 0.3 }, { opacity: 0 }], 1600)
      .then(() => glow.remove());
    const grown = plots.filter((plot) => apply(plot, "sun"));
    if (grown.length > 0) return;
    const dry = plots.find(({ bed }) => bed.growth > 0 && bed.growth < 5);
    void table.speech.sayNow([sentence(dry ? "too-early-sun" : "bed-seed")]);
  });
  for (const tool of [bag, can])
    tool.addEventListener("click", () => table.sounds.play(tool === can ? effects.pour : effects.dig));

  table.stage.play.append(basket, ...plots.map(({ root }) => root), bee, worm, tray(bag, can, sun));
  run.showScenery("garden");
  run.setRepeat([sentence("explore-garden")]);
  mark();
  discoveries.open();
  void table.speech.say([sentence("explore-garden")]);
  await popIn(
    table,
    plots.map(({ root }) => root),
  );
}

const drops = () => Array.from({ length: 5 }, (_, index) => element("i", `pour-drop d${index}`));
