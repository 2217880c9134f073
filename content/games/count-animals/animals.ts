// Owns the twelve animals: where each lives and what it is called. Pure data.

export const places = ["yard", "pond", "meadow"] as const;
export type Place = (typeof places)[number];

export const animals = {
  chicken: { place: "yard", vi: "gà", en: "chicken", many: "chickens" },
  pig: { place: "yard", vi: "lợn", en: "pig", many: "pigs" },
  dog: { place: "yard", vi: "chó", en: "dog", many: "dogs" },
  cat: { place: "yard", vi: "mèo", en: "cat", many: "cats" },
  duck: { place: "pond", vi: "vịt", en: "duck", many: "ducks" },
  fish: { place: "pond", vi: "cá", en: "fish", many: "fish" },
  turtle: { place: "pond", vi: "rùa", en: "turtle", many: "turtles" },
  crab: { place: "pond", vi: "cua", en: "crab", many: "crabs" },
  buffalo: { place: "meadow", vi: "trâu", en: "buffalo", many: "buffaloes" },
  bird: { place: "meadow", vi: "chim", en: "bird", many: "birds" },
  rabbit: { place: "meadow", vi: "thỏ", en: "rabbit", many: "rabbits" },
  butterfly: { place: "meadow", vi: "bướm", en: "butterfly", many: "butterflies" },
} as const satisfies Record<string, { place: Place; vi: string; en: string; many: string }>;

export type Animal = keyof typeof animals;

export const animalNames = Object.keys(animals) as Animal[]; // keys of a constant: exactly the animals

/** The four animals of a place. */
export const animalsOf = (place: Place): Animal[] =>
  animalNames.filter((animal) => animals[animal].place === place);
