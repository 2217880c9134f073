// Owns drumming a word: one stroke for every syllable, then a touch on the picture.
import { common } from "../../../sdk/commonPrompts.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { type Gate, type Scene, setGate, type Table } from "../../../sdk/table.ts";
import { beatsOf } from "../drumWords.ts";
import { drumBeat } from "../effects.ts";
import type { Question } from "../logic.ts";
import { type Beads, createBeads, drumButton, drumCard } from "../parts.ts";
import { answerKeys, drumKey, questionKeys } from "../prompts.ts";

/** More strokes than any word has are not kept. */
const mostStrokes = 4;

/** The drum is struck: it bounces and sounds. */
export function strike(table: Table, drum: HTMLElement, stroke: number): void {
  table.sounds.play(drumBeat(stroke));
  const face = drum.querySelector(".drum-face");
  if (face)
    void table.motion.move(
      face,
      [
        { transform: "scale(1.06,.8) translateY(6%)" },
        { transform: "scale(.98,1.08)" },
        { transform: "none" },
      ],
      320,
      "ease-out",
    );
}

/** The game drums the word itself, a bead for each stroke. */
async function drumAlong(table: Table, drum: HTMLElement, beads: Beads, beats: number): Promise<void> {
  for (let stroke = 1; stroke <= beats; stroke += 1) {
    strike(table, drum, stroke - 1);
    beads.show(stroke, beats);
    await table.timeline.wait(520);
  }
}

export const playClap: Scene<Extract<Question, { kind: "clap" }>> = async (table, question, tellWrong) => {
  const { asked } = question;
  const beats = beatsOf(asked);
  const gate: Gate = { open: false };
  const card = drumCard(asked, "large");
  card.classList.add("clap-card");
  const drum = drumButton();
  const beads = createBeads();
  beads.show(0, mostStrokes);
  table.stage.play.append(card, drum, beads.root);
  await popIn(table, [card, drum]);

  let strokes = 0;
  /** From the second hint on there are just as many beads as syllables. */
  let helped = false;
  let stopPointing: (() => void) | undefined;
  const room = () => (helped ? beats : mostStrokes);
  const mark = () => {
    clearMarks(card);
    clearMarks(drum);
    markNext(strokes === beats ? card : drum);
    if (strokes > 0 && strokes !== beats) markWrong(card);
  };
  const help = async () => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, card);
    strokes = 0;
    helped = hint > 1;
    beads.show(0, room());
    await table.speech.sayNow([common(hint === 1 ? "try-again" : "watch-this")], 700);
    await table.speech.say([drumKey(asked)], 600);
    // The second hint lets the game drum first; the third also points at the drum.
    if (hint > 1) {
      await drumAlong(table, drum, beads, beats);
      await table.timeline.wait(500);
      beads.show(0, beats);
    }
    if (hint === 3) stopPointing ??= pointAt(table, drum);
    mark();
    setGate(gate, true);
  };

  void table.speech.say(questionKeys(question));
  await new Promise<void>((resolve, reject) => {
    drum.addEventListener("click", () => {
      if (!gate.open) return;
      // One stroke too many for the beads, and counting begins anew.
      strokes = strokes >= room() ? 1 : strokes + 1;
      strike(table, drum, strokes - 1);
      beads.show(strokes, room());
      mark();
    });
    card.addEventListener("click", () => {
      if (!gate.open) return;
      if (strokes === 0) {
        void hop(table, card);
        void table.speech.sayNow([drumKey(asked)]);
      } else if (strokes === beats) {
        setGate(gate, false);
        resolve();
      } else void help().catch(reject);
    });
    mark();
    setGate(gate, true);
  });
  stopPointing?.();
  clearMarks(table.stage.play);
  card.classList.add("chosen-right");
  // The word once more, as the child drummed it.
  void table.speech.sayNow([drumKey(asked)]);
  await Promise.all([drumAlong(table, drum, beads, beats), hop(table, card)]);
  await rejoice(table, answerKeys(question));
};
