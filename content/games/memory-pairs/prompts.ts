// Owns every sentence of the game, and which of them a question says.
import type { Question } from "./logic.ts";
import { isParent, parents, type ThingName, thingNames, things, young } from "./things.ts";

type Text = { readonly vi: string; readonly en: string };

const sentences = {
  "look-well": { vi: "Bé nhìn kỹ và nhớ nhé!", en: "Look well and remember!" },
  "find-same": { vi: "Bé lật hai thẻ giống nhau nhé!", en: "Turn two cards that are the same." },
  "find-family": { vi: "Bé lật thẻ mẹ và thẻ con nhé!", en: "Turn a mother and her child." },
  "find-shadow": { vi: "Bé lật hình và bóng của hình nhé!", en: "Turn a picture and its shadow." },
  "all-pairs": { vi: "Đủ cả các cặp rồi!", en: "All pairs are found!" },
  "watch-hider": { vi: "Bé xem bạn ấy nấp vào đâu nhé!", en: "See where it hides!" },
  "where-is": { vi: "Bạn ấy nấp dưới chiếc nón nào?", en: "Under which hat does it hide?" },
  "hats-move": { vi: "Nón đổi chỗ đấy, bé nhìn theo nhé!", en: "The hats change places. Follow them!" },
  "not-here": { vi: "Ở đây không có ai.", en: "Nobody is here." },
  peek: { vi: "Ú oà!", en: "Peekaboo!" },
  "look-tray": { vi: "Trên mâm có gì nào? Bé nhớ nhé!", en: "What is on the tray? Remember!" },
  "what-gone": { vi: "Thứ gì vừa biến mất?", en: "What has gone?" },
  "still-here": { vi: "Thứ này vẫn còn trên mâm.", en: "This is still on the tray." },
  "never-here": { vi: "Thứ này lúc nãy không có trên mâm.", en: "This was not on the tray." },
  "watch-hops": { vi: "Bé xem các bạn nhảy nhé!", en: "Watch them hop!" },
  "hop-again": {
    vi: "Bạn nào nhảy trước, bạn nào nhảy sau? Bé chạm theo đúng thứ tự nhé!",
    en: "Who hopped first, who came next? Touch them in order.",
  },
  "bring-box": {
    vi: "Bé chạm vào hộp để nghe, rồi đặt hộp vào đúng hình nhé!",
    en: "Touch a box to hear it, then put it to its picture.",
  },
  "explore-same": {
    vi: "Bàn thẻ đây! Bé cứ lật thẻ xem có gì nào!",
    en: "Here is the card table! Turn any card and see.",
  },
  "explore-family": {
    vi: "Các bạn thú đi tìm mẹ. Bé lật thẻ xem ai đây nào!",
    en: "The little ones look for their mothers. Turn a card!",
  },
  "explore-shadow": {
    vi: "Có cả bóng của hình nữa! Bé lật thẻ xem nào!",
    en: "There are shadows too! Turn a card and see.",
  },
  "a-pair": { vi: "Một cặp rồi!", en: "That is a pair!" },
  "a-shadow": { vi: "bóng", en: "the shadow" },
  "new-cards": { vi: "Hết thẻ rồi! Mình bày thẻ mới nhé!", en: "All turned! Let us lay new cards." },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (name: ThingName) => `name-${name}`;
export const youngKey = (name: ThingName) => (isParent(name) ? `young-${name}` : nameKey(name));

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const name of thingNames) prompts[nameKey(name)] = things[name];
  for (const name of parents) prompts[youngKey(name)] = young[name];
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "pairs":
      return [sentence("find-same")];
    case "families":
      return [sentence("find-family")];
    case "shadows":
      return [sentence("find-shadow")];
    case "hidden":
    case "swapped":
      return [nameKey(question.hider), sentence("where-is")];
    case "missing":
      return [sentence("what-gone")];
    case "order":
      return [sentence("hop-again")];
    case "sounds":
      return [sentence("bring-box")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "pairs":
    case "families":
    case "shadows":
      return [sentence("all-pairs")];
    case "hidden":
    case "swapped":
      return [sentence("peek"), nameKey(question.hider)];
    case "missing":
      return [nameKey(question.gone)];
    case "order":
    case "sounds":
      return [];
  }
}
