// Owns every sentence of the game, and which of them a question says.
import { band, type Member, members } from "./band.ts";
import type { Question } from "./logic.ts";

type Text = { readonly vi: string; readonly en: string };

const sentences = {
  "listen-well": { vi: "Bé lắng nghe nhé!", en: "Listen well!" },
  "which-one": { vi: "Nhạc cụ nào vừa kêu?", en: "Which instrument was that?" },
  "loud-or-soft": {
    vi: "Tiếng to là bạn voi, tiếng nhỏ là bạn chuột. Bạn nào vừa chơi?",
    en: "Loud is the elephant, soft is the mouse. Who played?",
  },
  "fast-or-slow": {
    vi: "Nhanh là bạn thỏ, chậm là bạn rùa. Bạn nào vừa chơi?",
    en: "Fast is the rabbit, slow is the turtle. Who played?",
  },
  "high-or-low": {
    vi: "Tiếng cao là bạn chim, tiếng thấp là bác trâu. Ai vừa hát?",
    en: "High is the bird, low is the buffalo. Who sang?",
  },
  "was-loud": { vi: "Tiếng to!", en: "That was loud!" },
  "was-soft": { vi: "Tiếng nhỏ!", en: "That was soft!" },
  "was-fast": { vi: "Nhịp nhanh!", en: "That was fast!" },
  "was-slow": { vi: "Nhịp chậm!", en: "That was slow!" },
  "was-high": { vi: "Tiếng cao!", en: "That was high!" },
  "was-low": { vi: "Tiếng thấp!", en: "That was low!" },
  "play-again": { vi: "Bây giờ bé đánh lại giống như thế nhé!", en: "Now play it just the same." },
  "tune-again": { vi: "Bây giờ bé gõ lại giai điệu ấy nhé!", en: "Now play that tune." },
  "bring-bells": {
    vi: "Bé chạm vào chuông để nghe, rồi đặt chuông từ tiếng thấp lên tiếng cao nhé!",
    en: "Touch the bells to hear them, then put them from the lowest to the highest.",
  },
  "from-low-to-high": { vi: "Từ thấp lên cao, nghe hay quá!", en: "From low to high, how lovely!" },
  "explore-stage": {
    vi: "Sân khấu của bé đây! Bé chạm vào nhạc cụ để chơi nhạc nhé!",
    en: "This is your stage! Touch the instruments and play.",
  },
  "explore-parrot": {
    vi: "Bạn vẹt nhớ hết đấy. Chạm vào vẹt để nghe lại nhé!",
    en: "The parrot remembers. Touch it to hear your tune again.",
  },
  "explore-tape": {
    vi: "Chạm nút đỏ để thu, chạm lần nữa để dừng, rồi chạm nút xanh để nghe lại nhé!",
    en: "Touch red to record, again to stop, and blue to hear it.",
  },
  "recording-now": { vi: "Đang thu đấy, bé chơi đi nào!", en: "It is recording. Play!" },
  "recording-done": { vi: "Thu xong rồi!", en: "The recording is done!" },
  "your-tune": { vi: "Đây là bản nhạc của bé!", en: "This is your tune!" },
  "nothing-played": { vi: "Bé chơi nhạc trước đã nhé!", en: "Play something first." },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (member: Member) => `name-${member}`;

/** Every prompt of the game's own: key → what is said. */
export const listPrompts = (): Record<string, Text> => ({
  ...sentences,
  ...Object.fromEntries(
    members.map((member) => [nameKey(member), { vi: band[member].vi, en: band[member].en }]),
  ),
});

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys({ kind }: Question): string[] {
  switch (kind) {
    case "which":
      return [sentence("which-one")];
    case "loud":
      return [sentence("loud-or-soft")];
    case "tempo":
      return [sentence("fast-or-slow")];
    case "pitch":
      return [sentence("high-or-low")];
    case "rhythm":
      return [sentence("play-again")];
    case "melody":
      return [sentence("tune-again")];
    case "ladder":
      return [sentence("bring-bells")];
  }
}

const wasKeys = {
  loud: ["was-soft", "was-loud"],
  tempo: ["was-slow", "was-fast"],
  pitch: ["was-low", "was-high"],
} as const;

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "which":
      return [nameKey(question.member)];
    case "loud":
    case "tempo":
    case "pitch":
      return [sentence(wasKeys[question.kind][question.answer])];
    case "ladder":
      return [sentence("from-low-to-high")];
    case "rhythm":
    case "melody":
      return [];
  }
}
