// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { arrow, card, drawLevelPictures, onGround, ring, sky, stand, sun } from "../../sdk/levelPicture.ts";
import { bead, bird, drum, machine, melody } from "./drawings.ts";
import { levels } from "./levels.ts";
import type { Tone } from "./syllables.ts";

/** One of the game's own drawings, set into the picture. */
const place = (svg: string, x: number, y: number, width: number, height: number): string =>
  svg.replace("<svg ", `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);

const pennants = Array.from(
  { length: 8 },
  (_, index) =>
    `<path fill="${["#e8603c", "#ffd447", "#3fa7d6", "#7cc04c"][index % 4]}" d="M${index * 42} 6h30l-15 30z"/>`,
).join("");
const yard = `${sky}${pennants}<path fill="#96351f" d="M30 96q34-6 46-40h168q12 34 46 40z"/><path fill="#e9c88f" d="M56 96h208v40H56z"/><path fill="#d99c68" d="M0 132q160-12 320 0v108H0z"/>`;
const air = `${sky + sun}<path fill="#9ecf72" d="M0 196q80-24 160-8t160-6v58H0z"/><path fill="url(#g)" d="M0 214q90-18 320 0v26H0z"/>`;
const workshop = `<path fill="#f2d09a" d="M0 0h320v240H0z"/><g stroke="#d9a866" stroke-width="3"><path d="M40 0v190M100 0v190M160 0v190M220 0v190M280 0v190"/></g>${pennants}<path fill="#a9683a" d="M0 184h320v56H0z"/><path fill="#8f5530" d="M0 184h320v6H0z"/>`;
const beads = (x: number, y: number, size: number, lit: number, all: number): string =>
  Array.from({ length: all }, (_, index) => {
    const light = index < lit ? bead : bead.replace(/<g class="bead-light">.*<\/g>/, "");
    return place(light, x + index * (size + 6), y, size, size);
  }).join("");
const melodyCard = (tone: Tone, x: number, y: number, w: number, h: number, edge?: string): string =>
  card(x, y, w, h, edge) + place(melody(tone), x + 10, y + 10, w - 20, h - 20);

