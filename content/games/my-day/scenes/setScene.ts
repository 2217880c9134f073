// Owns setting the clock: arrows turn the hands, the bell says that the hour is right.
import { picture } from "../../../sdk/cards.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { onDial } from "../day.ts";
import { tick, tock } from "../effects.ts";
import { type Question, wayTo } from "../logic.ts";
import { arrowButton, bellDrawing, createClock } from "../parts.ts";
import { hourKey, questionKeys, sentence } from "../prompts.ts";

type SetQuestion = Extract<Question, { kind: "set" }>;

export const playSet: Scene<SetQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  let now = question.start;
  let stopPointing: (() => void) | undefined;
  const clock = createClock(now);
  clock.root.classList.add("to-set");
  const back = arrowButton("back", "Quay lại");
  const ahead = arrowButton("ahead", "Quay tới");
  back.classList.add("at-left");
  ahead.classList.add("at-right");
  const bell = pictureButton("ready-bell", "Rung chuông", {}, picture(bellDrawing));
  // What is asked for stays to be seen: the numeral, and half a cake of an hour for "rưỡi".
  const hour = Math.floor(question.asked / 60) || 12;
  const wanted = element(
    "div",
    "wanted-hour",
    {},
    element("span", "wanted-numeral", {}, String(hour)),
    picture(
      question.asked % 60 === 30
        ? `<svg viewBox="0 0 60 60" fill="none"><circle cx="30" cy="30" r="26" fill="#fffdf6" stroke="#2d7fc4" stroke-width="5"/><path d="M30 4a26 26 0 0 1 0 52z" fill="#2d7fc4"/><path d="M30 30v20" stroke="#1f2a44" stroke-width="5" stroke-linecap="round"/></svg>`
        : `<svg viewBox="0 0 60 60" fill="none"><circle cx="30" cy="30" r="26" fill="#fffdf6" stroke="#2d7fc4" stroke-width="5"/><path d="M30 30V10" stroke="#1f2a44" stroke-width="5" stroke-linecap="round"/></svg>`,
    ),
  );
  table.stage.play.append(wanted, clock.root, back, ahead, bell);
  const mark = () => {
    for (const each of [back, ahead, bell]) clearMarks(each);
    const way = wayTo(now, question.asked);
    markNext(way === 0 ? bell : way > 0 ? ahead : back);
    if (way !== 0) markWrong(bell);
  };
  const turn = (way: 1 | -1) => {
    if (!gate.open) return;
    stopPointing?.();
    stopPointing = undefined;
    now = onDial(now + way * question.step);
    clock.show(now);
    bell.classList.add("calling");
    table.sounds.play(way > 0 ? tick : tock);
    void table.speech.sayNow([hourKey(now)]);
    mark();
  };
  back.addEventListener("click", () => turn(-1));
  ahead.addEventListener("click", () => turn(1));
  mark();
  void table.speech.say(questionKeys(question));
  await popIn(table, [wanted, clock.root, back, ahead, bell], 110);
  const help = async () => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, bell);
    await table.speech.sayNow([sentence("clock-says"), hourKey(now)], 1000);
    if (hint > 1) {
      void hop(table, clock.root);
      await table.speech.sayNow([sentence(question.asked % 60 === 30 ? "half-hand" : "short-hand")], 1000);
    }
    if (hint === 3) stopPointing = pointAt(table, wayTo(now, question.asked) > 0 ? ahead : back);
    void table.speech.say(questionKeys(question));
    setGate(gate, true);
  };
  await new Promise<void>((resolve, reject) => {
    bell.addEventListener("click", () => {
      if (!gate.open) return;
      table.sounds.play(commonEffects.bell);
      if (now === question.asked) resolve();
      else help().catch(reject);
    });
    setGate(gate, true);
  });
  setGate(gate, false);
  stopPointing?.();
  void hop(table, clock.root);
  await rejoice(table, [hourKey(now)]);
};
