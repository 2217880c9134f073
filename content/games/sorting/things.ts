// Owns the things of the game and what is true of each: pure data that every question is made from.

type Facts = {
  readonly vi: string;
  readonly en: string;
  readonly kind: "animal" | "plant" | "fruit" | "vegetable" | "object" | "nature";
  readonly colour?: "red" | "yellow" | "green";
  readonly round?: true;
  /** Tried in a tub of fresh water; left out where it depends (a hollow or a ripe one). */
  readonly floats?: boolean;
  readonly cover?: "fur" | "feathers" | "scales" | "shell";
  readonly legs?: 0 | 2 | 4;
  readonly home?: "water" | "forest" | "farm";
};

/** Each has a picture of the same name in `pictures/`. */
export const things = {
  cat: { vi: "con mèo", en: "cat", kind: "animal", cover: "fur", legs: 4, home: "farm" },
  dog: { vi: "con chó", en: "dog", kind: "animal", cover: "fur", legs: 4, home: "farm" },
  rabbit: { vi: "con thỏ", en: "rabbit", kind: "animal", cover: "fur", legs: 4, home: "farm" },
  buffalo: { vi: "con trâu", en: "buffalo", kind: "animal", cover: "fur", legs: 4, home: "farm" },
  rooster: { vi: "con gà trống", en: "rooster", kind: "animal", cover: "feathers", legs: 2, home: "farm" },
  duck: { vi: "con vịt", en: "duck", kind: "animal", cover: "feathers", legs: 2 },
  tiger: { vi: "con hổ", en: "tiger", kind: "animal", cover: "fur", legs: 4, home: "forest" },
  elephant: { vi: "con voi", en: "elephant", kind: "animal", legs: 4, home: "forest" },
  monkey: { vi: "con khỉ", en: "monkey", kind: "animal", cover: "fur", home: "forest" },
  parrot: { vi: "con vẹt", en: "parrot", kind: "animal", cover: "feathers", legs: 2, home: "forest" },
  peacock: { vi: "con công", en: "peacock", kind: "animal", cover: "feathers", legs: 2, home: "forest" },
  owl: { vi: "con cú mèo", en: "owl", kind: "animal", cover: "feathers", legs: 2, home: "forest" },
  fish: { vi: "con cá", en: "fish", kind: "animal", cover: "scales", legs: 0, home: "water" },
  carp: { vi: "con cá cảnh", en: "tropical fish", kind: "animal", cover: "scales", legs: 0, home: "water" },
  snake: { vi: "con rắn", en: "snake", kind: "animal", colour: "green", cover: "scales", legs: 0 },
  crab: { vi: "con cua", en: "crab", kind: "animal", colour: "red", cover: "shell", home: "water" },
  shrimp: { vi: "con tôm", en: "shrimp", kind: "animal", cover: "shell", home: "water" },
  snail: { vi: "con ốc sên", en: "snail", kind: "animal", cover: "shell", legs: 0 },
  turtle: { vi: "con rùa", en: "turtle", kind: "animal", colour: "green", cover: "shell", legs: 4 },
  sunflower: { vi: "cây hoa hướng dương", en: "sunflower", kind: "plant" },
  seedling: { vi: "cây con", en: "seedling", kind: "plant" },
  tree: { vi: "cây xanh", en: "tree", kind: "plant" },
  apple: { vi: "quả táo đỏ", en: "red apple", kind: "fruit", colour: "red", round: true, floats: true },
  greenapple: {
    vi: "quả táo xanh",
    en: "green apple",
    kind: "fruit",
    colour: "green",
    round: true,
    floats: true,
  },
  cherries: { vi: "chùm anh đào", en: "cherries", kind: "fruit", colour: "red", round: true },
  strawberry: { vi: "quả dâu tây", en: "strawberry", kind: "fruit", colour: "red" },
  tangerine: { vi: "quả cam", en: "orange", kind: "fruit", round: true, floats: true },
  banana: { vi: "quả chuối", en: "banana", kind: "fruit", colour: "yellow", floats: true },
  pear: { vi: "quả lê", en: "pear", kind: "fruit", colour: "green" },
  mango: { vi: "quả xoài", en: "mango", kind: "fruit", colour: "yellow" },
  pineapple: { vi: "quả dứa", en: "pineapple", kind: "fruit" },
  tomato: { vi: "quả cà chua", en: "tomato", kind: "vegetable", colour: "red", round: true },
  chilli: { vi: "quả ớt", en: "chilli", kind: "vegetable", colour: "red", floats: true },
  cucumber: { vi: "quả dưa chuột", en: "cucumber", kind: "vegetable", colour: "green" },
  cabbage: { vi: "cây rau cải", en: "cabbage", kind: "vegetable", colour: "green" },
  broccoli: { vi: "cây súp lơ", en: "broccoli", kind: "vegetable", colour: "green" },
  corn: { vi: "bắp ngô", en: "corn cob", kind: "vegetable", colour: "yellow" },
  carrot: { vi: "củ cà rốt", en: "carrot", kind: "vegetable", floats: false },
  potato: { vi: "củ khoai tây", en: "potato", kind: "vegetable", floats: false },
  rock: { vi: "hòn đá", en: "stone", kind: "nature", floats: false },
  key: { vi: "chìa khoá", en: "key", kind: "object", colour: "yellow", floats: false },
  spoon: { vi: "cái thìa", en: "spoon", kind: "object", floats: false },
  coin: { vi: "đồng xu", en: "coin", kind: "object", colour: "yellow", round: true, floats: false },
  scissors: { vi: "cái kéo", en: "scissors", kind: "object", colour: "red", floats: false },
  bolt: { vi: "cái đinh ốc", en: "bolt", kind: "object", floats: false },
  brick: { vi: "viên gạch", en: "brick", kind: "object", floats: false },
  wood: { vi: "khúc gỗ", en: "log", kind: "nature", floats: true },
  feather: { vi: "cái lông vũ", en: "feather", kind: "nature", floats: true },
  leaf: { vi: "chiếc lá khô", en: "dry leaves", kind: "nature", floats: true },
  ball: { vi: "quả bóng đá", en: "football", kind: "object", round: true, floats: true },
  balloon: {
    vi: "quả bóng bay đỏ",
    en: "red balloon",
    kind: "object",
    colour: "red",
    round: true,
    floats: true,
  },
  buoy: { vi: "cái phao bơi", en: "swim ring", kind: "object", round: true, floats: true },
  bear: { vi: "gấu bông", en: "teddy bear", kind: "object" },
  chair: { vi: "cái ghế", en: "chair", kind: "object" },
  car: { vi: "ô tô đồ chơi đỏ", en: "red toy car", kind: "object", colour: "red" },
  star: { vi: "ngôi sao vàng", en: "yellow star", kind: "object", colour: "yellow" },
} as const satisfies Record<string, Facts>;

export type ThingName = keyof typeof things;

export const thingNames = Object.keys(things) as ThingName[]; // keys of a constant: exactly the things

export const factsOf = (name: ThingName): Facts => things[name];
