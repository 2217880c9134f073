// Owns the signs that tell a trait without a word: a picture of it, never a colour alone.
import { pictures } from "./pictures.ts";
import type { Trait } from "./traits.ts";

const draw = (inside: string) => `<svg viewBox="0 0 100 100" fill="none">${inside}</svg>`;

/** Paint: every colour has a blot of its own shape. */
const blots = {
  red: '<path fill="#e23b33" d="M50 12c9 0 10 12 18 13s17-4 20 4-8 12-8 20 14 14 10 22-16 2-24 6-6 14-16 14-10-11-18-13-18 6-22-2 8-13 6-21-14-9-12-18 15-5 22-9 12-16 24-16z"/><path fill="#ff8a7a" d="M42 30c6-4 14-3 12 2s-9 4-14 9-8-6 2-11z"/>',
  yellow:
    '<path fill="#f2b705" d="M10 34c12-10 26-2 40-8s26-8 40 2c-6 6-4 10 0 14-8 8-2 14-2 22-12 10-28 2-40 8s-26 4-38-4c4-6 2-10-2-16 6-6 6-12 2-18z"/><path fill="#ffe07a" d="M22 40c12-6 28 0 44-8M24 56c16-4 26 2 42-6" stroke="#ffe07a" stroke-width="6" stroke-linecap="round"/>',
  green:
    '<path fill="#3f9b3b" d="M50 8c16 22 32 32 32 54a32 30 0 0 1-64 0C18 40 36 30 50 8z"/><path fill="#8fd06f" d="M34 52c-4 12 0 20 8 26-14-2-20-16-8-26z"/>',
};
const glass = (ballY: number) =>
  `<path fill="#d9f1fb" d="M12 24h76l-8 62c-1 4-4 6-8 6H28c-4 0-7-2-8-6z"/><path fill="#5bb8e0" d="M15 44q9-6 18 0t18 0 18 0 16 0l-5 42c-1 4-4 6-8 6H28c-4 0-7-2-8-6z"/><circle cx="50" cy="${ballY}" r="14" fill="#f28c28"/><path d="M40 ${ballY - 6}q8-8 18 0" stroke="#ffd09a" stroke-width="4" stroke-linecap="round"/><path fill="#2f8fc0" fill-opacity=".38" d="M15 46q9-6 18 0t18 0 18 0 16 0l-5 40c-1 4-4 6-8 6H28c-4 0-7-2-8-6z"/><path d="M12 24l8 62c1 4 4 6 8 6h44c4 0 7-2 8-6l8-62" stroke="#2f6f96" stroke-width="4" stroke-linejoin="round"/>`;
const paw = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})" fill="#8a5a3b"><path d="M0 14c-12 0-12-8-6-13s8-5 12 0 6 13-6 13z"/><circle cx="-11" cy="-5" r="4.500"/><circle cx="-4" cy="-11" r="4.500"/><circle cx="4" cy="-11" r="4.500"/><circle cx="11" cy="-5" r="4.500"/></g>`;
const birdFoot = (x: number, y: number) =>
  `<path transform="translate(${x} ${y})" d="M0 16V-6M0 0l-13-15M0 0l13-15M0-6v-16" stroke="#d9822b" stroke-width="7" stroke-linecap="round"/>`;
const scale = (x: number, y: number, colour: string) =>
  `<path fill="${colour}" stroke="#1f6a96" stroke-width="2" d="M${x - 14} ${y}a14 16 0 0 0 28 0z"/>`;
const pine = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#7c5433" d="M-4 0h8v-16h-8z"/><path fill="#2f7d43" d="M0-70l20 30H8l16 26h-48l16-26h-12z"/><path fill="#55a95a" d="M0-70l6 9-12 21h-14z"/></g>`;

