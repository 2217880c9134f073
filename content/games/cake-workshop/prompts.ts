// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import {
  type Decoration,
  decorationNames,
  decorations,
  type Friend,
  friendNames,
  friends,
} from "./bakery.ts";
import type { Question } from "./logic.ts";

type Text = { vi: string; en: string };

const sentences = {
  and: { vi: "và", en: "and" },
  "ring-when-ready": { vi: "Xong rồi thì bé rung chuông nhé!", en: "Ring the bell when it is ready." },
  "which-more": { vi: "Khay nào có nhiều bánh hơn?", en: "Which tray has more cakes?" },
  "which-fewer": { vi: "Khay nào có ít bánh hơn?", en: "Which tray has fewer cakes?" },
  "one-each": { vi: "Bé cho mỗi bạn một cái bánh nhé!", en: "Give everyone one cake." },
  "share-2": { vi: "Bé chia đều bánh cho hai bạn nhé!", en: "Share the cakes fairly between two." },
  "share-3": { vi: "Bé chia đều bánh cho ba bạn nhé!", en: "Share the cakes fairly among three." },
  "make-equal": {
    vi: "Bé làm cho hai bạn có số bánh bằng nhau nhé!",
    en: "Make them have the same number of cakes.",
  },
  "everyone-has": { vi: "Mỗi bạn đều có", en: "Everyone has" },
  "on-cake": { vi: "Trên bánh đang có", en: "On the cake there are" },
  "too-few": { vi: "Còn thiếu rồi. Bé thêm nữa nhé!", en: "Not enough yet. Add some more." },
  "too-many": { vi: "Nhiều quá rồi. Bé bớt đi nhé!", en: "Too many. Take some away." },
  "cake-full": { vi: "Bánh đầy rồi!", en: "The cake is full!" },
  "plate-full": { vi: "Đĩa đầy rồi!", en: "The plate is full!" },
  "not-the-same": { vi: "Các bạn chưa có bằng nhau.", en: "They do not have the same yet." },
  "some-left": { vi: "Vẫn còn bánh. Bé chia tiếp nhé!", en: "There are cakes left. Go on sharing." },
  "pair-up": { vi: "Mình xếp từng đôi một nhé!", en: "Let us pair them up." },
  "explore-cake": {
    vi: "Bé trang trí bánh theo ý thích, rồi rung chuông mời các bạn nhé!",
    en: "Decorate the cake as you like, then ring the bell for your friends.",
  },
  "explore-feast": {
    vi: "Bé mời các bạn ăn bánh. Chia thế nào để bạn nào cũng bằng nhau nhỉ?",
    en: "Give your friends cakes. How can everyone have the same?",
  },
  "beautiful-cake": { vi: "Chiếc bánh đẹp quá! Cảm ơn bé!", en: "What a beautiful cake! Thank you!" },
  "thank-you": { vi: "Cảm ơn bé nhé!", en: "Thank you!" },
  "none-left": { vi: "hết rồi", en: "none left" },
} as const satisfies Record<string, Text>;

const numbers = [
  ["một", "one"],
  ["hai", "two"],
  ["ba", "three"],
  ["bốn", "four"],
  ["năm", "five"],
  ["sáu", "six"],
  ["bảy", "seven"],
  ["tám", "eight"],
  ["chín", "nine"],
  ["mười", "ten"],
] as const;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
/** "ba quả dâu"; none says that there are none left. */
export const decorationKey = (decoration: Decoration, count: number): string =>
  count === 0 ? sentence("none-left") : `${decoration}-${count}`;
/** "ba cái bánh". */
export const cakesKey = (count: number): string => (count === 0 ? sentence("none-left") : `cakes-${count}`);
export const wantsKey = (friend: Friend) => `wants-${friend}` as const;
export const hasKey = (friend: Friend) => `has-${friend}` as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  numbers.forEach(([vi, en], index) => {
    const count = index + 1;
    for (const name of decorationNames) {
      const decoration = decorations[name];
      prompts[decorationKey(name, count)] = {
        vi: `${vi} ${decoration.vi}`,
        en: `${en} ${count === 1 ? decoration.one : decoration.en}`,
      };
    }
    prompts[cakesKey(count)] = { vi: `${vi} cái bánh`, en: `${en} ${count === 1 ? "cake" : "cakes"}` };
  });
  for (const friend of friendNames) {
    const { vi, en } = friends[friend];
    prompts[wantsKey(friend)] = { vi: `${capital(vi)} muốn chiếc bánh có`, en: `${en} wants a cake with` };
    prompts[hasKey(friend)] = { vi: `${capital(vi)} có`, en: `${en} has` };
  }
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "put":
    case "twoKinds":
      return [
        wantsKey(question.friend),
        ...question.order.flatMap(({ decoration, count }, index) => [
          ...(index > 0 ? [sentence("and")] : []),
          decorationKey(decoration, count),
        ]),
      ];
    case "more":
    case "compare":
      return [sentence(question.wanted === "more" ? "which-more" : "which-fewer")];
    case "oneEach":
      return [sentence("one-each")];
    case "share":
      return [sentence(question.friends.length === 2 ? "share-2" : "share-3")];
    case "equal":
      return [sentence("make-equal")];
  }
}
