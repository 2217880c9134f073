// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import {
  arrow,
  calm,
  card,
  dots,
  drawLevelPictures,
  field,
  mountains,
  sky,
  stand,
} from "../../sdk/levelPicture.ts";
import { changeDrawings, gaugePicture } from "./changeDrawings.ts";
import { dollPicture, type Mood } from "./doll.ts";
import { garmentPicture } from "./garmentDrawings.ts";
import { levels } from "./levels.ts";
import { type Child, type GarmentName, outfits } from "./weather.ts";

/** An SVG text laid into a box of the picture. */
const inset = (svg: string, x: number, y: number, width: number, height: number): string =>
  svg.replace(
    "<svg",
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid meet"`,
  );
const doll = (
  child: Child,
  worn: readonly GarmentName[],
  x: number,
  y: number,
  height: number,
  mood?: Mood,
): string => inset(dollPicture(child, worn, mood), x - height * 0.37, y - height, height * 0.74, height);
const face = (mood: Mood, x: number, y: number): string =>
  inset(dollPicture("girl", [], mood, "face"), x, y, 82, 84);
const wear = (name: GarmentName, x: number, y: number, size: number): string =>
  inset(garmentPicture(name), x, y, size, size);
const framed = (svg: string, x: number, y: number, width: number): string =>
  `<rect x="${x - 5}" y="${y - 5}" width="${width + 10}" height="${width * 0.75 + 10}" rx="12" fill="#fffdf6"/>${inset(svg.replace(/ preserveAspectRatio="[^"]*"/, ""), x, y, width, width * 0.75)}`;
const rain = `<g stroke="#e6f4ff" stroke-width="5" stroke-linecap="round">${Array.from({ length: 20 }, (_, index) => `<path d="M${14 + ((index * 53) % 310)} ${20 + Math.floor(index / 5) * 52 + (index % 3) * 10}l-6 22"/>`).join("")}</g>`;
const grey =
  '<path fill="#98a5b8" d="M0 0h320v240H0z"/><path fill="#74ab52" d="M0 160c86-22 226-22 320 0v80H0z"/>';
const icy =
  '<path fill="#c3d9ec" d="M0 0h320v240H0z"/><path fill="#eef5fa" d="M0 160c86-22 226-22 320 0v80H0z"/>';
const rainbow = `<g fill="none" stroke-width="10">${["#e8514a", "#f59a45", "#ffd447", "#6fbf5a", "#4fa8e0", "#9a62c0"].map((colour, index) => `<path d="M${20 + index * 10} 170A${140 - index * 10} ${140 - index * 10} 0 0 1 ${300 - index * 10} 170" stroke="${colour}"/>`).join("")}</g>`;
const hot =
  '<path fill="#8fd3f6" d="M0 0h320v240H0z"/><circle cx="262" cy="48" r="34" fill="#ffd447"/><circle cx="262" cy="48" r="52" fill="#ffe78a" fill-opacity=".4"/><path fill="#a8d465" d="M0 160c86-22 226-22 320 0v80H0z"/>';

