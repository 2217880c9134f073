// Owns khám phá for the youngest: places of the village to touch, and somebody who walks there. Open-ended.
import { picture } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton, units } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import { footstep } from "./effects.ts";
import { landmarkPictures, walkerPictures } from "./pictures.ts";
import { placeKey, sentence } from "./prompts.ts";
import { type Landmark, landmarkNames, landmarks, walkerNames } from "./village.ts";

type Spot = { x: number; y: number };
const spots: Readonly<Record<Landmark, Spot>> = {
  temple: { x: -376, y: 250 },
  school: { x: 0, y: 226 },
  house: { x: 366, y: 262 },
  pond: { x: -386, y: 560 },
  banyan: { x: -130, y: 636 },
  well: { x: 130, y: 640 },
  market: { x: 380, y: 572 },
};
const crossing: Spot = { x: 0, y: 430 };
const walkerSize = 124;

/** Runs until the host stops it. Every place visited for the first time is reported as a round. */
export async function runVisit(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [sentence("explore-visit")];
  run.showScenery("village");
  run.setRepeat(welcome);
  const roads = landmarkNames
    .map(
      (name) =>
        `M${crossing.x} ${crossing.y}Q${spots[name].x * 0.5} ${crossing.y} ${spots[name].x} ${spots[name].y + 60}`,
    )
    .join("");
  const ways = standAt(
    element(
      "div",
      "dots",
      {},
      drawing(
        `<svg viewBox="-512 0 1024 768" fill="none" stroke-linecap="round"><path d="${roads}" stroke="#c79a5a" stroke-width="62"/><path d="${roads}" stroke="#eccf94" stroke-width="50"/><path d="${roads}" stroke="#fff3cf" stroke-width="5" stroke-dasharray="2 22"/></svg>`,
      ),
    ),
    { x: 0, y: 384 },
    1024,
    768,
  );
  const places = landmarkNames.map((name) => ({
    name,
    root: standAt(
      pictureButton("landmark", landmarks[name].vi, {}, picture(landmarkPictures[name])),
      spots[name],
      196,
      176,
    ),
  }));
  const body = element("span", "walker-body", {}, picture(walkerPictures[table.random.pick(walkerNames)]));
  const figure = standAt(element("div", "walker", {}, body), crossing, walkerSize);
  figure.style.zIndex = "900";
  table.stage.play.append(ways, ...places.map(({ root }) => root), figure);

  let at = crossing;
  let visited = new Set<Landmark>();
  let isWalking = false;
  const mark = () => {
    for (const { root } of places) clearMarks(root);
    const next = places.find(({ name }) => !visited.has(name));
    if (next) markNext(next.root);
  };
  const walkTo = async (goal: Spot) => {
    if (at === goal) return;
    const from = at;
    at = goal;
    body.classList.toggle("turned", goal.x > from.x);
    body.classList.add("walking");
    table.sounds.play(footstep);
    standAt(figure, goal, walkerSize);
    const length = Math.hypot(goal.x - from.x, goal.y - from.y);
    await table.motion.move(
      figure,
      [
        { transform: `translate(${units(from.x - goal.x)},${units(from.y - goal.y)})` },
        { transform: "none" },
      ],
      length * 2.2,
    );
    body.classList.remove("walking");
  };
  const visit = async (name: Landmark, root: HTMLElement) => {
    void hop(table, root);
    void table.speech.sayNow([placeKey(name)]);
    if (isWalking) return;
    isWalking = true;
    const goal = doors[name];
    if (at !== goal) {
      await walkTo(crossing);
      await walkTo(goal);
    }
    isWalking = false;
    void hop(table, body);
    if (visited.has(name)) return;
    visited.add(name);
    discoveries.found();
    table.sounds.play(commonEffects.correct);
    void table.celebration.burst(goal.x, goal.y - 60, 12);
    if (visited.size === places.length) {
      void table.celebration.burst(0, 400, 28);
      table.sounds.play(commonEffects.celebrate);
      void table.speech.say([sentence("all-visited")]);
      visited = new Set();
    }
    mark();
  };
  for (const { name, root } of places) root.addEventListener("click", () => void visit(name, root));
  mark();
  discoveries.open();
  void table.speech.say(welcome);
  await popIn(
    table,
    places.map(({ root }) => root),
    80,
  );
}

/** Where one stands at a place: before it, towards the crossing. */
const doors = Object.fromEntries(
  landmarkNames.map((name) => [
    name,
    { x: spots[name].x * 0.8, y: spots[name].y + (spots[name].y < 400 ? 84 : -40) },
  ]),
) as Record<Landmark, Spot>; // one for every name
