// Owns the cards children choose from: pictures on paper, large enough for any hand.
import { drawing, element, pictureButton } from "./element.ts";

/** A picture: an address of an image, or SVG text. */
export function picture(source: string, className = ""): HTMLElement | SVGSVGElement {
  if (!source.startsWith("<svg"))
    return element("img", className, { src: source, alt: "", draggable: "false" });
  const drawn = drawing(source);
  if (className !== "") drawn.setAttribute("class", className);
  return drawn;
}

export type PictureCard = {
  /** For a screen reader and the teacher, never shown. */
  readonly label: string;
  readonly pictures: readonly string[];
  /** `small` 150, `medium` 190, `large` 240 stage units square; `wide` 300 × 210. */
  readonly size?: "small" | "medium" | "large" | "wide";
  readonly className?: string;
};

/** A card to touch or carry, with one picture or several. */
export const pictureCard = ({ label, pictures, size = "medium", className = "" }: PictureCard) =>
  pictureButton(
    `picture-card picture-card-${size} ${className}`,
    label,
    {},
    element("span", "picture-card-face", {}, ...pictures.map((source) => picture(source))),
  );

/** Cards in a row: `bottom` of the stage, or its `middle`. Append it to the play layer. */
export const cardRow = (cards: readonly HTMLElement[], at: "bottom" | "middle" = "bottom"): HTMLElement =>
  element("div", `card-row card-row-${at}`, {}, ...cards);

/** A place to bring things to; put it where the game wants it. */
export const placeButton = (label: string, className = "", ...children: (Node | string)[]) =>
  pictureButton(`bring-place ${className}`, label, {}, ...children);

/** A shelf at the lower edge with what there is to play with. */
export const tray = (...children: readonly HTMLElement[]): HTMLElement =>
  element("div", "tray", {}, ...children);

/** A thing on the tray: 112 units square. */
export const trayButton = (label: string, source: string, className = "") =>
  pictureButton(`tray-button ${className}`, label, {}, picture(source));