export const signs: Readonly<Record<Trait, string>> = {
  living: draw(
    '<path fill="#8a5a3b" d="M20 84c6-18 54-18 60 0z"/><path d="M50 76V44" stroke="#3f9b3b" stroke-width="7" stroke-linecap="round"/><path fill="#6fc24a" d="M50 50C30 52 20 40 18 26c18-2 30 6 32 24z"/><path fill="#8fd86a" d="M50 46c2-20 14-28 32-28 0 18-12 30-32 28z"/><path fill="#f0567a" d="M74 74c-12-8-13-14-10-19s8-3 10 1c2-4 7-6 10-1s2 11-10 19z"/>',
  ),
  thing: draw(
    '<path fill="#4f9fd6" d="M16 56h32v32H16z"/><path fill="#7fc0ea" d="M16 56h32v8H16z"/><path fill="#f28c28" d="M52 56h32v32H52z"/><path fill="#ffb35c" d="M52 56h32v8H52z"/><path fill="#e0584f" d="M34 52l16-32 16 32z"/><path fill="#ff8a7a" d="M50 20l6 12-14 20h-8z"/>',
  ),
  animal: draw(paw(50, 54, 2.4)),
  fruit: draw(
    '<path fill="#f2b705" d="M12 30c-4 34 20 56 54 50 6-2 4-10-2-10-24 0-38-18-40-40-2-6-10-6-12 0z"/><path fill="#ffe07a" d="M18 34c2 24 16 38 36 42-24-2-38-18-40-40z"/><circle cx="62" cy="44" r="22" fill="#e5493f"/><path fill="#ff9a8a" d="M50 38c2-8 10-12 16-10-6 2-10 6-12 12z"/><path d="M62 24c0-8 4-12 10-14" stroke="#7c5433" stroke-width="5" stroke-linecap="round"/><path fill="#6fb64c" d="M66 20c4-10 14-12 22-8-4 8-12 12-22 8z"/>',
  ),
  vegetable: draw(
    '<path fill="#f28c28" d="M20 40c10-10 24-10 32 0 4 6-8 36-20 52-4 4-6 2-8-2C16 72 14 46 20 40z"/><path d="M22 54h12M38 64h8M26 76h8" stroke="#c9661a" stroke-width="4" stroke-linecap="round"/><path fill="#4c9a3d" d="M36 38c-12-6-16-18-12-26 8 4 10 10 12 16 2-8 8-14 16-16 2 10-4 22-16 26z"/><path fill="#3f8a47" d="M58 90c-12-22-8-54 14-66 20 14 24 46 10 66z"/><path fill="#8fd06f" d="M64 86c-6-20-4-40 8-52 12 14 12 36 4 52z"/><path d="M70 88V46" stroke="#fffdf6" stroke-width="5" stroke-linecap="round"/>',
  ),
  floats: draw(glass(40)),
  sinks: draw(glass(76)),
  red: draw(blots.red),
  yellow: draw(blots.yellow),
  green: draw(blots.green),
  round: draw(
    '<circle cx="50" cy="50" r="33" fill="#e9eef5" stroke="#5b6b86" stroke-width="6"/><path d="M50 8a42 42 0 0 1 41 33" stroke="#0072b2" stroke-width="6" stroke-linecap="round" stroke-dasharray="2 11"/><path d="M82 38l10 6 5-11" stroke="#0072b2" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/><path d="M32 40q8-12 22-12" stroke="#fff" stroke-width="6" stroke-linecap="round"/>',
  ),
  fur: draw(
    '<path fill="#c98a4b" d="M14 40l4-14 9 8 5-16 10 12 8-18 8 18 10-12 5 16 9-8 4 14 4 40c-6 14-74 14-80 0z"/><g stroke="#8a5a2b" stroke-width="4" stroke-linecap="round"><path d="M28 50l-4 14M44 46l-3 16M60 48l-1 16M75 50l3 14M34 70l-3 12M52 70l-1 14M70 70l2 12"/></g>',
  ),
  feathers: pictures.feather,
  scales: draw(
    `<clipPath id="fish-skin"><circle cx="50" cy="50" r="40"/></clipPath><g clip-path="url(#fish-skin)"><path fill="#2f8fc0" d="M0 0h100v100H0z"/>${[78, 62, 46, 30, 14].map((y, row) => [0, 1, 2, 3, 4].map((column) => scale(column * 28 - 6 + (row % 2) * 14, y, row % 2 ? "#4fb3dd" : "#86d2ee")).join("")).join("")}</g><circle cx="50" cy="50" r="40" stroke="#1f6a96" stroke-width="4"/>`,
  ),
  shell: draw(
    '<path fill="#d9934a" d="M50 14c28 0 40 22 40 42 0 18-10 28-22 28H20c-8 0-10-8-10-18 0-30 16-52 40-52z"/><path fill="#f2bd76" d="M50 14c-22 0-36 20-38 44 8-16 18-30 40-32 14 0 24 4 32 14-6-14-16-26-34-26z"/><path d="M70 74c10-14 6-36-16-38s-30 26-12 34 26-14 14-20" stroke="#8a5426" stroke-width="6" stroke-linecap="round"/>',
  ),
  legs0: draw(
    '<path d="M12 62c10-34 22-34 30-10s16 26 24 4 14-24 22-14" stroke="#4aa34a" stroke-width="15" stroke-linecap="round"/><path d="M12 62c10-34 22-34 30-10s16 26 24 4 14-24 22-14" stroke="#9fe07f" stroke-width="4" stroke-linecap="round" stroke-dasharray="1 12"/>',
  ),
  legs2: draw(birdFoot(32, 56) + birdFoot(68, 56)),
  legs4: draw(paw(30, 32, 1.15) + paw(70, 32, 1.15) + paw(30, 74, 1.15) + paw(70, 74, 1.15)),
  water: draw(
    '<circle cx="50" cy="50" r="42" fill="#bfe9f7"/><path fill="#4fb3dd" d="M8 46q11-10 21 0t21 0 21 0 21 0a42 42 0 0 1-84 0z"/><path fill="#2f8fc0" d="M10 62q10-9 20 0t20 0 20 0 19 0a42 42 0 0 1-79 0z"/>',
  ),
  forest: draw(`${pine(28, 84, 0.85)}${pine(74, 82, 0.8)}${pine(50, 92, 1.1)}`),
  farm: draw(
    '<path fill="#fff1cf" d="M20 46h60v40H20z"/><path fill="#d35f3c" d="M8 48L50 14l42 34-6 8-36-28-36 28z"/><path fill="#8a5a3b" d="M42 60h18v26H42z"/><path fill="#8ecbe8" d="M26 58h10v10H26zM66 58h10v10H66z"/>',
  ),
};
