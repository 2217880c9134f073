// Owns free sorting into two hoops apart: the child sorts in its own way, and the game says what it sees in it.
import type { Table } from "../../sdk/table.ts";
import type { HoopRules, Loose } from "./hoopRules.ts";
import { hoopAt, spotApart } from "./hoops.ts";
import { nameKey, sentence, traitKey } from "./prompts.ts";
import { commonTrait } from "./traits.ts";

const parts = ["first", "second"] as const;

export function createFreeRules(table: Table): HoopRules {
  const namesIn = (loose: readonly Loose[], part: string) =>
    loose.filter(({ at }) => at === part).map(({ name }) => name);
  return {
    roots: [],
    opening: sentence("explore-hoops"),
    next: ({ at }) => (at === null ? "first" : at === "first" ? "second" : null),
    partAt(at) {
      const hoop = hoopAt(at);
      return hoop === undefined ? undefined : parts[hoop];
    },
    spot: (part, place) => spotApart(part === "first" ? 0 : 1, place),
    accepts: () => true,
    settled(thing, loose) {
      const trait = thing.at === null ? undefined : commonTrait(namesIn(loose, thing.at));
      if (!trait) return false;
      void table.speech.sayNow([nameKey(thing.name), sentence("all-are"), traitKey(trait)]);
      return true;
    },
    hint(loose) {
      const waiting = loose.filter(({ at }) => at === null);
      const inside = namesIn(loose, "first");
      const fitting = waiting.find(({ name }) => commonTrait([...inside, name]));
      // Into an empty hoop goes first what has a friend among those that wait.
      return inside.length > 0
        ? fitting
        : waiting.find(({ name }) =>
            waiting.some((other) => other.name !== name && commonTrait([name, other.name])),
          );
    },
  };
}
