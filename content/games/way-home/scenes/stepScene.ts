// Owns "which way now?": one arrow at a time along a winding road.
import { tray } from "../../../sdk/cards.ts";
import { touchInOrder } from "../../../sdk/scenes/touchInOrder.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import type { Scene } from "../../../sdk/table.ts";
import { arrowButtons } from "../arrows.ts";
import { createBoard } from "../board.ts";
import type { Question } from "../logic.ts";
import { landmarkPictures } from "../pictures.ts";
import { answerKeys, directionKey, questionKeys } from "../prompts.ts";

type StepQuestion = Extract<Question, { kind: "nextStep" }>;

export const playStep: Scene<StepQuestion> = async (table, question, tellWrong) => {
  const { map, walker, start, home } = question.journey;
  const board = createBoard(table, map, walker, start);
  const house = board.put(landmarkPictures.house, home, 112);
  const arrows = arrowButtons();
  table.stage.play.append(tray(...arrows.map(({ root }) => root)));
  await popIn(table, [house, board.walker, ...arrows.map(({ root }) => root)], 60);
  await touchInOrder(table, {
    targets: arrows,
    order: question.way.flatMap((direction) => arrows.find((each) => each.direction === direction) ?? []),
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ direction }) => void table.speech.sayNow([directionKey(direction)]),
    onRight: async ({ direction }) => void (await board.step(direction)),
    // The wrong way is shown to be none, and then the right one is said.
    async onHint(hint, expected, touched) {
      await board.step(touched.direction).then((moved) => {
        // Back the road would be open: a step there is taken back.
        if (moved) return board.step(opposite[touched.direction]);
        return moved;
      });
      if (hint > 1) await table.speech.sayNow([directionKey(expected.direction)], 600);
    },
  });
  void hop(table, house);
  void hop(table, board.walker);
  await rejoice(table, answerKeys(question));
};

const opposite = { left: "right", right: "left", up: "down", down: "up" } as const;
