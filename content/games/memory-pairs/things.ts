// Owns what lies on the memory table: what each thing is called, which animals have young, and what can be heard. Pure data.

/** Each has a picture of the same name in `pictures/`. */
export const things = {
  hen: { vi: "gà mẹ", en: "mother hen" },
  cat: { vi: "mèo", en: "cat" },
  dog: { vi: "chó", en: "dog" },
  pig: { vi: "lợn", en: "pig" },
  cow: { vi: "bò", en: "cow" },
  buffalo: { vi: "trâu", en: "buffalo" },
  duck: { vi: "vịt", en: "duck" },
  frog: { vi: "ếch", en: "frog" },
  turtle: { vi: "rùa", en: "turtle" },
  fish: { vi: "cá", en: "fish" },
  butterfly: { vi: "bướm", en: "butterfly" },
  kite: { vi: "cái diều", en: "kite" },
  lantern: { vi: "đèn lồng", en: "lantern" },
  ball: { vi: "quả bóng", en: "ball" },
  umbrella: { vi: "cái ô", en: "umbrella" },
  teapot: { vi: "ấm trà", en: "teapot" },
  bowl: { vi: "bát phở", en: "bowl of noodles" },
  bicycle: { vi: "xe đạp", en: "bicycle" },
  lotus: { vi: "hoa sen", en: "lotus" },
  banana: { vi: "quả chuối", en: "banana" },
  mango: { vi: "quả xoài", en: "mango" },
  pineapple: { vi: "quả dứa", en: "pineapple" },
  watermelon: { vi: "dưa hấu", en: "watermelon" },
  bear: { vi: "gấu bông", en: "teddy bear" },
  dress: { vi: "cái váy", en: "dress" },
  bell: { vi: "cái chuông", en: "bell" },
  drum: { vi: "cái trống", en: "drum" },
  clock: { vi: "đồng hồ", en: "clock" },
  phone: { vi: "điện thoại", en: "telephone" },
  car: { vi: "ô tô", en: "car" },
  train: { vi: "tàu hoả", en: "train" },
  rain: { vi: "mưa rơi", en: "rain" },
  flute: { vi: "cây sáo", en: "flute" },
} as const satisfies Record<string, { vi: string; en: string }>;

export type ThingName = keyof typeof things;
export const thingNames = Object.keys(things) as ThingName[]; // keys of a constant: exactly the things

/** What their young are called. */
export const young = {
  hen: { vi: "gà con", en: "chick" },
  cat: { vi: "mèo con", en: "kitten" },
  dog: { vi: "cún con", en: "puppy" },
  pig: { vi: "lợn con", en: "piglet" },
  cow: { vi: "bê con", en: "calf" },
  buffalo: { vi: "nghé con", en: "buffalo calf" },
  duck: { vi: "vịt con", en: "duckling" },
  frog: { vi: "nòng nọc", en: "tadpole" },
} as const satisfies Partial<Record<ThingName, { vi: string; en: string }>>;

export type Parent = keyof typeof young;
export const parents = Object.keys(young) as Parent[]; // likewise
export const isParent = (name: ThingName): name is Parent => name in young;

/** What can be told by its sound alone. */
export const heard = [
  "bell",
  "drum",
  "clock",
  "phone",
  "car",
  "train",
  "rain",
  "flute",
] as const satisfies ThingName[];
export type Heard = (typeof heard)[number];

/** Who hides under a hat. */
export const hiders = ["hen", "cat", "dog", "frog", "turtle", "duck", "pig"] as const satisfies ThingName[];
/** Who hops in turn. */
export const hoppers = ["frog", "duck", "turtle", "cat", "dog", "pig", "hen"] as const satisfies ThingName[];
/** What lies on the table of same pictures and of shadows: told apart by their outline. */
export const outlined = [
  "hen",
  "cat",
  "dog",
  "buffalo",
  "duck",
  "turtle",
  "fish",
  "butterfly",
  "kite",
  "lantern",
  "umbrella",
  "teapot",
  "bicycle",
  "lotus",
  "banana",
  "mango",
  "pineapple",
  "bear",
  "dress",
  "bell",
  "frog",
] as const satisfies ThingName[];
/** What can lie on a tray. */
export const onTray = [
  "kite",
  "lantern",
  "ball",
  "umbrella",
  "teapot",
  "bowl",
  "lotus",
  "banana",
  "mango",
  "pineapple",
  "watermelon",
  "bear",
  "dress",
  "bell",
  "drum",
  "clock",
  "car",
  "flute",
] as const satisfies ThingName[];
