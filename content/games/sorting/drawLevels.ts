// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import {
  calm,
  card,
  drawLevelPictures,
  mountains,
  onGround,
  ring,
  sky,
  stand,
  sun,
} from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

const indoors =
  '<path fill="#fdeccb" d="M0 0h320v240H0z"/><path fill="#e9c690" d="M0 118h320v16H0z"/><path fill="#d3a066" d="M0 132h320v108H0z"/><ellipse cx="160" cy="196" rx="170" ry="50" fill="#74c3ae"/>';
const tub = (x: number, y: number, width: number, things: string): string =>
  `<g transform="translate(${x} ${y}) scale(${width / 240})"><path fill="#eef8fc" fill-opacity=".7" d="M0 0h240l-18 110c-2 8-6 12-14 12H32c-8 0-12-4-14-12z"/><path fill="#5fbfe2" d="M5 34q14-6 29 0t29 0 29 0 29 0 29 0 29 0 29 0 27 0l-13 76c-2 8-6 12-14 12H32c-8 0-12-4-14-12z"/>${things}<path fill="#2f8fc0" fill-opacity=".3" d="M5 36q14-6 29 0t29 0 29 0 29 0 29 0 29 0 29 0 27 0l-13 74c-2 8-6 12-14 12H32c-8 0-12-4-14-12z"/><path fill="none" stroke="#2f77ad" stroke-width="7" stroke-linejoin="round" d="M0 0l18 110c2 8 6 12 14 12h176c8 0 12-4 14-12L240 0"/><ellipse cx="120" cy="0" rx="120" ry="9" fill="none" stroke="#2f77ad" stroke-width="6"/></g>`;
