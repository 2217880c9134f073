// Owns the year: its seasons, months, days and festivals, and what belongs to each. Pure data.

export const seasons = {
  spring: { vi: "Mùa xuân", en: "spring" },
  summer: { vi: "Mùa hè", en: "summer" },
  autumn: { vi: "Mùa thu", en: "autumn" },
  winter: { vi: "Mùa đông", en: "winter" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Season = keyof typeof seasons;
/** In the order of the year. */
export const seasonNames = Object.keys(seasons) as Season[]; // keys of a constant: exactly the seasons

export const festivals = {
  tet: { vi: "Tết Nguyên đán", en: "the Lunar New Year" },
  midautumn: { vi: "Tết Trung thu", en: "the Mid-Autumn Festival" },
  ancestors: { vi: "Giỗ Tổ Hùng Vương", en: "the Hùng Kings' Festival" },
  christmas: { vi: "Lễ Giáng sinh", en: "Christmas" },
} as const satisfies Record<string, { vi: string; en: string }>;
export type Festival = keyof typeof festivals;
export const festivalNames = Object.keys(festivals) as Festival[]; // likewise

type Thing = { vi: string; en: string; season?: Season; festival?: Festival };

/** A thing has a season only where no other season would do as well, and a festival likewise. */
export const things = {
  peach: { vi: "hoa đào", en: "peach blossom", season: "spring", festival: "tet" },
  chung: { vi: "bánh chưng", en: "square rice cake", season: "spring", festival: "tet" },
  envelope: { vi: "bao lì xì", en: "lucky envelope", season: "spring", festival: "tet" },
  kumquat: { vi: "cây quất", en: "kumquat tree", season: "spring", festival: "tet" },
  sprout: { vi: "mầm non", en: "sprout", season: "spring" },
  swallow: { vi: "chim én", en: "swallow", season: "spring" },
  fireworks: { vi: "pháo hoa", en: "fireworks", festival: "tet" },
  icecream: { vi: "cốc kem", en: "ice cream", season: "summer" },
  lotus: { vi: "hoa sen", en: "lotus", season: "summer" },
  fan: { vi: "cái quạt", en: "fan", season: "summer" },
  buoy: { vi: "phao bơi", en: "swimming ring", season: "summer" },
  sunhat: { vi: "mũ rộng vành", en: "sun hat", season: "summer" },
  leaf: { vi: "lá vàng", en: "yellow leaf", season: "autumn" },
  mooncake: { vi: "bánh trung thu", en: "moon cake", season: "autumn", festival: "midautumn" },
  star: { vi: "đèn ông sao", en: "star lantern", season: "autumn", festival: "midautumn" },
  carp: { vi: "đèn cá chép", en: "carp lantern", festival: "midautumn" },
  lion: { vi: "đầu lân", en: "lion's head", season: "autumn", festival: "midautumn" },
  moon: { vi: "trăng rằm", en: "full moon", festival: "midautumn" },
  drum: { vi: "cái trống", en: "drum", festival: "midautumn" },
  pomelo: { vi: "quả bưởi", en: "pomelo", season: "autumn" },
  persimmon: { vi: "quả hồng", en: "persimmon", season: "autumn" },
  daisy: { vi: "hoa cúc", en: "chrysanthemum", season: "autumn" },
  coat: { vi: "áo ấm", en: "warm coat", season: "winter" },
  scarf: { vi: "khăn len", en: "scarf", season: "winter" },
  gloves: { vi: "găng tay", en: "gloves", season: "winter" },
  potato: { vi: "khoai nướng", en: "roast sweet potato", season: "winter" },
  pine: { vi: "cây thông", en: "Christmas tree", season: "winter", festival: "christmas" },
  santa: { vi: "ông già Noel", en: "Santa Claus", season: "winter", festival: "christmas" },
  gift: { vi: "hộp quà", en: "present", festival: "christmas" },
  snowman: { vi: "người tuyết", en: "snowman", season: "winter", festival: "christmas" },
  giay: { vi: "bánh giầy", en: "round rice cake", festival: "ancestors" },
  temple: { vi: "đền Hùng", en: "temple of the Hùng Kings", festival: "ancestors" },
  banner: { vi: "cờ hội", en: "festival flag", festival: "ancestors" },
} as const satisfies Record<string, Thing>;
export type ThingName = keyof typeof things;
export const thingNames = Object.keys(things) as ThingName[]; // likewise

const about = (name: ThingName): Thing => things[name];
export const thingsOfSeason = (season: Season): ThingName[] =>
  thingNames.filter((name) => about(name).season === season);
export const thingsOfFestival = (festival: Festival): ThingName[] =>
  thingNames.filter((name) => about(name).festival === festival);

/** The months with what one sees in them in the North, and the season of each. */
export const months = [
  { vi: "Tháng Một", en: "January", season: "winter", thing: "coat" },
  { vi: "Tháng Hai", en: "February", season: "spring", thing: "peach" },
  { vi: "Tháng Ba", en: "March", season: "spring", thing: "sprout" },
  { vi: "Tháng Tư", en: "April", season: "spring", thing: "swallow" },
  { vi: "Tháng Năm", en: "May", season: "summer", thing: "fan" },
  { vi: "Tháng Sáu", en: "June", season: "summer", thing: "lotus" },
  { vi: "Tháng Bảy", en: "July", season: "summer", thing: "buoy" },
  { vi: "Tháng Tám", en: "August", season: "autumn", thing: "pomelo" },
  { vi: "Tháng Chín", en: "September", season: "autumn", thing: "star" },
  { vi: "Tháng Mười", en: "October", season: "autumn", thing: "leaf" },
  { vi: "Tháng Mười một", en: "November", season: "winter", thing: "scarf" },
  { vi: "Tháng Mười hai", en: "December", season: "winter", thing: "pine" },
] as const satisfies readonly { vi: string; en: string; season: Season; thing: ThingName }[];

/** The days of the week with what one does in them; `sign` is a picture of its own. */
export const days = [
  { vi: "Thứ Hai", en: "Monday", sign: "flag" },
  { vi: "Thứ Ba", en: "Tuesday", sign: "palette" },
  { vi: "Thứ Tư", en: "Wednesday", sign: "notes" },
  { vi: "Thứ Năm", en: "Thursday", sign: "ball" },
  { vi: "Thứ Sáu", en: "Friday", sign: "rose" },
  { vi: "Thứ Bảy", en: "Saturday", sign: "house" },
  { vi: "Chủ nhật", en: "Sunday", sign: "kite" },
] as const;
export type DaySign = (typeof days)[number]["sign"];
