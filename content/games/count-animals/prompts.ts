// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import type { CommonKey } from "../../sdk/commonPrompts.ts";
import { type Animal, animalNames, animals } from "./animals.ts";
import type { Question } from "./logic.ts";

type Text = { vi: string; en: string };

const numbers: readonly Text[] = [
  { vi: "một", en: "one" },
  { vi: "hai", en: "two" },
  { vi: "ba", en: "three" },
  { vi: "bốn", en: "four" },
  { vi: "năm", en: "five" },
  { vi: "sáu", en: "six" },
  { vi: "bảy", en: "seven" },
  { vi: "tám", en: "eight" },
  { vi: "chín", en: "nine" },
  { vi: "mười", en: "ten" },
];

export const numberKey = (count: number): string => `number-${count}`;
export const groupKey = (animal: Animal, count: number): string => `count-${animal}-${count}`;

const sentences = {
  "all-done": {
    vi: "Bé đã đếm rất giỏi! Các bạn thú vui lắm. Hẹn gặp lại bé nhé!",
    en: "You counted so well! The animals are happy. See you again!",
  },
  "try-again": { vi: "Gần đúng rồi. Bé đếm lại nhé!", en: "Nearly! Let's count again." },
  "count-together": { vi: "Mình cùng đếm nào!", en: "Let's count together." },
  "in-all": { vi: "Có tất cả", en: "Altogether there are" },
  "touch-each": { vi: "Bé chạm vào từng bạn để đếm nào!", en: "Touch each one to count." },
  "which-group": { vi: "Nhóm nào có", en: "Which group has" },
  "which-more": { vi: "Bên nào có nhiều hơn?", en: "Which side has more?" },
  "which-fewer": { vi: "Bên nào có ít hơn?", en: "Which side has fewer?" },
  "is-more-than": { vi: "nhiều hơn", en: "is more than" },
  "is-fewer-than": { vi: "ít hơn", en: "is fewer than" },
  "there-are": { vi: "Ở đây có", en: "Here we have" },
  "call-one-more": { vi: "Bé mời thêm một bạn nữa vào nhé!", en: "Invite one more to come in." },
  "ring-when-done": { vi: "Đủ rồi thì bé rung chuông nhé!", en: "Ring the bell when it is enough." },
  "plus-one-is": { vi: "thêm một là", en: "and one more is" },
  "make-equal": {
    vi: "Bé mời thêm bạn vào cho hai bên bằng nhau nhé!",
    en: "Invite more until both sides are the same.",
  },
  "now-equal": { vi: "Hai bên bằng nhau rồi. Mỗi bên có", en: "Both sides are the same now. Each side has" },
  "need-more": { vi: "Vẫn còn thiếu. Bé mời thêm bạn nữa nhé!", en: "Not enough yet. Invite some more." },
  "need-fewer": { vi: "Nhiều quá rồi. Bé cho bớt bạn ra nhé!", en: "That is too many. Send some back." },
  "look-fast": { vi: "Bé nhìn thật nhanh nhé!", en: "Look quickly!" },
  "eye-again": { vi: "Muốn nhìn lại, bé chạm vào con mắt nhé!", en: "Touch the eye to look again." },
  "more-come": { vi: "Có thêm", en: "Here come" },
  "they-come": { vi: "nữa đến chơi.", en: "to play, too." },
  "then-leave": { vi: "Rồi", en: "Then" },
  "they-leave": { vi: "đi về nhà.", en: "go home." },
  "how-many-now": { vi: "Bây giờ có tất cả mấy con?", en: "How many are there now?" },
  "how-many-left": { vi: "Còn lại mấy con?", en: "How many are left?" },
  "bring-number": { vi: "Bé đặt mỗi số vào đúng nhóm nhé!", en: "Put each number on its group." },
  "this-number-is": { vi: "Đây là số", en: "This is number" },
  "explore-yard": {
    vi: "Sân nhà em đây! Bé mời các bạn thú ra chơi nào!",
    en: "This is our yard! Invite the animals to play.",
  },
  "explore-pond": {
    vi: "Bờ ao đây! Bé mời các bạn thú đến bơi nào!",
    en: "This is the pond! Invite the animals to swim.",
  },
  "explore-meadow": {
    vi: "Đồng cỏ đây! Bé mời các bạn thú đến chơi nào!",
    en: "This is the meadow! Invite the animals to play.",
  },
  "explore-touch": {
    vi: "Bé chạm vào từng bạn để đếm nhé! Muốn bạn nào về thì kéo bạn ấy xuống dưới.",
    en: "Touch each one to count. Drag one down to send it home.",
  },
  "all-here": { vi: "Đông đủ rồi! Bé đếm xem nào!", en: "Everyone is here! Let's count." },
  "bye-bye": { vi: "Tạm biệt nhé!", en: "Bye-bye!" },
  "went-home": { vi: "Tạm biệt nhé! Bây giờ còn", en: "Bye-bye! Now there are" },
  "none-left": { vi: "Các bạn về nhà hết rồi. Không còn con nào!", en: "They all went home. None are left!" },
} as const satisfies Record<string, Text>;

