// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import type { Question } from "./logic.ts";
import { type Group, groupNames, groups, type ThingName, thingNames, things } from "./things.ts";

type Text = { vi: string; en: string };

const sentences = {
  "odd-one": {
    vi: "Ở đây có một thứ khác nhóm với các thứ kia. Bé tìm xem là thứ nào?",
    en: "One of these is not like the others. Which one?",
  },
  "whose-shadow": { vi: "Cái bóng này là của thứ nào?", en: "Whose shadow is this?" },
  "sort-them": { vi: "Bé cất mỗi thứ vào đúng giỏ nhé!", en: "Put each thing into its basket." },
  "tidy-up": {
    vi: "Bé chạm vào từng thứ để nghe tên, rồi cất vào giỏ nhé!",
    en: "Touch each thing to hear its name, then put it into a basket.",
  },
  "all-tidy": {
    vi: "Gọn gàng quá! Mình bày ra chơi tiếp nhé!",
    en: "So tidy! Let us take out some more.",
  },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (name: ThingName) => `name-${name}` as const;
export const findKey = (name: ThingName) => `find-${name}` as const;
export const basketKey = (group: Group) => `basket-${group}` as const;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const name of thingNames) {
    const { vi, en } = things[name];
    prompts[nameKey(name)] = { vi, en };
    prompts[findKey(name)] = { vi: `Bé tìm ${vi} nhé!`, en: `Find the ${en}.` };
  }
  for (const group of groupNames)
    prompts[basketKey(group)] = { vi: `Giỏ ${groups[group].vi}`, en: `The basket for ${groups[group].en}` };
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "find":
      return [findKey(question.asked)];
    case "odd":
      return [sentence("odd-one")];
    case "shadow":
      return [sentence("whose-shadow")];
    case "sort":
      return [sentence("sort-them")];
  }
}

/** What tells the answer once it is found. */
export const answerKeys = (question: Question): string[] =>
  question.kind === "sort" ? [] : [nameKey(question.asked)];
