// Owns touching along with a line: one lantern for every syllable, each shines when it is its turn.
import { common } from "../../../sdk/commonPrompts.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { chime } from "../effects.ts";
import type { Question } from "../logic.ts";
import { createReader, lanternButton, linePicture } from "../parts.ts";
import { answerKeys, lineKey, questionKeys } from "../prompts.ts";

const cord = `<svg viewBox="0 0 1000 60" preserveAspectRatio="none"><path d="M0 4Q500 70 1000 4" fill="none" stroke="#6b4a2f" stroke-width="6"/></svg>`;

export const playBeat: Scene<Extract<Question, { kind: "beat" }>> = async (table, question, tellWrong) => {
  const { asked, beats } = question;
  const gate: Gate = { open: false };
  const reader = createReader(table, () => table.speech.sayNow([lineKey(asked)], 900));
  const shown = linePicture(asked);
  shown.classList.add("shown-line");
  const lanterns = Array.from({ length: beats }, (_, place) => lanternButton(place));
  table.stage.play.append(
    reader.root,
    shown,
    element("div", "lantern-row", {}, element("span", "lantern-cord", {}, drawing(cord)), ...lanterns),
  );
  await popIn(table, lanterns);
  /** The line is read while the lanterns light up one after another. */
  const play = async () => {
    const reading = reader.read([asked]);
    for (const [place, each] of lanterns.entries()) {
      table.sounds.play(chime(place));
      each.classList.add("lit");
      void hop(table, each);
      await table.timeline.wait(430);
    }
    await reading;
  };
  await play();
  for (const each of lanterns) each.classList.remove("lit");

  let turn = 0;
  let stopPointing: (() => void) | undefined;
  const mark = () => {
    for (const [place, each] of lanterns.entries()) {
      clearMarks(each);
      each.classList.toggle("waits", place === turn);
      if (place === turn) markNext(each);
      else if (place > turn) markWrong(each);
    }
  };
  const help = async (touched: HTMLElement) => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, touched);
    const right = lanterns[turn];
    if (right && hint > 1) await hop(table, right);
    if (right && hint === 3) stopPointing ??= pointAt(table, right);
    void table.speech.sayNow([common(hint === 1 ? "look-again" : "touch-here")]);
    setGate(gate, true);
  };
  void table.speech.say(questionKeys(question));
  await new Promise<void>((resolve, reject) => {
    for (const [place, each] of lanterns.entries()) {
      each.addEventListener("click", () => {
        if (!gate.open) return;
        if (place > turn) return void help(each).catch(reject);
        table.sounds.play(chime(place));
        void hop(table, each);
        // A lantern that shines already only chimes once more.
        if (place < turn) return;
        stopPointing?.();
        stopPointing = undefined;
        each.classList.add("lit");
        turn += 1;
        mark();
        if (turn < lanterns.length) return;
        setGate(gate, false);
        resolve();
      });
    }
    mark();
    setGate(gate, true);
  });
  await table.timeline.wait(500);
  for (const each of lanterns) each.classList.remove("lit");
  await play();
  await rejoice(table, answerKeys(question));
};
