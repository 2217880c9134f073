// Owns the places of this game: one landscape in four seasons, and the places where festivals are kept.
import {
  cloud,
  gradient,
  hills,
  lotus,
  lotusLeaf,
  paintLandscape,
  stiltHouse,
  tuft,
} from "../../sdk/landscape.ts";
import { createRandom } from "../../sdk/random.ts";
import { paintFestival } from "./festivalScenery.ts";
import { festivalNames, type Season, seasonNames } from "./year.ts";

type Look = {
  sky: readonly [string, string];
  ground: readonly [string, string];
  /** Over the hills: a tint, and how strong. */
  haze: readonly [string, number];
  crown: string;
  /** What floats through the air, and what lies on the ground. */
  air: string;
  near: string;
};

const scatter = (
  amount: number,
  draw: (x: number, y: number, index: number) => string,
  top = -40,
  height = 420,
) => {
  const random = createRandom(amount + top);
  return Array.from({ length: amount }, (_, index) =>
    draw(random.integer(-700, 700), random.integer(top, top + height), index),
  ).join("");
};
const petal = (colour: string) => (x: number, y: number, index: number) =>
  `<g transform="translate(${x} ${y}) rotate(${index * 47})"><path class="bob ${index % 2 ? "slow" : ""}" fill="${colour}" d="M0 0c8-10 18-8 20 0-4 8-14 10-20 0z"/></g>`;

const trunk = `<ellipse cx="0" cy="6" rx="200" ry="22" fill="#2f3d2a" fill-opacity=".25"/><path fill="#7a4f2f" d="M-34 4c14-60 12-120 6-170l-70-78 14-12 66 56-14-90 18-4 22 104 40-96 16 6-26 106 74-60 12 14-86 84c-6 60 0 110 16 140-12-8-22-10-28-2-8-12-20-12-30 2z"/><path fill="#9a6b45" d="M-14 0c8-60 8-110 2-164l-14-16c6 70 4 124-8 180z"/>`;
const crowns = (dark: string, light: string, dots: string) =>
  `<g class="sway slow"><path fill="${dark}" d="M-178-150c-56-56-6-140 64-128 14-70 124-86 166-24 70-24 140 28 122 96 46 40 12 106-52 96-40 40-112 36-140-2-50 30-124 14-160-38z"/><path fill="${light}" d="M-150-176c-34-50 10-104 70-88 16-56 104-60 134-10 54-18 98 18 92 62-52-26-96-8-114 22-48-28-100-16-120 18-26-12-48-12-62-4z"/>${dots}</g>`;
const blossoms = (colour: string, heart: string) => {
  const random = createRandom(9);
  return Array.from({ length: 26 }, () => {
    // Strewn over the crown, denser towards its middle.
    const [angle, reach] = [random.next() * Math.PI * 2, Math.sqrt(random.next())];
    const x = Math.round(-6 + Math.cos(angle) * reach * 150);
    const y = Math.round(-204 + Math.sin(angle) * reach * 84);
    return `<g transform="translate(${x} ${y})"><g fill="${colour}"><circle cx="-6" r="6"/><circle cx="6" r="6"/><circle cy="-7" r="6"/><circle cx="-4" cy="7" r="6"/><circle cx="5" cy="7" r="6"/></g><circle r="4" fill="${heart}"/></g>`;
  }).join("");
};

const looks: Readonly<Record<Season, Look>> = {
  spring: {
    sky: ["#9fd3ea", "#f2f3e6"],
    ground: ["#b4df72", "#7fbf4d"],
    haze: ["#fff", 0.25],
    crown: crowns("#7fb95a", "#f7bfd2", blossoms("#f57aa5", "#ffe28a")),
    air: `<g stroke="#fff" stroke-opacity=".75" stroke-width="2.500" stroke-linecap="round">${scatter(46, (x, y) => `<path d="M${x} ${y}l-5 17"/>`)}</g>${scatter(10, petal("#f7a8c2"), 40)}`,
    near: scatter(
      22,
      (x, y, index) =>
        `<g transform="translate(${x} ${y})"><path stroke="#4f9a3d" stroke-width="4" d="M0 0v16"/><circle r="8" fill="${["#ffd447", "#fffdf6", "#f57aa5"][index % 3]}"/><circle r="3" fill="#e69f00"/></g>`,
      560,
      190,
    ),
  },
  summer: {
    sky: ["#2f97e3", "#bfe6f8"],
    ground: ["#8fd04e", "#4f9f35"],
    haze: ["#ffe9a8", 0.1],
    crown: crowns("#2f8a3c", "#51ab4b", blossoms("#e8321e", "#ffd447")),
    air: `<g transform="translate(-330 96)"><circle r="120" fill="#fff3b0" fill-opacity=".4"/><g class="sunbeams" stroke="#ffd966" stroke-width="10" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => `<path d="M0-70v-22" transform="rotate(${index * 30})"/>`).join("")}</g><circle r="54" fill="#ffd447"/></g>`,
    near: `<path fill="#3fa3cf" d="M-1200 640c300-50 560-40 760-16 120 16 60 90-40 120s-300 60-720 60z"/><path stroke="#fff" stroke-opacity=".6" stroke-width="5" stroke-linecap="round" d="M-640 690h90M-520 720h70"/>${lotusLeaf(-560, 670, 1)}${lotus(-530, 660, 0.9)}${lotusLeaf(-440, 716, 1.1)}${lotus(-640, 730, 0.9)}`,
  },
  autumn: {
    sky: ["#6fb9ec", "#fdebc4"],
    ground: ["#d9c560", "#a89a3c"],
    haze: ["#ffcf8a", 0.22],
    crown: crowns("#d97a18", "#f5ae3c", blossoms("#f7c948", "#d9601e")),
    air: scatter(16, petal("#e8912a"), 60, 520),
    near: scatter(
      30,
      (x, y, index) =>
        `<path transform="translate(${x} ${y}) rotate(${index * 53})" fill="${["#e08a1e", "#c85f1e", "#f0b53c"][index % 3]}" d="M0 0c10-12 24-10 26 0-4 10-18 12-26 0z"/>`,
      540,
      220,
    ),
  },
  winter: {
    sky: ["#9fadba", "#e3e6e4"],
    ground: ["#a9b391", "#7d8a6a"],
    haze: ["#eef1f2", 0.5],
    crown: "",
    air: `<g fill="#fff" fill-opacity=".5"><g class="drift slow"><ellipse cx="-300" cy="330" rx="320" ry="34"/><ellipse cx="480" cy="300" rx="300" ry="30"/></g><g class="drift slower"><ellipse cx="120" cy="380" rx="360" ry="30"/></g></g><g class="bob slow" fill="#fff" fill-opacity=".55"><circle cx="-300" cy="210" r="14"/><circle cx="-290" cy="180" r="18"/><circle cx="-304" cy="142" r="22"/></g>`,
    near: scatter(
      20,
      (x, y) =>
        `<path fill="none" transform="translate(${x} ${y})" stroke="#6f7d5a" stroke-width="4" stroke-linecap="round" d="M0 0c0-8-4-14-8-18M0 0c2-8 6-12 10-16"/>`,
      560,
      190,
    ),
  },
};

