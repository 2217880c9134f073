// Owns the menu pictures of the levels: what a child does in each. Pure; `npm run games -- pictures` keeps them in `levels/`.
import { card, drawLevelPictures, stand } from "../../sdk/levelPicture.ts";
import { levels } from "./levels.ts";

const stage = `<path fill="#f2b468" d="M0 0h320v160H0z"/><circle cx="160" cy="96" r="84" fill="#f7cd86"/><g fill="#dd8f4c">${Array.from({ length: 12 }, (_, index) => `<path d="M160 34l7 46h-14z" transform="rotate(${index * 30} 160 96)"/>`).join("")}</g><path fill="#b57842" d="M0 158h320v82H0z"/><path stroke="#7e4f28" stroke-width="3" d="M0 184h320M0 214h320"/><path fill="#b5271f" d="M0 0h74c-4 70-30 110-54 160L0 190zM320 0h-74c4 70 30 110 54 160l20 30z"/><path fill="#8a1c1a" d="M24 0h14c-2 60-14 100-30 140L0 150zM296 0h-14c2 60 14 100 30 140l8 10z"/><path fill="#d5402f" d="M0 0h320v16c-26 16-54 16-80 0-26 16-54 16-80 0-26 16-54 16-80 0-26 16-54 16-80 0z"/>`;
const drum = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#b3271e" d="M-46-30c0 34 8 48 16 56 16 8 44 8 60 0 8-8 16-22 16-56z"/><path stroke="#f0c04a" stroke-width="4" fill="none" d="M-45-16c26 10 64 10 90 0M-34 16c20 8 48 8 68 0"/><ellipse cy="-31" rx="46" ry="16" fill="#8f5d30"/><ellipse cy="-34" rx="44" ry="15" fill="#f7e3b5"/></g>`;
const block = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cy="30" rx="48" ry="12" fill="#c8473a"/><path fill="#8a5126" d="M-46 6c0-26 22-42 48-42s46 14 46 34-16 30-46 30-48-6-48-22z"/><path fill="#b0703a" d="M-40 0c4-20 22-32 44-32 18 0 32 8 36 18-16-8-50-8-80 14z"/><path fill="#3a1f0c" d="M-36 14c22 6 54 4 82-10-4 10-12 14-22 16-24 6-48 4-60-6z"/></g>`;
const gong = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path stroke="#6b3f1f" stroke-width="7" stroke-linecap="round" d="M-44 48V-40M44 48V-40M-52-40H52"/><circle r="34" fill="#a8731c"/><circle r="31" fill="#e8b845"/><circle r="20" fill="#d9a02c"/><circle r="9" fill="#f7d878"/></g>`;
const flute = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size}) rotate(-28)"><rect x="-60" y="-11" width="120" height="22" rx="10" fill="#a8873a"/><rect x="-60" y="-11" width="120" height="15" rx="7" fill="#d9bf6a"/><g fill="#4a3210"><circle cx="-46" r="5"/><circle cx="-14" r="4"/><circle cx="2" r="4"/><circle cx="18" r="4"/><circle cx="34" r="4"/></g><path stroke="#c8473a" stroke-width="4" d="M-34-11v22M48-11v22"/></g>`;
const zither = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#8a5126" d="M-60 10L50-18c10-2 14 6 14 14v16c0 6-4 8-10 10l-104 22c-8 2-12-4-12-10z"/><path fill="#c48a4e" d="M-60 8L50-20c12-2 14 12 4 16L-52 30c-10 2-14-18-8-22z"/><path stroke="#fff3d6" stroke-width="1.500" d="M-56 14L56-14M-55 18L57-10M-54 22L57-6"/><g fill="#f7e3b5"><path d="M-32 12l5-13 5 11zM-8 6l5-13 5 11zM16 0l5-13 5 11z"/></g></g>`;
const colours = ["#d55e00", "#e69f00", "#d8c62a", "#009e73", "#0072b2", "#cc79a7"];
const tubes = (x: number, y: number, amount: number, pitch: number, longest: number) =>
  `<rect x="${x - 10}" y="${y - 12}" width="${pitch * amount + 14}" height="12" rx="6" fill="#6b3f1f"/>` +
  Array.from({ length: amount }, (_, index) => {
    const height = longest - index * longest * 0.1;
    const left = x + index * pitch;
    const width = pitch - 8;
    return `<rect x="${left}" y="${y + 4}" width="${width}" height="${height}" rx="${width / 2}" fill="#d9bf6a" stroke="#8f6f2a" stroke-width="2"/><rect x="${left + 4}" y="${y + 12}" width="${width / 4}" height="${height - 22}" rx="3" fill="#f6eab4"/><rect x="${left + 1}" y="${y + height * 0.66}" width="${width - 2}" height="12" fill="${colours[index]}"/>`;
  }).join("");
