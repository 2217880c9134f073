// Owns the window with drawn curtains: the weather behind it is heard, and faintly seen when nothing can be heard.
import { drawing, element } from "../../sdk/element.ts";
import type { Weather } from "./weather.ts";

const outside: Readonly<Record<Weather, string>> = {
  sunny:
    '<path fill="#8fd3f6" d="M0 0h400v300H0z"/><circle cx="200" cy="120" r="58" fill="#ffd447"/><g stroke="#ffd447" stroke-width="10" stroke-linecap="round"><path d="M200 34V14M200 226v-20M114 120H94M306 120h-20M140 60l-14-14M274 194l-14-14M140 180l-14 14M274 46l-14 14"/></g><path fill="#8fca5a" d="M0 230c100-30 300-30 400 0v70H0z"/>',
  rainy:
    '<path fill="#8f9db2" d="M0 0h400v300H0z"/><g stroke="#e6f4ff" stroke-width="8" stroke-linecap="round"><path d="M60 40l-10 34M140 20l-10 34M220 50l-10 34M310 24l-10 34M90 120l-10 34M180 130l-10 34M270 124l-10 34M360 110l-10 34M60 200l-10 34M150 210l-10 34M240 200l-10 34M330 210l-10 34"/></g><path fill="#6b9f4e" d="M0 240c100-30 300-30 400 0v60H0z"/>',
  windy:
    '<path fill="#a9d8f2" d="M0 0h400v300H0z"/><g stroke="#fff" stroke-width="9" stroke-linecap="round"><path d="M40 90h150c40 0 34-48 4-38M30 140h230c44 0 36 46 4 38M60 190h90"/></g><path fill="#8fca5a" d="M0 240c100-30 300-30 400 0v60H0z"/><path d="M290 260c10-70 40-110 80-130" stroke="#7c5433" stroke-width="12" stroke-linecap="round"/><path fill="#5f9d3f" d="M340 150c20-40 60-40 60-40v60c-20 10-50 6-60-20z"/>',
  cold: '<path fill="#cfe2f3" d="M0 0h400v300H0z"/>',
  cloudy: '<path fill="#b4bfcb" d="M0 0h400v300H0z"/>',
};

/** What moves behind the cloth: a shape for each sound. */
const shadow: Readonly<Record<Weather, string>> = {
  sunny:
    '<circle cx="200" cy="150" r="54"/><g stroke="#6b4a2a" stroke-width="10" stroke-linecap="round"><path d="M200 70V50M200 250v-20M120 150h-20M300 150h-20M144 94l-14-14M270 220l-14-14M144 206l-14 14M270 80l-14 14"/></g>',
  rainy:
    '<g stroke="#3c4f70" stroke-width="9" stroke-linecap="round"><path d="M60 50l-12 44M140 30l-12 44M220 60l-12 44M310 34l-12 44M90 140l-12 44M180 150l-12 44M270 140l-12 44M360 130l-12 44M140 220l-12 40M330 220l-12 40"/></g>',
  windy:
    '<path d="M120 270C130 180 170 120 250 80" stroke="#4a3a2a" stroke-width="14" stroke-linecap="round"/><path d="M210 100c30-50 90-50 110-30-10 30-60 50-110 30zM180 140c40-30 100-10 110 20-30 16-80 10-110-20zM160 180c-50-10-80-50-70-80 40 6 66 40 70 80z"/>',
  cold: "",
  cloudy: "",
};

const folds = (x: number) =>
  Array.from(
    { length: 5 },
    (_, index) =>
      `<path d="M${x + 18 + index * 42} 14q-10 140 0 292" stroke="#b8483f" stroke-opacity=".45" stroke-width="6"/>`,
  ).join("");

export function createWindow(weather: Weather): HTMLElement {
  return element(
    "div",
    "window",
    {},
    drawing(
      `<svg viewBox="-30 -50 460 370" fill="none"><rect x="-16" y="-16" width="432" height="332" rx="18" fill="#8a5a3b"/><svg x="0" y="0" width="400" height="300" viewBox="0 0 400 300">${outside[weather]}<path d="M200 0v300M0 150h400" stroke="#d9a86a" stroke-width="12"/></svg><rect x="-6" y="-6" width="412" height="312" rx="12" stroke="#c98e54" stroke-width="14"/><g class="curtain one"><path fill="#e8756a" d="M0-10h202v320q-50 10-100 0T0 310z"/>${folds(0)}</g><g class="curtain two"><path fill="#e8756a" d="M198-10h202v320q-50 10-100 0t-102 0z"/>${folds(198)}</g><g class="curtain-shadow" fill="#4a2f2f" fill-opacity=".3" opacity=".34"><g class="hint-move">${shadow[weather]}</g></g><rect x="-28" y="-40" width="456" height="20" rx="10" fill="#7c5433"/><circle cx="-26" cy="-30" r="15" fill="#c98e54"/><circle cx="426" cy="-30" r="15" fill="#c98e54"/></svg>`,
    ),
  );
}

export const earDrawing = `<svg viewBox="0 0 64 64" fill="none"><path fill="#f7cda6" stroke="#b5703f" stroke-width="3" d="M16 30C12 6 50 2 50 26c0 14-12 14-14 24-2 12-18 10-16-4z"/><path d="M24 28c0-14 18-14 18-2 0 8-10 8-10 16" stroke="#b5703f" stroke-width="4" stroke-linecap="round"/><path d="M8 22c-4 6-4 14 0 20M2 18c-4 10-4 20 0 30" stroke="#0072b2" stroke-width="4" stroke-linecap="round"/></svg>`;
