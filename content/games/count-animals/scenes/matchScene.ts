// Owns bringing numbers to groups: each sign is carried, or touched and then its group touched.

import { createCarry } from "../../../sdk/drag.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext, markWrong } from "../../../sdk/marks.ts";
import { pointAt, popIn, rejoice, shakeHead } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { type Gate, type Scene, setGate } from "../../../sdk/table.ts";
import { createCard } from "../cards.ts";
import type { Question } from "../logic.ts";
import { groupKey, numberKey, questionKeys, sentence } from "../prompts.ts";
import { countPatch, createPatch, type GroupPatch } from "./groupScene.ts";

type MatchQuestion = Extract<Question, { kind: "match" }>;

export const playMatch: Scene<MatchQuestion> = async (table, question, tellWrong) => {
  const gate: Gate = { open: false };
  setGate(gate, false);
  const most = Math.max(...question.groups.map((group) => group.count));
  const patches = question.groups.map((group) =>
    createPatch(table, group, { width: 300, height: 262, most, footRoom: 34 }),
  );
  const row = element("div", "patch-row raised", {}, ...patches.map((patch) => patch.root));
  const signs = question.order.map((count) => {
    const sign = createCard(count, "die", question.groups[0]?.animal ?? "chicken");
    sign.classList.add("sign");
    sign.dataset["role"] = "sign";
    return sign;
  });
  const tray = element("div", "card-row", {}, ...signs);
  table.stage.play.append(row, tray);
  for (const patch of patches) {
    patch.root.dataset["role"] = "group";
    patch.root.dataset["place"] = String(patch.group.count);
  }
  const mark = () => {
    const waiting = signs.filter((sign) => sign.isConnected);
    const free = patches.filter((patch) => patch.root.dataset["role"] === "group");
    for (const [index, sign] of waiting.entries()) {
      clearMarks(sign);
      const number = sign.dataset["number"] ?? "";
      const wrong = free.find((patch) => String(patch.group.count) !== number);
      if (index === 0) markNext(sign, number);
      else if (wrong) markWrong(sign, wrong.root.dataset["place"]);
    }
  };
  void table.speech.say(questionKeys(question));
  await popIn(table, [...patches.map((patch) => patch.root), ...signs], 110);

  let left = patches.length;
  let stopPointing: (() => void) | undefined;
  const carry = createCarry({ blocked: () => !gate.open });
  await new Promise<void>((resolve, reject) => {
    const place = async (sign: HTMLElement, patch: GroupPatch) => {
      const count = Number(sign.dataset["number"]);
      stopPointing?.();
      stopPointing = undefined;
      setGate(gate, false);
      if (patch.group.count === count) {
        table.sounds.play(commonEffects.put);
        patch.root.dataset["role"] = "done";
        // On its group the sign is a picture, no longer a button.
        const placed = element("span", `${sign.className} placed`, {}, ...sign.childNodes);
        sign.remove();
        patch.root.append(placed);
        patch.root.classList.add("chosen-right");
        void table.motion.move(placed, [{ transform: "scale(1.4)" }, { transform: "none" }], 350);
        for (const member of patch.members)
          void table.motion.move(member, [{ transform: "translateY(-22%)" }, { transform: "none" }], 500);
        await table.speech.sayNow([groupKey(patch.group.animal, count)], 900);
        left -= 1;
        if (left === 0) return resolve();
      } else {
        const hint = tellWrong();
        await shakeHead(table, patch.root);
        await table.speech.sayNow([sentence("this-number-is"), numberKey(count)], 900);
        if (hint === 1) await countPatch(table, patch);
        else {
          const right = patches.find((candidate) => candidate.group.count === count);
          await table.speech.sayNow([sentence("count-together")], 700);
          for (const each of hint === 3 && right
            ? [right]
            : patches.filter((each) => each.root.dataset["role"] === "group")) {
            await countPatch(table, each);
          }
          if (hint === 3 && right) stopPointing = pointAt(table, right.root);
        }
      }
      mark();
      setGate(gate, true);
    };
    for (const sign of signs) {
      carry.addThing(sign);
      sign.addEventListener("click", () => {
        if (!gate.open || sign.dataset["role"] !== "sign") return;
        table.sounds.play(commonEffects.pick);
        void table.speech.sayNow([numberKey(Number(sign.dataset["number"]))]);
      });
    }
    for (const patch of patches) {
      carry.addPlace(patch.root, (sign) => {
        if (patch.root.dataset["role"] === "done") return;
        place(sign, patch).catch(reject);
      });
    }
    mark();
    setGate(gate, true);
  });
  setGate(gate, false);
  await rejoice(table, []);
};
