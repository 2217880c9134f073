// Owns the things of the game: what each is called and to which group it belongs. Pure data.

export const groups = {
  fruit: { vi: "hoa quả", en: "fruit" },
  toy: { vi: "đồ chơi", en: "toys" },
  clothes: { vi: "quần áo", en: "clothes" },
} as const satisfies Record<string, { vi: string; en: string }>;

export type Group = keyof typeof groups;

/** Each has a picture of the same name in `pictures/`. */
export const things = {
  banana: { group: "fruit", vi: "quả chuối", en: "banana" },
  apple: { group: "fruit", vi: "quả táo", en: "apple" },
  watermelon: { group: "fruit", vi: "miếng dưa hấu", en: "watermelon" },
  grapes: { group: "fruit", vi: "chùm nho", en: "bunch of grapes" },
  bear: { group: "toy", vi: "gấu bông", en: "teddy bear" },
  ball: { group: "toy", vi: "quả bóng", en: "ball" },
  kite: { group: "toy", vi: "cái diều", en: "kite" },
  drum: { group: "toy", vi: "cái trống", en: "drum" },
  shirt: { group: "clothes", vi: "cái áo", en: "shirt" },
  dress: { group: "clothes", vi: "cái váy", en: "dress" },
  socks: { group: "clothes", vi: "đôi tất", en: "pair of socks" },
  hat: { group: "clothes", vi: "cái mũ", en: "hat" },
} as const satisfies Record<string, { group: Group; vi: string; en: string }>;

export type ThingName = keyof typeof things;

export const groupNames = Object.keys(groups) as Group[]; // keys of a constant: exactly the groups
export const thingNames = Object.keys(things) as ThingName[]; // likewise

export const thingsOf = (group: Group): ThingName[] =>
  thingNames.filter((name) => things[name].group === group);
