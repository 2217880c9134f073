// Owns the answer cards: a quantity one can see, with the numeral beside it, never a numeral alone.
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { palette } from "../../sdk/palette.ts";
import type { Animal } from "./animals.ts";
import { pictures } from "./pictures.ts";

/** Places of the dots on a die, in a square of 100; above six a ten-frame takes over. */
const die: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: [[50, 50]],
  2: [
    [28, 28],
    [72, 72],
  ],
  3: [
    [24, 24],
    [50, 50],
    [76, 76],
  ],
  4: [
    [28, 28],
    [72, 28],
    [28, 72],
    [72, 72],
  ],
  5: [
    [26, 26],
    [74, 26],
    [50, 50],
    [26, 74],
    [74, 74],
  ],
  6: [
    [28, 22],
    [72, 22],
    [28, 50],
    [72, 50],
    [28, 78],
    [72, 78],
  ],
};

/** Dots as on a die up to six. */
export function drawDie(count: number): SVGSVGElement {
  const dots = (die[count] ?? []).map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11.500"/>`).join("");
  return drawing(`<svg class="dots" viewBox="0 0 100 100" fill="${palette.blue}">${dots}</svg>`);
}

/** Two rows of five with dots in the first `count` places. */
export function drawTenFrame(count: number): SVGSVGElement {
  const cells = Array.from({ length: 10 }, (_, index) => {
    const x = 4 + (index % 5) * 30;
    const y = 4 + Math.floor(index / 5) * 30;
    const dot =
      index < count
        ? `<circle cx="${x + 14}" cy="${y + 14}" r="10.500" fill="${index < 5 ? palette.blue : palette.red}"/>`
        : "";
    return `<rect x="${x}" y="${y}" width="28" height="28" rx="7" fill="#eaf2f8" stroke="#b7cbdb" stroke-width="1.500"/>${dot}`;
  }).join("");
  return drawing(`<svg class="frame" viewBox="0 0 156 66">${cells}</svg>`);
}

function drawAnimals(animal: Animal, count: number): HTMLElement {
  return element(
    "span",
    "mini-animals",
    {},
    ...Array.from({ length: count }, () =>
      element("img", "", { src: pictures[animal], alt: "", draggable: "false" }),
    ),
  );
}

export type CardFace = "animals" | "die" | "frame";

/** An answer card. `animals` suits the youngest, `die` numbers to six, `frame` numbers to ten. */
export function createCard(count: number, face: CardFace, animal: Animal): HTMLButtonElement {
  const picture =
    face === "animals"
      ? drawAnimals(animal, count)
      : face === "die" && count <= 6
        ? drawDie(count)
        : drawTenFrame(count);
  return pictureButton(
    `card face-${face === "die" && count > 6 ? "frame" : face}`,
    String(count),
    { "data-number": String(count) },
    element("span", "card-picture", {}, picture),
    element("span", "card-numeral", {}, String(count)),
  );
}
