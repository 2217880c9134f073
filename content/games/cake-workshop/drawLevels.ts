// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { digit, drawLevelPictures, equals, ring, sign, stand } from "../../sdk/levelPicture.ts";
import type { LargeCake, SmallCake } from "./bakery.ts";
import { candle, largeCake, plate, smallCakePictures } from "./drawCakes.ts";
import { levels } from "./levels.ts";

const inner = (svg: string) => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
const kitchen = `<path fill="#cdeee6" d="M0 0h320v240H0z"/><g stroke="#fff" stroke-width="3" stroke-opacity=".8"><path d="M0 50h320M0 100h320M40 0v130M104 0v130M168 0v130M232 0v130M296 0v130"/></g><path fill="#b98049" d="M0 124h320v12H0z"/><path fill="#f3d8ae" d="M0 132h320v108H0z"/>`;
const night = `<path fill="#2a3c80" d="M0 0h320v240H0z"/><circle cx="268" cy="44" r="28" fill="#fffbe4"/><g fill="#fff6cf"><circle cx="40" cy="26" r="3"/><circle cx="120" cy="16" r="2.500"/><circle cx="196" cy="34" r="3"/></g><path fill="#e2bf7f" d="M0 112h320v128H0z"/><path stroke="#c4502c" stroke-width="6" d="M0 122h320"/>`;
const cake = (name: LargeCake, x: number, y: number, scale: number) =>
  `<g transform="translate(${x} ${y}) scale(${scale})" fill="none">${inner(largeCake(name))}</g>`;
const small = (name: SmallCake, x: number, y: number, size: number) =>
  `<g transform="translate(${x - size / 2} ${y - size / 2}) scale(${size / 100})" fill="none">${inner(smallCakePictures[name])}</g>`;
const light = (x: number, y: number, size: number) =>
  `<g transform="translate(${x - size / 2} ${y - size}) scale(${size / 100})" fill="none">${inner(candle)}</g>`;
const dish = (x: number, y: number, width: number, height: number) =>
  `<g transform="translate(${x - width / 2} ${y - height / 2}) scale(${width / 320} ${height / 220})" fill="none">${inner(plate)}</g>`;
const board = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x}" y="${y + 5}" width="${width}" height="${height}" rx="16" fill="#8a5426"/><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="16" fill="#b27a42"/><rect x="${x + 7}" y="${y + 7}" width="${width - 14}" height="${height - 14}" rx="11" fill="#efcd96"/>`;
const bubble = (inside: string) =>
  `<path fill="#fffdf6" d="M100 12h196a16 16 0 0 1 16 16v36a16 16 0 0 1-16 16H116l-24 10 6-14V28a16 16 0 0 1 2-16z"/>${inside}`;
const many = (name: SmallCake, spots: readonly (readonly [number, number])[], size: number) =>
  spots.map(([x, y]) => small(name, x, y, size)).join("");

