// Owns "which one is wrong?": one thing of the row breaks the pattern, is found and changed.
import { picture } from "../../../sdk/cards.ts";
import { pictureButton } from "../../../sdk/element.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import { soundOf } from "../effects.ts";
import { hangGarland, playRow } from "../garland.ts";
import { textOf } from "../items.ts";
import type { Question } from "../logic.ts";
import { pictureOf } from "../pictures.ts";
import { questionKeys, rowKeys, sentence } from "../prompts.ts";

type MendQuestion = Extract<Question, { kind: "mend" }>;

export const playMend: Scene<MendQuestion> = async (table, question, tellWrong) => {
  const { row, wrongAt, wrong } = question;
  const garland = hangGarland(table, row.length, 400);
  const hung = row.map((right, index) => {
    const item = index === wrongAt ? wrong : right;
    const root = pictureButton(`hung hung-button is-${item}`, textOf(item).vi, {}, picture(pictureOf(item)));
    standAt(root, garland.spot(index), garland.size);
    return { item, right, root, correct: index === wrongAt };
  });
  table.stage.play.append(...hung.map(({ root }) => root));
  await popIn(
    table,
    hung.map(({ root }) => root),
    80,
  );
  const found = await chooseOne(table, {
    choices: hung,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ item }) => table.sounds.play(soundOf(item)),
    // The second hint says how the row should go, while it is played as it is.
    async onHint(hint) {
      if (hint > 1) void table.speech.say([sentence("listen-row"), ...rowKeys(row)]);
      await playRow(table, hung, hint > 1 ? 620 : 420);
    },
  });
  for (const { root } of hung) root.classList.remove("away");
  await table.motion.move(
    found.root,
    [{ transform: "none" }, { transform: "translateY(40%) rotate(24deg)", opacity: 0 }],
    380,
  );
  found.root.className = `hung hung-button is-${found.right}`;
  found.root.replaceChildren(picture(pictureOf(found.right)));
  table.sounds.play(commonEffects.put);
  await popIn(table, [found.root]);
  await playRow(
    table,
    hung.map(({ right, root }) => ({ item: right, root })),
    300,
  );
  await rejoice(table, [sentence("mended")]);
};
