// Owns how shapes look: blocks of painted wood, their outlines, and the faces of those that are friends. Pure SVG text.
import { type Paint, paints, type Shape } from "./shapes.ts";

const round = (value: number) => Math.round(value * 10) / 10;

/** The edge of a shape around 0, 0 as a path. */
export function edgeOf(shape: Shape, width: number, height: number): string {
  const x = round(width / 2);
  const y = round(height / 2);
  switch (shape) {
    case "circle":
      return `M${-x} 0A${x} ${y} 0 1 1 ${x} 0A${x} ${y} 0 1 1 ${-x} 0z`;
    case "square":
    case "rectangle":
      return `M${-x} ${-y}H${x}V${y}H${-x}z`;
    case "triangle":
      return `M0 ${-y}L${x} ${y}H${-x}z`;
    case "halfCircle":
      return `M${-x} ${y}A${x} ${round(height)} 0 0 1 ${x} ${y}z`;
  }
}

export type Drawn = { shape: Shape; width: number; height: number; turn: number; paint: Paint };

/** Corners are rounded by a thick line of the same colour; so much of it lies outside of the path. */
const roundness = 7;

/** A block around 0, 0. It is lit from above whichever way it is turned. */
export function block({ shape, width, height, turn, paint }: Drawn, more = ""): string {
  const { lit, plain, shade } = paints[paint];
  const edge = edgeOf(shape, width - 2 * roundness, height - 2 * roundness);
  const inner = edgeOf(shape, width - 2 * roundness - 22, height - 2 * roundness - 22);
  const turned = (inside: string) => `<g transform="rotate(${turn})">${inside}</g>`;
  const solid = (colour: string) =>
    `<path d="${edge}" fill="${colour}" stroke="${colour}" stroke-width="${2 * roundness}" stroke-linejoin="round"/>`;
  return `<g transform="translate(0 5)">${turned(solid(shade))}</g>${turned(
    `${solid(plain)}<path d="${inner}" fill="${lit}" fill-opacity=".55" stroke="${lit}" stroke-opacity=".55" stroke-width="10" stroke-linejoin="round"/>${grain(shape, width, height)}`,
  )}${more}`;
}

/** A few fine lines, as wood has them. */
const grain = (shape: Shape, width: number, height: number): string => {
  const x = round(width * (shape === "triangle" ? 0.14 : 0.27));
  const y = round(height * 0.16);
  return `<path d="M${-x} ${y}q${x / 2} -6 ${x} 0t${x} 0M${round(-x * 0.7)} ${round(y + 13)}q${round(x * 0.4)} -5 ${round(x * 0.8)} 0" fill="none" stroke="#fff" stroke-opacity=".3" stroke-width="3.5" stroke-linecap="round"/>`;
};

/** The place a block goes to: a dashed line on a soft ground. */
export const outline = ({ shape, width, height, turn }: Omit<Drawn, "paint">): string =>
  `<path transform="rotate(${turn})" d="${edgeOf(shape, width - 8, height - 8)}" fill="#efe1c0" stroke="#a98a55" stroke-width="4" stroke-dasharray="12 9" stroke-linejoin="round" stroke-linecap="round"/>`;

/** A block alone as an image with room for its thickness. */
export function blockPicture(drawn: Drawn): string {
  const half =
    (Math.abs(drawn.turn) % 90 === 0
      ? Math.max(drawn.width, drawn.height)
      : Math.hypot(drawn.width, drawn.height)) /
      2 +
    4;
  return `<svg viewBox="${-half} ${-half} ${2 * half} ${2 * half + 6}" fill="none">${block(drawn)}</svg>`;
}

/** Where the middle of the face is, in parts of the height from the middle. */
const faceAt: Readonly<Record<Shape, number>> = {
  circle: -0.04,
  square: -0.04,
  triangle: 0.19,
  rectangle: -0.06,
  halfCircle: 0.12,
};

const eyes = `<g class="eyes"><g fill="#fff"><ellipse cx="-17" cy="-6" rx="12" ry="14"/><ellipse cx="17" cy="-6" rx="12" ry="14"/></g><g fill="#23304f"><circle cx="-15" cy="-4" r="7"/><circle cx="15" cy="-4" r="7"/></g><g fill="#fff"><circle cx="-12.500" cy="-7" r="2.500"/><circle cx="17.500" cy="-7" r="2.500"/></g></g>`;
const smile = `<path d="M-12 15q12 13 24 0" stroke="#23304f" stroke-width="5" stroke-linecap="round" fill="none"/><g fill="#ff7d7d" fill-opacity=".55"><ellipse cx="-31" cy="10" rx="7" ry="5"/><ellipse cx="31" cy="10" rx="7" ry="5"/></g>`;

export const face = (shape: Shape, height: number, scale = 1): string =>
  `<g transform="translate(0 ${round(faceAt[shape] * height)}) scale(${scale})">${eyes}${smile}</g>`;

/** How large a shape stands when it stands beside others, in units of its picture. */
export const usualSize: Readonly<Record<Shape, readonly [number, number]>> = {
  circle: [146, 146],
  square: [136, 136],
  triangle: [164, 142],
  rectangle: [184, 112],
  halfCircle: [190, 95],
};

/** A shape with face, arms and feet on 220 × 220: it stands on the lower edge. */
export function friend(shape: Shape, paint: Paint): string {
  const [width, height] = usualSize[shape];
  const middle = 92 - 34 - height / 2;
  const arm = shape === "triangle" ? width * 0.26 : width / 2 - 6;
  const limb = `fill="none" stroke="#23304f" stroke-width="8" stroke-linecap="round"`;
  const body = block(
    { shape, width, height, turn: 0, paint },
    face(shape, height, shape === "halfCircle" ? 0.9 : 1.05),
  );
  return `<svg viewBox="-110 -110 220 220" fill="none"><ellipse cx="0" cy="98" rx="66" ry="9" fill="#5b3a1a" fill-opacity=".28"/><path ${limb} d="M-24 56v34M24 56v34"/><path d="M-38 92q14-12 22 0zM16 92q14-12 22 0z" fill="#23304f" stroke="#23304f" stroke-width="7" stroke-linejoin="round"/><path class="arm left" ${limb} d="M${-arm} ${middle + 12}q-20 8-24-14"/><path class="arm right" ${limb} d="M${arm} ${middle + 12}q20 8 24-14"/><g transform="translate(0 ${middle})">${body}</g></svg>`;
}
