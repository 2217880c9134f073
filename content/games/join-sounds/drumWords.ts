// Owns the words of one, two and three syllables that are drummed. Pure data.

/** Each has a picture of the same name in `pictures/`. */
export const drumWords = {
  cat: { vi: "mèo", en: "cat", beats: 1 },
  rooster: { vi: "gà", en: "chicken", beats: 1 },
  fish: { vi: "cá", en: "fish", beats: 1 },
  elephant: { vi: "voi", en: "elephant", beats: 1 },
  frog: { vi: "ếch", en: "frog", beats: 1 },
  shrimp: { vi: "tôm", en: "shrimp", beats: 1 },
  car: { vi: "ô tô", en: "car", beats: 2 },
  airplane: { vi: "máy bay", en: "aeroplane", beats: 2 },
  clock: { vi: "đồng hồ", en: "clock", beats: 2 },
  carrot: { vi: "cà rốt", en: "carrot", beats: 2 },
  watermelon: { vi: "dưa hấu", en: "watermelon", beats: 2 },
  snail: { vi: "ốc sên", en: "snail", beats: 2 },
  octopus: { vi: "bạch tuộc", en: "octopus", beats: 2 },
  penguin: { vi: "chim cánh cụt", en: "penguin", beats: 3 },
  giraffe: { vi: "hươu cao cổ", en: "giraffe", beats: 3 },
  sunflower: { vi: "hoa hướng dương", en: "sunflower", beats: 3 },
  "fire-engine": { vi: "xe cứu hỏa", en: "fire engine", beats: 3 },
  cake: { vi: "bánh sinh nhật", en: "birthday cake", beats: 3 },
} as const satisfies Record<string, { vi: string; en: string; beats: 1 | 2 | 3 }>;

export type DrumWord = keyof typeof drumWords;
export type Beats = 1 | 2 | 3;

export const drumWordNames = Object.keys(drumWords) as DrumWord[]; // keys of a constant: exactly the words
export const beatsOf = (word: DrumWord): Beats => drumWords[word].beats;
export const wordsOfBeats = (beats: Beats): DrumWord[] =>
  drumWordNames.filter((word) => beatsOf(word) === beats);