const strokes = {
  b: "M-9-24V14M-9 2a11 11 0 1 1 0 4",
  c: "M10-4a12 12 0 1 0 0 14",
  a: "M10-8V14M10 3a11 11 0 1 1 0-4",
  o: "M0-9a11.500 11.500 0 1 1-.1 0",
  sac: "M-3-20L8-32",
  huyen: "M3-20L-8-32",
} as const;
const letter = (name: keyof typeof strokes, x: number, y: number, colour: string, size = 1): string =>
  `<path transform="translate(${x} ${y}) scale(${size})" d="${strokes[name]}" fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
const tile = (x: number, y: number, size: number, colour: string, inside: string): string =>
  `<g transform="translate(${x} ${y})"><rect y="5" width="${size}" height="${size}" rx="${size / 4}" fill="#5a3a22" fill-opacity=".4"/><rect width="${size}" height="${size}" rx="${size / 4}" fill="${colour}" stroke="#fff" stroke-width="4"/>${inside}</g>`;
const white = "#fffdf6";
const ink = "#1f4a73";
const tone = (name: "sac" | "huyen", size: number): string =>
  `<circle cx="${size / 2}" cy="${size * 0.62}" r="${size * 0.16}" fill="none" stroke="#b98346" stroke-width="3" stroke-dasharray="3 6"/>${letter(name, size / 2, size * 0.62 + 6, "#7c3f1d", 1)}`;

const drawings: Readonly<Record<string, () => string>> = {
  drum: () =>
    yard +
    place(drum, 74, 52, 168, 162) +
    card(6, 150, 78, 78) +
    stand("car", 45, 218, 62) +
    beads(96, 208, 26, 2, 2),
  clap: () =>
    yard +
    card(14, 66, 122, 122) +
    stand("carrot", 75, 176, 100) +
    place(drum, 142, 60, 168, 162) +
    beads(30, 198, 34, 2, 2),
  beats: () =>
    yard +
    `<rect x="102" y="44" width="116" height="46" rx="23" fill="#fffdf6"/>` +
    beads(110, 52, 30, 3, 3) +
    card(12, 112, 88, 96) +
    stand("fish", 56, 196, 68) +
    card(114, 108, 96, 106, "#ffc61a") +
    stand("penguin", 162, 204, 84) +
    stand("snail", 258, 176, 66),

  tones: () =>
    air +
    place(melody("sac", 240, 150), 34, 30, 240, 150) +
    place(bird, 214, 16, 82, 76) +
    melodyCard("ngang", 12, 170, 72, 58) +
    melodyCard("huyen", 92, 170, 72, 58) +
    melodyCard("hoi", 172, 170, 72, 58),
  rhyme: () =>
    air +
    card(106, 14, 108, 104) +
    stand("cat", 160, 106, 84) +
    arrow("M104 118Q84 130 76 138", "M82 126l-8 14 16 1", "#fffdf6") +
    ring(76, 184, 58, 48) +
    stand("candy", 76, 216, 80) +
    card(150, 138, 90, 88) +
    stand("cow", 195, 216, 64),
  pairs: () =>
    air +
    `<rect x="14" y="18" width="134" height="98" rx="44" fill="#fffdf6"/><rect x="172" y="18" width="134" height="98" rx="44" fill="#fffdf6" fill-opacity=".8"/>` +
    stand("fish", 52, 92, 58) +
    stand("leaf", 110, 104, 58) +
    stand("star", 210, 92, 58) +
    `<circle cx="266" cy="74" r="28" fill="none" stroke="#7c93a5" stroke-width="4" stroke-dasharray="8 8"/>` +
    arrow("M166 180Q220 170 252 120", "M234 128l20-12 2 22", "#fffdf6") +
    card(78, 138, 88, 84) +
    stand("apple", 122, 212, 64),
  tone: () =>
    air +
    card(100, 10, 116, 104) +
    stand("rooster", 158, 104, 88) +
    melodyCard("huyen", 14, 132, 100, 90, "#ffc61a") +
    melodyCard("sac", 124, 132, 100, 90) +
    place(bird, 10, 96, 56, 52),

  machine: () =>
    workshop +
    place(machine, 20, 26, 250, 134) +
    `<rect x="60" y="66" width="170" height="54" rx="8" fill="#fffdf6"/>` +
    letter("b", 120, 98, ink) +
    letter("a", 162, 98, ink) +
    letter("huyen", 162, 104, ink) +
    tile(22, 172, 52, "#0072b2", letter("b", 26, 32, white, 0.8)) +
    tile(86, 172, 52, "#c25400", letter("a", 26, 26, white, 0.8)) +
    tile(150, 172, 52, "#f7edd0", tone("huyen", 52)) +
    stand("grandmother", 280, 112, 62),
  build: () =>
    workshop +
    card(10, 46, 100, 100) +
    stand("fish", 60, 136, 82) +
    place(machine, 118, 42, 196, 106) +
    tile(136, 72, 44, "#0072b2", letter("c", 22, 20, white, 0.75)) +
    `<rect x="192" y="70" width="48" height="48" rx="8" fill="#fffdf6" stroke="#1f2a44" stroke-opacity=".4" stroke-width="3" stroke-dasharray="7 6"/><rect x="250" y="70" width="48" height="48" rx="22" fill="#fffdf6" stroke="#1f2a44" stroke-opacity=".4" stroke-width="3" stroke-dasharray="7 6"/>` +
    arrow("M138 168Q190 162 210 132", "M196 140l16-12 4 20", "#c25400") +
    tile(74, 166, 58, "#c25400", letter("a", 28, 28, white, 0.9)) +
    tile(150, 172, 54, "#f7edd0", tone("sac", 54)),
  mark: () =>
    workshop +
    card(14, 44, 104, 104) +
    stand("fish", 66, 138, 86) +
    `<rect x="138" y="58" width="150" height="84" rx="16" fill="#fffdf6" stroke="#3f8fc9" stroke-width="8"/>` +
    letter("c", 186, 106, ink, 1.2) +
    letter("a", 236, 106, ink, 1.2) +
    `<circle cx="240" cy="72" r="13" fill="none" stroke="#d55e00" stroke-width="4" stroke-dasharray="6 5"/>` +
    tile(70, 168, 60, "#f7edd0", tone("huyen", 60)) +
    tile(150, 164, 66, "#ffe58a", tone("sac", 66)),
  blend: () =>
    workshop +
    place(machine, 26, 22, 230, 124) +
    tile(74, 58, 44, "#0072b2", letter("b", 22, 26, white, 0.7)) +
    tile(126, 58, 44, "#c25400", letter("o", 22, 22, white, 0.75)) +
    tile(178, 58, 44, "#f7edd0", tone("huyen", 44)) +
    `<g fill="none" stroke="#e8603c" stroke-width="5" stroke-linecap="round"><path d="M262 48q12-8 13-22M278 58q20-12 21-36"/></g>` +
    card(24, 152, 88, 78, "#ffc61a") +
    stand("cow", 68, 220, 62) +
    card(126, 152, 88, 78) +
    onGround("dog", 170, 220, 60),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
