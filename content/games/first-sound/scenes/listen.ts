// Owns what all questions share: the rabbit and the lily stand in the garden, and cards tell their names before it is asked.
import { element } from "../../../sdk/element.ts";
import { hop } from "../../../sdk/showing.ts";
import type { Table } from "../../../sdk/table.ts";
import type { Caller } from "../callers.ts";
import { callEffects } from "../effects.ts";
import { createRabbit, createSpeaker, type Rabbit, type Speaker } from "../parts.ts";
import { wordKey } from "../prompts.ts";
import type { Word } from "../words.ts";

export type Listening = { readonly rabbit: Rabbit; readonly speaker: Speaker };

/** Puts rabbit and lily on the stage. `beside` stands next to the lily: the picture a question is about. */
export function openListening(
  table: Table,
  again: () => Promise<unknown>,
  beside: readonly HTMLElement[] = [],
): Listening {
  const rabbit = createRabbit(table);
  const speaker = createSpeaker(table, rabbit, again);
  table.stage.play.append(rabbit.root, element("div", "listen-row", {}, speaker.root, ...beside));
  return { rabbit, speaker };
}

/** Each card hops and says its name, so that nobody has to guess what a picture is called. */
export async function nameCards(
  table: Table,
  cards: readonly { readonly word: Word; readonly root: HTMLElement }[],
): Promise<void> {
  for (const { word, root } of cards) {
    void hop(table, root);
    await table.speech.say([wordKey(word)], 620);
  }
}

/** How long the calls last at most, ms. */
const callMs = 1450;

/** The calls sound one after another. */
export async function playCalls(table: Table, called: readonly Caller[]): Promise<void> {
  for (const caller of called) {
    table.sounds.play(callEffects[caller]);
    await table.timeline.wait(callMs);
  }
}
