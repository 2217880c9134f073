// Owns sharing out: one for everyone, fair shares, or the same for both; the bell says that it is done.

import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { hop, pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { eating } from "../effects.ts";
import type { ShareQuestion } from "../logic.ts";
import { cheerUp, createBell, ringBell } from "../parts.ts";
import { cakesKey, hasKey, questionKeys, sentence } from "../prompts.ts";
import { isFair, nextStep } from "../rules.ts";
import { createSharing } from "./sharing.ts";

export const playShare: Scene<ShareQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  let stopPointing: (() => void) | undefined;
  const bell = createBell();
  bell.classList.add("aside");
  const sharing = createSharing(table, {
    ...question,
    isOpen: () => gate.open,
    onChanged() {
      stopPointing?.();
      stopPointing = undefined;
      bell.classList.add("calling");
      mark();
    },
  });
  table.stage.play.append(bell);
  const fair = () => isFair(question, sharing.plates(), sharing.onPlatter());
  const nextThing = (): HTMLElement | undefined => {
    const step = nextStep(question, sharing.plates());
    if (fair() || step.done) return bell;
    return step.does === "give" ? sharing.friends[step.friend] : sharing.lastOn(step.friend);
  };
  const mark = () => {
    clearMarks(table.stage.play);
    const next = nextThing();
    if (next) markNext(next);
    if (!fair()) markWrong(bell);
  };
  mark();
  void table.speech.say([...questionKeys(question), sentence("ring-when-ready")]);

  /** What a friend has, cake by cake. */
  const tellOf = async (friend: number) => {
    const guest = sharing.friends[friend];
    const who = question.friends[friend];
    if (!guest || !who) return;
    void hop(table, guest);
    const cakes = sharing.cakesOn(friend);
    for (const root of cakes) root.classList.add("lit");
    await table.speech.sayNow([hasKey(who), cakesKey(cakes.length)], 1100);
    for (const root of cakes) root.classList.remove("lit");
  };
  const help = async () => {
    setGate(gate, false);
    const hint = tellWrong();
    await shakeHead(table, bell);
    const plates = sharing.plates();
    const same = plates.every((count) => count === plates[0]);
    const tooMany = question.kind === "oneEach" && (plates[0] ?? 0) > 1;
    await table.speech.sayNow([sentence(!same ? "not-the-same" : tooMany ? "too-many" : "some-left")], 900);
    if (hint > 1) for (const friend of question.friends.keys()) await tellOf(friend);
    if (hint === 3) {
      const next = nextThing();
      if (next) stopPointing = pointAt(table, next);
    }
    void table.speech.say(questionKeys(question));
    setGate(gate, true);
  };
  await popIn(table, [...sharing.parts, bell], 40);
  await new Promise<void>((resolve, reject) => {
    bell.addEventListener("click", () => {
      if (!gate.open) return;
      table.sounds.play(commonEffects.bell);
      ringBell(table, bell);
      if (fair()) resolve();
      else help().catch(reject);
    });
    setGate(gate, true);
  });
  setGate(gate, false);
  stopPointing?.();
  clearMarks(table.stage.play);
  for (const guest of sharing.friends) void cheerUp(table, guest);
  table.sounds.play(eating);
  await rejoice(table, [sentence("everyone-has"), cakesKey(sharing.plates()[0] ?? 1)]);
};
