// Owns a card of the memory table: two faces, turned over and back, and how it enjoys being found.
import { picture } from "../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import type { Table } from "../../sdk/table.ts";
import { turnCard } from "./effects.ts";
import type { CardFace } from "./logic.ts";
import { pictureOf } from "./pictures.ts";
import { nameKey, sentence, youngKey } from "./prompts.ts";
import { isParent, things, young } from "./things.ts";

/** The star of a bronze drum, on the back of every card. */
const back = `<svg viewBox="0 0 100 100"><rect x="3" y="3" width="94" height="94" rx="15" fill="#b5472f"/><rect x="8" y="8" width="84" height="84" rx="11" fill="none" stroke="#ffd9a0" stroke-width="2"/><circle cx="50" cy="50" r="33" fill="#cf6a43"/><circle cx="50" cy="50" r="33" fill="none" stroke="#ffd9a0" stroke-width="2.500" stroke-dasharray="4 5"/><circle cx="50" cy="50" r="25" fill="#b5472f" stroke="#ffd9a0" stroke-width="1.500"/><g fill="#ffd9a0">${Array.from({ length: 8 }, (_, index) => `<path d="M50 28l4.500 22h-9z" transform="rotate(${index * 45} 50 50)"/>`).join("")}</g><circle cx="50" cy="50" r="7" fill="#fff1cf"/><g fill="#ffd9a0"><path d="M14 14h10l-10 10zM86 14v10L76 14zM14 86V76l10 10zM86 86H76l10-10z"/></g></svg>`;

export type MemoryCard = {
  readonly face: CardFace;
  readonly root: HTMLButtonElement;
  readonly isOpen: boolean;
  turn(open: boolean): void;
  /** It has its pair and stays open. */
  readonly isFound: boolean;
  find(): void;
};

export const labelOf = ({ name, side }: CardFace): string =>
  side === "family" && isParent(name)
    ? young[name].vi
    : side === "shadow"
      ? `bóng ${things[name].vi}`
      : things[name].vi;

/** What is said when a card is turned up. */
export const sayFace = ({ name, side }: CardFace): string[] =>
  side === "family"
    ? [youngKey(name)]
    : side === "shadow"
      ? [sentence("a-shadow"), nameKey(name)]
      : [nameKey(name)];

/** A card, face down unless `open`. */
export function createMemoryCard(table: Table, face: CardFace, open: boolean): MemoryCard {
  const root = pictureButton(
    `memory-card side-${face.side} is-${face.name}`,
    "Thẻ",
    {},
    element(
      "span",
      "memory-turn",
      {},
      element("span", "memory-back", {}, drawing(back)),
      element("span", "memory-front", {}, picture(pictureOf(face))),
    ),
  );
  let isOpen = false;
  let isFound = false;
  const show = (next: boolean) => {
    isOpen = next;
    root.classList.toggle("open", next);
    root.setAttribute("aria-label", next ? labelOf(face) : "Thẻ");
  };
  show(open);
  return {
    face,
    root,
    get isOpen() {
      return isOpen;
    },
    get isFound() {
      return isFound;
    },
    turn(next) {
      if (next === isOpen) return;
      table.sounds.play(turnCard);
      show(next);
    },
    find() {
      isFound = true;
      root.classList.add("found");
      void hop(table, root);
    },
  };
}
