// Owns calling animals in: one more, or until two sides are equal; a bell says "enough".

import { createCarry } from "../../../sdk/drag.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import type { Spot } from "../../../sdk/layout.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate, type Table } from "../../../sdk/table.ts";
import type { Actor } from "../actor.ts";
import { addActor, countAloud, greet } from "../animalShows.ts";
import { animals } from "../animals.ts";
import type { Question } from "../logic.ts";
import { bellPicture } from "../pictures.ts";
import { answerKeys, groupKey, questionKeys, sentence } from "../prompts.ts";

type GatherQuestion = Extract<Question, { kind: "oneMore" | "equal" }>;

/** How animals stand in a yard: `columns` in a row, filled from the left, so that equal sides look equal. */
type Order = { size: number; step: number; columns: number };
const alone: Order = { size: 116, step: 134, columns: 3 };
const sideBySide: Order = { size: 88, step: 104, columns: 4 };

const placeIn = (order: Order, centreX: number, index: number): Spot => ({
  x: centreX + ((index % order.columns) - (order.columns - 1) / 2) * order.step,
  y: 460 + (Math.floor(index / order.columns) - 0.5) * order.step,
});

function createYard(table: Table, question: GatherQuestion, order: Order, centreX: number): HTMLElement {
  const yard = element("div", `patch still patch-${animals[question.start.animal].place}`);
  const width = order.step * order.columns + 8;
  yard.style.cssText = `position:absolute;width:${units(width)};height:${units(296)};left:calc(50% + ${units(centreX - width / 2)});top:${units(312)}`;
  table.stage.play.append(yard);
  return yard;
}

export const playGather: Scene<GatherQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  const { animal } = question.start;
  const pairwise = question.model !== null;
  const order = pairwise ? sideBySide : alone;
  const { size } = order;
  const yardX = pairwise ? 156 : -40;
  const models: Actor[] = [];
  if (question.model) {
    createYard(table, question, order, -296);
    for (let index = 0; index < question.model.count; index += 1) {
      models.push(addActor(table, question.model.animal, size, placeIn(order, -296, index)));
    }
  }
  const yard = createYard(table, question, order, yardX);
  const inside = Array.from({ length: question.start.count }, (_, index) =>
    addActor(table, animal, size, placeIn(order, yardX, index)),
  );
  const path = element("div", "waiting-path");
  table.stage.play.append(path);
  const waitingSpot = (index: number): Spot => ({
    x: (index - (question.waiting - 1) / 2) * (size + 30),
    y: 682,
  });
  const outside: (Actor | null)[] = Array.from({ length: question.waiting }, (_, index) =>
    addActor(table, animal, size, waitingSpot(index)),
  );
  const guests = outside.filter((actor): actor is Actor => actor !== null);
  for (const actor of [...models, ...inside]) actor.root.addEventListener("click", () => greet(table, actor));

  const bell = pictureButton(
    "bell",
    "Rung chuông",
    { "data-role": "bell" },
    element("img", "", { src: bellPicture, alt: "", draggable: "false" }),
  );
  bell.style.left = `calc(50% + ${units(pairwise ? 396 : 250)})`;
  table.stage.play.append(bell);
  const showReady = () => {
    if (inside.length === question.target) markNext(bell);
    else markWrong(bell);
    for (const guest of guests) {
      const isInside = inside.includes(guest);
      clearMarks(guest.root);
      if (!isInside && inside.length < question.target) markNext(guest.root, "yard");
      if (isInside && inside.length > question.target) markNext(guest.root, "path");
    }
  };
  yard.dataset["place"] = "yard";
  path.dataset["place"] = "path";
  showReady();

  // A yard has room for everyone who waits, so bringing in never has to be refused.
  const bringIn = (actor: Actor) => {
    if (inside.includes(actor)) return;
    outside[outside.indexOf(actor)] = null;
    inside.push(actor);
    table.sounds.play(commonEffects.put);
    greet(table, actor);
    void actor.walk(placeIn(order, yardX, inside.length - 1), 600);
    void table.speech.sayNow([groupKey(animal, inside.length)]);
    bell.classList.add("calling");
    showReady();
  };
  const sendOut = (actor: Actor) => {
    const at = inside.indexOf(actor);
    if (at < 0) return;
    inside.splice(at, 1);
    const free = outside.indexOf(null);
    outside[free] = actor;
    table.sounds.play(commonEffects.pick);
    void actor.walk(waitingSpot(free), 600);
    // Those behind move up, so that the yard stays filled from the left.
    inside.forEach((other, index) => {
      const spot = placeIn(order, yardX, index);
      if (other.spot.x !== spot.x || other.spot.y !== spot.y) void other.walk(spot, 300);
    });
    void table.speech.sayNow([groupKey(animal, inside.length)]);
    showReady();
  };
  const carry = createCarry({ blocked: () => !gate.open });
  const actorOf = (thing: HTMLElement) => guests.find((guest) => guest.root === thing);
  for (const guest of guests) {
    carry.addThing(guest.root, () => (inside.includes(guest) ? sendOut(guest) : bringIn(guest)));
  }
  carry.addPlace(yard, (thing) => {
    const actor = actorOf(thing);
    if (actor) bringIn(actor);
  });
  carry.addPlace(path, (thing) => {
    const actor = actorOf(thing);
    if (actor) sendOut(actor);
  });

  const opening =
    question.kind === "oneMore" ? [sentence("there-are"), groupKey(animal, question.start.count)] : [];
  void table.speech.say([...opening, ...questionKeys(question)]);
  await popIn(
    table,
    [...models, ...inside, ...guests].map((actor) => actor.root),
    60,
  );
  let stopPointing: (() => void) | undefined;

  const helpAfterWrong = async () => {
    setGate(gate, false);
    stopPointing?.();
    stopPointing = undefined;
    const hint = tellWrong();
    await shakeHead(table, bell);
    const tooFew = inside.length < question.target;
    if (hint >= 2) {
      if (models.length > 0) await countAloud(table, models);
      await countAloud(table, inside);
      for (const actor of inside) actor.wear(null);
    }
    await table.speech.sayNow([sentence(tooFew ? "need-more" : "need-fewer")], 900);
    if (hint === 3) {
      const next = tooFew
        ? outside.find((actor) => actor !== null)
        : guests.filter((guest) => inside.includes(guest)).at(-1);
      if (next) stopPointing = pointAt(table, next.root);
    }
    setGate(gate, true);
  };
  for (const guest of guests) {
    guest.root.addEventListener("click", () => {
      stopPointing?.();
      stopPointing = undefined;
    });
  }
  await new Promise<void>((resolve, reject) => {
    bell.addEventListener("click", () => {
      if (!gate.open) return;
      table.sounds.play(commonEffects.bell);
      void table.motion.move(
        bell,
        [
          { transform: "rotate(-16deg)" },
          { transform: "rotate(14deg)" },
          { transform: "rotate(-8deg)" },
          { transform: "none" },
        ],
        500,
      );
      if (inside.length === question.target) resolve();
      else helpAfterWrong().catch(reject);
    });
    setGate(gate, true);
  });
  setGate(gate, false);
  carry.letGo();
  stopPointing?.();
  clearMarks(table.stage.play);
  for (const [index, model] of models.entries()) model.wear(index + 1);
  inside.forEach((actor, index) => {
    actor.wear(index + 1);
    void actor.hop();
  });
  await rejoice(table, answerKeys(question));
};
