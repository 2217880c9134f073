// Owns clocks: a face with numerals whose hands can be turned, and the signs of sun and moon. SVG text.
import { onDial, type Part } from "./day.ts";

const numerals = Array.from({ length: 12 }, (_, index) => {
  const hour = index + 1;
  const angle = (hour / 12) * 2 * Math.PI;
  const x = 100 * Math.sin(angle);
  const y = -100 * Math.cos(angle);
  return `<text x="${x.toFixed(1)}" y="${(y + 12).toFixed(1)}" text-anchor="middle" font-size="34" font-weight="700" fill="#1f2a44">${hour}</text>`;
}).join("");
const ticks = Array.from({ length: 60 }, (_, index) =>
  index % 5 === 0 ? "" : `<path d="M0-131v6" transform="rotate(${index * 6})"/>`,
).join("");

/** Degrees of the short and the long hand. */
export const handsAt = (minutes: number) => ({ short: onDial(minutes) / 2, long: (minutes % 60) * 6 });

/** A clock; its hands (`.short-hand`, `.long-hand`) can be turned by CSS `rotate` when `turned` is false. */
export function clockFace(minutes: number, turned = true): string {
  const { short, long } = handsAt(minutes);
  const turn = (degrees: number) => (turned ? ` transform="rotate(${degrees})"` : "");
  return `<svg viewBox="-160 -160 320 326" fill="none"><circle cy="8" r="152" fill="#1a5690"/><circle r="152" fill="#2d7fc4"/><circle r="152" fill="#6fb9ec" fill-opacity=".35" cx="-6" cy="-6"/><circle r="136" fill="#fffdf6"/><circle r="136" fill="#f3ead2" fill-opacity=".6"/><circle r="128" fill="#fffdf6"/><g stroke="#c9b88a" stroke-width="3" stroke-linecap="round">${ticks}</g>${numerals}<g class="long-hand"${turn(long)}><path d="M0 18V-84" stroke="#2d7fc4" stroke-width="10" stroke-linecap="round"/><path d="M0-104l-13 24h26z" fill="#2d7fc4"/></g><g class="short-hand"${turn(short)}><path d="M0 14V-44" stroke="#d55e00" stroke-width="15" stroke-linecap="round"/><path d="M0-66l-18 26h36z" fill="#d55e00"/></g><circle r="13" fill="#1f2a44"/><circle r="5" fill="#fff"/></svg>`;
}

export const sunSign = `<svg viewBox="0 0 64 64" fill="none"><g stroke="#f6a92b" stroke-width="6" stroke-linecap="round">${Array.from({ length: 8 }, (_, index) => `<path d="M32 5v7" transform="rotate(${index * 45} 32 32)"/>`).join("")}</g><circle cx="32" cy="32" r="16" fill="#ffd447"/><g fill="#7a4a1a"><circle cx="27" cy="30" r="2"/><circle cx="37" cy="30" r="2"/></g><path d="M26 36q6 6 12 0" stroke="#7a4a1a" stroke-width="2.500" stroke-linecap="round"/></svg>`;
export const moonSign = `<svg viewBox="0 0 64 64" fill="none"><path fill="#ffe07a" stroke="#e0b23a" stroke-width="2" d="M40 6a27 27 0 1 0 18 40A24 24 0 0 1 40 6z"/><g fill="#7a5a1a"><circle cx="22" cy="30" r="2.200"/></g><path d="M20 40q6 4 10 0" stroke="#7a5a1a" stroke-width="2.500" stroke-linecap="round"/><path fill="#ffe9a8" d="M50 14l2 5 5 .5-4 3.500 1.300 5-4.300-2.700-4.300 2.700 1.300-5-4-3.500 5-.5z"/></svg>`;

const skies: Readonly<Record<Part, readonly [string, string]>> = {
  morning: ["#8fd0f0", "#ffe0b8"],
  noon: ["#3fa4ea", "#bfe6f8"],
  afternoon: ["#ff9f6b", "#ffdca0"],
  evening: ["#1b2a66", "#5a5f9e"],
};
const places: Readonly<Record<Part, readonly [number, number]>> = {
  morning: [46, 92],
  noon: [110, 42],
  afternoon: [176, 92],
  evening: [110, 56],
};

/** A part of the day as a small landscape, 220 × 150: the place of the sun tells which. */
export function partPicture(part: Part): string {
  const [top, low] = skies[part];
  const [x, y] = places[part];
  const light =
    part === "evening"
      ? `<path fill="#ffe89a" d="M${x + 10} ${y - 34}a34 34 0 1 0 24 54A30 30 0 0 1 ${x + 10} ${y - 34}z"/><g fill="#fff6cf"><circle cx="40" cy="34" r="3"/><circle cx="70" cy="66" r="2.500"/><circle cx="176" cy="30" r="3"/><circle cx="188" cy="76" r="2.500"/></g>`
      : `<circle cx="${x}" cy="${y}" r="40" fill="#fff3b8" fill-opacity=".6"/><circle cx="${x}" cy="${y}" r="25" fill="${part === "afternoon" ? "#ff8a3c" : "#ffd447"}"/>`;
  const land = part === "evening" ? ["#33457f", "#2c4a4a"] : ["#9cc8a8", "#7cb84c"];
  return `<svg viewBox="0 0 220 150" preserveAspectRatio="xMidYMid slice" fill="none"><path fill="${low}" d="M0 0h220v150H0z"/><path fill="${top}" d="M0 0h220v60H0z"/><path fill="${top}" fill-opacity=".5" d="M0 60h220v24H0z"/>${light}<path fill="${land[0]}" d="M0 122c26-34 50-30 70 0 20-38 56-38 76 0 20-26 50-28 74 0v28H0z"/><path fill="${land[1]}" d="M0 122c70-14 150-14 220 0v28H0z"/></svg>`;
}