const note = (x: number, y: number, size = 1, colour = "#1b3a57") =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="${colour}"><ellipse cx="0" cy="20" rx="9" ry="7"/><path d="M5 20V-8l20 8v8L10 2v18z"/></g>`;
const waves = (x: number, y: number, amount: number, colour = "#fffdf6") =>
  Array.from(
    { length: amount },
    (_, index) =>
      `<path d="M${x + index * 14} ${y - 12 - index * 9}c${8 + index * 2} ${8 + index * 6} ${8 + index * 2} ${16 + index * 12} 0 ${24 + index * 18}" fill="none" stroke="${colour}" stroke-width="6" stroke-linecap="round"/>`,
  ).join("");
const folding = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#6b2418" d="M-80-50l54-8v112l-54 8zM-26-58h52V54h-52zM26-58l54 8v112l-54-8z"/><path fill="#f7e6c4" d="M-74-44l44-6v98l-44 6zM-21-52h42v100h-42zM30-50l44 6v98l-44-6z"/><path fill="#f59ab8" d="M0 18c-16-2-22-16-20-24 8 2 14 6 16 12 0-10 2-16 4-20 2 4 4 10 4 20 2-6 8-10 16-12 2 8-4 22-20 24z"/></g>`;
const bell = (x: number, y: number, size: number, colour: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#e8b845" d="M0-36c22 0 24 26 27 46 1 8 7 10 9 16H-36c2-6 8-8 9-16 3-20 5-46 27-46z"/><path stroke="${colour}" stroke-width="7" d="M-26 8c14 5 38 5 52 0"/><circle cy="34" r="8" fill="#8f5d14"/><path fill="#fbe7a8" d="M-8-28c-7 8-8 22-9 34l-6-2c2-16 5-30 15-32z"/></g>`;
const parrot = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#009e73" d="M-20-8c0-24 14-36 30-36s26 12 26 26c0 8-2 12-4 16-3 28-15 42-32 42-19 0-24-26-20-48z"/><path fill="#0072b2" d="M-12 2c10-3 20 4 22 16 2 10-3 18-11 20-10-5-14-22-11-36z"/><circle cx="16" cy="-20" r="10" fill="#fff"/><circle cx="18" cy="-19" r="5" fill="#1f2a44"/><path fill="#e69f00" d="M28-18c11-1 18 6 15 18-3-4-8-5-15-5-3-4-3-9 0-13z"/></g>`;

const drawings: Readonly<Record<string, () => string>> = {
  stage: () =>
    stage +
    stand("frog", 98, 142, 56) +
    block(98, 160, 0.8) +
    stand("buffalo", 218, 138, 74) +
    drum(214, 164, 0.86) +
    flute(160, 66, 0.7),
  "who-plays": () =>
    stage +
    folding(160, 96, 1.06) +
    note(240, 34, 1.1) +
    card(66, 158, 76, 72) +
    drum(104, 198, 0.62) +
    card(158, 158, 76, 72) +
    flute(196, 194, 0.5),
  "loud-soft": () =>
    stage +
    stand("elephant", 96, 206, 116) +
    waves(162, 118, 3) +
    stand("mouse", 226, 208, 56) +
    waves(264, 176, 1),
  "drum-echo": () =>
    stage + drum(98, 150, 1.16) + block(214, 156, 1.1) + note(84, 54, 1.1) + note(196, 62, 1.1),
  bamboo: () => stage + tubes(74, 40, 5, 36, 150) + parrot(278, 136, 0.8),
  "high-low": () =>
    stage +
    `<path stroke="#7e4f28" stroke-width="9" stroke-linecap="round" d="M170 70H306"/>` +
    stand("bird", 226, 66, 62) +
    note(160, 24, 1) +
    stand("buffalo", 96, 216, 112, true) +
    note(186, 178, 1),
  "fast-slow": () =>
    stage +
    stand("rabbit", 108, 138, 84, true) +
    `<path stroke="#fffdf6" stroke-width="6" stroke-linecap="round" d="M24 84h34M14 104h40M24 124h30"/>` +
    stand("turtle", 196, 222, 84),
  "band-echo": () =>
    stage +
    drum(70, 176, 0.9) +
    gong(160, 128, 1.1) +
    block(254, 178, 0.86) +
    note(60, 84, 0.9) +
    note(152, 30, 0.9) +
    note(240, 92, 0.9),
  recording: () =>
    stage +
    tubes(86, 56, 5, 32, 120) +
    `<circle cx="48" cy="76" r="28" fill="#fff1ea" stroke="#c8473a" stroke-width="5"/><circle cx="48" cy="76" r="15" fill="#d5301e"/><circle cx="48" cy="150" r="28" fill="#eaf5fc" stroke="#0072b2" stroke-width="5"/><path fill="#0072b2" d="M40 136l24 14-24 14z"/>` +
    `<rect x="90" y="10" width="170" height="28" rx="14" fill="#fffdf6"/>` +
    colours
      .map(
        (colour, index) =>
          `<circle cx="${110 + index * 26}" cy="${24 + (index % 2 ? 4 : -4)}" r="8" fill="${colour}"/>`,
      )
      .join(""),
  melody: () =>
    stage +
    tubes(62, 66, 5, 40, 150) +
    [0, 1, 2, 3].map((index) => note(84 + index * 44, [30, 16, 24, 10][index] ?? 20, 0.8)).join(""),
  "whole-band": () =>
    stage +
    drum(60, 186, 0.68) +
    zither(160, 196, 0.9) +
    gong(226, 116, 0.72) +
    flute(104, 72, 0.66) +
    block(92, 126, 0.56),
  "bell-stairs": () =>
    stage +
    [0, 1, 2]
      .map(
        (index) =>
          `<rect x="${52 + index * 74}" y="${176 - index * 42}" width="70" height="${64 + index * 42}" fill="#b5271f"/><rect x="${52 + index * 74}" y="${176 - index * 42}" width="70" height="10" fill="#f0c04a"/>`,
      )
      .join("") +
    bell(87, 142, 0.82, "#c8473a") +
    bell(161, 100, 0.82, "#0072b2") +
    bell(235, 58, 0.82, "#009e73"),
};

export const drawLevels = (read: (name: string) => string): Record<string, string> =>
  drawLevelPictures(levels, read, ({ id }) => {
    const draw = drawings[id];
    if (!draw) throw new Error(`nobody drew the level ${id}`);
    return draw();
  });
