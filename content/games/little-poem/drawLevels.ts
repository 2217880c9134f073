// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { arrow, card, drawLevelPictures, ring, stand } from "../../sdk/levelPicture.ts";
import { grounds, lantern, lanternColours, owl, pageArrow, peg } from "./drawings.ts";
import { levels } from "./levels.ts";
import { lineAt, type PoemName, poems } from "./poems.ts";

/** One of the game's own drawings, set into the picture. */
const place = (svg: string, x: number, y: number, width: number, height: number): string =>
  svg.replace("<svg ", `<svg x="${x}" y="${y}" width="${width}" height="${height}" `);

const dusk = `<path fill="#34478f" d="M0 0h320v240H0z"/><path fill="#6d64ae" d="M0 70h320v90H0z"/><path fill="#e59a9c" d="M0 130h320v60H0z"/><g fill="#fff6d8"><circle cx="30" cy="24" r="2.500"/><circle cx="96" cy="44" r="2"/><circle cx="150" cy="18" r="2.500"/><circle cx="214" cy="40" r="2"/></g><circle cx="284" cy="36" r="22" fill="#fff3c4"/><path fill="#40655a" d="M0 160q80-22 160-8t160-6v94H0z"/><path fill="#a96d45" d="M0 194h320v46H0z"/><path fill="#7d4a2c" d="M0 194h320v5H0z"/>`;

/** The picture of a line, 4:3, `width` wide. */
const line = (poem: PoemName, index: number, x: number, y: number, width: number): string => {
  const { seen } = lineAt(poem, index);
  const inside = seen.map((each) => stand(each.thing, each.x, each.y, each.size)).join("");
  return `<svg x="${x}" y="${y}" width="${width}" height="${width * 0.75}" viewBox="0 0 320 240">${grounds[poems[poem].background]}${inside}</svg>`;
};
const framed = (poem: PoemName, index: number, x: number, y: number, width: number, edge?: string): string =>
  card(x - 6, y - 6, width + 12, width * 0.75 + 12, edge) + line(poem, index, x, y, width);
const book = (poem: PoemName, left: number, right: number): string =>
  `<rect x="18" y="46" width="284" height="134" rx="14" fill="#a63a34"/><rect x="26" y="52" width="132" height="120" rx="8" fill="#fffdf6"/><rect x="162" y="52" width="132" height="120" rx="8" fill="#fffdf6"/>` +
  line(poem, left, 32, 66, 122) +
  line(poem, right, 166, 66, 122) +
  `<path fill="#5f2a26" fill-opacity=".25" d="M152 52h8v120h-8zM160 52h8v120h-8z"/>` +
  place(pageArrow(false), 186, 180, 46, 46);
const lamp = (which: number, x: number, y: number, width: number, lit: boolean): string => {
  const [colour, dark] = lanternColours[which] ?? ["#f2665a", "#c23b30"];
  const drawn = lantern(colour, dark);
  return place(
    lit ? drawn : drawn.replace(/<circle class="lantern-light"[^>]*>/, ""),
    x,
    y,
    width,
    width * 1.43,
  );
};
const rope = `<path d="M0 54q160 22 320 0" fill="none" stroke="#f0dcae" stroke-width="5"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  "animal-book": () => dusk + book("kitten", 0, 1),
  heard: () =>
    dusk +
    place(owl, 8, 10, 104, 120) +
    `<g fill="none" stroke="#fffdf6" stroke-width="6" stroke-linecap="round"><path d="M122 66q8 12 0 24M138 54q16 24 0 48"/></g>` +
    framed("chick", 0, 172, 22, 118, "#ffc61a") +
    framed("kitten", 1, 32, 148, 104) +
    framed("rain", 1, 162, 148, 90),
  beat: () =>
    dusk +
    `<path d="M0 60q160 34 320 0" fill="none" stroke="#6b4a2f" stroke-width="5"/>` +
    lamp(0, 10, 62, 82, true) +
    lamp(1, 90, 70, 82, true) +
    lamp(2, 170, 70, 82, false) +
    lamp(3, 246, 62, 72, false) +
    stand("frog", 130, 58, 56),

  "garden-book": () => dusk + book("rain", 2, 3),
  next: () =>
    dusk +
    framed("rain", 0, 22, 22, 118) +
    arrow("M150 66H184", "M172 52l16 14-16 14", "#fffdf6") +
    `<rect x="202" y="22" width="104" height="84" rx="14" fill="#fffdf6" fill-opacity=".35" stroke="#fffdf6" stroke-width="5" stroke-dasharray="10 10"/>` +
    framed("rain", 1, 30, 142, 104, "#ffc61a") +
    framed("rain", 3, 158, 142, 92),
  "three-in-order": () =>
    dusk +
    rope +
    framed("garden", 0, 16, 72, 84) +
    framed("garden", 1, 118, 78, 84) +
    `<rect x="216" y="66" width="92" height="74" rx="12" fill="#fffdf6" fill-opacity=".3" stroke="#fffdf6" stroke-width="4" stroke-dasharray="9 9"/>` +
    place(peg(1), 26, 36, 66, 44) +
    place(peg(2), 128, 42, 66, 44) +
    place(peg(3), 228, 36, 66, 44) +
    arrow("M176 190Q230 186 254 152", "M238 158l18-8 3 18", "#fffdf6") +
    framed("garden", 2, 76, 160, 88, "#ffc61a"),

  "evening-book": () => dusk + book("moon", 0, 2),
  missing: () =>
    dusk +
    place(owl, 6, 6, 96, 110) +
    `<g fill="#fffdf6"><rect x="112" y="28" width="190" height="66" rx="33"/><path d="M116 84l-14 18 30-10z"/></g><g fill="#c25400"><circle cx="142" cy="61" r="8"/><circle cx="172" cy="61" r="8"/><circle cx="202" cy="61" r="8"/></g><circle cx="252" cy="61" r="22" fill="none" stroke="#0072b2" stroke-width="5" stroke-dasharray="8 7"/>` +
    card(22, 128, 90, 92) +
    stand("leaf", 67, 212, 70) +
    card(126, 124, 98, 98, "#ffc61a") +
    stand("rabbit", 175, 214, 80) +
    stand("sun", 272, 170, 52),
  rhyme: () =>
    dusk +
    ring(92, 92, 78, 72) +
    stand("water", 92, 146, 104) +
    `<path fill="#e8372c" d="M176 98c-14-12-22-20-20-30 2-8 14-8 20 0 6-8 18-8 20 0 2 10-6 18-20 30z"/>` +
    framed("granny", 2, 208, 44, 96) +
    card(40, 172, 66, 60) +
    stand("bee", 73, 228, 48) +
    card(128, 172, 66, 60) +
    stand("tree", 161, 228, 48),
  "whole-poem": () =>
    dusk +
    rope +
    ([0, 1, 2] as const).map((index) => framed("moon", index, 10 + index * 78, 76, 62)).join("") +
    `<rect x="240" y="70" width="74" height="58" rx="10" fill="#fffdf6" fill-opacity=".3" stroke="#fffdf6" stroke-width="4" stroke-dasharray="9 9"/>` +
    ([0, 1, 2, 3] as const).map((index) => place(peg(index + 1), 12 + index * 78, 42, 58, 38)).join("") +
    arrow("M186 184Q250 182 274 140", "M258 146l18-8 4 18", "#fffdf6") +
    framed("moon", 3, 82, 154, 96, "#ffc61a"),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
