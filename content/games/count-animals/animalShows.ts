// Owns the shows that only this game has: an animal comes, greets, is counted aloud.

import type { Spot } from "../../sdk/layout.ts";
import type { Table } from "../../sdk/table.ts";
import { type Actor, createActor } from "./actor.ts";
import type { Animal } from "./animals.ts";
import { animalEffects } from "./effects.ts";
import { numberKey, sentence } from "./prompts.ts";

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
