// Owns the first sounds and the words that begin with them, as a teacher in Hà Nội says them. Pure data.

/** Each sound as it is taught, with the letter that writes it in every word of this game. */
export const sounds = {
  b: { letter: "b", says: "bờ" },
  c: { letter: "c", says: "cờ" },
  m: { letter: "m", says: "mờ" },
  g: { letter: "g", says: "gờ" },
  h: { letter: "h", says: "hờ" },
  l: { letter: "l", says: "lờ" },
  n: { letter: "n", says: "nờ" },
  t: { letter: "t", says: "tờ" },
  th: { letter: "th", says: "thờ" },
  v: { letter: "v", says: "vờ" },
  d: { letter: "đ", says: "đờ" },
  ch: { letter: "ch", says: "chờ" },
} as const satisfies Record<string, { letter: string; says: string }>;

export type Sound = keyof typeof sounds;

/**
 * Sounds that children (and many a grown-up) mix up: never the two choices of one question. s and x, tr, d, gi and r do
 * not appear at all, for the North says them alike.
 */
const confusable: readonly (readonly [Sound, Sound])[] = [
  ["l", "n"],
  ["t", "th"],
  ["c", "g"],
  ["t", "ch"],
  ["th", "ch"],
  ["t", "d"],
];

export const areClearlyDifferent = (one: Sound, other: Sound): boolean =>
  one !== other && !confusable.some((pair) => pair.includes(one) && pair.includes(other));

/** Each has a picture of the same name in `pictures/`. */
export const words = {
  cow: { sound: "b", vi: "bò", en: "cow" },
  ball: { sound: "b", vi: "bóng", en: "ball" },
  butterfly: { sound: "b", vi: "bướm", en: "butterfly" },
  cake: { sound: "b", vi: "bánh", en: "cake" },
  fish: { sound: "c", vi: "cá", en: "fish" },
  crab: { sound: "c", vi: "cua", en: "crab" },
  tangerine: { sound: "c", vi: "cam", en: "orange" },
  tree: { sound: "c", vi: "cây", en: "tree" },
  owl: { sound: "c", vi: "cú", en: "owl" },
  cat: { sound: "m", vi: "mèo", en: "cat" },
  hat: { sound: "m", vi: "mũ", en: "hat" },
  cloud: { sound: "m", vi: "mây", en: "cloud" },
  eye: { sound: "m", vi: "mắt", en: "eye" },
  nose: { sound: "m", vi: "mũi", en: "nose" },
  rooster: { sound: "g", vi: "gà", en: "chicken" },
  bear: { sound: "g", vi: "gấu", en: "bear" },
  mirror: { sound: "g", vi: "gương", en: "mirror" },
  gloves: { sound: "g", vi: "găng", en: "gloves" },
  flower: { sound: "h", vi: "hoa", en: "flower" },
  tiger: { sound: "h", vi: "hổ", en: "tiger" },
  deer: { sound: "h", vi: "hươu", en: "deer" },
  box: { sound: "h", vi: "hộp", en: "box" },
  leaf: { sound: "l", vi: "lá", en: "leaf" },
  pig: { sound: "l", vi: "lợn", en: "pig" },
  fire: { sound: "l", vi: "lửa", en: "fire" },
  pear: { sound: "l", vi: "lê", en: "pear" },
  mushroom: { sound: "n", vi: "nấm", en: "mushroom" },
  candle: { sound: "n", vi: "nến", en: "candle" },
  bow: { sound: "n", vi: "nơ", en: "bow" },
  pot: { sound: "n", vi: "nồi", en: "pot" },
  shrimp: { sound: "t", vi: "tôm", en: "shrimp" },
  apple: { sound: "t", vi: "táo", en: "apple" },
  ear: { sound: "t", vi: "tai", en: "ear" },
  train: { sound: "t", vi: "tàu", en: "train" },
  rabbit: { sound: "th", vi: "thỏ", en: "rabbit" },
  boat: { sound: "th", vi: "thuyền", en: "boat" },
  spoon: { sound: "th", vi: "thìa", en: "spoon" },
  ladder: { sound: "th", vi: "thang", en: "ladder" },
  elephant: { sound: "v", vi: "voi", en: "elephant" },
  duck: { sound: "v", vi: "vịt", en: "duck" },
  dress: { sound: "v", vi: "váy", en: "dress" },
  parrot: { sound: "v", vi: "vẹt", en: "parrot" },
  guitar: { sound: "d", vi: "đàn", en: "guitar" },
  peach: { sound: "d", vi: "đào", en: "peach" },
  chopsticks: { sound: "d", vi: "đũa", en: "chopsticks" },
  lantern: { sound: "d", vi: "đèn", en: "lantern" },
  dog: { sound: "ch", vi: "chó", en: "dog" },
  bird: { sound: "ch", vi: "chim", en: "bird" },
  banana: { sound: "ch", vi: "chuối", en: "banana" },
  bell: { sound: "ch", vi: "chuông", en: "bell" },
} as const satisfies Record<string, { sound: Sound; vi: string; en: string }>;

export type Word = keyof typeof words;

export const soundNames = Object.keys(sounds) as Sound[]; // keys of a constant: exactly the sounds
export const wordNames = Object.keys(words) as Word[]; // likewise

export const wordsOf = (sound: Sound): Word[] => wordNames.filter((word) => words[word].sound === sound);

/** Words a small ear must listen closely to tell apart: they rhyme, or begin and end alike. */
export const nearWords: readonly (readonly Word[])[] = [
  ["fish", "leaf", "rooster"],
  ["dog", "rabbit", "cow"],
  ["cloud", "tree", "dress"],
  ["duck", "parrot"],
  ["apple", "peach"],
  ["train", "tiger"],
  ["tangerine", "bird"],
  ["mushroom", "shrimp"],
  ["ball", "ladder"],
  ["guitar", "lantern"],
  ["pot", "nose"],
  ["crab", "flower"],
];
