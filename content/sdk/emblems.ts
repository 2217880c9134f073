// Owns the badge that shows whose turn it is: a picture in a coloured disc, the same child always the same one.
import { drawing, element } from "./element.ts";
import { palette } from "./palette.ts";

const pictures: Readonly<Record<string, string>> = {
  sun: '<circle cx="16" cy="16" r="7" fill="#ffd447"/><g stroke="#ffd447" stroke-width="3" stroke-linecap="round"><path d="M16 2v4M16 26v4M2 16h4M26 16h4M6 6l3 3M23 23l3 3M26 6l-3 3M9 23l-3 3"/></g>',
  star: '<path fill="#ffd447" d="M16 2l4.200 9 9.800 1.200-7.200 6.700 1.900 9.800L16 24l-8.700 4.700 1.900-9.800L2 12.200 11.800 11z"/>',
  flower:
    '<g fill="#ff9ecb"><circle cx="16" cy="8" r="6"/><circle cx="24" cy="14" r="6"/><circle cx="21" cy="23" r="6"/><circle cx="11" cy="23" r="6"/><circle cx="8" cy="14" r="6"/></g><circle cx="16" cy="16" r="5" fill="#ffd447"/>',
  leaf: '<path fill="#8fe08a" d="M4 28C2 12 12 3 29 3c1 17-8 26-21 23z"/><path d="M5 28L20 12" stroke="#2f7d43" stroke-width="2.500" stroke-linecap="round"/>',
  boat: '<path fill="#fffdf6" d="M17 3l10 15H17zM14 7v11H6z"/><path fill="#ffb35c" d="M3 20h26l-4 8H8z"/>',
  moon: '<path fill="#ffe89a" d="M21 3a13 13 0 1 0 8 19A11 11 0 0 1 21 3z"/>',
};
const colours = [palette.blue, palette.red, palette.green, palette.pink];

/** The emblem at place `turn` of `turns`; a name without a drawing (an emoji, a letter) is shown as it is. */
export function createTurnEmblem(turns: readonly string[], turn: number): HTMLElement | null {
  const place = turns.length === 0 ? -1 : turn % turns.length;
  const emblem = turns[place];
  if (emblem === undefined) return null;
  const picture = pictures[emblem];
  const made = element("div", "turn-emblem", {
    style: `background:${colours[place % colours.length]};color:${palette.paper}`,
    "data-emblem": emblem,
  });
  made.append(picture ? drawing(`<svg viewBox="0 0 32 32" fill="none">${picture}</svg>`) : emblem);
  return made;
}
