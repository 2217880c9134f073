// Owns what patterns are made of: families of things that are alike in all but one way, and how each is called. Pure data.

export const families = {
  lanterns: {
    "lantern-round": { vi: "đèn tròn", en: "round lantern" },
    "lantern-star": { vi: "đèn ông sao", en: "star lantern" },
    "lantern-carp": { vi: "đèn cá chép", en: "carp lantern" },
    "lantern-lotus": { vi: "đèn hoa sen", en: "lotus lantern" },
    "lantern-tube": { vi: "đèn kéo quân", en: "spinning lantern" },
  },
  colours: {
    "colour-red": { vi: "đỏ", en: "red" },
    "colour-blue": { vi: "xanh", en: "blue" },
    "colour-yellow": { vi: "vàng", en: "yellow" },
    "colour-pink": { vi: "hồng", en: "pink" },
  },
  sizes: {
    "size-big": { vi: "to", en: "big" },
    "size-small": { vi: "nhỏ", en: "small" },
    "size-middle": { vi: "vừa", en: "middle-sized" },
  },
  beads: {
    "bead-round": { vi: "hạt tròn", en: "round bead" },
    "bead-cube": { vi: "hạt vuông", en: "cube bead" },
    "bead-diamond": { vi: "hạt thoi", en: "diamond bead" },
    "bead-flower": { vi: "hạt hoa", en: "flower bead" },
    "bead-tube": { vi: "hạt dài", en: "long bead" },
  },
  fruit: {
    banana: { vi: "chuối", en: "banana" },
    watermelon: { vi: "dưa hấu", en: "watermelon" },
    mango: { vi: "xoài", en: "mango" },
    pineapple: { vi: "dứa", en: "pineapple" },
  },
  animals: {
    duck: { vi: "vịt", en: "duck" },
    frog: { vi: "ếch", en: "frog" },
    fish: { vi: "cá", en: "fish" },
    butterfly: { vi: "bướm", en: "butterfly" },
  },
  motifs: {
    "motif-star": { vi: "hoa tám cánh", en: "eight-petalled star" },
    "motif-diamond": { vi: "quả trám", en: "diamond" },
    "motif-zigzag": { vi: "răng cưa", en: "zigzag" },
    "motif-bird": { vi: "con chim", en: "bird" },
    "motif-fern": { vi: "ngọn rau", en: "fern" },
  },
  music: {
    drum: { vi: "tùng", en: "boom" },
    bell: { vi: "boong", en: "dong" },
    flute: { vi: "tu tu", en: "toot" },
    maracas: { vi: "xắc xắc", en: "shake" },
  },
  moves: {
    "move-up": { vi: "giơ tay", en: "arms up" },
    "move-wide": { vi: "dang tay", en: "arms out" },
    "move-squat": { vi: "ngồi xuống", en: "squat" },
    "move-leg": { vi: "co chân", en: "one leg up" },
  },
} as const satisfies Record<string, Record<string, { vi: string; en: string }>>;

export type Family = keyof typeof families;
export type ItemName = { [Each in Family]: keyof (typeof families)[Each] }[Family] & string;

export const familyNames = Object.keys(families) as Family[]; // keys of a constant: exactly the families
/** The things of a family. */
export const itemsOf = (family: Family): ItemName[] => Object.keys(families[family]) as ItemName[]; // likewise
export const itemNames: ItemName[] = familyNames.flatMap(itemsOf);

const names: Readonly<Record<string, { vi: string; en: string }>> = Object.assign(
  {},
  ...Object.values(families),
);
export const textOf = (item: ItemName): { vi: string; en: string } => names[item] ?? { vi: item, en: item };

/** The tone of a thing when its row is played: its place in its family. */
export function toneOf(item: ItemName): number {
  for (const family of familyNames) {
    const at = itemsOf(family).indexOf(item);
    if (at >= 0) return 1 + at * 2 - (at > 2 ? 1 : 0);
  }
  return 0;
}
