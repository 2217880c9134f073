// Owns khám phá: a living place where animals are called in, touched, counted aloud and sent home. Open-ended.
import { createCarry } from "../../sdk/drag.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { type Spot, strew } from "../../sdk/layout.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { setPhase } from "../../sdk/table.ts";
import type { Actor } from "./actor.ts";
import { addActor, greet } from "./animalShows.ts";
import { type Animal, animals, animalsOf } from "./animals.ts";
import { drawDie, drawTenFrame } from "./cards.ts";
import type { Level } from "./levels.ts";
import { pictures } from "./pictures.ts";
import { groupKey, numberKey, sentence } from "./prompts.ts";
import { ground, sizeFor } from "./scenes/countScene.ts";

const homeDrawing = `<svg viewBox="0 0 64 64" fill="none"><path fill="#d35f3c" d="M4 32L32 8l28 24-5 5-23-20L9 37z"/><path fill="#fff1cf" d="M13 33l19-16 19 16v23H13z"/><path fill="#8a5a3b" d="M25 36h14v20H25z"/><path stroke="#0072b2" stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M60 48H46m5-6l-6 6 6 6"/></svg>`;

/** Counting one kind through: who was touched, and whether anyone was touched twice. */
type Tally = { counted: Set<Actor>; startedAt: number; again: boolean };

