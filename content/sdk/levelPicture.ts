// Owns drawing the menu pictures of levels, 320 × 240 (the lower right corner lies under the sign of the mode): backgrounds, signs, and a game's own pictures placed on them. Pure.
import type { LevelBase } from "./level.ts";

/** Four to three, as the menu's frame; the lower right corner lies under the sign of the mode. */
const width = 320;
const height = 240;

/** Names of the pictures that the drawing at hand refers to. */
const used = new Set<string>();

/** An animal of `size` px whose feet stand in the middle of (x, y); they look to the left unless turned. */
export function stand(name: string, x: number, y: number, size: number, turned = false, more = ""): string {
  used.add(name);
  const scale = size / 32;
  const place = `translate(${x} ${y}) scale(${turned ? -scale : scale} ${scale}) translate(-16 -30)`;
  return `<use href="#${name}" transform="${place}"${more}/>`;
}
export const shade = (x: number, y: number, size: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${size * 0.42}" ry="${size * 0.08}" fill="#2f5d34" fill-opacity=".28"/>`;
export const onGround = (name: string, x: number, y: number, size: number, turned = false): string =>
  shade(x, y, size) + stand(name, x, y, size, turned);

export const dots = (
  points: readonly (readonly [number, number])[],
  radius: number,
  colour = "#0072b2",
): string => points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`).join("");
export const card = (x: number, y: number, w: number, h: number, edge = "#ecd9a8"): string =>
  `<rect x="${x}" y="${y + 5}" width="${w}" height="${h}" rx="18" fill="${edge}"/><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="18" fill="#fffdf6"/>`;
/** A sign in a circle: what is drawn inside is centred on 0, 0. */
export const sign = (x: number, y: number, colour: string, inside: string, radius = 26): string =>
  `<g transform="translate(${x} ${y})"><circle r="${radius}" fill="#fffdf6"/><circle r="${radius - 5}" fill="${colour}"/><path d="${inside}" fill="none" stroke="#fffdf6" stroke-width="8" stroke-linecap="round"/></g>`;
export const plus = "M-10 0H10M0 -10V10";
export const minus = "M-10 0H10";
export const equals = "M-10 -7H10M-10 7H10";
export const arrow = (path: string, head: string, colour: string): string =>
  `<g fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}" stroke-dasharray="1 14"/><path d="${head}"/></g>`;
const digitPaths: Readonly<Record<2 | 3, string>> = {
  2: "M-11 -10a11 10 0 1 1 20 6L-11 17H12",
  3: "M-10 -15a10 8.500 0 1 1 8 14a11 9.500 0 1 1 -10 14",
};

export const digit = (number: 2 | 3, x: number, y: number): string =>
  `<path transform="translate(${x} ${y})" d="${digitPaths[number]}" fill="none" stroke="#1b3a57" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`;

export const sky = `<path fill="url(#s)" d="M0 0h320v240H0z"/>`;
export const mountains = `<path fill="#a9cfe0" d="M0 140c12-56 46-78 72-78s56 28 70 56c14-32 44-54 68-54s70 24 110 64v40H0z"/>`;
export const sun = `<circle cx="54" cy="46" r="24" fill="#ffd447"/>`;
export const grass = (top: number): string =>
  `<path fill="url(#g)" d="M0 ${top}c86-22 226-22 320 0v${height - top}H0z"/>`;
export const field = sky + sun + mountains + grass(128);
export const calm = `<path fill="url(#s)" d="M0 0h320v240H0z"/>${grass(70)}`;
export const water = `<path fill="url(#w)" d="M0 112c70-26 240-30 320-6v134H0z"/><g fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="4" stroke-linecap="round"><path d="M28 150h34M238 136h40M120 214h44M20 218h22"/></g>`;
export const house = `<g transform="translate(206 62)"><path fill="#fdf0d2" d="M14 40h82v62H14z"/><path fill="#d96a45" d="M0 44 20 8h70l20 36z"/><path fill="#b9522f" d="M0 38h110v8H0z"/><path fill="#8a5a35" d="M44 60h24v42H44z"/><path fill="#8ecbe8" d="M22 58h16v18H22zM74 58h16v18H74z"/></g>`;
export const lotus = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><ellipse cx="0" cy="6" rx="30" ry="9" fill="#3f9a58"/><path fill="#f59ab8" d="M0 4C-20 2-22-12-18-16-10-14-4-8 0-2 4-8 10-14 18-16c4 4 2 18-18 20z"/><path fill="#fbc4d6" d="M0 4C-9-4-8-18 0-24 8-18 9-4 0 4z"/></g>`;
export const kite = `<g transform="translate(250 56) rotate(12)"><path fill="#ffd447" d="M0-34 24 0H-24z"/><path fill="#e8603c" d="M-24 0h48L0 36z"/><path fill="none" stroke="#e8603c" stroke-width="5" stroke-linecap="round" d="M0 36q10 10 0 20t0 20"/></g>`;
export const ring = (x: number, y: number, rx: number, ry: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#fff6c9" fill-opacity=".75" stroke="#ffc61a" stroke-width="6"/>`;
export const rays = Array.from({ length: 16 }, (_, index) => {
  const angle = (index / 16) * 2 * Math.PI;
  const edge = (turn: number) =>
    `${Math.round(160 + 240 * Math.cos(angle + turn))} ${Math.round(114 + 240 * Math.sin(angle + turn))}`;
  return `M160 114 ${edge(-0.09)}L${edge(0.09)}z`;
}).join("");
export const steps = (x: number, y: number): string =>
  `<path d="M${x} ${y}h22M${x + 8} ${y - 14}h22M${x + 8} ${y + 14}h22" stroke="#fffdf6" stroke-width="6" stroke-linecap="round"/>`;

const gradient = (id: string, top: string, bottom: string): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;

/** What draws the picture of one level; called once for each. */
export type DrawLevel<Level extends LevelBase> = (level: Level) => string;

/**
 * Path inside the pack → SVG, for every level. `read` gives the text of `pictures/<name>.svg`; `draw` composes the parts
 * of this file. Gradients `url(#s)` (sky), `url(#g)` (grass), `url(#w)` (water) are defined; `definitions` adds more.
 */
export function drawLevelPictures<Level extends LevelBase>(
  levels: readonly Level[],
  read: (name: string) => string,
  draw: DrawLevel<Level>,
  definitions = "",
): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const level of levels) {
    used.clear();
    const drawing = draw(level);
    const colours =
      gradient("s", "#4aaeea", "#dff3fb") +
      gradient("g", "#b5df66", "#579f3f") +
      gradient("w", "#7fd0ea", "#2f86b8");
    const pictures = [...used].map((name) => `<g id="${name}">${bodyOf(read(name))}</g>`).join("");
    drawn[level.picture] =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${colours}${definitions}${pictures}</defs>${drawing}</svg>\n`;
  }
  return drawn;
}

const bodyOf = (svg: string): string => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
