// Owns "what comes next" and "what is missing": a row with one empty place, and things to choose from.
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { soundOf } from "../effects.ts";
import { emptyPlace, hangGarland, hanging, playRow } from "../garland.ts";
import { textOf } from "../items.ts";
import type { Question } from "../logic.ts";
import { pictureOf } from "../pictures.ts";
import { nameKey, questionKeys, rowKeys, sentence } from "../prompts.ts";

type RowQuestion = Extract<Question, { kind: "next" | "middle" | "music" | "moves" }>;

export const playRowQuestion: Scene<RowQuestion> = async (table, question, tellWrong) => {
  const { row, hole, kind } = question;
  const garland = hangGarland(table, row.length, kind === "moves" ? 436 : kind === "music" ? 420 : 330, kind);
  const hung = row.map((item, index) => ({
    item,
    root: standAt(index === hole ? emptyPlace() : hanging(item), garland.spot(index), garland.size),
  }));
  table.stage.play.append(...hung.map(({ root }) => root));
  await popIn(
    table,
    hung.map(({ root }) => root),
    80,
  );
  const seen = hung.filter((_, index) => index !== hole);
  // What is heard or done has to be shown first; what is seen is there to be looked at.
  if (kind === "music" || kind === "moves") {
    await table.timeline.wait(300);
    await playRow(table, seen, 560);
  }
  const answer = row[hole];
  const choices = question.choices.map((item) => ({
    item,
    correct: item === answer,
    root: pictureCard({ label: textOf(item).vi, pictures: [pictureOf(item)], className: `is-${item}` }),
  }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const { item, root } = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch(choice) {
      table.sounds.play(soundOf(choice.item));
      void table.speech.sayNow([nameKey(choice.item)]);
    },
    // The row said and played aloud up to the empty place: one hears what has to come.
    async onHint(hint) {
      void table.speech.say([sentence("listen-row"), ...(hint > 1 ? rowKeys(row.slice(0, hole)) : [])]);
      await table.timeline.wait(900);
      await playRow(table, hung.slice(0, hole), hint > 1 ? 620 : 420);
    },
  });
  const place = hung[hole]?.root;
  if (place) {
    place.className = `hung is-${item}`;
    place.replaceChildren(picture(pictureOf(item)));
    await popIn(table, [place]);
  }
  root.style.visibility = "hidden";
  await playRow(table, hung, 300);
  await rejoice(table, kind === "music" || kind === "moves" ? [] : [nameKey(item)]);
};
