// Owns thêm – bớt: some animals are here, some come or go, how many now?

import { strew } from "../../../sdk/layout.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { addActor, greet } from "../animalShows.ts";
import type { Question } from "../logic.ts";
import { answerKeys, groupKey, questionKeys, sentence } from "../prompts.ts";
import { chooseCard } from "./chooseCard.ts";
import { ground, sizeFor } from "./countScene.ts";

type StoryQuestion = Extract<Question, { kind: "story" }>;

export const playStory: Scene<StoryQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  const { animal, count } = question.start;
  const total = Math.max(count, question.answer);
  const size = sizeFor(Math.max(total, 6));
  // Who stands furthest right comes or goes, so that the way is short and plain to see.
  const spots = strew(total, size, 16, ground, table.random).sort((one, other) => one.x - other.x);
  const outside = table.stage.fit().width / 2 + size;
  const actors = spots.slice(0, count).map((spot) => addActor(table, animal, size, spot));
  await popIn(
    table,
    actors.map((actor) => actor.root),
  );
  for (const actor of actors) actor.root.addEventListener("click", () => greet(table, actor));
  await table.speech.say([sentence("there-are"), groupKey(animal, count)], 1600);

  if (question.change > 0) {
    const coming = spots.slice(count).map((spot, index) => {
      const actor = addActor(table, animal, size, { x: outside + index * (size + 20), y: spot.y });
      actor.root.addEventListener("click", () => greet(table, actor));
      return { actor, spot };
    });
    void table.speech.say([sentence("more-come"), groupKey(animal, question.change), sentence("they-come")]);
    await Promise.all(coming.map(({ actor, spot }) => actor.walk(spot, 2200)));
    actors.push(...coming.map(({ actor }) => actor));
  } else {
    const leaving = actors.splice(count + question.change);
    void table.speech.say([
      sentence("then-leave"),
      groupKey(animal, -question.change),
      sentence("they-leave"),
    ]);
    await Promise.all(
      leaving.map((actor, index) => actor.walk({ x: outside + index * (size + 20), y: actor.spot.y }, 2400)),
    );
    for (const actor of leaving) actor.root.remove();
  }
  await table.timeline.wait(300);
  void table.speech.say(questionKeys(question));
  await chooseCard(table, {
    choices: question.choices,
    answer: question.answer,
    animal,
    face: "frame",
    gate,
    counted: () => actors,
    tellWrong,
  });
  for (const [index, actor] of actors.entries()) {
    actor.wear(index + 1);
    void actor.hop();
  }
  await rejoice(table, answerKeys(question));
};
