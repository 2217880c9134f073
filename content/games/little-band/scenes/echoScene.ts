// Owns playing again what was played: a rhythm on the instruments, or a melody on bamboo tubes. Nothing is lost by a wrong tone.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { touchInOrder } from "../../../sdk/scenes/touchInOrder.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene } from "../../../sdk/table.ts";
import type { Question } from "../logic.ts";
import { parrot } from "../pictures.ts";
import { createPlayer, createTubes, type Sounding } from "../player.ts";
import { questionKeys, sentence } from "../prompts.ts";

type EchoQuestion = Extract<Question, { kind: "rhythm" | "melody" }>;

export const playEcho: Scene<EchoQuestion> = async (table, question, tellWrong) => {
  const isMelody = question.kind === "melody";
  const sounding: Sounding[] = isMelody
    ? createTubes(table, question.tubes, { x: 60, y: 330, pitch: 128, longest: 390 })
    : question.members.map((member, index) =>
        createPlayer(table, member, { x: (index - (question.members.length - 1) / 2) * 310, y: 566 }, 276),
      );
  const wanted = question.order.flatMap((index) => sounding[index] ?? []);
  const notes = wanted.map(() => element("span", "note-bead"));
  const again = standAt(pictureButton("parrot", "Nghe lại", {}, picture(parrot)), { x: -410, y: 300 }, 150);
  table.stage.play.append(
    ...(isMelody ? [element("div", "tube-bar shifted")] : []),
    ...sounding.map(({ root }) => root),
    element("div", "note-beads", {}, ...notes),
    again,
  );
  await popIn(table, [again, ...sounding.map(({ root }) => root)], 80);
  let isShowing = false;
  const show = async () => {
    if (isShowing) return;
    isShowing = true;
    for (const each of wanted) {
      each.play();
      void hop(table, again);
      await table.timeline.wait(680);
    }
    isShowing = false;
  };
  again.addEventListener("click", () => void show());
  await table.speech.say([sentence("listen-well")], 700);
  await show();
  await touchInOrder(table, {
    targets: sounding,
    order: wanted,
    ask: questionKeys(question),
    tellWrong,
    onTouch: (touched) => touched.play(),
    onRight(touched, done) {
      const note = notes[done - 1];
      note?.classList.add("done");
      note?.style.setProperty("background", touched.colour);
    },
    // Played once more from the beginning; then one goes on where one was.
    onHint: () => show(),
  });
  await table.timeline.wait(600);
  await show();
  await rejoice(table, []);
};
