// Owns comparing two trays of cakes: which has more, which has fewer.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { strew } from "../../../sdk/layout.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { friendNames, smallCakes } from "../bakery.ts";
import { smallCakePictures } from "../drawCakes.ts";
import { onPlate } from "../effects.ts";
import type { TrayQuestion } from "../logic.ts";
import { cheerUp, friendFigure } from "../parts.ts";
import { cakesKey, questionKeys, sentence } from "../prompts.ts";

const width = 440;
const height = 360;
/** Cakes lie in rows of four when they are paired. */
const inRow = 4;
const paired = 94;

type Tray = { root: HTMLButtonElement; correct: boolean; count: number; cakes: HTMLElement[] };

/** Cakes are equally large on both trays, so that only their number differs; `most` is the larger number. */
function createTray(
  table: Table,
  { cake, count }: TrayQuestion["trays"][number],
  { correct, most }: { correct: boolean; most: number },
): Tray {
  const root = pictureButton("cake-tray", `${count} ${smallCakes[cake].vi}`);
  const size = most <= 4 ? 124 : most <= 6 ? 104 : 92;
  const spots = strew(
    count,
    size,
    6,
    { left: 34, top: 28, width: width - 68, height: height - 64 },
    table.random,
  );
  const cakes = spots.map(({ x, y }) => {
    const shown = element("span", "tray-cake", {}, picture(smallCakePictures[cake]));
    shown.style.width = units(size);
    shown.style.height = units(size);
    shown.style.left = units(x - size / 2);
    shown.style.top = units(y - size / 2);
    root.append(shown);
    return shown;
  });
  return { root, correct, count, cakes };
}

/** Both trays in the same order, so that what is over can be seen. */
async function lineUp(table: Table, trays: readonly Tray[]): Promise<void> {
  for (const { cakes } of trays)
    for (const [index, cake] of cakes.entries()) {
      cake.classList.add("sliding");
      cake.style.width = units(paired);
      cake.style.height = units(paired);
      cake.style.left = units(width / 2 + ((index % inRow) - (inRow - 1) / 2) * (paired + 6) - paired / 2);
      cake.style.top = units(64 + Math.floor(index / inRow) * 120);
    }
  await table.timeline.wait(700);
}

async function countAloud(table: Table, { cakes }: Tray): Promise<void> {
  for (const [index, cake] of cakes.entries()) {
    cake.classList.add("lit");
    await table.speech.sayNow([cakesKey(index + 1)], 440);
  }
  await table.timeline.wait(200);
  for (const cake of cakes) cake.classList.remove("lit");
}

export const playTrays: Scene<TrayQuestion> = async (table, question, tellWrong) => {
  const counts = question.trays.map(({ count }) => count);
  const wanted = question.wanted === "more" ? Math.max(...counts) : Math.min(...counts);
  const trays = question.trays.map((each) =>
    createTray(table, each, { correct: each.count === wanted, most: Math.max(...counts) }),
  );
  const customer = friendFigure(table.random.pick(friendNames), "asking");
  table.stage.play.append(customer, element("div", "tray-pair", {}, ...trays.map(({ root }) => root)));
  await popIn(table, [customer, ...trays.map(({ root }) => root)], 150);
  const chosen = await chooseOne(table, {
    choices: trays,
    ask: questionKeys(question),
    tellWrong,
    onTouch: () => table.sounds.play(onPlate),
    async onHint(hint) {
      await table.speech.sayNow([sentence("pair-up")], 700);
      await lineUp(table, trays);
      if (hint > 1) for (const each of trays) await countAloud(table, each);
    },
  });
  await lineUp(table, trays);
  void cheerUp(table, customer);
  await rejoice(table, [cakesKey(chosen.count)]);
};
