// Owns what things can have in common: a test of each trait, and how it is said of several. Pure data.
import { factsOf, type ThingName, thingNames } from "./things.ts";

type Trait0 = { readonly vi: string; readonly en: string; has(name: ThingName): boolean };

const has =
  (test: (facts: ReturnType<typeof factsOf>) => boolean) =>
  (name: ThingName): boolean =>
    test(factsOf(name));

/** `vi` and `en` go on after "Tất cả đều …", "They all …". */
export const traits = {
  living: {
    vi: "biết lớn lên",
    en: "are alive and grow",
    has: has(({ kind }) => kind === "animal" || kind === "plant"),
  },
  thing: {
    vi: "là đồ vật, không biết lớn lên",
    en: "are things that do not grow",
    has: has(({ kind }) => kind === "object"),
  },
  animal: { vi: "là con vật", en: "are animals", has: has(({ kind }) => kind === "animal") },
  fruit: { vi: "là hoa quả ngọt", en: "are sweet fruit", has: has(({ kind }) => kind === "fruit") },
  vegetable: {
    vi: "là rau củ để nấu ăn",
    en: "are vegetables to cook",
    has: has(({ kind }) => kind === "vegetable"),
  },
  floats: { vi: "nổi trên mặt nước", en: "float on the water", has: has(({ floats }) => floats === true) },
  sinks: { vi: "chìm xuống đáy nước", en: "sink to the bottom", has: has(({ floats }) => floats === false) },
  red: { vi: "có màu đỏ", en: "are red", has: has(({ colour }) => colour === "red") },
  yellow: { vi: "có màu vàng", en: "are yellow", has: has(({ colour }) => colour === "yellow") },
  green: { vi: "có màu xanh lá cây", en: "are green", has: has(({ colour }) => colour === "green") },
  round: { vi: "có hình tròn", en: "are round", has: has(({ round }) => round === true) },
  fur: { vi: "có lông mao mềm", en: "have soft fur", has: has(({ cover }) => cover === "fur") },
  feathers: { vi: "có lông vũ", en: "have feathers", has: has(({ cover }) => cover === "feathers") },
  scales: { vi: "có vảy", en: "have scales", has: has(({ cover }) => cover === "scales") },
  shell: { vi: "có vỏ cứng hoặc mai", en: "have a hard shell", has: has(({ cover }) => cover === "shell") },
  legs0: { vi: "không có chân", en: "have no legs", has: has(({ legs }) => legs === 0) },
  legs2: { vi: "có hai chân", en: "have two legs", has: has(({ legs }) => legs === 2) },
  legs4: { vi: "có bốn chân", en: "have four legs", has: has(({ legs }) => legs === 4) },
  water: { vi: "sống dưới nước", en: "live in the water", has: has(({ home }) => home === "water") },
  forest: { vi: "sống trong rừng", en: "live in the forest", has: has(({ home }) => home === "forest") },
  farm: { vi: "được nuôi trong nhà", en: "live with people", has: has(({ home }) => home === "farm") },
} as const satisfies Record<string, Trait0>;

export type Trait = keyof typeof traits;

export const traitNames = Object.keys(traits) as Trait[]; // keys of a constant: exactly the traits

export const hasTrait = (name: ThingName, trait: Trait): boolean => traits[trait].has(name);

export const thingsWith = (...wanted: readonly Trait[]): ThingName[] =>
  thingNames.filter((name) => wanted.every((trait) => hasTrait(name, trait)));

/** What a child most likely means when it puts these together, the plainest first; undefined for a mixed lot. */
export function commonTrait(names: readonly ThingName[]): Trait | undefined {
  if (names.length < 2) return undefined;
  return plainestFirst.find((trait) => names.every((name) => hasTrait(name, trait)));
}

const plainestFirst: readonly Trait[] = [
  "red",
  "yellow",
  "green",
  "fruit",
  "vegetable",
  "water",
  "forest",
  "farm",
  "feathers",
  "scales",
  "shell",
  "fur",
  "legs2",
  "legs4",
  "legs0",
  "round",
  "animal",
  "living",
  "thing",
  "floats",
  "sinks",
];
