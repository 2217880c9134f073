// Owns the kinds of weather and the clothes: what fits which weather, and what everything is called. Pure data.

type Text = { readonly vi: string; readonly en: string };

export const weathers = {
  sunny: { vi: "Trời nắng nóng.", en: "It is sunny and hot." },
  rainy: { vi: "Trời mưa.", en: "It is raining." },
  windy: { vi: "Trời có gió to.", en: "A strong wind is blowing." },
  cold: { vi: "Trời lạnh.", en: "It is cold." },
  cloudy: { vi: "Trời nhiều mây, râm mát.", en: "It is cloudy and cool." },
} as const satisfies Record<string, Text>;

export type Weather = keyof typeof weathers;
export const weatherNames = Object.keys(weathers) as Weather[]; // keys of a constant: exactly the weathers

export type Slot = "head" | "face" | "neck" | "body" | "hands" | "feet" | "held";

type Garment = Text & {
  readonly slot: Slot;
  /** What it is made for. */
  readonly for: readonly Weather[];
  /** Where it does no harm, so that it is never a wrong choice there. */
  readonly fine?: readonly Weather[];
};

export const garments = {
  nonla: { slot: "head", vi: "cái nón lá", en: "palm-leaf hat", for: ["sunny"], fine: ["rainy", "cloudy"] },
  tee: { slot: "body", vi: "áo phông cộc tay", en: "T-shirt", for: ["sunny"], fine: ["cloudy"] },
  sandals: { slot: "feet", vi: "đôi dép", en: "sandals", for: ["sunny"], fine: ["cloudy"] },
  sunglasses: { slot: "face", vi: "cái kính râm", en: "sunglasses", for: ["sunny"] },
  raincoat: { slot: "body", vi: "áo mưa", en: "raincoat", for: ["rainy"] },
  boots: { slot: "feet", vi: "đôi ủng", en: "rubber boots", for: ["rainy"] },
  umbrella: { slot: "held", vi: "cái ô", en: "umbrella", for: ["rainy"], fine: ["sunny"] },
  beanie: { slot: "head", vi: "mũ len", en: "woolly hat", for: ["cold"], fine: ["windy"] },
  sweater: { slot: "body", vi: "áo len", en: "jumper", for: ["cold"], fine: ["windy"] },
  scarf: { slot: "neck", vi: "khăn quàng", en: "scarf", for: ["cold"], fine: ["windy"] },
  gloves: { slot: "hands", vi: "đôi găng tay", en: "gloves", for: ["cold"] },
  jacket: {
    slot: "body",
    vi: "áo khoác gió",
    en: "wind jacket",
    for: ["windy"],
    fine: ["cold", "rainy", "cloudy"],
  },
  shoes: { slot: "feet", vi: "đôi giày", en: "shoes", for: ["windy", "cold"], fine: ["cloudy"] },
} as const satisfies Record<string, Garment>;

export type GarmentName = keyof typeof garments;
export const garmentNames = Object.keys(garments) as GarmentName[]; // likewise

const of = (name: GarmentName): Garment => garments[name];

export const slotOf = (name: GarmentName): Slot => of(name).slot;
export const isFor = (name: GarmentName, weather: Weather): boolean => of(name).for.includes(weather);
/** Clearly out of place: neither made for this weather nor harmless in it. */
export const isWrong = (name: GarmentName, weather: Weather): boolean =>
  !isFor(name, weather) && !of(name).fine?.includes(weather);

/** What a child puts on, head to foot. */
export const outfits: Readonly<Record<Weather, readonly GarmentName[]>> = {
  sunny: ["nonla", "tee", "sandals"],
  rainy: ["raincoat", "boots", "umbrella"],
  windy: ["jacket", "shoes"],
  cold: ["beanie", "sweater", "scarf"],
  cloudy: ["tee", "shoes"],
};

/** The whole of it, shoes as well where an outfit leaves the feet bare in the cold. */
export const dressedFor = (weather: Weather): readonly GarmentName[] =>
  weather === "cold" ? [...outfits.cold, "shoes"] : outfits[weather];

export type Child = "boy" | "girl";

/** Pairs of what was and what comes of it; each has two drawings in changeDrawings.ts. */
export const changes = {
  clouds: { vi: "Mây đen kéo đến thì trời mưa.", en: "Dark clouds bring the rain." },
  puddles: { vi: "Mưa xong, sân có vũng nước.", en: "After the rain there are puddles." },
  rainbow: {
    vi: "Mưa tạnh, nắng lên, cầu vồng hiện ra.",
    en: "Rain goes, sun comes, and there is a rainbow.",
  },
  laundry: { vi: "Nắng to thì quần áo khô.", en: "In the sun the clothes dry." },
  leaves: { vi: "Gió to thổi lá rụng xuống đất.", en: "The strong wind blows the leaves down." },
  ice: { vi: "Nắng nóng thì kem chảy ra.", en: "In the heat the ice cream melts." },
  plant: { vi: "Có mưa, cây khô lại xanh tươi.", en: "With the rain the dry plant is green again." },
  kite: { vi: "Có gió thì diều bay lên cao.", en: "With the wind the kite flies high." },
} as const satisfies Record<string, Text>;

export type Change = keyof typeof changes;
export const changeNames = Object.keys(changes) as Change[]; // likewise

/** Results that could follow the same beginning as well, so that they never stand beside each other. */
export const alikeChanges: readonly (readonly Change[])[] = [
  ["puddles", "plant", "rainbow", "clouds"],
  ["laundry", "ice"],
  ["leaves", "kite"],
];
