// Owns khám phá on the map of squares: arrows steer somebody step by step, or a whole list of them is walked. Open-ended.
import { tray } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { arrowButtons, createStrip, goButton, undoButton } from "./arrows.ts";
import { createBoard } from "./board.ts";
import { type Direction, isSame, shortestWay, walk } from "./grid.ts";
import type { ExploreLevel } from "./levels.ts";
import { mostArrows, planVillage } from "./logic.ts";
import { landmarkPictures } from "./pictures.ts";
import { directionKey, placeKey, sentence } from "./prompts.ts";
import { walkerNames } from "./village.ts";
import { runVisit } from "./visit.ts";

export const runExplore = (run: Run, level: ExploreLevel): Promise<void> =>
  level.play === "visit" ? runVisit(run) : runMap(run, level.play);

/** Runs until the host stops it. Every place reached is reported as a round; all of them reached, they may be found anew. */
async function runMap(run: Run, play: "steer" | "plan"): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [sentence(`explore-${play}`)];
  run.showScenery("village");
  run.setRepeat(welcome);
  const village = planVillage(table.random);
  const board = createBoard(table, village.map, table.random.pick(walkerNames), village.start);
  const places = village.places.map((place) => ({
    ...place,
    isFound: false,
    root: board.put(landmarkPictures[place.landmark], place.at, 104, "place"),
  }));
  const strip = createStrip(table);
  const arrows = arrowButtons();
  const [undo, go] = [undoButton(), goButton()];
  const buttons = [...arrows.map(({ root }) => root), ...(play === "plan" ? [undo, go] : [])];
  if (play === "plan") table.stage.play.append(strip.root);
  table.stage.play.append(tray(...buttons));
  let program: Direction[] = [];
  let isWalking = false;

  /** The first arrow towards the nearest place that was not found yet, from where the list would lead. */
  const mark = () => {
    for (const button of buttons) clearMarks(button);
    const { cells, bumped } = walk(village.map, board.at, program);
    if (bumped) return markNext(undo);
    const from = cells.at(-1) ?? board.at;
    const nearest = places
      .filter(({ isFound, at }) => !isFound && !cells.some((cell) => isSame(cell, at)))
      .map(({ at }) => shortestWay(village.map, from, at) ?? [])
      .filter(({ length }) => length > 0)
      .sort((one, other) => one.length - other.length)[0];
    const passesSome = places.some(({ isFound, at }) => !isFound && cells.some((cell) => isSame(cell, at)));
    if (play === "plan" && (passesSome || program.length >= mostArrows)) return markNext(go);
    const next = arrows.find(({ direction }) => direction === nearest?.[0]);
    if (next) markNext(next.root);
  };
  const arrive = () => {
    const place = places.find(({ at }) => isSame(at, board.at));
    if (!place) return;
    void hop(table, place.root);
    void table.speech.sayNow([placeKey(place.landmark)]);
    if (place.isFound) return;
    place.isFound = true;
    place.root.classList.add("visited");
    discoveries.found();
    table.sounds.play(commonEffects.correct);
    void table.celebration.burst(0, 340, 14);
    if (places.some(({ isFound }) => !isFound)) return;
    void table.celebration.burst(0, 340, 28);
    table.sounds.play(commonEffects.celebrate);
    void table.speech.say([sentence("all-visited")]);
    for (const each of places) {
      each.isFound = false;
      each.root.classList.remove("visited");
    }
  };
  const step = async (direction: Direction): Promise<boolean> => {
    const moved = await board.step(direction);
    if (moved) arrive();
    else void table.speech.sayNow([sentence("cannot-pass")]);
    return moved;
  };
  for (const { direction, root } of arrows) {
    root.addEventListener("click", () => {
      if (isWalking) return;
      if (play === "plan") {
        if (program.length >= mostArrows) return void table.speech.sayNow([sentence("list-full")]);
        program = [...program, direction];
        table.sounds.play(commonEffects.pick);
        void table.speech.sayNow([directionKey(direction)]);
        strip.show(program);
        return mark();
      }
      isWalking = true;
      void table.speech.sayNow([directionKey(direction)]);
      void step(direction).then(() => {
        isWalking = false;
        mark();
      });
    });
  }
  undo.addEventListener("click", () => {
    if (isWalking) return;
    program = program.slice(0, -1);
    table.sounds.play(commonEffects.put);
    strip.show(program);
    mark();
  });
  const runProgram = async () => {
    isWalking = true;
    for (const [index, direction] of program.entries()) {
      strip.light(index);
      if (!(await step(direction))) break;
    }
    program = [];
    strip.show(program);
    isWalking = false;
    mark();
  };
  go.addEventListener("click", () => {
    if (isWalking) return;
    if (program.length === 0) {
      for (const { root } of arrows) void hop(table, root);
      return void table.speech.sayNow(welcome);
    }
    void runProgram();
  });

  strip.show(program);
  mark();
  discoveries.open();
  void table.speech.say(welcome);
  await popIn(table, [board.walker, ...buttons], 60);
}