const drawings: Readonly<Record<string, () => string>> = {
  decorate: () =>
    kitchen +
    cake("sponge", 160, 140, 0.38) +
    stand("strawberry", 92, 150, 62) +
    stand("flower", 162, 128, 62) +
    stand("strawberry", 222, 160, 62) +
    stand("rabbit", 160, 66, 74),
  "put-3": () =>
    kitchen +
    cake("pink", 172, 158, 0.35) +
    stand("cat", 46, 96, 84) +
    bubble([136, 200, 264].map((x) => stand("strawberry", x, 70, 52)).join("")) +
    stand("strawberry", 122, 168, 54) +
    stand("strawberry", 186, 168, 54),
  "one-each": () =>
    night +
    ["rabbit", "panda", "pig"]
      .map((name, index) => stand(name, 58 + index * 102, 100, 76) + dish(58 + index * 102, 150, 90, 62))
      .join("") +
    small("moon", 58, 148, 52) +
    small("moon", 160, 148, 52) +
    small("moon", 216, 206, 46),
  more: () =>
    kitchen +
    board(14, 46, 138, 132) +
    board(168, 46, 138, 132) +
    many(
      "sesame",
      [
        [52, 86],
        [112, 86],
        [52, 140],
        [112, 140],
      ],
      56,
    ) +
    small("sesame", 237, 112, 56) +
    `<rect x="10" y="42" width="146" height="142" rx="20" fill="none" stroke="#ffc61a" stroke-width="7"/>`,
  "big-cake": () =>
    kitchen +
    cake("pandan", 160, 128, 0.4) +
    [64, 112, 160, 208, 256]
      .map((x, index) => stand(index % 2 ? "star" : "flower", x, 124 + (index % 2) * 6, 46))
      .join("") +
    [88, 136, 184, 232]
      .map((x, index) => (index % 2 ? light(x, 168, 56) : stand("strawberry", x, 172, 46)))
      .join(""),
  "put-6": () =>
    kitchen +
    cake("sponge", 172, 160, 0.35) +
    stand("bear", 46, 96, 84) +
    bubble(digit(3, 140, 46) + stand("star", 216, 76, 62)) +
    stand("star", 110, 168, 50) +
    stand("star", 170, 168, 50) +
    light(238, 170, 60),
  compare: () =>
    kitchen +
    board(14, 46, 138, 132) +
    board(168, 46, 138, 132) +
    many(
      "chung",
      [
        [48, 84],
        [84, 140],
        [120, 84],
      ],
      50,
    ) +
    many(
      "moon",
      [
        [202, 82],
        [238, 82],
        [274, 82],
        [216, 134],
      ],
      46,
    ) +
    `<rect x="10" y="42" width="146" height="142" rx="20" fill="none" stroke="#ffc61a" stroke-width="7"/>`,
  "share-two": () =>
    night +
    [86, 220]
      .map((x, index) => stand(index ? "monkey" : "rabbit", x, 96, 84) + dish(x, 150, 122, 68))
      .join("") +
    many(
      "sponge",
      [
        [60, 148],
        [112, 148],
        [194, 148],
        [246, 148],
      ],
      48,
    ),
  feast: () =>
    night +
    ["cat", "bear", "pig", "panda"].map((name, index) => stand(name, 42 + index * 78, 98, 64)).join("") +
    `<ellipse cx="150" cy="182" rx="134" ry="46" fill="#8a5426"/><ellipse cx="150" cy="176" rx="128" ry="42" fill="#c98d52"/>` +
    many(
      "moon",
      [
        [66, 176],
        [122, 160],
        [178, 160],
        [234, 176],
        [94, 196],
        [150, 200],
        [206, 196],
      ],
      50,
    ),
  "two-kinds": () =>
    kitchen +
    cake("pink", 172, 164, 0.34) +
    stand("panda", 46, 96, 84) +
    bubble(
      digit(3, 126, 46) + stand("strawberry", 176, 72, 50) + digit(2, 228, 44) + stand("star", 280, 72, 50),
    ) +
    [96, 140, 184].map((x) => stand("strawberry", x, 172, 40)).join("") +
    stand("star", 232, 174, 44),
  "share-three": () =>
    night +
    ["pig", "rabbit", "cat"]
      .map(
        (name, index) =>
          stand(name, 58 + index * 102, 92, 72) +
          dish(58 + index * 102, 140, 96, 62) +
          many(
            "sesame",
            [
              [38 + index * 102, 138],
              [78 + index * 102, 138],
            ],
            38,
          ),
      )
      .join("") +
    many(
      "sesame",
      [
        [60, 204],
        [110, 204],
        [160, 204],
      ],
      44,
    ),
  equal: () =>
    night +
    [72, 234]
      .map((x, index) => stand(index ? "bear" : "monkey", x, 92, 76) + dish(x, 148, 120, 76))
      .join("") +
    many(
      "chung",
      [
        [46, 134],
        [98, 134],
        [46, 166],
        [98, 166],
        [208, 134],
        [260, 134],
        [208, 166],
      ],
      38,
    ) +
    ring(260, 166, 26, 22) +
    sign(153, 148, "#0072b2", equals, 24),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
