// Owns the sentences that a station itself says to children, beside those of its games: spoken and shown alike, and to be recorded by a teacher.

/** The key names the recording that comes with the kiosk: `voice/<locale>/<key>.opus` of its page. */
export const stationSentences = {
  "choose-game": { vi: "Con muốn chơi trò nào?", en: "Which game would you like?" },
  "two-minutes": { vi: "Còn hai phút nữa là hết giờ chơi nhé!", en: "Two more minutes to play!" },
  "eye-break": {
    vi: "Nghỉ mắt nào! Con nhìn ra cửa sổ, thật xa nhé!",
    en: "Rest your eyes! Look out of the window, far away!",
  },
  paused: {
    vi: "Mắt nhìn cô nào! Mình nghỉ tay, nghe cô nói nhé!",
    en: "Eyes on your teacher! Hands rest, let us listen!",
  },
  goodbye: { vi: "Hết giờ chơi rồi. Tạm biệt các con!", en: "Play time is over. Goodbye, children!" },
  "ask-teacher": { vi: "Con chờ cô giáo một chút nhé!", en: "Please wait for your teacher!" },
  "day-used": {
    vi: "Hôm nay các con đã chơi máy đủ rồi",
    en: "You have had enough computer play for today",
  },
  "turn-rabbit-face": { vi: "Đến lượt bạn Thỏ!", en: "Rabbit's turn!" },
  "turn-cat-face": { vi: "Đến lượt bạn Mèo!", en: "Cat's turn!" },
  "turn-bear": { vi: "Đến lượt bạn Gấu!", en: "Bear's turn!" },
  "turn-tiger-face": { vi: "Đến lượt bạn Hổ!", en: "Tiger's turn!" },
  "turn-dog-face": { vi: "Đến lượt bạn Cún!", en: "Puppy's turn!" },
  "turn-frog": { vi: "Đến lượt bạn Ếch!", en: "Frog's turn!" },
  "turn-monkey-face": { vi: "Đến lượt bạn Khỉ!", en: "Monkey's turn!" },
  "turn-panda": { vi: "Đến lượt bạn Gấu Trúc!", en: "Panda's turn!" },
} satisfies Record<string, { vi: string; en: string }>;
export type StationSentence = keyof typeof stationSentences;
