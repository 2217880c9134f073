// Owns laying memory cards out on the mat, as large as it allows.
import { element } from "../../sdk/element.ts";
import type { Area } from "../../sdk/layout.ts";
import { standAt } from "../../sdk/standAt.ts";
import type { Table } from "../../sdk/table.ts";
import type { CardFace } from "./logic.ts";
import { createMemoryCard, type MemoryCard } from "./memoryCard.ts";

const mat: Area = { left: -475, top: 138, width: 950, height: 610 };
const largest = 236;
const gap = 24;

/** Cards in the play layer, in rows around the middle of the mat. */
export function layOnTable(table: Table, faces: readonly CardFace[], open: boolean): MemoryCard[] {
  // Two rows: what lies in even rows is remembered best.
  const rows = 2;
  const columns = Math.ceil(faces.length / rows);
  const step = Math.min(mat.width / columns, largest + gap);
  const cards = faces.map((face, index) => {
    const card = createMemoryCard(table, face, open);
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, faces.length - row * columns);
    const x = ((index % columns) - (inRow - 1) / 2) * step;
    const y = mat.top + mat.height / 2 + (row - (rows - 1) / 2) * step;
    standAt(card.root, { x, y }, step - gap);
    return card;
  });
  table.stage.play.append(element("div", "table-mat"), ...cards.map(({ root }) => root));
  return cards;
}
