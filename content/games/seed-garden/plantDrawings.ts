// Owns how plants are drawn: in a bed from seed to fruit, in a pot well or ill, and one large with all its parts.
import type { Growth, PotState } from "./logic.ts";

export const bedPlants = ["tomato", "sunflower", "chilli"] as const;
export type BedPlant = (typeof bedPlants)[number];

const leafPair = (y: number, size: number, colour = "#5fb04a", dark = "#3f8f3a") =>
  `<g transform="translate(90 ${y}) scale(${size})"><path fill="${colour}" d="M0 0C-14-26-44-30-62-14-48 8-22 14 0 0z"/><path fill="${dark}" d="M0-4C14-30 44-34 62-18 48 4 22 10 0-4z"/><path d="M-6-2q-24-10-46-10M6-6q24-10 46-10" stroke="#c9ecae" stroke-width="3" stroke-linecap="round"/></g>`;
const stem = (top: number, colour = "#4c9a3d") =>
  `<path d="M90 282C86 ${(282 + top) / 2 + 20} 95 ${(282 + top) / 2 - 20} 90 ${top}" stroke="${colour}" stroke-width="9" stroke-linecap="round"/>`;
const daisy = (x: number, y: number, petal: string, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="${petal}">${Array.from({ length: 8 }, (_, index) => `<ellipse cx="0" cy="-17" rx="7.500" ry="13" transform="rotate(${index * 45})"/>`).join("")}<circle r="10" fill="#ffd447"/><circle r="10" fill="#e08f1c" fill-opacity=".35" cx="2" cy="2"/></g>`;
const sunHead = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${Array.from({ length: 14 }, (_, index) => `<path fill="${index % 2 ? "#ffc61a" : "#f2a900"}" d="M-9-22L0-54 9-22z" transform="rotate(${(index * 360) / 14})"/>`).join("")}<circle r="28" fill="#7c4a1e"/><g fill="#a8692c">${Array.from({ length: 14 }, (_, index) => `<circle cx="${Math.round(Math.cos(index * 2.4) * (4 + index * 1.4))}" cy="${Math.round(Math.sin(index * 2.4) * (4 + index * 1.4))}" r="3"/>`).join("")}</g></g>`;
const tomato = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle r="21" fill="#e8453c"/><path fill="#ff8a7a" d="M-13-6c2-8 8-11 14-11-5 4-9 8-10 14z"/><path fill="#3f8f3a" d="M0-16l5-9 2 9 10-2-7 8 4 7-12-3-10 5 2-8-8-6h9l3-9z"/></g>`;
const chilli = (x: number, y: number, turn: number) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path fill="#e2342c" d="M-9 0h18c4 22-2 44-14 54C-4 40-12 20-9 0z"/><path fill="#ff8a7a" d="M-4 4c0 14 2 26 4 34-6-8-8-20-8-34z"/><path fill="#3f8f3a" d="M-11 2c0-12 22-12 22 0-6 4-16 4-22 0z"/><path d="M0-6v-10" stroke="#3f8f3a" stroke-width="5" stroke-linecap="round"/></g>`;

const flowers: Readonly<Record<BedPlant, string>> = {
  tomato: daisy(54, 128, "#ffe25a", 0.9) + daisy(128, 110, "#ffe25a", 0.9) + daisy(90, 62, "#ffe25a", 1),
  sunflower: sunHead(90, 66, 0.92),
  chilli: daisy(52, 130, "#fff", 0.85) + daisy(130, 114, "#fff", 0.85) + daisy(90, 66, "#fff", 0.95),
};
const fruits: Readonly<Record<BedPlant, string>> = {
  tomato: tomato(50, 140) + tomato(132, 122, 1.05) + tomato(92, 74, 0.95) + tomato(106, 176, 0.9),
  sunflower: `${sunHead(90, 72, 1.12)}<g fill="#2b2230"><path d="M60 140c4 8 4 14 0 18-4-4-4-10 0-18zM122 146c4 8 4 14 0 18-4-4-4-10 0-18z"/></g>`,
  chilli: chilli(50, 124, 14) + chilli(130, 108, -14) + chilli(92, 66, 4) + chilli(110, 160, -8),
};

/** What stands above the soil, 180 wide, its foot at 90, 282. */
export function growing(kind: BedPlant, growth: Growth): string {
  switch (growth) {
    case 0:
    case 1:
      return "";
    case 2:
      return `${stem(232, "#7cc95c")}${leafPair(236, 0.56, "#8fd86a", "#6fc24a")}`;
    case 3:
      return `${stem(140)}${leafPair(246, 0.8)}${leafPair(196, 0.95)}${leafPair(148, 0.8, "#74c45a", "#4fa545")}`;
    default:
      return `${stem(70)}${leafPair(250, 0.9)}${leafPair(200, 1.05)}${leafPair(150, 1)}${leafPair(104, 0.8, "#74c45a", "#4fa545")}${growth === 4 ? flowers[kind] : fruits[kind]}`;
  }
}

/** A bed of earth with what grows in it, 180 × 340. */
export function bedPicture(kind: BedPlant, growth: Growth, watered: boolean): string {
  const [soil, shade] = watered ? ["#6b4526", "#573619"] : ["#b07f48", "#966636"];
  return `<svg viewBox="0 0 180 340" fill="none"><ellipse cx="90" cy="334" rx="94" ry="8" fill="#3f2a14" fill-opacity=".3"/><path fill="#8f6239" d="M0 270h180v22H0z"/><path fill="${soil}" d="M8 286c4-20 40-26 82-26s78 6 82 26z"/><path fill="${shade}" d="M8 286c20-12 144-12 164 0z"/><g fill="${shade}"><circle cx="40" cy="276" r="4"/><circle cx="134" cy="274" r="5"/><circle cx="112" cy="280" r="3"/></g>${growth === 0 ? '<ellipse cx="90" cy="272" rx="22" ry="7" fill="#4f3015"/>' : ""}${growth === 1 ? '<path fill="#f0d9a8" stroke="#8f6a34" stroke-width="3" d="M90 258c12 4 14 16 6 24-12 2-20-6-18-16 2-6 6-8 12-8z"/>' : ""}<g class="plant-sway">${growing(kind, growth)}</g><path fill="#c98e54" d="M-2 284h184v52H-2z"/><path fill="#dba569" d="M-2 284h184v12H-2z"/><path d="M-2 311h184" stroke="#a06a36" stroke-width="3"/><g fill="#8f5f30"><circle cx="12" cy="303" r="3"/><circle cx="168" cy="303" r="3"/><circle cx="12" cy="324" r="3"/><circle cx="168" cy="324" r="3"/></g><path d="M30 303h40M96 324h50" stroke="#b57a42" stroke-width="3" stroke-linecap="round"/>${watered ? '<g fill="#6fc3ee"><path d="M34 262c5 7 6 11 0 14-6-3-5-7 0-14zM146 262c5 7 6 11 0 14-6-3-5-7 0-14z"/></g>' : ""}</svg>`;
}

const droop = `<path d="M90 196c-2-40 6-72-6-96-8-16-26-16-34 0" stroke="#a8a04a" stroke-width="8" stroke-linecap="round"/><g fill="#b9a94e"><path d="M84 150c-26 2-40 20-40 42 20-2 36-16 40-42zM92 140c24 0 38 18 40 40-20-2-36-14-40-40z"/><path fill="#9a8a3a" d="M50 102c-16 4-20 20-16 36 12-8 18-20 16-36z"/></g>`;
const pale = `<path d="M90 196C84 140 98 90 86 20" stroke="#dfe08a" stroke-width="6" stroke-linecap="round"/><g fill="#efe9a0"><path d="M88 150c-16-10-34-6-42 4 12 8 30 8 42-4zM90 110c16-10 32-8 40 2-12 8-28 8-40-2zM88 66c-14-8-28-6-34 2 10 8 24 8 34-2z"/><path fill="#d9cf6a" d="M86 24c10-10 26-10 32 0-10 8-24 8-32 0z"/></g>`;

/** A plant in a flower pot, 180 × 300. */
export function potPicture({ growth, look }: PotState): string {
  const plant =
    look === "thirsty" && growth > 2
      ? droop
      : look === "dark" && growth > 2
        ? pale
        : look === "thirsty"
          ? `<g transform="translate(0 0)"><path d="M90 196c0-20 2-30-12-36" stroke="#a8a04a" stroke-width="7" stroke-linecap="round"/><path fill="#b9a94e" d="M80 160c-14-2-24 8-26 22 14 0 24-8 26-22zM82 160c10-2 20 6 24 18-12 2-22-6-24-18z"/></g>`
          : look === "dark"
            ? '<path d="M90 196c-4-30 4-60 0-84" stroke="#dfe08a" stroke-width="5" stroke-linecap="round"/><path fill="#efe9a0" d="M90 116c-12-8-24-6-30 2 10 6 22 6 30-2zM90 116c12-8 24-6 30 2-10 6-22 6-30-2z"/>'
            : `<g transform="translate(0 -86)">${growing("tomato", growth)}</g>`;
  return `<svg viewBox="0 0 180 300" fill="none"><g class="plant-sway">${plant}</g><ellipse cx="90" cy="290" rx="66" ry="10" fill="#3f2a14" fill-opacity=".25"/><path fill="#d9793f" d="M36 206h108l-14 78c-1 5-4 7-9 7H59c-5 0-8-2-9-7z"/><path fill="#b5602c" d="M122 206h22l-14 78c-1 5-4 7-9 7h-16c8-22 14-52 17-85z"/><path fill="#e8935a" d="M28 190h124c4 0 6 4 6 9v8c0 5-2 8-6 8H28c-4 0-6-3-6-8v-8c0-5 2-9 6-9z"/><ellipse cx="90" cy="194" rx="56" ry="8" fill="${look === "thirsty" ? "#c79a62" : "#573619"}"/><path d="M50 232h80" stroke="#fff3d6" stroke-width="6" stroke-dasharray="10 8" stroke-linecap="round" stroke-opacity=".8"/></svg>`;
}

/** The large plant whose parts are asked for; the soil is cut open at 400. 520 × 560. */
export const largePlant = `<svg viewBox="0 0 520 560" fill="none"><path fill="#8a5a30" d="M10 404c60-22 440-22 500 0l-14 130c-2 14-10 20-24 20H48c-14 0-22-6-24-20z"/><path fill="#6b4322" d="M24 470c140 24 332 24 472 0l-8 64c-2 14-10 20-24 20H56c-14 0-22-6-24-20z"/><path fill="#a8743f" d="M10 404c60-22 440-22 500 0-60 18-440 18-500 0z"/><g fill="#c79a62"><circle cx="70" cy="450" r="9"/><circle cx="450" cy="440" r="12"/><circle cx="120" cy="520" r="8"/><circle cx="410" cy="516" r="9"/></g><g stroke="#f3e2c0" stroke-linecap="round"><path stroke-width="14" d="M260 396c0 50-4 80 2 130"/><path stroke-width="9" d="M259 420c-30 14-50 40-86 50M262 424c34 12 54 40 90 46M259 462c-24 16-30 40-56 58M263 466c24 14 34 40 60 54"/><path stroke-width="5" d="M206 446c-18 2-34 0-50-6M318 446c18 2 34 0 50-6M224 494c-8 16-24 18-34 34M300 492c10 16 24 18 36 34"/></g><path d="M260 404C250 320 272 240 260 96" stroke="#4c9a3d" stroke-width="22" stroke-linecap="round"/><path d="M254 396C246 320 264 240 255 110" stroke="#7cc95c" stroke-width="6" stroke-linecap="round"/><path d="M258 280c-40-10-70-6-96-26M262 236c36 0 66 4 92 26M260 340c24 4 40 0 60-14" stroke="#4c9a3d" stroke-width="10" stroke-linecap="round"/><path fill="#5fb04a" d="M180 256c-20-56-90-74-150-40 14 60 90 84 150 40z"/><path d="M172 254c-44-16-84-24-124-34M130 240l-30-34M104 230l-34-22M120 238l-36 20" stroke="#c9ecae" stroke-width="5" stroke-linecap="round"/><path fill="#4fa545" d="M312 330c12-30 50-42 86-26-6 34-52 50-86 26z"/><g transform="translate(372 290)"><circle r="52" fill="#e8453c"/><path fill="#c4302a" d="M30-42a52 52 0 0 1-20 92c30-20 40-60 20-92z"/><path fill="#ff8a7a" d="M-32-16c4-18 18-26 34-26-12 8-22 18-24 34z"/><path fill="#3f8f3a" d="M0-40l10-20 6 20 24-6-16 20 10 16-30-8-26 14 6-20-20-14h22l8-22z"/></g><g transform="translate(260 84)">${Array.from({ length: 9 }, (_, index) => `<ellipse cx="0" cy="-42" rx="19" ry="32" fill="${index % 2 ? "#ffb3d0" : "#ff8fb8"}" transform="rotate(${index * 40})"/>`).join("")}<circle r="26" fill="#ffd447"/><g fill="#e08f1c"><circle cx="-8" cy="-6" r="4"/><circle cx="8" cy="-4" r="4"/><circle cx="0" cy="9" r="4"/></g></g></svg>`;
