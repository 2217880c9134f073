// Owns every sentence of the game, and which of them a question says.
import { type ItemName, itemNames, textOf } from "./items.ts";
import type { Question } from "./logic.ts";

type Text = { readonly vi: string; readonly en: string };

const sentences = {
  "what-next": { vi: "Bé nhìn cả dãy nhé! Tiếp theo là gì nào?", en: "Look along the row. What comes next?" },
  "what-middle": {
    vi: "Ở giữa thiếu mất rồi! Bé tìm giúp nhé!",
    en: "One is missing in the middle. Which is it?",
  },
  "find-wrong": {
    vi: "Có một chỗ xếp nhầm. Bé tìm xem chỗ nào nhé!",
    en: "One is in the wrong place. Find it!",
  },
  "go-on": { vi: "Bé xếp tiếp cho đúng quy luật nhé!", en: "Go on with the pattern." },
  "the-same": {
    vi: "Bé nhìn hàng trên, rồi xếp hàng dưới theo quy luật ấy nhé!",
    en: "Look at the row above and make the same pattern below.",
  },
  "hear-next": { vi: "Bé nghe nhé! Tiếp theo là tiếng gì?", en: "Listen! What sounds next?" },
  "move-next": {
    vi: "Bé tập theo nhé! Tiếp theo là động tác nào?",
    en: "Do it too! Which movement comes next?",
  },
  "grow-next": {
    vi: "Các chùm đèn thay đổi dần. Chùm tiếp theo là chùm nào?",
    en: "Step by step they change. Which one comes next?",
  },
  "listen-row": { vi: "Mình cùng đọc cả dãy nào!", en: "Let us say the row together." },
  mended: { vi: "Bây giờ đúng rồi!", en: "Now it is right!" },
  "explore-beads": {
    vi: "Bé xâu hạt tuỳ thích nhé! Chạm vào chuông để nghe vòng hạt hát.",
    en: "Thread beads as you like. Touch the bell and hear them sing.",
  },
  "explore-lanterns": {
    vi: "Bé treo đèn lên dây nhé! Chạm vào chuông để nghe dãy đèn hát.",
    en: "Hang up lanterns. Touch the bell and hear them sing.",
  },
  "explore-motifs": {
    vi: "Bé dệt hoa văn tuỳ thích nhé! Chạm vào chuông để nghe tấm vải hát.",
    en: "Weave as you like. Touch the bell and hear the cloth sing.",
  },
  "a-pattern": { vi: "Ồ, bé xếp thành quy luật rồi!", en: "Oh, you made a pattern!" },
  "all-full": { vi: "Dây đầy rồi! Bé nghe dây hát nhé!", en: "The string is full! Listen to it sing." },
  "new-string": { vi: "Dây mới đây! Bé làm tiếp nào!", en: "Here is a new string. Go on!" },
  "nothing-yet": { vi: "Bé chọn một thứ ở dưới nhé!", en: "Choose something from below." },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (item: ItemName) => `name-${item}`;

/** Every prompt of the game's own: key → what is said. */
export const listPrompts = (): Record<string, Text> => ({
  ...sentences,
  ...Object.fromEntries(itemNames.map((item) => [nameKey(item), textOf(item)])),
});

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys({ kind }: Question): string[] {
  switch (kind) {
    case "next":
      return [sentence("what-next")];
    case "middle":
      return [sentence("what-middle")];
    case "mend":
      return [sentence("find-wrong")];
    case "string":
      return [sentence("go-on")];
    case "copy":
      return [sentence("the-same")];
    case "music":
      return [sentence("hear-next")];
    case "moves":
      return [sentence("move-next")];
    case "grow":
      return [sentence("grow-next")];
  }
}

/** The row said aloud, as much of it as one message may hold. */
export const rowKeys = (row: readonly ItemName[]): string[] => row.slice(0, 9).map(nameKey);