export type SentenceKey = keyof typeof sentences | CommonKey;

/** Every prompt of the manifest: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  numbers.forEach((text, index) => {
    prompts[numberKey(index + 1)] = text;
  });
  for (const animal of animalNames) {
    const { vi, en, many } = animals[animal];
    prompts[`how-many-${animal}`] = { vi: `Có mấy con ${vi}?`, en: `How many ${many} are there?` };
    prompts[`saw-${animal}`] = { vi: `Bé vừa thấy mấy con ${vi}?`, en: `How many ${many} did you see?` };
    numbers.forEach((text, index) => {
      const count = index + 1;
      prompts[groupKey(animal, count)] = {
        vi: `${text.vi} con ${vi}`,
        en: `${text.en} ${count === 1 ? en : many}`,
      };
    });
  }
  return prompts;
}

/** A sentence of this game by its key, checked when the code is compiled. */
export const sentence = (key: SentenceKey): SentenceKey => key;

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "touch":
    case "moving":
    case "mixed":
      return [`how-many-${question.asked.animal}`];
    case "flash":
      return [`saw-${question.asked.animal}`];
    case "find":
      return [sentence("which-group"), groupKey(question.asked.animal, question.asked.count)];
    case "moreFewer":
      return [sentence(question.question === "more" ? "which-more" : "which-fewer")];
    case "oneMore":
      return [sentence("call-one-more"), sentence("ring-when-done")];
    case "equal":
      return [sentence("make-equal"), sentence("ring-when-done")];
    case "story":
      return [sentence(question.change > 0 ? "how-many-now" : "how-many-left")];
    case "match":
      return [sentence("bring-number")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "touch":
    case "moving":
    case "mixed":
    case "flash":
      return [sentence("in-all"), groupKey(question.asked.animal, question.asked.count)];
    case "find":
      return [groupKey(question.asked.animal, question.asked.count)];
    case "moreFewer": {
      const [left, right] = question.sides;
      const leftFirst = question.question === "more" ? left.count > right.count : left.count < right.count;
      const [first, second] = leftFirst ? [left, right] : [right, left];
      return [
        groupKey(first.animal, first.count),
        sentence(question.question === "more" ? "is-more-than" : "is-fewer-than"),
        groupKey(second.animal, second.count),
      ];
    }
    case "oneMore":
      return [numberKey(question.start.count), sentence("plus-one-is"), numberKey(question.target)];
    case "equal":
      return [sentence("now-equal"), numberKey(question.target)];
    case "story":
      return [sentence("in-all"), groupKey(question.start.animal, question.answer)];
    case "match":
      return [];
  }
}
