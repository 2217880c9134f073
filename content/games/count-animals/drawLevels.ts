// Owns the menu pictures of the levels: what a child does in each, drawn from the game's own animals. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { levels, type QuizKind } from "./levels.ts";

/** Four to three, as the menu's frame; the lower right corner lies under the sign of the mode. */
const width = 320;
const height = 240;

/** Names of the pictures that the drawing at hand refers to. */
const used = new Set<string>();

/** An animal of `size` px whose feet stand in the middle of (x, y); they look to the left unless turned. */
function stand(name: string, x: number, y: number, size: number, turned = false, more = ""): string {
  used.add(name);
  const scale = size / 32;
  const place = `translate(${x} ${y}) scale(${turned ? -scale : scale} ${scale}) translate(-16 -30)`;
  return `<use href="#${name}" transform="${place}"${more}/>`;
}
const shade = (x: number, y: number, size: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${size * 0.42}" ry="${size * 0.08}" fill="#2f5d34" fill-opacity=".28"/>`;
const onGround = (name: string, x: number, y: number, size: number, turned = false): string =>
  shade(x, y, size) + stand(name, x, y, size, turned);

const dots = (points: readonly (readonly [number, number])[], radius: number, colour = "#0072b2"): string =>
  points.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`).join("");
const card = (x: number, y: number, w: number, h: number, edge = "#ecd9a8"): string =>
  `<rect x="${x}" y="${y + 5}" width="${w}" height="${h}" rx="18" fill="${edge}"/><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="18" fill="#fffdf6"/>`;
/** A sign in a circle: what is drawn inside is centred on 0, 0. */
const sign = (x: number, y: number, colour: string, inside: string, radius = 26): string =>
  `<g transform="translate(${x} ${y})"><circle r="${radius}" fill="#fffdf6"/><circle r="${radius - 5}" fill="${colour}"/><path d="${inside}" fill="none" stroke="#fffdf6" stroke-width="8" stroke-linecap="round"/></g>`;
const plus = "M-10 0H10M0 -10V10";
const minus = "M-10 0H10";
const equals = "M-10 -7H10M-10 7H10";
const arrow = (path: string, head: string, colour: string): string =>
  `<g fill="none" stroke="${colour}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}" stroke-dasharray="1 14"/><path d="${head}"/></g>`;
const digitPaths: Readonly<Record<2 | 3, string>> = {
  2: "M-11 -10a11 10 0 1 1 20 6L-11 17H12",
  3: "M-10 -15a10 8.500 0 1 1 8 14a11 9.500 0 1 1 -10 14",
};

const digit = (number: 2 | 3, x: number, y: number): string =>
  `<path transform="translate(${x} ${y})" d="${digitPaths[number]}" fill="none" stroke="#1b3a57" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`;

const sky = `<path fill="url(#s)" d="M0 0h320v240H0z"/>`;
const mountains = `<path fill="#a9cfe0" d="M0 140c12-56 46-78 72-78s56 28 70 56c14-32 44-54 68-54s70 24 110 64v40H0z"/>`;
const sun = `<circle cx="54" cy="46" r="24" fill="#ffd447"/>`;
const grass = (top: number): string =>
  `<path fill="url(#g)" d="M0 ${top}c86-22 226-22 320 0v${height - top}H0z"/>`;
const field = sky + sun + mountains + grass(128);
const calm = `<path fill="url(#s)" d="M0 0h320v240H0z"/>${grass(70)}`;
const water = `<path fill="url(#w)" d="M0 112c70-26 240-30 320-6v134H0z"/><g fill="none" stroke="#fff" stroke-opacity=".45" stroke-width="4" stroke-linecap="round"><path d="M28 150h34M238 136h40M120 214h44M20 218h22"/></g>`;
const house = `<g transform="translate(206 62)"><path fill="#fdf0d2" d="M14 40h82v62H14z"/><path fill="#d96a45" d="M0 44 20 8h70l20 36z"/><path fill="#b9522f" d="M0 38h110v8H0z"/><path fill="#8a5a35" d="M44 60h24v42H44z"/><path fill="#8ecbe8" d="M22 58h16v18H22zM74 58h16v18H74z"/></g>`;
const lotus = (x: number, y: number): string =>
  `<g transform="translate(${x} ${y})"><ellipse cx="0" cy="6" rx="30" ry="9" fill="#3f9a58"/><path fill="#f59ab8" d="M0 4C-20 2-22-12-18-16-10-14-4-8 0-2 4-8 10-14 18-16c4 4 2 18-18 20z"/><path fill="#fbc4d6" d="M0 4C-9-4-8-18 0-24 8-18 9-4 0 4z"/></g>`;
const kite = `<g transform="translate(250 56) rotate(12)"><path fill="#ffd447" d="M0-34 24 0H-24z"/><path fill="#e8603c" d="M-24 0h48L0 36z"/><path fill="none" stroke="#e8603c" stroke-width="5" stroke-linecap="round" d="M0 36q10 10 0 20t0 20"/></g>`;
const ring = (x: number, y: number, rx: number, ry: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#fff6c9" fill-opacity=".75" stroke="#ffc61a" stroke-width="6"/>`;
const rays = Array.from({ length: 16 }, (_, index) => {
  const angle = (index / 16) * 2 * Math.PI;
  const edge = (turn: number) =>
    `${Math.round(160 + 240 * Math.cos(angle + turn))} ${Math.round(114 + 240 * Math.sin(angle + turn))}`;
  return `M160 114 ${edge(-0.09)}L${edge(0.09)}z`;
}).join("");
const steps = (x: number, y: number): string =>
  `<path d="M${x} ${y}h22M${x + 8} ${y - 14}h22M${x + 8} ${y + 14}h22" stroke="#fffdf6" stroke-width="6" stroke-linecap="round"/>`;

const quizzes: Readonly<Record<QuizKind, () => string>> = {
  touch: () =>
    calm +
    ring(96, 150, 56, 64) +
    onGround("chicken", 96, 190, 92) +
    onGround("chicken", 212, 152, 76) +
    onGround("chicken", 276, 128, 62) +
    stand("hand", 138, 232, 74),
  find: () =>
    calm +
    card(122, 16, 76, 76) +
    dots(
      [
        [146, 40],
        [160, 54],
        [174, 68],
      ],
      8.5,
    ) +
    card(20, 110, 128, 112) +
    stand("cat", 58, 192, 58) +
    stand("cat", 110, 192, 58) +
    card(172, 110, 128, 112, "#ffc61a") +
    stand("cat", 204, 166, 50) +
    stand("cat", 268, 166, 50) +
    stand("cat", 220, 216, 50),
  oneMore: () =>
    calm +
    onGround("rabbit", 56, 196, 84) +
    onGround("rabbit", 134, 178, 84) +
    `<ellipse cx="232" cy="164" rx="34" ry="9" fill="none" stroke="#fffdf6" stroke-width="5" stroke-dasharray="9 9"/>` +
    stand("rabbit", 244, 132, 84) +
    arrow("M304 70C298 130 276 156 252 162", "M268 148l-18 15 22 9", "#fffdf6") +
    sign(176, 70, "#4f9d3f", plus),
  moving: () =>
    calm +
    `<path fill="#efd9a4" d="M-10 250C70 150 190 196 330 92v62C220 220 150 200 110 250z"/>` +
    steps(118, 168) +
    onGround("turtle", 76, 200, 84) +
    steps(214, 138) +
    onGround("duck", 180, 168, 78) +
    onGround("duck", 264, 122, 64) +
    steps(288, 96),
  match: () =>
    calm +
    card(46, 14, 66, 76, "#d9b57a") +
    digit(3, 79, 52) +
    card(206, 14, 66, 76, "#d9b57a") +
    digit(2, 239, 52) +
    arrow("M79 104V126", "M66 122l13 12 13-12", "#fffdf6") +
    arrow("M239 104V126", "M226 122l13 12 13-12", "#fffdf6") +
    ring(79, 188, 70, 44) +
    ring(234, 188, 62, 44) +
    [
      [46, 216],
      [80, 196],
      [114, 216],
    ]
      .map(([x, y]) => stand("pig", x ?? 0, y ?? 0, 48))
      .join("") +
    stand("pig", 208, 212, 50) +
    stand("pig", 252, 202, 50),
  moreFewer: () =>
    `<path fill="#8fd0f2" d="M0 0h160v240H0z"/><path fill="#ffe2a8" d="M160 0h160v240H160z"/>` +
    `<path d="M160 14V226" stroke="#fffdf6" stroke-width="8" stroke-linecap="round" stroke-dasharray="1 17"/>` +
    (
      [
        [48, 82],
        [112, 82],
        [48, 150],
        [112, 150],
        [80, 216],
      ] as const
    )
      .map(([x, y]) => onGround("bird", x, y, 62))
      .join("") +
    onGround("bird", 216, 110, 62, true) +
    onGround("bird", 268, 150, 62, true),
  mixed: () =>
    field +
    (
      [
        [52, 172, 44, 46],
        [160, 128, 42, 42],
        [176, 208, 44, 40],
      ] as const
    )
      .map(([x, y, rx, ry]) => ring(x, y - 20, rx, ry))
      .join("") +
    stand("butterfly", 52, 180, 66) +
    stand("butterfly", 160, 134, 60) +
    stand("butterfly", 176, 212, 60) +
    onGround("rabbit", 110, 222, 62) +
    onGround("bird", 106, 138, 50) +
    onGround("dog", 252, 160, 76),
  flash: () =>
    `<path fill="#26467f" d="M0 0h320v240H0z"/><path fill="#ffd447" d="${rays}"/><circle cx="160" cy="114" r="96" fill="#fff3b8"/>` +
    card(98, 52, 124, 124) +
    dots(
      [
        [130, 84],
        [190, 84],
        [160, 114],
        [130, 144],
        [190, 144],
      ],
      14,
    ) +
    `<path fill="url(#g)" d="M0 240v-34c22-24 52-18 62 0 16-22 54-22 70 0 14-20 48-22 64-2 18-20 52-16 62 2 20-16 44-12 62 6v28z"/>`,
  story: () =>
    calm +
    `<g transform="translate(116 62)"><path fill="#fdf0d2" d="M14 40h72v58H14z"/><path fill="#d96a45" d="M-4 44 50 0l54 44z"/><path fill="#6b4426" d="M30 98V70a20 20 0 0 1 40 0v28z"/></g>` +
    onGround("dog", 60, 202, 84, true) +
    arrow("M20 104C50 92 78 104 104 128", "M104 106l2 24-24-4", "#fffdf6") +
    sign(46, 62, "#4f9d3f", plus) +
    onGround("dog", 226, 202, 84, true) +
    arrow("M214 128C238 104 262 92 296 100", "M278 84l20 17-22 13", "#fffdf6") +
    sign(272, 56, "#e8833a", minus),
  equal: () =>
    calm +
    `<ellipse cx="76" cy="160" rx="70" ry="66" fill="#f6e3b0"/><ellipse cx="244" cy="160" rx="70" ry="66" fill="#f6e3b0"/>` +
    (
      [
        [48, 150],
        [104, 150],
        [76, 210],
      ] as const
    )
      .map(([x, y]) => onGround("duck", x, y, 58))
      .join("") +
    (
      [
        [216, 150],
        [272, 150],
        [240, 210],
      ] as const
    )
      .map(([x, y]) => onGround("crab", x, y, 56))
      .join("") +
    sign(160, 74, "#0072b2", equals, 32),
};

const places = {
  yard: () =>
    field +
    house +
    onGround("dog", 186, 192, 80) +
    onGround("chicken", 92, 206, 82) +
    onGround("cat", 40, 166, 56, true),
  pond: () =>
    sky +
    sun +
    mountains +
    water +
    lotus(252, 142) +
    lotus(46, 176) +
    stand("duck", 110, 176, 84) +
    stand("duck", 196, 154, 66) +
    stand("fish", 170, 226, 64) +
    `<ellipse cx="110" cy="174" rx="42" ry="8" fill="#fff" fill-opacity=".5"/><ellipse cx="196" cy="152" rx="33" ry="6" fill="#fff" fill-opacity=".5"/>`,
  meadow: () =>
    field +
    kite +
    onGround("buffalo", 100, 208, 126, true) +
    onGround("rabbit", 212, 206, 68) +
    stand("butterfly", 190, 118, 50),
} as const;

const gradient = (id: string, top: string, bottom: string): string =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`;

/** Path inside the pack → SVG, for every level. `read` gives the text of `pictures/<name>.svg`. */
export function drawLevels(read: (name: string) => string): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const level of levels) {
    used.clear();
    const drawing = level.mode === "quiz" ? quizzes[level.kind]() : places[level.place]();
    const colours =
      gradient("s", "#4aaeea", "#dff3fb") +
      gradient("g", "#b5df66", "#579f3f") +
      gradient("w", "#7fd0ea", "#2f86b8");
    const animals = [...used].map((name) => `<g id="${name}">${bodyOf(read(name))}</g>`).join("");
    drawn[level.picture] =
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><defs>${colours}${animals}</defs>${drawing}</svg>\n`;
  }
  return drawn;
}

const bodyOf = (svg: string): string => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "");
