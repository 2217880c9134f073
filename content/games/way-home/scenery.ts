// Owns the two places of this game: the village among its rice fields, seen from a hill, and the lotus pond with its stones.
import {
  areca,
  bamboo,
  cloud,
  gradient,
  hills,
  lotus,
  lotusLeaf,
  paintLandscape,
  tuft,
} from "../../sdk/landscape.ts";
import { createRandom } from "../../sdk/random.ts";

const definitions =
  gradient("meadow", [0, "#b5de6a"], [0.5, "#8fc94f"], [1, "#6aae42"]) +
  gradient("paddy", [0, "#d9e98a"], [1, "#b3d45c"]) +
  gradient("air", [0, "#6fc1f0"], [1, "#e3f4f6"]) +
  gradient("lake", [0, "#a8e0ee"], [0.4, "#5fc0da"], [1, "#2b8ab8"]);

const far = `<rect x="-1200" y="-300" width="2400" height="460" fill="url(#air)"/>${cloud(-520, 40, 0.7, "slow")}${cloud(180, 26, 0.8, "slower")}${cloud(640, 60, 0.6, "slow")}<g transform="translate(0 -60) scale(1 .55)">${hills}</g>`;

/** A terrace of rice with its rows of young plants. */
const paddy = (x: number, y: number, width: number, height: number, lean: number) =>
  `<g transform="translate(${x} ${y}) skewX(${lean})"><rect width="${width}" height="${height}" rx="16" fill="#7aa83f"/><rect x="5" y="4" width="${width - 10}" height="${height - 10}" rx="13" fill="url(#paddy)"/><g stroke="#7fb043" stroke-width="5" stroke-linecap="round" stroke-dasharray="1 15">${Array.from({ length: Math.floor(height / 18) }, (_, row) => `<path d="M16 ${14 + row * 18}H${width - 16}"/>`).join("")}</g></g>`;

/** Small flowers in the grass, always the same. */
const flowers = (() => {
  const random = createRandom(5);
  return Array.from({ length: 46 }, () => {
    const y = random.integer(170, 740);
    return `<circle cx="${random.integer(-520, 520)}" cy="${y}" r="${(2.5 + y / 260).toFixed(1)}" fill="${random.pick(["#fffdf6", "#ffe28a", "#ffc2d6"])}" fill-opacity=".85"/>`;
  }).join("");
})();

const village = `${far}<path fill="url(#meadow)" d="M-1200 128c300-24 700-24 1200-6s800 6 1200-8v960h-2400z"/>
${paddy(-760, 150, 200, 80, -12)}${paddy(-780, 250, 220, 96, -10)}${paddy(-820, 370, 250, 110, -8)}${paddy(-860, 506, 280, 130, -6)}${paddy(560, 150, 200, 80, 12)}${paddy(560, 250, 220, 96, 10)}${paddy(570, 370, 250, 110, 8)}${paddy(590, 506, 280, 130, 6)}${paddy(-1100, 180, 250, 90, -12)}${paddy(850, 180, 250, 90, 12)}${paddy(-1150, 300, 280, 130, -10)}${paddy(870, 300, 280, 130, 10)}
<g stroke="#c8ea8c" stroke-opacity=".5" stroke-width="7" stroke-linecap="round"><path d="M-460 250c50-8 90-8 130 0M260 210c50-8 90-8 130 0M-200 690c60-10 110-10 160 0M320 660c60-10 110-10 150 0M-440 620c50-8 90-8 130 0"/></g>
${flowers}${tuft(-480, 220, 0.6)}${tuft(470, 216, 0.6)}${tuft(-500, 740, 1)}${tuft(500, 742, 1)}${bamboo(-640, 176, 0.44)}${areca(610, 180, 0.5)}${areca(-560, 170, 0.42)}${bamboo(700, 180, 0.4)}${bamboo(-700, 760, 0.8)}${areca(690, 760, 0.8)}`;

const pond = `${far}<path fill="url(#meadow)" d="M-1200 150c300-20 700-20 1200-4s800 4 1200-8v240h-2400z"/>${paddy(-420, 170, 240, 64, -10)}${paddy(-120, 166, 250, 64, 0)}${paddy(190, 170, 250, 64, 10)}${bamboo(-300, 268, 0.4)}${areca(330, 270, 0.46)}
<path fill="url(#lake)" d="M-1200 292c400-40 800-40 1200-30s800-10 1200 10v800h-2400z"/><g stroke="#fff" stroke-opacity=".55" stroke-width="6" stroke-linecap="round"><path class="glint" d="M-260 340h90M-40 320h120"/><path class="glint late" d="M180 356h90M-200 590h110M60 574h130M-60 700h150"/></g>
<path fill="#5f9f3a" d="M-1200 300c300-20 520-10 700 10 60 10 60 120 40 180-40 130-20 200 40 300h-780z"/><path fill="url(#meadow)" d="M-1200 290c300-20 500-10 676 10 56 10 56 116 36 176-40 130-20 210 36 310h-748z"/><path fill="#5f9f3a" d="M1200 300c-300-20-560-10-740 14-60 10-80 120-60 186 40 120 30 200-30 300h830z"/><path fill="url(#meadow)" d="M1200 290c-300-20-540-10-716 14-56 10-76 116-56 180 40 130 26 210-30 316h802z"/>
${lotusLeaf(-250, 330, 0.7)}${lotus(-220, 320, 0.6)}${lotusLeaf(260, 330, 0.7)}${lotusLeaf(-270, 720, 1.3)}${lotus(-240, 704, 0.9)}${lotusLeaf(20, 740, 1.1)}${lotus(310, 716, 0.9)}${lotusLeaf(280, 736, 1.1)}${tuft(-520, 730, 1.2)}${tuft(530, 734, 1.2)}${bamboo(-620, 420, 0.7)}${areca(640, 420, 0.8)}`;

export const paintVillage = (): string => paintLandscape([village], definitions);
export const paintPond = (): string => paintLandscape([pond], definitions);
