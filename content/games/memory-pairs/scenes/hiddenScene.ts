// Owns hide and seek: an animal slips under a hat, hats may change places, one hat is lifted.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { smooth } from "../../../sdk/motion.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { liftCover } from "../effects.ts";
import { afterSwap, placeOfHider, type Question } from "../logic.ts";
import { hat, pictures } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence } from "../prompts.ts";

type HiddenQuestion = Extract<Question, { kind: "hidden" | "swapped" }>;
type Hat = {
  readonly root: HTMLButtonElement;
  readonly crown: HTMLElement;
  readonly holds: boolean;
  place: number;
};

const step = 296;
const width = 268;
const height = 268;
const spotOf = (place: number, hats: number) => ({ x: (place - (hats - 1) / 2) * step, y: 500 });

export const playHidden: Scene<HiddenQuestion> = async (table, question, tellWrong) => {
  const hider = element("span", "hider", {}, picture(pictures[question.hider]));
  const hats = Array.from({ length: question.hats }, (_, place): Hat => {
    const holds = place === question.under;
    const crown = element("span", "hat", {}, picture(hat));
    const root = pictureButton("hat-place", "Nón lá", {}, ...(holds ? [hider] : []), crown);
    standAt(root, spotOf(place, question.hats), width, height);
    return { root, crown, holds, place };
  });
  table.stage.play.append(element("div", "table-mat low"), ...hats.map(({ root }) => root));
  for (const { root } of hats) root.disabled = true;
  const home = hats.find(({ holds }) => holds);
  if (!home) throw new Error("nobody hides under a hat");

  hider.classList.add("outside");
  await popIn(
    table,
    hats.map(({ root }) => root),
  );
  await table.speech.say([sentence("watch-hider")], 900);
  await hop(table, hider);
  await lift(table, home, async () => {
    hider.classList.remove("outside");
    table.sounds.play(commonEffects.put);
    await table.timeline.wait(900);
  });
  if (question.swaps.length > 0) {
    await table.speech.say([sentence("hats-move")], 600);
    for (const swap of question.swaps) await swapHats(table, hats, swap);
  }
  for (const { root } of hats) root.disabled = false;
  if (hats.find(({ holds }) => holds)?.place !== placeOfHider(question))
    throw new Error("the hats lost count");

  const found = await chooseOne(table, {
    choices: hats.map((each) => ({ ...each, correct: each.holds, each })),
    ask: questionKeys(question),
    tellWrong,
    onTouch({ each, correct }) {
      if (!correct) void lift(table, each, () => table.speech.sayNow([sentence("not-here")], 700));
    },
  });
  await table.motion.move(
    found.crown,
    [{ transform: "none" }, { transform: "translateY(-92%) rotate(-12deg)" }],
    380,
  );
  found.crown.classList.add("lifted");
  table.sounds.play(liftCover);
  void hop(table, hider);
  await rejoice(table, [...answerKeys(question).slice(0, 1), nameKey(question.hider)]);
};

/** Lifts a hat, lets something happen, and puts it down again. */
async function lift(table: Table, { crown }: Hat, meanwhile: () => Promise<unknown>): Promise<void> {
  table.sounds.play(liftCover);
  await table.motion.move(
    crown,
    [{ transform: "none" }, { transform: "translateY(-92%) rotate(-12deg)" }],
    320,
  );
  crown.classList.add("lifted");
  await meanwhile();
  crown.classList.remove("lifted");
  await table.motion.move(
    crown,
    [{ transform: "translateY(-92%) rotate(-12deg)" }, { transform: "none" }],
    320,
  );
}

/** Two hats walk around each other. Without movement they would have jumped: then they walk slowly enough to be followed all the same. */
async function swapHats(table: Table, hats: readonly Hat[], swap: readonly [number, number]): Promise<void> {
  await Promise.all(
    hats.map(async (each) => {
      const before = each.place;
      each.place = afterSwap(before, swap);
      if (each.place === before) return;
      const across = (before - each.place) * step;
      standAt(each.root, spotOf(each.place, hats.length), width, height);
      const bow = before < each.place ? -70 : 70;
      await table.motion.move(
        each.root,
        [
          { transform: `translateX(${units(across)})` },
          { transform: `translate(${units(across / 2)},${units(bow)})` },
          { transform: "none" },
        ],
        1150,
        smooth,
      );
    }),
  );
  table.sounds.play(commonEffects.whoosh);
  await table.timeline.wait(table.motion.reduced ? 900 : 250);
}
