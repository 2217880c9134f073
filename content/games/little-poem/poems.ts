// Owns the poems of this game, written for it, and what is to be seen in each of their lines. Pure data.

import type { Thing } from "./things.ts";

/** A thing in the picture of a line: its feet in a picture of 320 × 240, and its size. */
export type Seen = { readonly thing: Thing; readonly x: number; readonly y: number; readonly size: number };

export type Line = {
  readonly vi: string;
  readonly en: string;
  /** What the line is about, seen first. */
  readonly hero: Thing;
  readonly seen: readonly Seen[];
  /** The thing its last word names, for lines that can be heard without it. */
  readonly endsWith?: Thing;
};

export type Background = "day" | "rain" | "garden" | "night" | "room";
export type Poem = {
  readonly title: { readonly vi: string; readonly en: string };
  readonly background: Background;
  readonly lines: readonly [Line, Line, Line, Line];
};

const at = (thing: Thing, x: number, y: number, size: number): Seen => ({ thing, x, y, size });

export const poems = {
  kitten: {
    title: { vi: "Mèo con ngủ", en: "The sleeping kitten" },
    background: "day",
    lines: [
      {
        vi: "Mèo con ngủ khì",
        en: "The kitten sleeps, so sound, so sweet,",
        hero: "cat",
        seen: [at("cat", 160, 206, 136)],
      },
      {
        vi: "Bên gốc cây si",
        en: "the fig tree's root beside its feet.",
        hero: "tree",
        seen: [at("tree", 196, 210, 176), at("cat", 82, 212, 78)],
      },
      {
        vi: "Gió qua khe khẽ",
        en: "The wind goes by on tiptoe, so,",
        hero: "wind",
        seen: [at("wind", 108, 170, 124), at("tree", 258, 206, 96)],
      },
      {
        vi: "Lá rơi nhè nhẹ",
        en: "and leaves float softly down below.",
        hero: "leaf",
        seen: [at("leaf", 104, 134, 104), at("leaf", 214, 206, 86)],
      },
    ],
  },
  chick: {
    title: { vi: "Gà con đi dạo", en: "The chick goes for a walk" },
    background: "day",
    lines: [
      {
        vi: "Gà con lông vàng",
        en: "A chick in feathers yellow-bright",
        hero: "chick",
        seen: [at("chick", 160, 208, 134)],
      },
      {
        vi: "Dạo quanh xóm làng",
        en: "walks round the village, left and right,",
        hero: "village",
        seen: [at("village", 176, 196, 150), at("chick", 62, 212, 66)],
      },
      {
        vi: "Gặp bạn vịt nhỏ",
        en: "and meets a duckling passing by:",
        hero: "duck",
        seen: [at("duck", 214, 206, 114), at("chick", 92, 210, 84)],
      },
      {
        vi: "Rủ chơi sân cỏ",
        en: "“Let's play upon the grass, you and I!”",
        hero: "grass",
        endsWith: "grass",
        seen: [at("grass", 160, 214, 132), at("chick", 62, 208, 72), at("duck", 264, 208, 78)],
      },
    ],
  },
  rain: {
    title: { vi: "Mưa rơi", en: "Falling rain" },
    background: "rain",
    lines: [
      {
        vi: "Tí tách mưa rơi",
        en: "Drip, drop, the rain begins to fall.",
        hero: "rain",
        seen: [at("rain", 160, 172, 140)],
      },
      {
        vi: "Ếch nhảy ra chơi",
        en: "The frog hops out to play with all.",
        hero: "frog",
        seen: [at("frog", 160, 206, 126), at("rain", 262, 88, 72)],
      },
      {
        vi: "Bé cầm ô đỏ",
        en: "I hold my red umbrella, so,",
        hero: "umbrella",
        seen: [at("umbrella", 172, 170, 146), at("child", 160, 222, 92)],
      },
      {
        vi: "Che cho bạn thỏ",
        en: "above my friend, the rabbit, low.",
        hero: "rabbit",
        endsWith: "rabbit",
        seen: [at("umbrella", 176, 138, 128), at("rabbit", 164, 216, 106)],
      },
    ],
  },
  garden: {
    title: { vi: "Vườn nhà", en: "Our garden" },
    background: "garden",
    lines: [
      {
        vi: "Nắng ghé vườn nhà",
        en: "The sun drops in to see our place.",
        hero: "sun",
        endsWith: "house",
        seen: [at("sun", 84, 124, 108), at("house", 218, 210, 130)],
      },
      {
        vi: "Ong bay la đà",
        en: "The bee flies low from space to space.",
        hero: "bee",
        seen: [at("bee", 160, 166, 126)],
      },
      {
        vi: "Hồng vừa hé nụ",
        en: "A rosebud opens, just a peep.",
        hero: "rose",
        seen: [at("rose", 160, 214, 140)],
      },
      {
        vi: "Bướm còn say ngủ",
        en: "The butterfly is still asleep.",
        hero: "butterfly",
        seen: [at("butterfly", 172, 168, 122), at("rose", 70, 216, 78)],
      },
    ],
  },
  moon: {
    title: { vi: "Đêm Trung thu", en: "The moon festival" },
    background: "night",
    lines: [
      {
        vi: "Trăng vàng lên ngọn tre",
        en: "Above the bamboo climbs the moon.",
        hero: "moon",
        endsWith: "bamboo",
        seen: [at("moon", 104, 128, 104), at("bamboo", 228, 222, 172)],
      },
      {
        vi: "Bé rước đèn ra hè",
        en: "My lantern shines; I'll show it soon.",
        hero: "star-lantern",
        seen: [at("star-lantern", 206, 176, 134), at("child", 82, 216, 104)],
      },
      {
        vi: "Chú lân lắc lư múa",
        en: "The lion sways and dances, nice,",
        hero: "lion",
        seen: [at("lion", 160, 212, 160)],
      },
      {
        vi: "Bánh dẻo thơm hương lúa",
        en: "and cakes smell sweet of new-cut rice.",
        hero: "mooncake",
        endsWith: "rice",
        seen: [at("mooncake", 106, 206, 116), at("rice", 234, 208, 118)],
      },
    ],
  },
  granny: {
    title: { vi: "Bà đi chợ về", en: "Granny comes from market" },
    background: "room",
    lines: [
      {
        vi: "Bà đi chợ về rồi",
        en: "Now Granny's back from market, nice!",
        hero: "granny",
        seen: [at("granny", 160, 206, 138)],
      },
      {
        vi: "Cho bé một gói xôi",
        en: "She brings for me some sticky rice.",
        hero: "sticky-rice",
        endsWith: "sticky-rice",
        seen: [at("sticky-rice", 160, 204, 148)],
      },
      {
        vi: "Bé mời bà ăn trước",
        en: "“Please, Granny, have the first of it!”",
        hero: "child",
        seen: [at("child", 92, 208, 108), at("granny", 230, 208, 112)],
      },
      {
        vi: "Lại rót đầy cốc nước",
        en: "I fill her glass and by her sit.",
        hero: "water",
        endsWith: "water",
        seen: [at("water", 160, 212, 136)],
      },
    ],
  },
} as const satisfies Record<string, Poem>;

