// Owns the user name that is proposed for a name, the way Vietnamese offices do: given name, then the initials before it. Pure.
import { plainText } from "../text/searchText.ts";

/** "Trần Thị Hoa" → "hoatt"; a number follows when somebody has it. Empty for a name without letters. */
export function suggestUsername(displayName: string, taken: readonly string[]): string {
  const words = plainText(displayName)
    .split(" ")
    .map((word) => word.replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "");
  const given = words.at(-1);
  if (given === undefined) return "";
  const base =
    given +
    words
      .slice(0, -1)
      .map(([initial]) => initial)
      .join("");
  // The hub wants two letters at least.
  const wanted = base.length < 2 ? `${base}1` : base;
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted}${number}`;
  return name;
}
