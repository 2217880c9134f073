// Owns the syllables: which onset, rime and tone join into which word. Pure data; ids are Telex-like ASCII.

/** The six tones with the mark each writes, and the heights (0 low … 4 high) its melody passes in the North. */
export const tones = {
  ngang: { mark: "", says: "ngang", melody: [3, 3] },
  huyen: { mark: "\u0300", says: "huyền", melody: [2, 0.6] },
  sac: { mark: "\u0301", says: "sắc", melody: [2, 2.3, 4] },
  hoi: { mark: "\u0309", says: "hỏi", melody: [2, 0.2, 2.2] },
  nga: { mark: "\u0303", says: "ngã", melody: [2, 1.2, 4] },
  nang: { mark: "\u0323", says: "nặng", melody: [1.6, 0] },
} as const satisfies Record<string, { mark: string; says: string; melody: readonly number[] }>;
export type Tone = keyof typeof tones;

export const onsets = {
  b: { text: "b", says: "bờ" },
  c: { text: "c", says: "cờ" },
  k: { text: "k", says: "ca" },
  m: { text: "m", says: "mờ" },
  l: { text: "l", says: "lờ" },
  g: { text: "g", says: "gờ" },
  h: { text: "h", says: "hờ" },
  t: { text: "t", says: "tờ" },
  th: { text: "th", says: "thờ" },
  nh: { text: "nh", says: "nhờ" },
  ch: { text: "ch", says: "chờ" },
  v: { text: "v", says: "vờ" },
  s: { text: "s", says: "sờ" },
  r: { text: "r", says: "rờ" },
  d: { text: "d", says: "dờ" },
  dd: { text: "đ", says: "đờ" },
} as const satisfies Record<string, { text: string; says: string }>;
export type Onset = keyof typeof onsets;

/** Every rime carries its mark on its first letter. */
export const rimes = {
  a: "a",
  e: "e",
  ee: "ê",
  o: "o",
  oo: "ô",
  ow: "ơ",
  u: "u",
  ao: "ao",
  eo: "eo",
  oi: "oi",
  ua: "ua",
  ay: "ay",
  aay: "ây",
  am: "am",
  en: "en",
  im: "im",
  it: "it",
  own: "ơn",
} as const satisfies Record<string, string>;
export type Rime = keyof typeof rimes;

export type Syllable = {
  readonly onset: Onset;
  readonly rime: Rime;
  readonly tone: Tone;
  readonly en: string;
  /** Name of its picture, for words that can be seen. */
  readonly picture?: string;
};

const word = (onset: Onset, rime: Rime, tone: Tone, en: string, picture?: string): Syllable => ({
  onset,
  rime,
  tone,
  en,
  ...(picture === undefined ? {} : { picture }),
});

/** Words whose picture nobody takes for something else: what is asked for. */
export const pictured: readonly Syllable[] = [
  word("m", "eo", "huyen", "cat", "cat"),
  word("k", "eo", "nang", "sweet", "candy"),
  word("k", "eo", "sac", "scissors", "scissors"),
  word("c", "a", "sac", "fish", "fish"),
  word("g", "a", "huyen", "chicken", "rooster"),
  word("l", "a", "sac", "leaf", "leaf"),
  word("nh", "a", "huyen", "house", "house"),
  word("b", "a", "huyen", "grandmother", "grandmother"),
  word("b", "o", "huyen", "cow", "cow"),
  word("ch", "o", "sac", "dog", "dog"),
  word("th", "o", "hoi", "rabbit", "rabbit"),
  word("c", "ua", "ngang", "crab", "crab"),
  word("r", "ua", "huyen", "turtle", "turtle"),
  word("s", "ao", "ngang", "star", "star"),
  word("t", "ao", "sac", "apple", "apple"),
  word("dd", "ao", "huyen", "peach", "peach"),
  word("m", "aay", "ngang", "cloud", "cloud"),
  word("c", "aay", "ngang", "tree", "tree"),
  word("dd", "en", "huyen", "lantern", "lantern"),
  word("s", "en", "ngang", "lotus", "lotus"),
  word("k", "en", "huyen", "trumpet", "trumpet"),
  word("ch", "im", "ngang", "bird", "bird"),
  word("k", "im", "ngang", "needle", "needle"),
  word("v", "ay", "sac", "dress", "dress"),
  word("t", "ay", "ngang", "hand", "hand"),
  word("l", "ee", "ngang", "pear", "pear"),
  word("d", "ee", "ngang", "goat", "goat"),
  word("h", "oo", "hoi", "tiger", "tiger"),
  word("m", "u", "nga", "hat", "hat"),
  word("v", "it", "nang", "duck", "duck"),
  word("l", "own", "nang", "pig", "pig"),
  word("v", "oi", "ngang", "elephant", "elephant"),
  word("c", "am", "ngang", "orange", "tangerine"),
  word("b", "e", "sac", "baby", "baby"),
];

/** All syllables that can be heard: real words only. The machine shows a picture where there is one. */
export const syllables: readonly Syllable[] = [
  ...pictured,
  word("m", "e", "nang", "mother", "mother"),
  word("b", "oo", "sac", "father", "father"),
  word("c", "oo", "ngang", "teacher", "teacher"),
  word("b", "a", "ngang", "three"),
  word("b", "o", "sac", "bunch of flowers", "bouquet"),
  word("b", "ow", "ngang", "avocado", "avocado"),
  word("c", "a", "huyen", "aubergine", "aubergine"),
  word("c", "o", "hoi", "grass", "grass"),
  word("c", "ow", "huyen", "flag"),
  word("c", "u", "hoi", "root", "carrot"),
  word("m", "a", "sac", "mum, as they say in the South"),
  word("m", "ow", "ngang", "to dream"),
  word("l", "a", "huyen", "to be"),
  word("l", "a", "nang", "strange"),
  word("l", "o", "nang", "vase", "vase"),
  word("l", "o", "huyen", "oven"),
  word("g", "a", "ngang", "station", "station"),
  word("g", "oo", "nga", "wood", "wood"),
  word("g", "o", "nga", "to knock"),
  word("h", "e", "huyen", "summer", "sun"),
  word("h", "oo", "huyen", "lake"),
  word("h", "o", "ngang", "to cough"),
  // The six tones of one syllable, to be heard as a melody.
  word("l", "a", "ngang", "to shout"),
  word("l", "a", "hoi", "tired"),
  word("l", "a", "nga", "clear, of water"),
];

export const idOf = ({ onset, rime, tone }: Pick<Syllable, "onset" | "rime" | "tone">) =>
  `${onset}-${rime}-${tone}`;

/** How a syllable is written. */
export function spell({ onset, rime, tone }: Pick<Syllable, "onset" | "rime" | "tone">): string {
  const [first = "", ...rest] = rimes[rime];
  return (onsets[onset].text + first + tones[tone].mark + rest.join("")).normalize("NFC");
}

export const toneNames = Object.keys(tones) as Tone[]; // keys of a constant: exactly the tones

/** The syllable with these parts, if it is one that can be heard. */
export const findSyllable = (onset: Onset, rime: Rime, tone: Tone): Syllable | undefined =>
  syllables.find((each) => each.onset === onset && each.rime === rime && each.tone === tone);

/** What the word machine has on its keys. */
export const machineOnsets = ["b", "c", "m", "l", "g", "h"] as const satisfies Onset[];
export const machineRimes = ["a", "e", "ee", "o", "oo", "ow", "u"] as const satisfies Rime[];
