// Owns khám phá: a table of cards that may be turned freely; nobody counts the turns. Open-ended.
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { layOnTable } from "./cardTable.ts";
import type { ExploreLevel } from "./levels.ts";
import { belongTogether, layCards } from "./logic.ts";
import { type MemoryCard, sayFace } from "./memoryCard.ts";
import { sentence } from "./prompts.ts";
import type { ThingName } from "./things.ts";

/** Runs until the host stops it. Every pair that lies open is reported as a round. */
export async function runExplore(run: Run, level: ExploreLevel): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [sentence(`explore-${level.relations[0] ?? "same"}`)];
  run.showScenery("house");
  run.setRepeat(welcome);
  let cards: MemoryCard[] = [];
  let last: ThingName[] = [];
  let tables = 0;

  const mark = () => {
    const open = cards.find(({ isOpen, isFound }) => isOpen && !isFound);
    const partner = open && cards.find((card) => belongTogether(open.face, card.face));
    for (const card of cards) clearMarks(card.root);
    const next = partner ?? cards.find(({ isFound }) => !isFound);
    if (next) markNext(next.root);
  };
  const layOut = async () => {
    const relation = level.relations[tables % level.relations.length] ?? "same";
    tables += 1;
    table.stage.play.replaceChildren();
    const faces = layCards(relation, level.pairs, table.random, last);
    last = faces.map(({ name }) => name);
    cards = layOnTable(table, faces, false);
    for (const card of cards) card.root.addEventListener("click", () => touch(card));
    mark();
    await popIn(
      table,
      cards.map(({ root }) => root),
      60,
    );
  };
  const touch = (card: MemoryCard) => {
    void table.speech.sayNow(sayFace(card.face));
    if (card.isFound) {
      for (const each of cards) if (each.face.name === card.face.name) void hop(table, each.root);
      return table.sounds.play(commonEffects.pop);
    }
    // Open cards stay open as long as a child likes: a touch turns them back.
    if (card.isOpen) {
      card.turn(false);
      return mark();
    }
    card.turn(true);
    const partner = cards.find((other) => other.isOpen && belongTogether(card.face, other.face));
    if (partner) pair(card, partner);
    mark();
  };
  const pair = (one: MemoryCard, other: MemoryCard) => {
    one.find();
    other.find();
    table.sounds.play(commonEffects.correct);
    discoveries.found();
    const isLast = cards.every(({ isFound }) => isFound);
    if (!isLast) return void table.speech.say([sentence("a-pair")]);
    void renew();
  };
  const renew = async () => {
    table.sounds.play(commonEffects.celebrate);
    void table.celebration.burst(0, 430, 28);
    await table.timeline.wait(700);
    for (const { root } of cards) void hop(table, root);
    await table.speech.say([sentence("new-cards")], 2200);
    await layOut();
  };

  const first = layOut();
  discoveries.open();
  void table.speech.say(welcome);
  await first;
}
