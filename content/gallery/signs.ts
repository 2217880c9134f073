// Owns the small drawings of the gallery: houses, ways to play, buttons.
import type { GameMode, House } from "../../protocol/game.ts";

export const houseColours: Readonly<Record<House, string>> = {
  math: "#ef7b6c",
  letters: "#f2a541",
  science: "#6fae4f",
  spaceTime: "#5b9bd5",
  thinking: "#9a7bc8",
};

const onDoor: Readonly<Record<House, string>> = {
  math: '<g fill="#fff"><circle cx="24" cy="36" r="3"/><circle cx="32" cy="36" r="3"/><circle cx="28" cy="44" r="3"/></g>',
  letters:
    '<path fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" d="M22 47l6-14 6 14M24.500 42h7"/>',
  science: '<path fill="#fff" d="M28 48v-8c-6 0-8-4-8-8 5 0 8 2 8 6 0-5 3-8 8-8 0 6-3 10-8 10"/>',
  spaceTime:
    '<circle cx="28" cy="40" r="8" fill="#fff"/><path stroke="#5b9bd5" stroke-width="2.500" stroke-linecap="round" d="M28 35v5l4 2"/>',
  thinking:
    '<path fill="#fff" d="M28 31l2.600 5.600 6 .7-4.500 4.200 1.300 6-5.400-3.100-5.400 3.100 1.300-6-4.500-4.200 6-.7z"/>',
};

/** A house with its sign on the door, 56 × 56. */
export const houseSign = (house: House): string =>
  `<svg viewBox="0 0 56 56" aria-hidden="true"><path fill="${houseColours[house]}" d="M28 4L2 27h7v25h38V27h7z"/><path fill="#fff" fill-opacity=".35" d="M28 4L2 27h7l19-16 19 16h7z"/>${onDoor[house]}</svg>`;

/** Khám phá looks around; hỏi – đáp talks: the same signs as on the children's menu. */
export const modeSign: Readonly<Record<GameMode, string>> = {
  explore:
    '<svg viewBox="0 0 24 24" fill="none" aria-hidden="true"><circle cx="10" cy="10" r="6.500" fill="#dff1fb" stroke="#2b6f9e" stroke-width="2.500"/><path stroke="#7c4a25" stroke-width="3.500" stroke-linecap="round" d="M15 15l5.500 5.500"/></svg>',
  quiz: '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="#fff" stroke="#2b6f9e" stroke-width="2" stroke-linejoin="round" d="M12 3c5 0 9 3.200 9 7.500S17 18 12 18c-.8 0-1.600-.1-2.400-.2L5 21l.9-4.600C4.100 15 3 12.900 3 10.500 3 6.200 7 3 12 3z"/><g fill="#2b6f9e"><circle cx="8" cy="10.500" r="1.400"/><circle cx="12" cy="10.500" r="1.400"/><circle cx="16" cy="10.500" r="1.400"/></g></svg>',
};

export const backSign =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M15 5l-7 7 7 7"/></svg>';
