// Owns the village Na lives in, as it looks in the morning, at noon, in the afternoon and in the evening.
import {
  areca,
  bamboo,
  fields,
  flower,
  gradient,
  hills,
  house,
  paintLandscape,
  tuft,
} from "../../sdk/landscape.ts";
import type { Part } from "./day.ts";

type Light = {
  sky: [number, string][];
  /** Where the sun or the moon stands. */
  at: readonly [number, number];
  /** Laid over the land: what the light does to all colours. */
  tint: string;
  strength: number;
};

const lights: Readonly<Record<Part, Light>> = {
  morning: {
    sky: [
      [0, "#7cc4ee"],
      [0.4, "#ffd9b0"],
      [0.6, "#ffe9c9"],
      [1, "#fff3dc"],
    ],
    at: [-380, 190],
    tint: "#ffb36b",
    strength: 0.14,
  },
  noon: {
    sky: [
      [0, "#2f9be6"],
      [0.5, "#8fd3f5"],
      [1, "#dff3fb"],
    ],
    at: [0, 40],
    tint: "#ffffff",
    strength: 0,
  },
  afternoon: {
    sky: [
      [0, "#6f8fd0"],
      [0.35, "#ffb27a"],
      [0.6, "#ffd79a"],
      [1, "#ffe9b8"],
    ],
    at: [380, 200],
    tint: "#ff8a3c",
    strength: 0.22,
  },
  evening: {
    sky: [
      [0, "#131f52"],
      [0.45, "#2a3c80"],
      [0.7, "#4a4f92"],
      [1, "#6f6aa8"],
    ],
    at: [330, 110],
    tint: "#0f1b4d",
    strength: 0.55,
  },
};

const sun = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="200" fill="url(#glow)"/><g transform="translate(${x} ${y})"><g class="sunbeams" stroke="#ffd966" stroke-width="9" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => `<path d="M0-66v-18" transform="rotate(${index * 30})"/>`).join("")}</g><circle r="52" fill="#ffd447"/><circle r="50" cx="-5" cy="-5" fill="#ffe78a" fill-opacity=".55"/></g>`;
const moon = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="190" fill="url(#glow)" fill-opacity=".6"/><path fill="#ffe89a" d="M${x + 16} ${y - 62}a64 64 0 1 0 44 102A56 56 0 0 1 ${x + 16} ${y - 62}z"/>${Array.from(
    { length: 40 },
    (_, index) =>
      `<circle class="glint ${index % 2 ? "late" : ""}" cx="${((index * 397) % 2360) - 1180}" cy="${((index * 151) % 470) - 230}" r="${2 + (index % 3)}" fill="#fff6cf"/>`,
  ).join("")}`;
const clouds = (colour: string) =>
  [
    [-640, 60, 0.9, "slow"],
    [150, 90, 0.9, "slower"],
    [700, 70, 1.1, "slow"],
  ]
    .map(
      ([x, y, size, pace]) =>
        `<g transform="translate(${x} ${y}) scale(${size})"><path class="drift ${pace}" fill="${colour}" fill-opacity=".85" d="M-90 24c-34 0-38-44-6-48 2-34 50-44 66-16 18-30 70-22 70 14 30-8 54 14 46 34-4 12-14 16-26 16z"/></g>`,
    )
    .join("");

const school = `<g transform="translate(640 396)"><ellipse cx="0" cy="4" rx="200" ry="16" fill="url(#shade)"/><path fill="#ffe9b8" d="M-150-100h300V2h-300z"/><path fill="#f2d08e" d="M-150-16h300V2h-300z"/><path fill="#e5532d" d="M-176-96l50-66h252l50 66z"/><path fill="#fff6e4" d="M-50-176L0-214l50 38v80H-50z"/><circle cy="-150" r="20" fill="#fffdf6" stroke="#c98d52" stroke-width="5"/><path d="M0-162v12l8 6" stroke="#5b3a1a" stroke-width="4" stroke-linecap="round"/><path fill="#8a5a35" d="M-26-70h52V2h-52z"/><g fill="#8fd0ee" stroke="#fff" stroke-width="6"><path d="M-124-70h56v40h-56zM68-70h56v40H68z"/></g></g>`;
const lane = `<path fill="#efdcae" d="M-420 400c120 40 300 70 420 150 60 40 40 140-60 260H240c40-120 20-200-30-260C140 470 300 430 560 402h80C480 436 330 470 320 520c-10 70 60 160 100 250H-40c-120-90-60-190-160-250C-280 470-430 440-520 404z" fill-opacity=".8"/>`;
const litWindows = `<g fill="#ffcf7a"><path d="M-618 326h52v40h-52zM-434 326h52v40h-52zM516 326h56v40h-56zM708 326h56v40h-56z"/></g><g fill="#ffcf7a" fill-opacity=".2"><circle cx="-592" cy="346" r="70"/><circle cx="-408" cy="346" r="70"/></g>`;

export function village(part: Part): string {
  const { sky, at, tint, strength } = lights[part];
  const [x, y] = at;
  return paintLandscape(
    [
      `<rect x="-1200" y="-300" width="2400" height="760" fill="url(#light)"/>`,
      part === "evening" ? moon(x, y) : sun(x, y),
      clouds(part === "evening" ? "#5a66a8" : part === "afternoon" ? "#ffe0c2" : "#ffffff"),
      hills,
      fields,
      `<path fill="url(#grass)" d="M-1200 392c400-16 800-18 1200-8s800 4 1200 8v700h-2400z"/>`,
      lane,
      areca(-730, 404, 1),
      areca(-300, 396, 0.8),
      house,
      school,
      bamboo(900, 430, 1),
      tuft(-920, 780, 1.5),
      tuft(920, 770, 1.5),
      tuft(-640, 470),
      flower(-600, 446, "#ff8fb8"),
      flower(380, 450, "#fff6dd"),
      flower(430, 470, "#ffb35c"),
      // The land is tinted more than the sky, which has its own colours.
      strength === 0 ? "" : `<path d="M-1200 130h2400v1000h-2400z" fill="url(#dim)"/>`,
      part === "evening" ? litWindows : "",
    ],
    gradient("light", ...sky) +
      `<linearGradient id="dim" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${tint}" stop-opacity="0"/><stop offset=".16" stop-color="${tint}" stop-opacity="${strength}"/><stop offset="1" stop-color="${tint}" stop-opacity="${strength}"/></linearGradient>`,
  );
}
