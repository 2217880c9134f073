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
  return `<svg viewBox="-160 -160 320 326" fill="none"><circle cy="8" r="152" fill="#1a5690"/><circle r="152" fill="#2d7fc4"/><circle r="152" fill="#6fb9ec" fill-opacity=".35" cx="-6" cy="-6"/><circle r="136" fill="#fffdf6"/><circle r="136" fill="#f3ead2" fill-opacity=".6"/><circle r="128" fill="#fffdf6"/><g stroke="#c9b88a" stroke-width="3" stroke-linecap="round">${ticks}</g>${numerals}<g class="long-hand"${turn(long)}><path d="M0 18V-62" stroke="#2d7fc4" stroke-width="10" stroke-linecap="round"/><path d="M0-82l-13 24h26z" fill="#2d7fc4"/></g><g class="short-hand"${turn(short)}><path d="M0 14V-32" stroke="#d55e00" stroke-width="15" stroke-linecap="round"/><path d="M0-54l-18 26h36z" fill="#d55e00"/></g><circle r="13" fill="#1f2a44"/><circle r="5" fill="#fff"/></svg>`;
}

export const sunSign = `<svg viewBox="0 0 64 64" fill="none"><g stroke="#f6a92b" stroke-width="6" stroke-linecap="round">${Array.from({ length: 8 }, (_, index) => `<path d="M32 5v7" transform="rotate(${index * 45} 32 32)"/>`).join("")}</g><circle cx="32" cy="32" r="16" fill="#ffd447"/><g fill="#7a4a1a"><circle cx="27" cy="30" r="2"/><circle cx="37" cy="30" r="2"/></g><path d="M26 36q6 6 12 0" stroke="#7a4a1a" stroke-width="2.500" stroke-linecap="round"/></svg>`;
export const moonSign = `<svg viewBox="0 0 64 64" fill="none"><path fill="#ffe07a" stroke="#e0b23a" stroke-width="2" d="M40 6a27 27 0 1 0 18 40A24 24 0 0 1 40 6z"/><g fill="#7a5a1a"><circle cx="22" cy="30" r="2.200"/></g><path d="M20 40q6 4 10 0" stroke="#7a5a1a" stroke-width="2.500" stroke-linecap="round"/><path fill="#ffe9a8" d="M50 14l2 5 5 .5-4 3.500 1.300 5-4.300-2.700-4.300 2.700 1.300-5-4-3.500 5-.5z"/></svg>`;

const skies: Readonly<Record<Part, readonly [string, string]>> = {
  morning: ["#a8dcf5", "#ffdcae"],
  noon: ["#3fa4ea", "#bfe6f8"],
  afternoon: ["#ff8f6b", "#ffd08a"],
  evening: ["#1b2a66", "#5a5f9e"],
};
/** Where sun and moon stand, in parts of the width, and in units from above. */
const places: Readonly<Record<Part, readonly [number, number]>> = {
  morning: [0.26, 84],
  noon: [0.5, 34],
  afternoon: [0.74, 84],
  evening: [0.5, 40],
};

/** A part of the day as a small landscape, `width` × 150: the place of the sun tells which. */
export function partPicture(part: Part, width = 220): string {
  const [top, low] = skies[part];
  const [share, y] = places[part];
  const x = Math.round(share * width);
  const light =
    part === "evening"
      ? `<path fill="#ffe89a" d="M${x + 8} ${y - 26}a27 27 0 1 0 19 43A24 24 0 0 1 ${x + 8} ${y - 26}z"/><g fill="#fff6cf"><circle cx="${width * 0.16}" cy="30" r="2.500"/><circle cx="${width * 0.24}" cy="74" r="2"/><circle cx="${width * 0.84}" cy="22" r="2.500"/><circle cx="${width * 0.86}" cy="80" r="2"/></g>`
      : `<circle cx="${x}" cy="${y}" r="30" fill="#fff3b8" fill-opacity=".6"/><circle cx="${x}" cy="${y}" r="20" fill="${part === "afternoon" ? "#f2552e" : part === "morning" ? "#ffb03a" : "#ffd447"}"/>`;
  const [hill, grass] = part === "evening" ? ["#33457f", "#2c4a4a"] : ["#9cc8a8", "#7cb84c"];
  const w = (part: number) => Math.round(width * part);
  return `<svg viewBox="0 0 ${width} 150" preserveAspectRatio="xMidYMid slice" fill="none"><path fill="${low}" d="M0 0h${width}v150H0z"/><path fill="${top}" d="M0 0h${width}v54H0z"/><path fill="${top}" fill-opacity=".5" d="M0 54h${width}v22H0z"/>${light}<path fill="${hill}" d="M0 118Q${w(0.16)} 74 ${w(0.32)} 104Q${w(0.5)} 66 ${w(0.68)} 104Q${w(0.84)} 76 ${width} 112v38H0z"/><path fill="${grass}" d="M0 116q${w(0.5)}-18 ${width} 0v34H0z"/></svg>`;
}
