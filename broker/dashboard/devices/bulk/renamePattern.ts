// Owns names by a pattern: "Trạm #" gives "Trạm 1", "Trạm 2"; "##" writes two digits. Pure.

export type Named = { readonly id: string; readonly name: string; readonly stationNumber: number | null };
export type Renamed = {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly number: number;
};

export const longestName = 60;

export type PatternFault = "empty" | "noNumber" | "tooLong";

/** Null: the pattern is good. One device needs no number. */
export function faultOf(pattern: string, start: number, count: number): PatternFault | null {
  if (pattern.trim() === "") return "empty";
  if (count > 1 && !pattern.includes("#")) return "noNumber";
  const longest = named(pattern, start + Math.max(0, count - 1));
  return longest.length > longestName ? "tooLong" : null;
}

/** In the order given. `number`: what stands in the name. */
export function renamed(devices: readonly Named[], pattern: string, start: number): Renamed[] {
  return devices.map(({ id, name }, index) => ({
    id,
    before: name,
    after: named(pattern, start + index),
    number: start + index,
  }));
}

const named = (pattern: string, number: number) =>
  pattern.trim().replace(/#+/, (digits) => String(number).padStart(digits.length, "0"));
