// Owns the counting questions: touch and count, count what moves, count one kind among others, and the quick look.
import { drawing, element, pictureButton } from "../../../sdk/element.ts";
import { type Area, type Spot, strew } from "../../../sdk/layout.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate, type Table } from "../../../sdk/table.ts";
import type { Actor } from "../actor.ts";
import { addActor, greet } from "../animalShows.ts";
import type { Question } from "../logic.ts";
import { answerKeys, groupKey, numberKey, questionKeys, sentence } from "../prompts.ts";
import { chooseCard } from "./chooseCard.ts";

export type CountQuestion = Extract<Question, { kind: "touch" | "moving" | "mixed" | "flash" }>;

/** The ground of the scenery, above the cards, as wide as the narrowest screen. */
export const ground: Area = { left: -490, top: 332, width: 980, height: 262 };

/** As large as the ground allows: a few stand big, ten stand small but still easy to touch. */
export const sizeFor = (amount: number): number => (amount <= 3 ? 172 : amount <= 5 ? 146 : 112);

export const playCount: Scene<CountQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  const total = question.asked.count + (question.others?.count ?? 0);
  const size = sizeFor(total);
  const spots = strew(total, size, 16, ground, table.random);
  const actors = spots.map((spot, index) =>
    addActor(
      table,
      index < question.asked.count
        ? question.asked.animal
        : (question.others?.animal ?? question.asked.animal),
      size,
      spot,
    ),
  );
  const asked = actors.slice(0, question.asked.count);
  setGate(gate, false);
  await popIn(
    table,
    actors.map((actor) => actor.root),
    110,
  );
  greetEach(table, actors, asked);

  const cover = question.kind === "flash" ? createCover(table, question, actors) : null;
  if (question.kind === "touch") await touchEach(table, asked, gate);
  const stopRoaming = question.kind === "moving" ? roam(table, actors, size) : () => {};
  if (cover) await cover.look(1700 + 260 * total);
  void table.speech.say(questionKeys(question));

  await chooseCard(table, {
    choices: question.choices,
    answer: question.asked.count,
    animal: question.asked.animal,
    face: question.kind === "touch" ? "animals" : question.kind === "mixed" ? "frame" : "die",
    gate,
    counted: () => {
      cover?.open();
      return asked;
    },
    ...(cover ? { firstHint: () => cover.look(3200) } : {}),
    tellWrong,
  });
  stopRoaming();
  cover?.open();
  for (const [index, actor] of asked.entries()) {
    actor.wear(index + 1);
    void actor.hop();
  }
  await rejoice(table, answerKeys(question));
};

/** Touching an animal makes it answer, in every counting question, whatever else is asked. */
function greetEach(table: Table, actors: readonly Actor[], asked: readonly Actor[]): void {
  let touched = 0;
  for (const actor of actors) {
    actor.root.addEventListener("click", () => {
      greet(table, actor);
      // Children who point as they count see their numbers; a second touch begins anew.
      if (
        !asked.includes(actor) ||
        document.body.dataset["phase"] !== "asking" ||
        actor.root.dataset["role"] === "count"
      )
        return;
      if (actor.root.classList.contains("counted")) {
        for (const other of asked) other.wear(null);
        touched = 0;
      }
      touched += 1;
      actor.wear(touched);
      void table.speech.sayNow([numberKey(touched)]);
    });
  }
}

/** The youngest touch every animal first; each is counted aloud once. */
async function touchEach(table: Table, actors: readonly Actor[], gate: Gate): Promise<void> {
  void table.speech.say([sentence("touch-each")]);
  for (const actor of actors) {
    actor.root.dataset["role"] = "count";
    markNext(actor.root);
    actor.glow(true);
  }
  setGate(gate, true);
  await new Promise<void>((resolve) => {
    let counted = 0;
    for (const actor of actors) {
      actor.root.addEventListener("click", () => {
        if (actor.root.dataset["role"] !== "count") return;
        delete actor.root.dataset["role"];
        clearMarks(actor.root);
        actor.glow(false);
        counted += 1;
        actor.wear(counted);
        void table.speech.sayNow([numberKey(counted)]);
        if (counted === actors.length) resolve();
      });
    }
  });
  setGate(gate, false);
  const first = actors[0];
  await table.timeline.wait(800);
  if (first) await table.speech.say([sentence("in-all"), groupKey(first.animal, actors.length)], 900);
}

