// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { digit, drawLevelPictures, field } from "../../sdk/levelPicture.ts";
import { type ActivityName, dayOrder, type Part } from "./day.ts";
import { clockFace, moonSign, partPicture, sunSign } from "./drawClock.ts";
import { activityPicture } from "./drawScenes.ts";
import { wheelPicture } from "./drawWheel.ts";
import { levels } from "./levels.ts";

const inner = (svg: string) => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");
let frames = 0;
/** A picture of the day in a white frame, five to four. */
const day = (name: ActivityName, x: number, y: number, width: number, edge = "#fffdf6"): string => {
  frames += 1;
  const height = width * 0.8;
  return `<g transform="translate(${x} ${y})"><rect y="4" width="${width}" height="${height}" rx="12" fill="#1f2a44" fill-opacity=".3"/><rect width="${width}" height="${height}" rx="12" fill="${edge}"/><clipPath id="day-${frames}"><rect x="5" y="5" width="${width - 10}" height="${height - 10}" rx="8"/></clipPath><g clip-path="url(#day-${frames})"><g transform="scale(${width / 250})" fill="none">${inner(activityPicture(name))}</g></g></g>`;
};
const place = (x: number, y: number, width: number, dots: number): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${width * 0.8}" rx="12" fill="#fffdf6" fill-opacity=".8" stroke="#8a6a3a" stroke-width="3.500" stroke-dasharray="9 7"/>${Array.from({ length: dots }, (_, index) => `<circle cx="${x + width / 2 + (index - (dots - 1) / 2) * 15}" cy="${y + width * 0.4}" r="5" fill="#e69f00"/>`).join("")}`;
const clock = (minutes: number, x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 320})" fill="none">${inner(clockFace(minutes))}</g>`;
const part = (name: Part, x: number, y: number, width: number, height: number): string => {
  frames += 1;
  return `<clipPath id="part-${frames}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14"/></clipPath><g clip-path="url(#part-${frames})"><g transform="translate(${x} ${y}) scale(${height / 150})" fill="none">${inner(partPicture(name, Math.round((width / height) * 150)))}</g></g><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="none" stroke="#fffdf6" stroke-width="5"/>`;
};
const sign = (drawn: string, x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 64})" fill="none">${inner(drawn)}</g>`;
const arrow = (x: number, y: number): string =>
  `<path d="M${x} ${y}h30M${x + 20} ${y - 12}l12 12-12 12" fill="none" stroke="#0072b2" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"/>`;
const wheel = (shows: readonly ActivityName[], x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size / 400})" fill="none">${inner(wheelPicture(shows))}</g>`;
const pointer = (x: number, y: number) =>
  `<path d="M${x - 12} ${y}h24l-12 22z" fill="#d55e00" stroke="#fffdf6" stroke-width="4" stroke-linejoin="round"/>`;

const drawings: Readonly<Record<string, () => string>> = {
  wheel: () =>
    field +
    wheel(["wake", "breakfast", "play", "nap", "home", "sleep"], 82, 122, 156) +
    pointer(82, 38) +
    day("wake", 166, 66, 146),
  find: () =>
    field + day("wash", 12, 74, 96) + day("breakfast", 112, 60, 104, "#ffc61a") + day("sleep", 220, 74, 92),
  "day-night": () =>
    field +
    part("noon", 12, 16, 142, 150) +
    part("evening", 166, 16, 142, 150) +
    day("school", 28, 78, 110) +
    day("sleep", 180, 96, 110),
  "order-3": () =>
    field +
    day("wake", 10, 34, 96) +
    day("lunch", 112, 22, 96) +
    place(214, 34, 96, 3) +
    day("sleep", 102, 136, 116),
  "whole-day": () => field + wheel(dayOrder, 84, 122, 160) + pointer(84, 36) + day("bath", 166, 66, 146),
  parts: () =>
    field +
    (["morning", "noon", "afternoon", "evening"] as const)
      .map((name, index) => part(name, 8 + index * 77, 20, 72, 136))
      .join("") +
    day("breakfast", 12, 96, 64) +
    day("lunch", 89, 96, 64) +
    day("home", 120, 162, 88),
  next: () => field + day("wash", 12, 60, 122) + arrow(142, 108) + place(188, 60, 122, 3),
  "order-4": () =>
    field +
    day("wake", 8, 34, 72) +
    day("play", 85, 24, 72) +
    place(162, 24, 72, 3) +
    place(239, 34, 72, 4) +
    day("bath", 60, 120, 94) +
    day("story", 164, 120, 94),
  clock: () => field + clock(420, 84, 116, 150) + sign(sunSign, 142, 20, 44) + day("breakfast", 168, 70, 144),
  read: () =>
    field +
    clock(180, 58, 122, 100) +
    `<circle cx="160" cy="116" r="63" fill="#ffc61a"/>` +
    clock(420, 160, 116, 114) +
    clock(570, 264, 122, 96),
  when: () =>
    field +
    clock(1260, 92, 76, 128) +
    sign(moonSign, 160, 30, 54) +
    day("play", 34, 146, 96) +
    day("sleep", 142, 146, 104, "#ffc61a"),
  set: () =>
    field +
    clock(120, 160, 112, 172) +
    digit(2, 42, 62) +
    `<path d="M64 190q96 50 180-2m-8-22l10 22-24 8" fill="none" stroke="#0072b2" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>`,
  "order-5": () =>
    field +
    (["wake", "school", "nap"] as const)
      .map((name, index) => day(name, 6 + index * 62, 36 - (index % 2) * 8, 58))
      .join("") +
    place(192, 28, 58, 2) +
    place(254, 36, 58, 3) +
    day("dinner", 46, 108, 104) +
    day("home", 162, 108, 104),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