const drawings: Readonly<Record<string, () => string>> = {
  sky: () =>
    sky +
    mountains +
    rainbow +
    '<path fill="url(#g)" d="M0 160c86-22 226-22 320 0v80H0z"/>' +
    stand("sun", 54, 84, 76) +
    stand("rain", 262, 84, 78) +
    doll("girl", outfits.rainy, 150, 236, 164),
  "what-weather": () =>
    grey +
    rain +
    doll("boy", outfits.rainy, 84, 226, 178) +
    card(170, 40, 66, 66) +
    stand("sun", 203, 98, 50) +
    card(246, 40, 66, 66, "#ffc61a") +
    stand("rain", 279, 98, 52),
  need: () =>
    grey +
    rain +
    doll("girl", [], 84, 228, 178, "wet") +
    card(164, 30, 70, 74) +
    wear("sunglasses", 170, 38, 58) +
    card(242, 30, 70, 74, "#ffc61a") +
    wear("umbrella", 246, 34, 62),
  listen: () =>
    '<path fill="#f6d9c6" d="M0 0h320v240H0z"/><rect x="24" y="22" width="150" height="150" rx="8" fill="#8a5a3b"/><path fill="#e8756a" d="M34 32h64v130H34zM100 32h64v130h-64z"/><g stroke="#b8483f" stroke-width="4" stroke-opacity=".5"><path d="M50 34v126M66 34v126M82 34v126M116 34v126M132 34v126M148 34v126"/></g><path fill="#7c5433" d="M14 14h170v10H14z"/><g transform="translate(206 40) scale(1.5)"><path fill="#f7cda6" stroke="#b5703f" stroke-width="3" d="M16 30C12 6 50 2 50 26c0 14-12 14-14 24-2 12-18 10-16-4z"/><path fill="none" d="M24 28c0-14 18-14 18-2 0 8-10 8-10 16" stroke="#b5703f" stroke-width="4" stroke-linecap="round"/></g>' +
    stand("wind", 226, 222, 64),
  wardrobe: () =>
    calm +
    '<path fill="#b98552" d="M168 20h132v190H168z"/><path fill="#8f6239" d="M178 30h112v170H178z"/><path d="M178 50h112" stroke="#d9a86a" stroke-width="5"/>' +
    wear("sweater", 182, 56, 56) +
    wear("tee", 232, 58, 54) +
    wear("boots", 184, 140, 50) +
    wear("nonla", 226, 122, 62) +
    doll("boy", ["jacket", "shoes"], 86, 234, 200),
  dress: () =>
    icy +
    doll("girl", ["sweater"], 96, 234, 196, "cold") +
    card(186, 24, 84, 84, "#ffc61a") +
    wear("scarf", 194, 32, 68) +
    card(186, 124, 84, 84) +
    wear("beanie", 194, 132, 68) +
    arrow("M184 66C170 66 160 80 152 92", "M166 90l-16 4 0-18", "#0072b2"),
  after: () =>
    calm +
    framed(changeDrawings.rainbow.before, 20, 18, 120) +
    arrow("M150 62h24", "M164 50l14 12-14 12", "#0072b2") +
    framed(changeDrawings.rainbow.after, 186, 18, 120) +
    framed(changeDrawings.ice.after, 40, 136, 100) +
    framed(changeDrawings.leaves.after, 158, 136, 100),
  who: () =>
    icy +
    card(10, 40, 92, 150) +
    doll("boy", outfits.sunny, 56, 184, 140) +
    card(112, 40, 92, 150, "#ffc61a") +
    doll("boy", outfits.cold, 158, 184, 140) +
    card(214, 40, 92, 140) +
    doll("boy", outfits.rainy, 260, 176, 128),
  "whole-sky": () =>
    field +
    inset(gaugePicture(4), 226, 20, 74, 176) +
    doll("girl", outfits.sunny, 84, 234, 170) +
    doll("boy", ["tee", "shoes"], 164, 234, 160),
  thermometer: () =>
    hot +
    card(20, 14, 88, 210) +
    inset(gaugePicture(5), 26, 20, 76, 198) +
    card(122, 70, 90, 110, "#ffc61a") +
    face("hot", 126, 84) +
    card(222, 54, 90, 110) +
    face("cold", 226, 68),
  week: () =>
    calm +
    card(10, 24, 300, 86) +
    ["sun", "sun", "rain", "sun", "cloud"]
      .map(
        (name, index) =>
          `<rect x="${20 + index * 58}" y="32" width="50" height="70" rx="10" fill="${name === "sun" ? "#ffe9a3" : "#e9f4fb"}"/>` +
          stand(name, 45 + index * 58, 98, 44),
      )
      .join("") +
    card(56, 136, 78, 86) +
    dots(
      [
        [80, 166],
        [110, 166],
        [80, 194],
        [110, 194],
      ],
      8,
      "#e69f00",
    ) +
    card(152, 136, 78, 86, "#ffc61a") +
    dots(
      [
        [168, 180],
        [191, 180],
        [214, 180],
      ],
      8,
      "#e69f00",
    ),
  leave: () =>
    hot +
    card(18, 26, 84, 88) +
    wear("nonla", 26, 32, 68) +
    card(116, 26, 84, 88) +
    wear("sandals", 124, 38, 68) +
    card(18, 132, 84, 88) +
    wear("tee", 26, 140, 68) +
    card(116, 132, 84, 88, "#ffc61a") +
    wear("gloves", 124, 142, 68) +
    doll("boy", ["tee"], 260, 200, 150, "hot"),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