/** Walks the animals about, each within its own cell so that no two meet. Returns what ends it. */
function roam(table: Table, actors: readonly Actor[], size: number): () => void {
  let roaming = !table.motion.reduced;
  const home = new Map<Actor, Spot>(actors.map((actor) => [actor, actor.spot]));
  const nearest = (actor: Actor) =>
    Math.min(
      ...actors
        .filter((other) => other !== actor)
        .map((other) => {
          const mine = home.get(actor) ?? actor.spot;
          const theirs = home.get(other) ?? other.spot;
          return Math.max(Math.abs(mine.x - theirs.x), Math.abs(mine.y - theirs.y));
        }),
      260,
    );
  const wander = async (actor: Actor) => {
    const reach = Math.max(14, (nearest(actor) - size - 16) / 2);
    await table.timeline.wait(table.random.integer(0, 900));
    while (roaming) {
      const from = home.get(actor) ?? actor.spot;
      const x = Math.max(
        -490 + size / 2,
        Math.min(490 - size / 2, from.x + (table.random.next() * 2 - 1) * reach),
      );
      const y = from.y + (table.random.next() * 2 - 1) * Math.min(reach, 12);
      await actor.walk({ x, y }, 1200 + table.random.integer(0, 900));
      await table.timeline.wait(table.random.integer(200, 900));
    }
  };
  for (const actor of actors) void wander(actor);
  return () => {
    roaming = false;
  };
}

const bush = `<svg viewBox="0 0 560 330" fill="none"><path fill="#3f8f45" d="M10 290C-10 230-2 170 26 140c20-64 90-96 146-62 42-80 164-98 224-18 70-28 146 10 152 92 20 50 12 104 0 138z"/><path fill="#57aa4e" d="M4 300c-8-50 0-90 20-112 40-54 100-60 146-20 40-60 140-70 190-10 66-38 150-22 190 44 12 40 8 70 2 98z"/><path fill="#79c35f" d="M14 306c-24-16-12-56 12-66 50-34 110-28 156 10 56-46 126-46 176 4 60-36 136-26 184 14 16 12 16 30 4 38-14 18-44 20-64 8-18 16-52 18-74 4-22 16-56 14-76 0-24 14-54 14-76 0-24 16-56 14-78 0-22 14-52 14-70 2-22 18-72 12-94-14z"/><g fill="#ff8fb8"><circle cx="90" cy="180" r="12"/><circle cx="300" cy="140" r="12"/><circle cx="470" cy="220" r="12"/></g><g fill="#fff6dd"><circle cx="190" cy="220" r="10"/><circle cx="390" cy="160" r="10"/><circle cx="50" cy="240" r="10"/><circle cx="430" cy="110" r="9"/><circle cx="130" cy="110" r="9"/></g><g fill="#ffd447"><circle cx="90" cy="180" r="4"/><circle cx="300" cy="140" r="4"/><circle cx="470" cy="220" r="4"/></g></svg>`;
const eye = `<svg viewBox="0 0 64 64" fill="none"><path fill="#fffdf6" stroke="#1f2a44" stroke-width="4" d="M4 32c12-20 44-20 56 0-12 20-44 20-56 0z"/><circle cx="32" cy="32" r="12" fill="#0072b2"/><circle cx="32" cy="32" r="5.500" fill="#1f2a44"/><circle cx="28" cy="28" r="3.500" fill="#fff"/></svg>`;

type Cover = { look(forMs: number): Promise<void>; open(): void };

/** Bushes that close after a short look; an eye opens them again as often as a child likes. */
function createCover(table: Table, question: CountQuestion, hidden: readonly Actor[]): Cover {
  const left = element("div", "cover left", { "aria-hidden": "true" }, drawing(bush));
  const right = element("div", "cover right", { "aria-hidden": "true" }, drawing(bush));
  const again = pictureButton("look-again", "Nhìn lại", { "data-role": "look-again" }, drawing(eye));
  again.hidden = true;
  table.stage.play.append(left, right, again);
  let looking = 0;
  const setClosed = (closed: boolean) => {
    for (const side of [left, right]) side.classList.toggle("closed", closed);
    again.hidden = !closed;
    for (const actor of hidden) actor.root.disabled = closed;
  };
  const look = async (forMs: number) => {
    looking += 1;
    const mine = looking;
    setClosed(false);
    await table.timeline.wait(forMs);
    if (mine !== looking) return;
    setClosed(true);
    table.sounds.play(commonEffects.whoosh);
    await table.timeline.wait(500);
  };
  again.addEventListener("click", () => {
    void look(1500 + 200 * question.asked.count);
  });
  void table.speech.say([sentence("look-fast")]);
  return {
    look,
    open() {
      looking += 1;
      setClosed(false);
    },
  };
}
