// Owns khám phá of the sky: sun, rain, wind and cold are called and sent away; the children and animals answer. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { createAir, hasRainbow, nameOf, type Sky, showSky } from "./atmosphere.ts";
import { gaugePicture } from "./changeDrawings.ts";
import { createDoll } from "./doll.ts";
import { effects, weatherEffects } from "./effects.ts";
import type { Level } from "./levels.ts";
import { butterfly, frog, kite, weatherSigns } from "./pictures.ts";
import { sentence } from "./prompts.ts";
import { type Child, dressedFor, type GarmentName, type Weather } from "./weather.ts";

type Switch = "sun" | "rain" | "wind" | "cold";
const coming = { sun: "sunny", rain: "rainy", wind: "windy", cold: "cold" } as const satisfies Record<
  Switch,
  Weather
>;

/** Who is not here is not met by the arrow keys either. */
function comeOrGo(critter: HTMLButtonElement, isHere: boolean): void {
  critter.classList.toggle("here", isHere);
  critter.disabled = !isHere;
}

const keyOf = ({ sun, rain, wind, warmth }: Sky): string => `${sun} ${rain} ${wind} ${warmth}`;

/** Runs until the host stops it. Every sky that is none of the last few is a discovery. */
export async function exploreSky(run: Run, level: Level): Promise<void> {
  const { table } = run;
  const withGauge = level.kind === "wholeSky";
  const opening = sentence(withGauge ? "explore-whole" : "explore-sky");
  const discoveries = createDiscoveries(run);
  /** The skies there were last: only what is none of them is news. */
  let recent: readonly string[] = [];
  let sky: Sky = { sun: false, cloud: true, rain: false, wind: false, warmth: 3 };
  const isOn = (name: Switch) => (name === "cold" ? sky.warmth <= 2 : sky[name]);

  const critters = {
    frog: critter("critter", "Ếch con", frog, -60, 500, () => {
      table.sounds.play(effects.frog);
      void table.speech.sayNow([sentence("frog-sings")]);
    }),
    kite: critter("critter flying", "Diều", kite, 90, 134, () => {
      table.sounds.play(commonEffects.whoosh);
      void table.speech.sayNow([sentence("kite-flies")]);
    }),
    butterfly: critter("critter flying", "Bướm", butterfly, -60, 380, () =>
      table.sounds.play(commonEffects.pop),
    ),
  };
  function critter(
    className: string,
    label: string,
    source: string,
    x: number,
    y: number,
    touched: () => void,
  ) {
    const root = pictureButton(className, label, {}, picture(source));
    root.style.left = `calc(50% + ${units(x - 50)})`;
    root.style.top = units(y);
    root.addEventListener("click", () => {
      void hop(table, root);
      touched();
    });
    return root;
  }
  const places: readonly [number, number] = withGauge ? [-300, 130] : [-245, 245];
  const children = (["boy", "girl"] as const satisfies Child[]).map((child, index) => {
    const doll = createDoll(child);
    const root = pictureButton("standing", child === "boy" ? "Bạn trai" : "Bạn gái", {}, doll.root);
    root.style.left = `calc(50% + ${units(places[index === 0 ? 0 : 1] - 150)})`;
    root.style.top = units(190);
    root.addEventListener("click", () => {
      void hop(table, doll.root);
      table.sounds.play(commonEffects.pop);
      void table.speech.sayNow([sentence("hello")]);
    });
    return { child, doll, root };
  });

  const outfit = (): GarmentName[] => {
    const weather = nameOf(sky);
    // Rain in the cold wants wool under the umbrella.
    if (sky.rain && sky.warmth <= 2) return ["beanie", "sweater", "boots", "umbrella"];
    if (sky.rain && sky.wind) return ["raincoat", "boots"];
    return [
      ...dressedFor(weather),
      ...(sky.sun && !sky.rain && sky.warmth >= 4 ? (["sunglasses"] as const) : []),
    ];
  };
  const show = () => {
    showSky(sky);
    for (const { doll } of children) {
      doll.wear(outfit());
      void hop(table, doll.root);
    }
    comeOrGo(critters.frog, sky.rain);
    comeOrGo(critters.kite, sky.wind && !sky.rain);
    comeOrGo(critters.butterfly, sky.sun && !sky.rain && !sky.wind && sky.warmth > 2);
    for (const { name, root } of buttons) root.classList.toggle("on", isOn(name));
    const key = keyOf(sky);
    const isNew = !recent.includes(key);
    recent = [key, ...recent].slice(0, 3);
    return isNew;
  };
  const mark = () => {
    for (const { root } of shown) clearMarks(root);
    const next = shown.find(({ name }) => !recent.includes(keyOf(turned(name)))) ?? shown[0];
    if (next) markNext(next.root);
  };
  const turned = (name: Switch): Sky => {
    const on = !isOn(name);
    if (name === "cold") return { ...sky, warmth: on ? 1 : 3, sun: on ? false : sky.sun };
    if (name === "sun") return { ...sky, sun: on, cloud: !on, warmth: on ? 5 : 3 };
    if (name === "rain")
      return { ...sky, rain: on, cloud: !sky.sun, warmth: on && sky.warmth === 5 ? 3 : sky.warmth };
    return { ...sky, wind: on };
  };
  const change = (next: Sky, said: ReturnType<typeof sentence>) => {
    sky = next;
    const isNew = show();
    const keys: ReturnType<typeof sentence>[] = [said];
    if (hasRainbow(sky)) {
      table.sounds.play(effects.rainbow);
      keys.push(sentence("rainbow-comes"));
    }
    void table.speech.sayNow(keys);
    if (isNew) {
      discoveries.found();
      if (hasRainbow(sky)) void table.celebration.burst(0, 260, 14);
    }
    mark();
  };
  const buttons = (["sun", "rain", "wind", "cold"] as const).map((name) => {
    const root = trayButton(name, weatherSigns[coming[name]]);
    root.addEventListener("click", () => {
      const on = !isOn(name);
      table.sounds.play(on ? weatherEffects[coming[name]] : commonEffects.put);
      change(turned(name), sentence(`${name}-${on ? "comes" : "goes"}`));
    });
    return { name, root };
  });
  const shown = withGauge ? buttons.filter(({ name }) => name !== "cold") : buttons;
  const gauge = element("div", "gauge", {}, drawing(gaugePicture(3)));
  const warmer = trayButton("Ấm hơn", weatherSigns.sunny);
  const cooler = trayButton("Lạnh hơn", weatherSigns.cold);
  const setWarmth = (by: 1 | -1) => {
    const warmth = Math.min(5, Math.max(1, sky.warmth + by)) as Sky["warmth"]; // kept within 1 to 5
    table.sounds.play(commonEffects.pick);
    gauge.replaceChildren(drawing(gaugePicture(warmth)));
    void hop(table, gauge);
    change({ ...sky, warmth }, sentence(warmth >= 4 ? "feel-hot" : warmth === 3 ? "feel-mild" : "feel-cold"));
  };
  warmer.replaceChildren(drawing(step("#e8453c", "M16 34l16-18 16 18M16 50l16-18 16 18")));
  cooler.replaceChildren(drawing(step("#3f8fd8", "M16 14l16 18 16-18M16 30l16 18 16-18")));
  warmer.addEventListener("click", () => setWarmth(1));
  cooler.addEventListener("click", () => setWarmth(-1));

  table.stage.play.append(
    createAir(table.random),
    critters.kite,
    critters.butterfly,
    ...children.map(({ root }) => root),
    critters.frog,
    tray(...shown.map(({ root }) => root)),
    ...(withGauge ? [element("div", "side tools", {}, warmer, gauge, cooler)] : []),
  );
  run.showScenery("village");
  run.setRepeat([opening]);
  show();
  mark();
  discoveries.open();
  void table.speech.say([opening]);
  await popIn(
    table,
    children.map(({ root }) => root),
  );
}

const step = (colour: string, path: string) =>
  `<svg viewBox="0 0 64 64" fill="none"><path d="${path}" stroke="${colour}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
