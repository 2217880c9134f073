// Owns a row on a string: where its things hang, how they are put on, and how the row is played.
import { picture } from "../../sdk/cards.ts";
import { drawing, element } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import { standAt } from "../../sdk/standAt.ts";
import type { Table } from "../../sdk/table.ts";
import { soundOf } from "./effects.ts";
import { type ItemName, textOf } from "./items.ts";
import { pictureOf } from "./pictures.ts";

const width = 1000;

export type Garland = {
  /** Where the place of this number is, its middle. */
  spot(index: number): { x: number; y: number };
  /** Edge length of a thing. */
  readonly size: number;
};

/** Draws the string across the stage and tells where `places` things hang; `y` is the middle of the lowest. */
export function hangGarland(table: Table, places: number, y: number, className = ""): Garland {
  // What stands on the floor or lies on cloth stands in a straight row.
  const isFlat = ["moves", "music", "motifs"].includes(className);
  const pitch = Math.min(168, 966 / places);
  const size = Math.min(146, pitch - 16);
  const sag = isFlat ? 0 : 34;
  const depth = (x: number) => -sag * (x / (width / 2)) ** 2;
  const cordY = size / 2;
  const line = drawing(
    `<svg viewBox="-500 -60 1000 80" fill="none"><path d="M-500-${sag}Q0 ${sag} 500-${sag}" stroke="#5b3b20" stroke-opacity=".35" stroke-width="7" transform="translate(0 5)"/><path d="M-500-${sag}Q0 ${sag} 500-${sag}" stroke="#8a5a2b" stroke-width="6"/><path d="M-500-${sag}Q0 ${sag} 500-${sag}" stroke="#e8c080" stroke-width="2" stroke-dasharray="7 9"/></svg>`,
  );
  if (className === "motifs")
    table.stage.play.append(standAt(element("div", "cloth-band"), { x: 0, y }, width, size + 64));
  table.stage.play.append(
    standAt(element("div", `garland-cord ${className}`, {}, line), { x: 0, y: y - cordY - 20 }, width, 80),
  );
  return {
    size,
    spot: (index) => {
      const x = (index - (places - 1) / 2) * pitch;
      return { x, y: y + depth(x) };
    },
  };
}

/** A thing that hangs there, not to be touched. */
export const hanging = (item: ItemName, className = "") =>
  element(
    "div",
    `hung is-${item} ${className}`,
    { role: "img", "aria-label": textOf(item).vi },
    picture(pictureOf(item)),
  );

/** The place where something is missing. */
export const emptyPlace = () => element("div", "hole");

/** The row played from left to right: each hops and sounds. */
export async function playRow(
  table: Table,
  row: readonly { readonly item: ItemName; readonly root: HTMLElement }[],
  paceMs = 430,
): Promise<void> {
  for (const { item, root } of row) {
    table.sounds.play(soundOf(item));
    root.classList.add("singing");
    void hop(table, root).then(() => root.classList.remove("singing"));
    await table.timeline.wait(paceMs);
  }
  // The last hop is over before anything is touched.
  await table.timeline.wait(Math.max(0, 600 - paceMs));
}
