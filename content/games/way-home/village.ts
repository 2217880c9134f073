// Owns what there is in the village: who walks home, the places, what can be found on the way, and where things can be. Pure data.

export const walkers = {
  buffalo: { vi: "bạn trâu", en: "the buffalo" },
  duck: { vi: "bạn vịt", en: "the duck" },
  cat: { vi: "bạn mèo", en: "the cat" },
  dog: { vi: "bạn chó", en: "the dog" },
  chick: { vi: "bạn gà con", en: "the chick" },
  rabbit: { vi: "bạn thỏ", en: "the rabbit" },
  turtle: { vi: "bạn rùa", en: "the turtle" },
  pig: { vi: "bạn lợn", en: "the pig" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Walker = keyof typeof walkers;
export const walkerNames = Object.keys(walkers) as Walker[]; // keys of a constant: exactly the walkers

export const landmarks = {
  house: { vi: "ngôi nhà", en: "the house" },
  school: { vi: "trường mầm non", en: "the kindergarten" },
  market: { vi: "cái chợ", en: "the market" },
  temple: { vi: "đình làng", en: "the village hall" },
  well: { vi: "giếng nước", en: "the well" },
  banyan: { vi: "cây đa", en: "the banyan tree" },
  pond: { vi: "ao sen", en: "the lotus pond" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Landmark = keyof typeof landmarks;
export const landmarkNames = Object.keys(landmarks) as Landmark[]; // likewise

export const finds = {
  mango: { vi: "quả xoài", en: "the mango" },
  kite: { vi: "cái diều", en: "the kite" },
  ball: { vi: "quả bóng", en: "the ball" },
  flower: { vi: "bông hoa", en: "the flower" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Find = keyof typeof finds;
export const findNames = Object.keys(finds) as Find[]; // likewise

export const holders = {
  basket: { vi: "cái giỏ", en: "the basket" },
  table: { vi: "cái bàn", en: "the table" },
  box: { vi: "cái hộp", en: "the box" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Holder = keyof typeof holders;

/** Where one can be at a holder; nobody is inside a table. */
export const relations = {
  on: { vi: "trên", en: "on" },
  under: { vi: "dưới", en: "under" },
  in: { vi: "trong", en: "in" },
  beside: { vi: "bên cạnh", en: "beside" },
} as const;
export type Relation = keyof typeof relations;
export const relationsOf: Readonly<Record<Holder, readonly Relation[]>> = {
  basket: ["in", "beside", "on"],
  table: ["on", "under", "beside"],
  box: ["in", "on", "beside"],
};

export const sides = {
  left: { vi: "bên trái", en: "to the left of" },
  right: { vi: "bên phải", en: "to the right of" },
  front: { vi: "phía trước", en: "in front of" },
  behind: { vi: "phía sau", en: "behind" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Side = keyof typeof sides;
export const sideNames = Object.keys(sides) as Side[]; // likewise
