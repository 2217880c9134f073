// Owns what the game knows of plants and animals: needs, parts, seeds, life cycles and steps of care. Pure data.

type Text = { readonly vi: string; readonly en: string };

export const needs = {
  water: { vi: "nước", en: "water" },
  sun: { vi: "ánh nắng", en: "sunlight" },
  soil: { vi: "đất", en: "soil" },
} as const satisfies Record<string, Text>;
export type Need = keyof typeof needs;
export const needNames = Object.keys(needs) as Need[]; // keys of a constant: exactly the needs

/** What is asked of each part: by its name, and by what it does. */
export const parts = {
  root: {
    vi: "rễ cây",
    en: "root",
    job: { vi: "Bộ phận nào hút nước ở trong đất?", en: "Which part drinks water from the soil?" },
  },
  stem: {
    vi: "thân cây",
    en: "stem",
    job: {
      vi: "Bộ phận nào giúp cây đứng thẳng và đưa nước lên lá?",
      en: "Which part holds the plant up and carries the water to the leaves?",
    },
  },
  leaf: {
    vi: "chiếc lá",
    en: "leaf",
    job: {
      vi: "Bộ phận nào đón ánh nắng để nuôi cây?",
      en: "Which part catches the sunlight to feed the plant?",
    },
  },
  flower: {
    vi: "bông hoa",
    en: "flower",
    job: {
      vi: "Ong bướm thích đậu vào bộ phận nào?",
      en: "Which part do bees and butterflies like to visit?",
    },
  },
  fruit: {
    vi: "quả",
    en: "fruit",
    job: { vi: "Hạt giống nằm ở trong bộ phận nào?", en: "In which part are the seeds?" },
  },
} as const satisfies Record<string, Text & { job: Text }>;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as Part[]; // likewise

/** `seed` is said of the seed, `plant` of what grows from it. */
export const seeds = {
  corn: { seed: { vi: "hạt ngô", en: "a grain of corn" }, plant: { vi: "cây ngô", en: "corn" } },
  peanut: { seed: { vi: "hạt lạc", en: "a peanut" }, plant: { vi: "cây lạc", en: "a peanut plant" } },
  pea: { seed: { vi: "hạt đậu", en: "a pea" }, plant: { vi: "cây đậu", en: "a pea plant" } },
  watermelon: {
    seed: { vi: "hạt dưa hấu", en: "a melon seed" },
    plant: { vi: "cây dưa hấu", en: "a watermelon" },
  },
  sunflower: {
    seed: { vi: "hạt hướng dương", en: "a sunflower seed" },
    plant: { vi: "cây hướng dương", en: "a sunflower" },
  },
  rice: { seed: { vi: "hạt thóc", en: "a grain of rice" }, plant: { vi: "cây lúa", en: "rice" } },
} as const satisfies Record<string, { seed: Text; plant: Text }>;
export type Seed = keyof typeof seeds;
export const seedNames = Object.keys(seeds) as Seed[]; // likewise

/** Stages in their order; after the last the first comes again. */
export const cycles = {
  plant: {
    vi: "cây cà chua",
    en: "tomato plant",
    stages: [
      { vi: "hạt giống", en: "seed" },
      { vi: "cây mầm", en: "sprout" },
      { vi: "cây ra hoa", en: "plant in flower" },
      { vi: "cây có quả", en: "plant with fruit" },
    ],
  },
  butterfly: {
    vi: "con bướm",
    en: "butterfly",
    stages: [
      { vi: "trứng bướm", en: "butterfly eggs" },
      { vi: "con sâu", en: "caterpillar" },
      { vi: "cái kén", en: "cocoon" },
      { vi: "con bướm", en: "butterfly" },
    ],
  },
  frog: {
    vi: "con ếch",
    en: "frog",
    stages: [
      { vi: "trứng ếch", en: "frog spawn" },
      { vi: "con nòng nọc", en: "tadpole" },
      { vi: "nòng nọc mọc chân", en: "tadpole with legs" },
      { vi: "con ếch", en: "frog" },
    ],
  },
  hen: {
    vi: "con gà",
    en: "hen",
    stages: [
      { vi: "quả trứng gà", en: "egg" },
      { vi: "gà con chui ra khỏi vỏ", en: "hatching chick" },
      { vi: "gà con", en: "chick" },
      { vi: "gà lớn", en: "grown bird" },
    ],
  },
} as const satisfies Record<string, Text & { stages: readonly Text[] }>;
export type Cycle = keyof typeof cycles;
export const cycleNames = Object.keys(cycles) as Cycle[]; // likewise
export type Stage = 0 | 1 | 2 | 3;
export const stages: readonly Stage[] = [0, 1, 2, 3];

/** Care for a plant, in its order. */
export const cares = {
  dig: { vi: "xới đất", en: "loosen the soil" },
  sow: { vi: "gieo hạt", en: "sow the seed" },
  water: { vi: "tưới nước", en: "water it" },
  harvest: { vi: "hái quả chín", en: "pick the ripe fruit" },
} as const satisfies Record<string, Text>;
export type Care = keyof typeof cares;
export const careNames = Object.keys(cares) as Care[]; // likewise, in the order of doing

/** How a pot is kept, and what becomes of its plant. */
export const pots = {
  cared: {
    vi: "Chậu này có đủ nước và nắng, cây tươi tốt.",
    en: "This pot has water and light: the plant grows well.",
  },
  thirsty: { vi: "Chậu này không có nước, cây bị héo.", en: "This pot has no water: the plant wilts." },
  dark: {
    vi: "Chậu này ở trong tủ tối, cây vàng úa.",
    en: "This pot is in the dark: the plant turns yellow.",
  },
} as const satisfies Record<string, Text>;
export type Pot = keyof typeof pots;
export const potNames = Object.keys(pots) as Pot[]; // likewise
