// Owns what stands on the stage in more than one scene: friends, decorations, the bell.
import { picture } from "../../sdk/cards.ts";
import { element, pictureButton } from "../../sdk/element.ts";
import type { Table } from "../../sdk/table.ts";
import { type Decoration, type Friend, friendNames, friends } from "./bakery.ts";
import { bellPicture, decorationPictures, friendPictures } from "./pictures.ts";

const scarves = ["#e5532d", "#2d7fc4", "#23a374", "#d7659f", "#f6b92b", "#7a5fc4"];
const coats: Readonly<Record<Friend, string>> = {
  rabbit: "#cdc4d6",
  cat: "#fcb32c",
  bear: "#a56953",
  panda: "#433b6b",
  pig: "#ff8687",
  monkey: "#8c5543",
};

/** A friend from head to chest, with a scarf, on 200 × 200. */
export function friendFigure(friend: Friend, className = ""): HTMLElement {
  const scarf = scarves[friendNames.indexOf(friend)] ?? "#e5532d";
  const body = `<svg viewBox="0 0 200 200" fill="none"><path fill="${coats[friend]}" d="M30 204c0-56 26-82 70-82s70 26 70 82z"/><path fill="#fff" fill-opacity=".28" d="M66 204c0-34 10-52 34-52s34 18 34 52z"/><path fill="${scarf}" d="M46 134q54 40 108 0l6 20q-60 40-120 0z"/><path fill="${scarf}" d="M126 150l22 4-4 40h-22z"/><path d="M124 184h20" stroke="#fff" stroke-opacity=".6" stroke-width="5"/></svg>`;
  return element(
    "span",
    `friend-figure ${className}`,
    {},
    picture(body, "friend-body"),
    picture(friendPictures[friend], "friend-face"),
  );
}

export const friendButton = (friend: Friend) =>
  pictureButton("friend", friends[friend].vi, {}, friendFigure(friend));

export const decorationPicture = (decoration: Decoration, className = "") =>
  picture(decorationPictures[decoration], className);

export const createBell = (): HTMLButtonElement =>
  pictureButton("bell", "Rung chuông", {}, picture(bellPicture));

export function ringBell(table: Table, bell: HTMLElement): void {
  void table.motion.move(
    bell,
    [
      { transform: "rotate(-16deg)" },
      { transform: "rotate(14deg)" },
      { transform: "rotate(-8deg)" },
      { transform: "none" },
    ],
    500,
  );
}

/** A friend is glad: a hop with the head thrown about. */
export const cheerUp = (table: Table, friend: Element): Promise<void> =>
  table.motion.move(
    friend,
    [
      { transform: "scale(1.06,.9)" },
      { transform: "translateY(-14%) rotate(-6deg)", offset: 0.3 },
      { transform: "translateY(0) rotate(0)", offset: 0.5 },
      { transform: "translateY(-10%) rotate(6deg)", offset: 0.75 },
      { transform: "none" },
    ],
    900,
    "ease-out",
  );
