// Owns the things that are seen in the poems: what each is called and with what it rhymes. Pure data.

/** Things that are seen in the poems, with the rime of their last syllable. Each has a picture of the same name. */
export const things = {
  cat: { vi: "mèo con", en: "kitten", rime: "on" },
  tree: { vi: "cây si", en: "fig tree", rime: "i" },
  wind: { vi: "gió", en: "wind", rime: "o" },
  leaf: { vi: "lá", en: "leaf", rime: "a" },
  chick: { vi: "gà con", en: "chick", rime: "on" },
  village: { vi: "xóm làng", en: "village", rime: "ang" },
  duck: { vi: "vịt", en: "duckling", rime: "it" },
  grass: { vi: "cỏ", en: "grass", rime: "o" },
  rain: { vi: "mưa", en: "rain", rime: "ua*" },
  frog: { vi: "ếch", en: "frog", rime: "ech" },
  umbrella: { vi: "ô", en: "umbrella", rime: "o^" },
  rabbit: { vi: "thỏ", en: "rabbit", rime: "o" },
  house: { vi: "nhà", en: "house", rime: "a" },
  sun: { vi: "nắng", en: "sunshine", rime: "ang*" },
  bee: { vi: "ong", en: "bee", rime: "ong" },
  rose: { vi: "hoa hồng", en: "rose", rime: "ong^" },
  butterfly: { vi: "bướm", en: "butterfly", rime: "uom" },
  moon: { vi: "trăng", en: "moon", rime: "ang*" },
  bamboo: { vi: "tre", en: "bamboo", rime: "e" },
  "star-lantern": { vi: "đèn ông sao", en: "star lantern", rime: "ao" },
  lion: { vi: "chú lân", en: "dancing lion", rime: "an^" },
  mooncake: { vi: "bánh dẻo", en: "moon cake", rime: "eo" },
  rice: { vi: "lúa", en: "rice", rime: "ua" },
  granny: { vi: "bà", en: "granny", rime: "a" },
  "sticky-rice": { vi: "xôi", en: "sticky rice", rime: "oi^" },
  child: { vi: "bé", en: "child", rime: "e" },
  water: { vi: "nước", en: "water", rime: "uoc" },
} as const satisfies Record<string, { vi: string; en: string; rime: string }>;

export type Thing = keyof typeof things;
export const thingNames = Object.keys(things) as Thing[]; // keys of a constant: exactly the things
