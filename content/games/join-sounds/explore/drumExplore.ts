// Owns free play with the drum: choose a picture, drum its syllables. Open-ended.
import { cardRow } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { beatsOf, type DrumWord, drumWordNames } from "../drumWords.ts";
import { createBeads, drumButton, drumCard } from "../parts.ts";
import { drumKey, sentence } from "../prompts.ts";
import { strike } from "../scenes/clapScene.ts";

/** Runs until the host stops it. Every word drummed to its end is reported as a round. */
export async function exploreDrum(run: Run, amount: number): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const drum = drumButton();
  drum.classList.add("alone");
  const beads = createBeads();
  beads.root.classList.add("wanted");
  const seat = element("div", "card-seat");
  table.stage.play.append(drum, beads.root, seat);
  run.showScenery("drum");
  run.setRepeat([sentence("explore-drum")]);

  let cards: { word: DrumWord; root: HTMLElement }[] = [];
  const done = new Set<DrumWord>();
  let chosen: DrumWord | undefined;
  let strokes = 0;
  let waiting = table.random.shuffle(drumWordNames);
  const rootOf = (word: DrumWord) => cards.find((card) => card.word === word)?.root;
  const mark = () => {
    clearMarks(table.stage.play);
    if (chosen !== undefined) return markNext(drum);
    const next = cards.find(({ word }) => !done.has(word));
    if (next) markNext(next.root);
  };
  const choose = (word: DrumWord) => {
    chosen = word;
    strokes = 0;
    beads.show(0, beatsOf(word));
    for (const card of cards) card.root.classList.toggle("chosen", card.word === word);
    const root = rootOf(word);
    if (root) void hop(table, root);
    table.sounds.play(commonEffects.pop);
    void table.speech.sayNow([drumKey(word)]);
    mark();
  };
  const finish = (word: DrumWord) => {
    const root = rootOf(word);
    root?.classList.remove("chosen");
    root?.classList.add("drummed");
    if (root) void hop(table, root);
    void table.speech.sayNow([drumKey(word)]);
    table.sounds.play(commonEffects.correct);
    void table.celebration.burst(0, 330, 10);
    // A word may be drummed again while the last one still sounds.
    const isNew = !done.has(word);
    done.add(word);
    chosen = undefined;
    discoveries.found();
    if (isNew && done.size === cards.length) table.timeline.after(2400, () => void deal());
    mark();
  };
  drum.addEventListener("click", () => {
    strike(table, drum, chosen === undefined ? 0 : strokes);
    if (chosen === undefined) return;
    strokes += 1;
    beads.show(strokes, beatsOf(chosen));
    if (strokes === beatsOf(chosen)) finish(chosen);
  });
  const deal = async () => {
    if (waiting.length < amount) waiting = table.random.shuffle(drumWordNames);
    done.clear();
    cards = waiting.splice(0, amount).map((word) => {
      const root = drumCard(word, "small");
      root.addEventListener("click", () => choose(word));
      return { word, root };
    });
    seat.replaceChildren(cardRow(cards.map(({ root }) => root)));
    mark();
    await popIn(
      table,
      cards.map(({ root }) => root),
    );
  };
  const first = deal();
  discoveries.open();
  void table.speech.say([sentence("explore-drum")]);
  await first;
}