function paintSeason(season: Season): string {
  const { sky, ground, haze, crown, air, near } = looks[season];
  const definitions =
    gradient("seasonSky", [0, sky[0]], [1, sky[1]]) +
    gradient("seasonGround", [0, ground[0]], [1, ground[1]]) +
    `<linearGradient id="haze" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${haze[0]}" stop-opacity="0"/><stop offset=".7" stop-color="${haze[0]}" stop-opacity="${haze[1]}"/></linearGradient>`;
  return paintLandscape(
    [
      `<rect x="-1200" y="-300" width="2400" height="800" fill="url(#seasonSky)"/>${cloud(-560, 60, 0.8, "slow")}${cloud(160, 50, 0.9, "slower")}${cloud(620, 110, 0.7, "slow")}${hills}<rect x="-1200" y="60" width="2400" height="330" fill="url(#haze)"/>`,
      `<path fill="url(#seasonGround)" d="M-1200 380c300-46 700-40 1000-14s760 10 1400-14v720h-2400z"/>${stiltHouse(-330, 390, 0.66)}<g stroke="#fff" stroke-opacity=".25" stroke-width="7" stroke-linecap="round"><path d="M-500 470c60-10 110-10 160 0M100 450c60-10 120-10 170 0M-60 560c70-12 130-12 190 0M300 600c60-10 110-10 160 0"/></g>${tuft(-560, 480, 0.8)}${tuft(430, 520, 0.8)}`,
      `<g transform="translate(520 450)">${trunk}${crown}</g>${near}${air}`,
    ],
    definitions,
  );
}

/** A bright room with a calendar's wall, for days and months. */
const room = `<path fill="#fbe6bd" d="M-1200-300h2400v860h-2400z"/><g fill="#f6d79c">${Array.from({ length: 60 }, (_, index) => `<circle cx="${-1160 + ((index * 311) % 2320)}" cy="${-260 + ((index * 137) % 760)}" r="10"/>`).join("")}</g><path fill="#e9b876" d="M-1200 548h2400v24h-2400z"/><path fill="#c98a52" d="M-1200 572h2400v500h-2400z"/><g stroke="#9a6336" stroke-opacity=".5" stroke-width="4"><path d="M-1200 620h2400M-1200 690h2400M-1200 780h2400"/></g>
<g transform="translate(-620 0)"><path fill="#8fd3f6" d="M-90 150h180v220H-90z"/><path fill="#8fca5a" d="M-90 320c50-30 120-30 180 0v50H-90z"/><g fill="none" stroke="#a9743f" stroke-width="14"><path d="M-97 143H97v234H-97zM0 143v234M-97 260H97"/></g></g><g transform="translate(620 0)"><path fill="#2f7fb5" d="M-40 520c-24-30-16-66 6-76v-20h68v20c22 10 30 46 6 76z"/><g class="sway slow"><path stroke="#6b4a2a" stroke-width="6" stroke-linecap="round" d="M0 430C-6 360-30 330-50 310M0 400c16-40 40-60 60-70M-4 380c-2-40 6-60 10-80"/><g fill="#ff9ab8"><circle cx="-50" cy="308" r="14"/><circle cx="-26" cy="340" r="12"/><circle cx="60" cy="328" r="14"/><circle cx="36" cy="352" r="12"/><circle cx="6" cy="298" r="14"/><circle cx="-6" cy="330" r="10"/></g></g></g>`;

export function paintScenery(name: string): string {
  const season = seasonNames.find((each) => each === name);
  if (season) return paintSeason(season);
  const festival = festivalNames.find((each) => each === name);
  return festival ? paintFestival(festival) : paintLandscape([room]);
}
