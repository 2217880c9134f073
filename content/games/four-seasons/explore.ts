// Owns khám phá: seasons or festivals to choose, and the things of each to touch; or the twelve months of the year. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { element, pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import type { Effect } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import { festivalEffects, seasonEffects, soundOf } from "./effects.ts";
import type { ExploreLevel } from "./levels.ts";
import { festivalPictures, pictures, seasonPicture } from "./pictures.ts";
import { festivalKey, nameKey, seasonKey, sentence } from "./prompts.ts";
import {
  festivalNames,
  festivals,
  seasonNames,
  seasons,
  type ThingName,
  things,
  thingsOfFestival,
  thingsOfSeason,
} from "./year.ts";
import { runYear } from "./yearExplore.ts";

/** What one chooses in the tray: a season or a festival. */
type Theme = {
  readonly scenery: string;
  readonly label: string;
  readonly picture: string;
  readonly said: string;
  readonly effect: Effect;
  readonly things: readonly ThingName[];
};

const mostThings = 5;
/** Where things stand in the landscape: none before the tray or under the frame. */
const spots = [
  { x: -370, y: 306 },
  { x: -190, y: 450 },
  { x: 0, y: 300 },
  { x: 190, y: 450 },
  { x: 370, y: 306 },
] as const;

const themesOf = (about: "seasons" | "festivals"): Theme[] =>
  about === "seasons"
    ? seasonNames.map((name) => ({
        scenery: name,
        label: seasons[name].vi,
        picture: seasonPicture(name),
        said: seasonKey(name),
        effect: seasonEffects[name],
        things: thingsOfSeason(name),
      }))
    : festivalNames.map((name) => ({
        scenery: name,
        label: festivals[name].vi,
        picture: festivalPictures[name],
        said: festivalKey(name),
        effect: festivalEffects[name],
        things: thingsOfFestival(name),
      }));

export const runExplore = (run: Run, level: ExploreLevel): Promise<void> =>
  level.about === "months" ? runYear(run) : runThemes(run, level.about);

/** Runs until the host stops it. Every thing touched for the first time is reported as a round. */
async function runThemes(run: Run, about: "seasons" | "festivals"): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [sentence(about === "seasons" ? "explore-seasons" : "explore-festivals")];
  run.setRepeat(welcome);
  const field = element("div", "field");
  const met = new Set<ThingName>();
  const themes = themesOf(about).map((theme) => ({
    ...theme,
    root: trayButton(theme.label, theme.picture, about),
  }));
  let shown: { name: ThingName; root: HTMLButtonElement }[] = [];
  let current = -1;
  const mark = () => {
    for (const { root } of [...themes, ...shown]) clearMarks(root);
    const unmet = shown.find(({ name }) => !met.has(name));
    const next = unmet?.root ?? themes[(current + 1) % themes.length]?.root;
    if (next) markNext(next);
  };
  const touch = (name: ThingName, root: HTMLElement, index: number) => {
    table.sounds.play(soundOf(name, index));
    void hop(table, root);
    void table.speech.sayNow([nameKey(name)]);
    if (!met.has(name)) {
      met.add(name);
      discoveries.found();
      const { x, y } = spots[index] ?? spots[0];
      void table.celebration.burst(x, y, 9);
    }
    mark();
  };
  const show = (index: number) => {
    const theme = themes[index];
    if (!theme) return;
    for (const { root } of themes) root.classList.toggle("chosen", root === theme.root);
    run.showScenery(theme.scenery);
    // Who comes back finds other things where there are more than fit.
    shown = table.random
      .shuffle(theme.things)
      .sort((one, other) => Number(met.has(one)) - Number(met.has(other)))
      .slice(0, mostThings)
      .map((name, at) => {
        const root = pictureButton("seen-thing", things[name].vi, {}, picture(pictures[name]));
        standAt(root, spots[at] ?? spots[0], 158);
        root.addEventListener("click", () => touch(name, root, at));
        return { name, root };
      });
    current = index;
    field.replaceChildren(...shown.map(({ root }) => root));
    mark();
    void popIn(
      table,
      shown.map(({ root }) => root),
      90,
    );
  };
  for (const [index, { root, effect, said }] of themes.entries()) {
    root.addEventListener("click", () => {
      table.sounds.play(effect);
      void hop(table, root);
      void table.speech.sayNow([said]);
      if (index !== current) show(index);
    });
  }
  table.stage.play.append(field, tray(...themes.map(({ root }) => root)));
  show(0);
  discoveries.open();
  void table.speech.say(welcome);
}
