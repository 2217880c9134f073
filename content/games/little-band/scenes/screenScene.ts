// Owns what is played behind the silk screen: who was it, was it loud or soft, high or low, fast or slow?
import { cardRow, picture, pictureCard } from "../../../sdk/cards.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { playTone, toneAt } from "../../../sdk/instruments.ts";
import { chooseOne } from "../../../sdk/scenes/chooseOne.ts";
import { hop, popIn, rejoice } from "../../../sdk/showing.ts";
import { standAt } from "../../../sdk/standAt.ts";
import type { Scene, Table } from "../../../sdk/table.ts";
import { band, contrasts } from "../band.ts";
import type { Question } from "../logic.ts";
import { animals, instrumentPictures, screen } from "../pictures.ts";
import { answerKeys, nameKey, questionKeys, sentence } from "../prompts.ts";

type ScreenQuestion = Extract<Question, { kind: "which" | "loud" | "tempo" | "pitch" }>;

/** One stroke behind the screen: its tone, how loud, and the rest after it. */
type Stroke = { tone: number; loud: number; restMs: number };

function strokesOf(question: ScreenQuestion): Stroke[] {
  const usual = band[question.member].tone;
  const row = (amount: number, stroke: Stroke) => Array.from({ length: amount }, () => stroke);
  switch (question.kind) {
    case "which":
      return question.tune.map((tone) => ({ tone: tone + 2, loud: 0.5, restMs: 620 }));
    case "loud":
      return row(3, { tone: usual, loud: question.answer === 1 ? 0.9 : 0.07, restMs: 700 });
    case "tempo":
      return question.answer === 1
        ? row(8, { tone: usual, loud: 0.5, restMs: 200 })
        : row(4, { tone: usual, loud: 0.5, restMs: 900 });
    case "pitch":
      return row(3, { tone: question.answer === 1 ? 8 : 0, loud: 0.5, restMs: 700 });
  }
}

/** What one sees of a stroke: a ring, larger when it is loud, higher up when it is high. */
function ripple(table: Table, { tone, loud }: Stroke, by: "which" | "loud" | "tempo" | "pitch"): void {
  const ring = element("span", "ripple");
  const height = by === "pitch" ? (tone > 4 ? 190 : 400) : 300;
  const reach = by === "loud" ? (loud > 0.4 ? 430 : 110) : 220;
  ring.style.top = units(height - reach / 2);
  ring.style.width = units(reach);
  ring.style.height = units(reach);
  ring.style.marginLeft = units(-reach / 2);
  table.stage.play.append(ring);
  void table.motion
    .move(
      ring,
      [
        { transform: "scale(.2)", opacity: 0.95 },
        { transform: "scale(1)", opacity: 0 },
      ],
      table.motion.reduced ? 1 : 720,
      "ease-out",
    )
    .then(() => ring.remove());
}

export const playScreen: Scene<ScreenQuestion> = async (table, question, tellWrong) => {
  const { member, kind } = question;
  const shadow = element("span", "screen-shadow", {}, picture(instrumentPictures[member]));
  const front = pictureButton("screen", "Nghe lại tiếng đàn", {}, picture(screen), shadow);
  standAt(front, { x: 0, y: 316 }, 520, 330);
  table.stage.play.append(front);
  let isPlaying = false;
  const perform = async () => {
    if (isPlaying) return;
    isPlaying = true;
    for (const stroke of strokesOf(question)) {
      table.sounds.play(playTone(member, toneAt(stroke.tone), stroke.loud));
      ripple(table, stroke, kind);
      void table.motion.move(
        front,
        [{ transform: "none" }, { transform: `scale(${1 + stroke.loud * 0.04})` }, { transform: "none" }],
        Math.min(360, stroke.restMs),
      );
      await table.timeline.wait(stroke.restMs);
    }
    isPlaying = false;
  };
  front.addEventListener("click", () => void perform());

  await popIn(table, [front]);
  await table.speech.say([sentence("listen-well")], 700);
  await perform();
  await table.timeline.wait(200);
  const choices =
    kind === "which"
      ? question.choices.map((other) => ({
          correct: other === member,
          root: pictureCard({
            label: band[other].vi,
            pictures: [instrumentPictures[other]],
            size: question.choices.length > 3 ? "medium" : "large",
          }),
          touched: () => {
            table.sounds.play(playTone(other, toneAt(band[other].tone), 0.5));
            void table.speech.sayNow([nameKey(other)]);
          },
        }))
      : contrasts[kind].map((animal, end) => ({
          correct: end === question.answer,
          root: pictureCard({
            label: animal,
            pictures: [animals[animal]],
            size: "large",
            className: `contrast end-${end} by-${kind}`,
          }),
          touched: () => {
            const [stroke] = strokesOf({ ...question, answer: end as 0 | 1 }); // one of the two ends
            if (stroke) table.sounds.play(playTone(member, toneAt(stroke.tone), stroke.loud));
          },
        }));
  table.stage.play.append(cardRow(choices.map(({ root }) => root)));
  await popIn(
    table,
    choices.map(({ root }) => root),
  );
  const chosen = await chooseOne(table, {
    choices,
    ask: questionKeys(question),
    tellWrong,
    onTouch: ({ touched }) => touched(),
    // It is played again; of an instrument one then sees the shadow through the silk.
    async onHint(hint) {
      front.classList.toggle("half", kind === "which");
      front.classList.toggle("open", kind === "which" && hint > 1);
      await perform();
    },
  });
  front.classList.add("open");
  void hop(table, chosen.root);
  await perform();
  await rejoice(table, answerKeys(question));
};
