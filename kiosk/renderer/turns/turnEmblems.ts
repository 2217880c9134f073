// Owns which animals stand for the children who share a station: the same all lesson long, others at the next station. Pure.

/** Emblems that every child knows by sight and name. */
export const turnAnimals = [
  "rabbit-face",
  "cat-face",
  "bear",
  "tiger-face",
  "dog-face",
  "frog",
  "monkey-face",
  "panda",
] as const;
export type TurnAnimal = (typeof turnAnimals)[number];

/** Of eight places, three steps of three never meet. */
const stride = 3;

export function turnEmblems(sessionId: string, deviceId: string, seats: number): TurnAnimal[] {
  const first = hash(`${sessionId} ${deviceId}`) % turnAnimals.length;
  return Array.from(
    { length: seats },
    // The remainder is always a place of the list.
    (_, seat) => turnAnimals[(first + seat * stride) % turnAnimals.length] as TurnAnimal,
  );
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1)
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193) >>> 0;
  return value;
}
