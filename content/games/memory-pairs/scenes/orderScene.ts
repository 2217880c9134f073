// Owns "who hopped first?": animals hop one after another and are touched in the same order.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { playTone, toneAt } from "../../../sdk/instruments.ts";
import { touchInOrder } from "../../../sdk/scenes/touchInOrder.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { pictures } from "../pictures.ts";
import { questionKeys, sentence } from "../prompts.ts";
import { things } from "../things.ts";

type OrderQuestion = Extract<Question, { kind: "order" }>;

export const playOrder: Scene<OrderQuestion> = async (table, question, tellWrong) => {
  const { hoppers, order } = question;
  const step = 940 / hoppers.length;
  const steps = hoppers.map((name, index) => {
    const body = element("span", "hopper-body", {}, picture(pictures[name]));
    const root = pictureButton("hopper", things[name].vi, {}, element("span", "cushion"), body);
    standAt(root, { x: (index - (hoppers.length - 1) / 2) * step, y: 470 + (index % 2) * 60 }, 206, 226);
    return { root, body, tone: index * 2 };
  });
  const wanted = order.flatMap((index) => steps[index] ?? []);
  const beads = wanted.map(() => element("span", "order-bead"));
  table.stage.play.append(
    element("div", "table-mat low"),
    ...steps.map(({ root }) => root),
    element("div", "order-beads", {}, ...beads),
  );
  await popIn(
    table,
    steps.map(({ root }) => root),
  );
  const jump = async ({ body, tone, root }: (typeof steps)[number]) => {
    table.sounds.play(playTone("trung", toneAt(tone + 1), 0.45));
    root.classList.add("sounding");
    await Promise.all([hop(table, body), table.timeline.wait(620)]);
    root.classList.remove("sounding");
  };
  const show = async () => {
    for (const step of wanted) {
      await jump(step);
      await table.timeline.wait(280);
    }
  };
  await table.speech.say([sentence("watch-hops")], 900);
  await show();
  await touchInOrder(table, {
    targets: steps,
    order: wanted,
    ask: questionKeys(question),
    tellWrong,
    onRight(touched, done) {
      beads[done - 1]?.classList.add("done");
      void jump(touched);
    },
    onHint: async (hint) => {
      if (hint > 1) await show();
    },
  });
  await table.timeline.wait(700);
  for (const { body } of steps) void hop(table, body);
  await rejoice(table, []);
};