const basket = (x: number, y: number, band: string, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="none" stroke="#9a6a3a" stroke-width="9" stroke-linecap="round" d="M34 50C38 4 122 4 126 50"/><path fill="#d9a860" d="M10 48h140l-14 66c-1 4-4 6-8 6H32c-4 0-7-2-8-6z"/><path fill="${band}" d="M14 68h132l-4 18H18z"/><path fill="#c4904c" d="M4 42h152c3 0 4 2 4 5s-1 7-4 7H4c-3 0-4-3-4-7s1-5 4-5z"/></g>`;
const hoop = (x: number, y: number, rx: number, ry: number, colour: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#fffdf6" fill-opacity=".4" stroke="${colour}" stroke-width="9"/>`;
const blue = "#2f8fd0";
const pink = "#e0679b";

const drawings: Readonly<Record<string, () => string>> = {
  tub: () =>
    sky +
    sun +
    mountains +
    '<path fill="#d99a70" d="M0 132h320v108H0z"/>' +
    stand("rock", 170, 78, 62) +
    tub(32, 98, 244, stand("ball", 66, 58, 56) + stand("wood", 134, 56, 50) + stand("key", 176, 118, 44)),
  living: () =>
    calm +
    `<path fill="#f3dcb2" d="M170 20h138v196H170z"/><path fill="#a8743f" d="M170 112h138v10H170zM170 206h138v10H170z"/>` +
    onGround("rabbit", 54, 130, 76) +
    onGround("sunflower", 118, 206, 92) +
    stand("chair", 208, 112, 72) +
    stand("ball", 270, 112, 54) +
    stand("bear", 210, 206, 70),
  harvest: () =>
    calm +
    stand("banana", 62, 132, 66) +
    stand("mango", 106, 128, 60) +
    basket(10, 106, "#e69f00", 0.86) +
    stand("carrot", 206, 112, 64) +
    stand("cucumber", 252, 110, 60) +
    basket(160, 88, "#4c9a3d", 0.86),
  "which-floats": () =>
    sky +
    '<path fill="#d99a70" d="M0 150h320v90H0z"/>' +
    tub(60, 30, 200, stand("leaf", 120, 54, 60)) +
    card(26, 152, 78, 78) +
    stand("spoon", 65, 222, 60) +
    card(120, 152, 78, 78, "#ffc61a") +
    stand("leaf", 159, 222, 60),
  "free-hoops": () =>
    indoors +
    hoop(92, 120, 78, 62, blue) +
    hoop(236, 120, 72, 58, pink) +
    stand("apple", 66, 128, 56) +
    stand("tomato", 120, 150, 54) +
    stand("fish", 216, 122, 52) +
    stand("crab", 258, 152, 50) +
    stand("star", 110, 232, 48) +
    stand("duck", 180, 234, 52),
  homes: () =>
    sky +
    mountains +
    '<path fill="#8fd06f" d="M0 120h150v120H0z"/><path fill="#5cc0e0" d="M150 130c50-14 120-14 170 0v110H150z"/><path fill="#3f8a47" d="M0 130c40-14 110-14 150 0v110H0z"/><circle cx="30" cy="92" r="36" fill="#4b9a47"/><circle cx="100" cy="86" r="40" fill="#5fa562"/><path fill="#7c5433" d="M24 110h12v40H24zM94 110h12v40H94z"/>' +
    onGround("tiger", 74, 216, 88) +
    stand("fish", 216, 186, 68) +
    stand("crab", 246, 120, 54),
  predict: () =>
    sky +
    '<path fill="#d99a70" d="M0 150h320v90H0z"/>' +
    stand("apple", 160, 62, 58) +
    tub(70, 58, 180, "") +
    card(22, 158, 84, 74, "#ffc61a") +
    tub(36, 176, 56, '<circle cx="120" cy="34" r="34" fill="#f28c28"/>') +
    card(124, 158, 84, 74) +
    tub(138, 176, 56, '<circle cx="120" cy="86" r="34" fill="#f28c28"/>'),
  odd: () =>
    indoors +
    card(30, 20, 94, 92) +
    stand("strawberry", 77, 104, 72) +
    card(144, 20, 94, 92) +
    stand("pear", 191, 104, 72) +
    card(30, 130, 94, 92, "#ffc61a") +
    stand("car", 77, 214, 72) +
    card(144, 130, 94, 92) +
    stand("banana", 191, 214, 72),
  "crossed-hoops": () =>
    indoors +
    hoop(112, 118, 96, 76, blue) +
    hoop(208, 118, 96, 76, pink) +
    stand("chilli", 62, 148, 52) +
    stand("apple", 160, 146, 56) +
    stand("ball", 258, 146, 52) +
    '<g transform="translate(30 22)"><circle r="20" fill="#fffdf6"/><circle r="12" fill="#e23b33"/></g><g transform="translate(290 22)"><circle r="20" fill="#fffdf6"/><circle r="11" fill="none" stroke="#5b6b86" stroke-width="4"/></g>',
  bodies: () =>
    indoors +
    card(14, 26, 88, 96, "#b3d6ef") +
    stand("feather", 58, 108, 70) +
    card(116, 26, 88, 96, "#f5c8a6") +
    stand("fish", 160, 108, 70) +
    card(218, 26, 88, 96, "#c6e3ab") +
    stand("turtle", 262, 108, 70) +
    stand("parrot", 62, 226, 72) +
    stand("snake", 136, 228, 70) +
    stand("crab", 206, 228, 62),
  both: () =>
    indoors +
    card(60, 16, 200, 84) +
    '<circle cx="112" cy="58" r="26" fill="#e23b33"/><path d="M148 58h24M160 46v24" stroke="#0072b2" stroke-width="7" stroke-linecap="round"/><circle cx="210" cy="58" r="24" fill="#e9eef5" stroke="#5b6b86" stroke-width="6"/>' +
    card(18, 124, 84, 88) +
    stand("chilli", 60, 204, 66) +
    card(118, 124, 84, 88, "#ffc61a") +
    stand("tomato", 160, 204, 66) +
    card(218, 108, 84, 88) +
    stand("ball", 260, 188, 66),
  hoops: () =>
    indoors +
    hoop(112, 104, 96, 74, blue) +
    hoop(208, 104, 96, 74, pink) +
    stand("cucumber", 62, 132, 54) +
    stand("cabbage", 160, 134, 56) +
    stand("carrot", 258, 132, 54) +
    card(60, 178, 66, 58) +
    stand("broccoli", 93, 232, 50) +
    card(140, 178, 66, 58) +
    stand("turtle", 173, 232, 50),
  rule: () =>
    indoors +
    hoop(160, 84, 120, 70, "#f2b705") +
    stand("crab", 96, 84, 56) +
    stand("fish", 160, 76, 58) +
    stand("shrimp", 224, 84, 56) +
    ring(160, 116, 24, 22) +
    card(30, 160, 74, 72) +
    stand("cat", 67, 226, 58) +
    card(122, 160, 74, 72, "#ffc61a") +
    stand("carp", 159, 226, 58),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