/** Runs until the host stops it. Every kind counted through to its last animal is reported as a round. */
export async function runExplore(run: Run, level: Level & { mode: "explore" }): Promise<void> {
  const { table, host } = run;
  const kinds = animalsOf(level.place);
  const size = sizeFor(level.upTo);
  const cells = strew(level.upTo, size, 16, ground, table.random);
  const here: Actor[] = [];
  const tallies = new Map<Animal, Tally>();
  let lastTouched: Actor | undefined;
  let rounds = 0;

  run.showScenery(level.place);
  run.frame.setTurn(run.turns, 0);
  run.setRepeat([sentence(`explore-${level.place}`), sentence("explore-touch")]);

  const board = element("div", level.ageBand === "3-4" ? "board one" : "board");
  run.frame.middle.replaceChildren(board);
  const ofKind = (animal: Animal) => here.filter((actor) => actor.animal === animal);
  const showBoard = (current: Animal) => {
    // The youngest see one kind at a time; the others see all side by side, to compare.
    const shown = level.ageBand === "3-4" ? [current] : kinds;
    board.replaceChildren(
      ...shown
        .filter((animal) => ofKind(animal).length > 0)
        .map((animal) => {
          const count = ofKind(animal).length;
          return element(
            "div",
            animal === current ? "tally current" : "tally",
            { "data-animal": animal, "data-count": String(count) },
            element("img", "", { src: pictures[animal], alt: "", draggable: "false" }),
            level.upTo <= 6 ? drawDie(count) : drawTenFrame(count),
            element("span", "card-numeral", {}, String(count)),
          );
        }),
    );
  };
  const resetTally = (animal: Animal) => {
    tallies.delete(animal);
    for (const actor of ofKind(animal)) actor.wear(null);
  };
  /** To count one kind through is a discovery: those of it that were not counted yet come next. */
  const mark = () => {
    const kind = [...tallies.keys()][0] ?? here[0]?.animal;
    clearMarks(table.stage.play);
    for (const actor of here) {
      if (actor.animal === kind && !tallies.get(kind)?.counted.has(actor)) markNext(actor.root);
    }
    if (kind === undefined && calls[0]) markNext(calls[0]);
  };

  const touch = (actor: Actor) => {
    greet(table, actor);
    lastTouched = actor;
    showBoard(actor.animal);
    const tally = tallies.get(actor.animal) ?? {
      counted: new Set(),
      startedAt: table.timeline.now(),
      again: false,
    };
    tallies.set(actor.animal, tally);
    if (tally.counted.has(actor)) tally.again = true;
    tally.counted.add(actor);
    const number = [...tally.counted].indexOf(actor) + 1;
    actor.wear(number);
    const all = ofKind(actor.animal);
    if (tally.counted.size < all.length) {
      mark();
      void table.speech.sayNow([numberKey(number)]);
      return;
    }
    // The last one: how many in all. Petals only where there was something to count through.
    tallies.delete(actor.animal);
    mark();
    void table.speech.sayNow([numberKey(number), sentence("in-all"), groupKey(actor.animal, all.length)]);
    if (all.length > 1) {
      table.sounds.play(commonEffects.correct);
      void table.celebration.burst(actor.spot.x, actor.spot.y, 8 + all.length);
      for (const other of all) void other.hop();
    }
    host.round({
      index: rounds,
      correctFirstTry: !tally.again,
      hints: 0,
      durationMs: Math.round(table.timeline.now() - tally.startedAt),
    });
    rounds += 1;
    table.timeline.after(2400, () => {
      if (!tallies.has(actor.animal)) resetTally(actor.animal);
    });
  };

  /** The cell furthest from everyone, so that a newcomer stands free even where friends were moved about. */
  const freeCell = (): Spot => {
    const room = (cell: Spot) =>
      Math.min(...here.map((actor) => Math.hypot(actor.spot.x - cell.x, actor.spot.y - cell.y)), 9999);
    return cells.reduce((best, cell) => (room(cell) > room(best) ? cell : best));
  };
  const carry = createCarry({ blocked: () => false });
  const callIn = async (animal: Animal, walking: boolean) => {
    const spot = freeCell();
    const edge = (table.stage.fit().width / 2 + size) * (spot.x < 0 ? -1 : 1);
    const actor = addActor(table, animal, size, walking ? { x: edge, y: spot.y } : spot);
    actor.root.dataset["role"] = "count";
    here.push(actor);
    lastTouched = actor;
    carry.addThing(actor.root, () => touch(actor));
    resetTally(animal);
    showBoard(animal);
    if (!walking) return actor;
    mark();
    table.sounds.play(commonEffects.pop);
    void table.speech.sayNow([
      groupKey(animal, ofKind(animal).length),
      ...(here.length === level.upTo ? [sentence("all-here")] : []),
    ]);
    await actor.walk(spot, 1300);
    return actor;
  };
  const sendHome = async (actor: Actor) => {
    const at = here.indexOf(actor);
    if (at < 0) return;
    here.splice(at, 1);
    resetTally(actor.animal);
    actor.wear(null);
    if (lastTouched === actor) lastTouched = ofKind(actor.animal).at(-1) ?? here.at(-1);
    showBoard(actor.animal);
    table.sounds.play(commonEffects.put);
    const left = ofKind(actor.animal).length;
    if (left > 0) void table.speech.sayNow([sentence("went-home"), groupKey(actor.animal, left)]);
    else void table.speech.sayNow([sentence(here.length === 0 ? "none-left" : "bye-bye")]);
    actor.root.disabled = true;
    mark();
    await actor.walk(
      { x: (table.stage.fit().width / 2 + size) * (actor.spot.x < 0 ? -1 : 1), y: actor.spot.y },
      1200,
    );
    actor.root.remove();
  };

  const home = pictureButton("tray-home", "Về nhà", { "data-role": "home" }, drawing(homeDrawing));
  home.addEventListener("click", () => {
    if (lastTouched) void sendHome(lastTouched);
    else
      void table.motion.move(
        home,
        [{ transform: "rotate(-6deg)" }, { transform: "rotate(6deg)" }, { transform: "none" }],
        300,
      );
  });
  const calls = kinds.map((animal) => {
    const call = pictureButton(
      "tray-call",
      animals[animal].vi,
      { "data-role": "call", "data-animal": animal },
      element("img", "", { src: pictures[animal], alt: "", draggable: "false" }),
    );
    call.addEventListener("click", () => {
      void table.motion.move(call, [{ transform: "scale(.88)" }, { transform: "none" }], 220);
      if (here.length < level.upTo) void callIn(animal, true);
      else {
        void table.speech.sayNow([sentence("all-here")]);
        for (const actor of here) void actor.hop();
      }
    });
    return call;
  });
  const tray = element("div", "tray", {}, home, ...calls);
  const field = element("div", "field");
  table.stage.play.append(field, tray);
  const actorOf = (thing: HTMLElement) => here.find((actor) => actor.root === thing);
  carry.addPlace(tray, (thing) => {
    const actor = actorOf(thing);
    if (actor) void sendHome(actor);
  });
  carry.addPlace(field, (thing, at) => {
    const actor = actorOf(thing);
    if (!actor || !at) return;
    const box = table.stage.play.getBoundingClientRect();
    const scale = table.stage.fit().scale;
    const half = table.stage.fit().width / 2 - size / 2;
    const x = (at.x - box.left - box.width / 2) / scale;
    const y = (at.y - box.top) / scale;
    actor.stand({
      x: Math.max(-half, Math.min(half, x)),
      y: Math.max(ground.top + size / 2, Math.min(590 - size / 2, y)),
    });
    table.sounds.play(commonEffects.put);
  });

  const first = table.random.pick(kinds);
  const friends = await Promise.all([callIn(first, false), callIn(first, false)]);
  document.body.dataset["question"] = "0:explore";
  mark();
  setPhase("asking");
  requestAnimationFrame(() => host.interactive());
  void table.speech.say([sentence(`explore-${level.place}`), sentence("explore-touch")]);
  await popIn(table, [...friends.map((actor) => actor.root), tray], 140);

  // Now and then someone calls of its own accord: the place is alive.
  for (;;) {
    await table.timeline.wait(table.random.integer(5000, 9000));
    const someone = here[table.random.integer(0, Math.max(0, here.length - 1))];
    if (someone) void someone.hop();
  }
}
