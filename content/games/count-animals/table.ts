// Owns what every scene of the game has at hand: stage, voice, sounds, time, chance, and the hint ladder's hand.
import type { AgeBand } from "../../../protocol/game.ts";
import type { Celebration } from "../../sdk/celebration.ts";
import { element, units } from "../../sdk/element.ts";
import { type Motion, springy } from "../../sdk/motion.ts";
import type { Random } from "../../sdk/random.ts";
import type { Hint } from "../../sdk/rounds.ts";
import { commonEffects, type Sounds } from "../../sdk/sounds.ts";
import type { Speech } from "../../sdk/speech.ts";
import type { Stage } from "../../sdk/stage.ts";
import type { Timeline } from "../../sdk/timeline.ts";
import { type Actor, createActor } from "./actor.ts";
import type { Animal } from "./animals.ts";
import { animalEffects } from "./effects.ts";
import type { Spot } from "./layout.ts";
import { handPicture } from "./pictures.ts";
import { numberKey, praiseKeys, sentence } from "./prompts.ts";

export type Table = {
  stage: Stage;
  motion: Motion;
  timeline: Timeline;
  speech: Speech;
  sounds: Sounds;
  random: Random;
  celebration: Celebration;
  ageBand: AgeBand;
};

/** A scene's way to tell the quiz of a wrong try; it answers with the hint that is due. */
export type TellWrong = () => Hint;

/** A scene plays one question and resolves when the right answer is found and shown. */
export type Scene<Asked> = (table: Table, question: Asked, tellWrong: TellWrong) => Promise<void>;

/** Open while a child may answer; closed while the game shows something. Wild clicks meet a closed gate. */
export type Gate = { open: boolean };

export type Phase = "asking" | "showing" | "over";

/** Where the run stands, on the page for whoever watches it: `asking` while a child may answer. */
export function setPhase(phase: Phase): void {
  document.body.dataset["phase"] = phase;
}

export function setGate(gate: Gate, open: boolean): void {
  gate.open = open;
  setPhase(open ? "asking" : "showing");
}

/** A new animal in the play layer. */
export function addActor(table: Table, animal: Animal, size: number, spot: Spot): Actor {
  const actor = createActor({
    animal,
    size,
    spot,
    delay: table.random.next(),
    facing: table.random.next() < 0.5 ? "left" : "right",
    motion: table.motion,
  });
  table.stage.play.append(actor.root);
  return actor;
}

/** One animal pops up, hops and calls. */
export function greet(table: Table, actor: Actor): void {
  table.sounds.play(animalEffects[actor.animal]);
  void actor.hop();
}

/** Pops new things up one after another. */
export async function popIn(table: Table, targets: readonly Element[], stepMs = 90): Promise<void> {
  await Promise.all(
    targets.map(async (target, index) => {
      if (!table.motion.reduced) {
        (target as HTMLElement).style.visibility = "hidden"; // only elements of this game are passed
        await table.timeline.wait(index * stepMs);
        (target as HTMLElement).style.visibility = "";
      }
      await table.motion.move(
        target,
        [
          { transform: "scale(0)", opacity: 0 },
          { transform: "none", opacity: 1 },
        ],
        360,
        springy,
      );
    }),
  );
}

/** Counts animals aloud, each with its number, at a child's pace. */
export async function countAloud(table: Table, actors: readonly Actor[]): Promise<void> {
  for (const actor of actors) actor.wear(null);
  await table.speech.sayNow([sentence("count-together")], 900);
  for (const [index, actor] of actors.entries()) {
    actor.wear(index + 1);
    void actor.hop();
    table.sounds.play([
      { wave: "sine", at: 0, lasts: 110, pitch: [320 + index * 40, 720 + index * 60], loud: 0.25 },
    ]);
    await table.speech.sayNow([numberKey(index + 1)], 620);
  }
}

/** A hand that points at the right thing until it is taken away. */
export function pointAt(table: Table, target: HTMLElement): () => void {
  const stageBox = table.stage.play.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  const scale = table.stage.fit().scale;
  const x = (box.left + box.width / 2 - stageBox.left) / scale;
  const y = (box.bottom - stageBox.top) / scale;
  const hand = element("img", "pointing-hand", { src: handPicture, alt: "", draggable: "false" });
  hand.style.left = units(x - 44);
  hand.style.top = units(Math.min(y - 34, 768 - 96));
  table.stage.above.append(hand);
  target.classList.add("shown");
  return () => {
    hand.remove();
    target.classList.remove("shown");
  };
}

/** A soft "not that one": it shakes its head, nothing red, nothing lost. */
export function shakeHead(table: Table, target: Element): Promise<void> {
  table.sounds.play(commonEffects.gentleNo);
  return table.motion.move(
    target,
    [
      { transform: "rotate(0)" },
      { transform: "rotate(-4deg) translateX(-2%)" },
      { transform: "rotate(4deg) translateX(2%)" },
      { transform: "rotate(-2deg)" },
      { transform: "none" },
    ],
    420,
  );
}

/** The joy of a right answer: petals, a word of praise, and the answer said in full. */
export async function rejoice(table: Table, answer: readonly string[]): Promise<void> {
  table.sounds.play(commonEffects.correct);
  void table.celebration.burst(0, 430, 28);
  await table.speech.sayNow([table.random.pick(praiseKeys), ...answer], 1800);
}
