// Owns the sentences that every game says, so that children hear the same words everywhere. Pure.

type Text = { readonly vi: string; readonly en: string };

/** Joined into the prompts of every manifest; a game may say a key in its own words. */
export const commonPrompts = {
  "praise-1": { vi: "Đúng rồi!", en: "That's right!" },
  "praise-2": { vi: "Bé giỏi quá!", en: "Well done!" },
  "praise-3": { vi: "Hay quá!", en: "Great!" },
  "praise-4": { vi: "Tuyệt vời!", en: "Wonderful!" },
  "all-done": { vi: "Bé chơi rất giỏi! Hẹn gặp lại bé nhé!", en: "You played so well! See you again!" },
  "try-again": { vi: "Gần đúng rồi. Bé thử lại nhé!", en: "Nearly! Try again." },
  "look-again": { vi: "Mình cùng nhìn lại nào!", en: "Let's look again." },
  "touch-here": { vi: "Bé chạm vào đây nhé!", en: "Touch here." },
  "put-here": { vi: "Bé đặt vào đây nhé!", en: "Put it here." },
  "watch-this": { vi: "Bé xem nhé!", en: "Watch this." },
} as const satisfies Record<string, Text>;

export type CommonKey = keyof typeof commonPrompts;

/** Ways to say "right"; one is drawn at random. */
export const praiseKeys = ["praise-1", "praise-2", "praise-3", "praise-4"] as const satisfies CommonKey[];

/** A common sentence by its key, checked when the code is compiled. */
export const common = (key: CommonKey): CommonKey => key;
