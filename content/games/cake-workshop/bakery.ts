// Owns what the bakery has: cakes, decorations and the friends who come for them, with their names. Pure.

type Named = { readonly vi: string; readonly en: string };

/** What is put on a large cake. `vi` stands behind a number: "ba quả dâu". */
export const decorations = {
  strawberry: { vi: "quả dâu", en: "strawberries", one: "strawberry" },
  flower: { vi: "bông hoa", en: "flowers", one: "flower" },
  star: { vi: "ngôi sao", en: "stars", one: "star" },
  candle: { vi: "cây nến", en: "candles", one: "candle" },
} as const satisfies Record<string, Named & { one: string }>;
export type Decoration = keyof typeof decorations;
export const decorationNames = Object.keys(decorations) as Decoration[]; // the keys of the table above

/** Small cakes to count, compare and share. */
export const smallCakes = {
  moon: { vi: "bánh trung thu", en: "mooncake" },
  sesame: { vi: "bánh rán", en: "sesame ball" },
  chung: { vi: "bánh chưng", en: "square rice cake" },
  sponge: { vi: "bánh bông lan", en: "sponge cake" },
} as const satisfies Record<string, Named>;
export type SmallCake = keyof typeof smallCakes;
export const smallCakeNames = Object.keys(smallCakes) as SmallCake[]; // the keys of the table above

/** Large cakes to decorate: sponge, with pandan leaf, with strawberry, and a mooncake as large as the table. */
export const largeCakes = ["sponge", "pandan", "pink", "moon"] as const;
export type LargeCake = (typeof largeCakes)[number];

export const friends = {
  rabbit: { vi: "bạn thỏ", en: "Rabbit" },
  cat: { vi: "bạn mèo", en: "Cat" },
  bear: { vi: "bạn gấu", en: "Bear" },
  panda: { vi: "bạn gấu trúc", en: "Panda" },
  pig: { vi: "bạn lợn", en: "Pig" },
  monkey: { vi: "bạn khỉ", en: "Monkey" },
} as const satisfies Record<string, Named>;
export type Friend = keyof typeof friends;
export const friendNames = Object.keys(friends) as Friend[]; // the keys of the table above

/** A large cake has room for so many decorations. */
export const roomOnCake = 10;
/** A plate has room for so many small cakes. */
export const roomOnPlate = 6;
