// Owns how much a game may say at once: plain data of a few thousand characters, whatever the contract makes of it.

/** The longest message of the contract, a fault with its stack, has 2,000 characters. */
const mostWeight = 8_000;

/** True for plain data of at most `mostWeight` characters, numbers counted as eight. Stops looking where that is passed. */
export function isModest(data: unknown): boolean {
  return weigh(data, mostWeight) >= 0;
}

/** What is left of `room` after `data`; negative when it is too much, or is no plain data at all. */
function weigh(data: unknown, room: number): number {
  if (typeof data === "string") return room - data.length;
  if (typeof data !== "object" || data === null) return room - 8;
  // An ArrayBuffer, a Map or a picture would pass for an object without the fields that are looked at.
  const isPlain = Array.isArray(data) || Object.getPrototypeOf(data) === Object.prototype;
  let left = isPlain && !(Array.isArray(data) && data.length > room) ? room - 8 : -1;
  for (const key in data) {
    if (left < 0) return left;
    left = weigh(data[key as keyof typeof data], left - key.length);
  }
  return left;
}
