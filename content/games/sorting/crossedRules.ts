// Owns free play with two hoops that overlap: two signs whose rules the child changes, and what fits where.

import { picture } from "../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import type { Table } from "../../sdk/table.ts";
import { effects } from "./effects.ts";
import type { HoopRules } from "./hoopRules.ts";
import { spotCrossed, zoneAt } from "./hoops.ts";
import { nameKey, sentence, traitKey } from "./prompts.ts";
import { signs } from "./signs.ts";
import type { Trait } from "./traits.ts";
import { type Zone, zoneOf } from "./zones.ts";

const rings: readonly [readonly Trait[], readonly Trait[]] = [
  ["red", "green", "animal", "fruit", "yellow"],
  ["round", "fruit", "vegetable", "forest", "living"],
];
const turnArrow = `<svg viewBox="0 0 40 40" fill="none"><circle cx="20" cy="20" r="19" fill="#fffdf6"/><path d="M10 20a10 10 0 0 1 17-7l3 3M30 20a10 10 0 0 1-17 7l-3-3" stroke="#0072b2" stroke-width="4.500" stroke-linecap="round"/><path d="M31 8v8h-8M9 32v-8h8" stroke="#0072b2" stroke-width="4.500" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** `ruleChanged` empties the hoops. */
export function createCrossedRules(table: Table, ruleChanged: () => void): HoopRules {
  const turns: [number, number] = [0, 0];
  const pair = (): [Trait, Trait] => [rings[0][turns[0]] ?? "red", rings[1][turns[1]] ?? "round"];
  const buttons = ([0, 1] as const).map((side) => {
    const face = element("span", "sign-face", {}, picture(signs[pair()[side]]));
    const made = pictureButton(
      `sign ${side === 0 ? "at-left" : "at-right"}`,
      side === 0 ? "Luật vòng trái" : "Luật vòng phải",
      {},
      face,
      element("span", "sign-turn", {}, drawing(turnArrow)),
    );
    made.addEventListener("click", () => {
      const ring = rings[side];
      do {
        turns[side] = (turns[side] + 1) % ring.length;
      } while (pair()[0] === pair()[1]);
      const trait = pair()[side];
      face.replaceChildren(picture(signs[trait]));
      table.sounds.play(effects.chime);
      void hop(table, made);
      void table.speech.sayNow([sentence(side === 0 ? "hoop-left" : "hoop-right"), traitKey(trait)]);
      ruleChanged();
    });
    return made;
  });
  return {
    roots: buttons,
    opening: sentence("explore-crossed"),
    pair,
    next: ({ name, at }) => (at === null ? zoneOf(name, pair()) : null),
    partAt: zoneAt,
    spot: (part, place) => spotCrossed(part as Zone, place), // only zones are parts here
    accepts: ({ name }, part) => zoneOf(name, pair()) === part,
    settled({ name, at }) {
      const [one, other] = pair();
      const said =
        at === "both"
          ? [sentence("is-both"), traitKey(one), sentence("and-also"), traitKey(other)]
          : [traitKey(at === "left" ? one : other)];
      void table.speech.sayNow([nameKey(name), ...said]);
      return true;
    },
    hint: (loose) => loose.find(({ name, at }) => at === null && zoneOf(name, pair()) !== undefined),
  };
}