export type PoemName = keyof typeof poems;
export const poemNames = Object.keys(poems) as PoemName[]; // keys of a constant: exactly the poems
export const linesOf = (poem: PoemName): readonly Line[] => poems[poem].lines;
/** The line at a place 0–3. */
export function lineAt(poem: PoemName, index: number): Line {
  const line = linesOf(poem)[index];
  if (!line) throw new Error(`${poem} has no line ${index}`);
  return line;
}

/** A word of a poem, the thing that rhymes with it, and where that thing ends a line. */
export const rhymes = [
  { word: "do", vi: "đỏ", en: "red", thing: "rabbit", poem: "rain", line: 3 },
  { word: "nho", vi: "nhỏ", en: "small", thing: "grass", poem: "chick", line: 3 },
  { word: "da", vi: "la đà", en: "flying low", thing: "house", poem: "garden", line: 0 },
  { word: "he", vi: "hè", en: "porch", thing: "bamboo", poem: "moon", line: 0 },
  { word: "mua", vi: "múa", en: "to dance", thing: "rice", poem: "moon", line: 3 },
  { word: "roi", vi: "rồi", en: "already", thing: "sticky-rice", poem: "granny", line: 1 },
  { word: "truoc", vi: "trước", en: "first", thing: "water", poem: "granny", line: 3 },
] as const satisfies readonly {
  word: string;
  vi: string;
  en: string;
  thing: Thing;
  poem: PoemName;
  line: number;
}[];
export type Rhyme = (typeof rhymes)[number];
