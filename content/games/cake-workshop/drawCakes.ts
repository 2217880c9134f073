// Owns how cakes look: small ones on 100 × 100, and the large one that is decorated, seen from a little above. Pure SVG text.
import type { LargeCake, SmallCake } from "./bakery.ts";

const small = (inside: string) =>
  `<svg viewBox="0 0 100 100" fill="none"><ellipse cx="50" cy="86" rx="40" ry="9" fill="#3a2410" fill-opacity=".25"/>${inside}</svg>`;

const petals = (count: number, radius: number, size: number, colour: string) =>
  Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI;
    return `<circle cx="${(50 + radius * Math.cos(angle)).toFixed(1)}" cy="${(46 + radius * Math.sin(angle) * 0.92).toFixed(1)}" r="${size}" fill="${colour}"/>`;
  }).join("");

const seeds = [
  [34, 34, 20],
  [52, 26, -30],
  [68, 38, 60],
  [42, 50, -10],
  [60, 56, 30],
  [30, 56, 70],
  [74, 58, -20],
  [48, 70, 10],
  [64, 72, 50],
  [36, 72, -40],
]
  .map(
    ([x, y, turn]) =>
      `<ellipse cx="${x}" cy="${y}" rx="4.500" ry="2.600" fill="#fff3d2" transform="rotate(${turn} ${x} ${y})"/>`,
  )
  .join("");

export const smallCakePictures: Readonly<Record<SmallCake, string>> = {
  moon: small(
    `<g transform="translate(0 8)">${petals(10, 32, 12, "#8a4a17")}<ellipse cx="50" cy="46" rx="36" ry="33" fill="#8a4a17"/></g>${petals(10, 32, 12, "#d9882f")}<ellipse cx="50" cy="46" rx="36" ry="33" fill="#d9882f"/><ellipse cx="50" cy="45" rx="29" ry="26" fill="#eda64a"/><ellipse cx="50" cy="45" rx="23" ry="20" stroke="#b96a1e" stroke-width="3"/><path d="M50 29c5 7 5 9 0 16-5-7-5-9 0-16zM50 61c5-7 5-9 0-16-5 7-5 9 0 16zM33 45c7-5 9-5 17 0-8 5-10 5-17 0zM67 45c-7-5-9-5-17 0 8 5 10 5 17 0z" fill="#b96a1e"/><path d="M27 30q10-12 24-12" stroke="#fff" stroke-opacity=".55" stroke-width="4" stroke-linecap="round"/>`,
  ),
  sesame: small(
    `<circle cx="50" cy="52" r="38" fill="#8a4a17"/><circle cx="50" cy="49" r="37" fill="#c9802f"/><circle cx="46" cy="45" r="28" fill="#e2a04a"/><circle cx="41" cy="39" r="15" fill="#f0ba6c" fill-opacity=".8"/>${seeds}`,
  ),
  chung: small(
    `<rect x="13" y="20" width="74" height="68" rx="9" fill="#1f5a2c"/><rect x="13" y="13" width="74" height="68" rx="9" fill="#3f9142"/><path d="M17 17h66v60z" fill="#62b553" fill-opacity=".75"/><g stroke="#f3e3a4" stroke-width="5.500" stroke-linecap="round"><path d="M38 13v68M62 13v68M13 36h74M13 58h74"/></g><path d="M57 32q9-13 13 0q-9 2-8 5q-7 10-13 3q11 0 8-8z" fill="#fff3c2"/>`,
  ),
  sponge: small(
    `<path d="M14 46h72v30c0 14-72 14-72 0z" fill="#c98436"/><path d="M14 46h60v38c-26 6-60 2-60-8z" fill="#e9ae57"/><path d="M14 60q18 9 36 9t36-9" stroke="#fff6e0" stroke-width="6"/><ellipse cx="50" cy="44" rx="36" ry="17" fill="#fff6e0"/><path d="M14 46c0 12 9 12 11 4 3 14 14 14 16 4 4 12 16 12 19 0 4 10 14 8 16-2 4 6 10 4 10-6-2 10-70 12-72 0z" fill="#fff6e0"/><ellipse cx="50" cy="41" rx="27" ry="11" fill="#fffdf6"/><circle cx="50" cy="32" r="11" fill="#d9303e"/><circle cx="46" cy="28" r="4" fill="#ff8b8b"/><path d="M50 22q2-9 10-11" stroke="#4a8f3a" stroke-width="3" stroke-linecap="round"/>`,
  ),
};

type Look = { side: string; dark: string; band: string; top: string; light: string };
const looks: Readonly<Record<LargeCake, Look>> = {
  sponge: { side: "#e9ae57", dark: "#bd7a2c", band: "#fff1d2", top: "#fff3dc", light: "#fffdf6" },
  pandan: { side: "#8cc653", dark: "#5a9632", band: "#f2f8dc", top: "#eaf6c9", light: "#f9fde9" },
  pink: { side: "#f3a7bd", dark: "#cc6f8d", band: "#fff1f4", top: "#ffdfe8", light: "#fff3f6" },
  moon: { side: "#cf7d2a", dark: "#8f4e14", band: "#e39a45", top: "#e8a04c", light: "#f2b768" },
};

/** Half the width and half the height of the top, and the height of the side. */
export const cakeTop = { rx: 372, ry: 156, side: 74 } as const;

/** Drips of cream over the edge. */
const cream = (colour: string) => {
  const { rx, ry } = cakeTop;
  const lengths = [34, 18, 42, 24, 36, 16, 40, 22, 34, 18, 30];
  const step = (2 * rx) / lengths.length;
  let path = `M${-rx} 0`;
  lengths.forEach((length, index) => {
    const from = -rx + index * step;
    const edge = (x: number) => ry * Math.sqrt(Math.max(0, 1 - (x / rx) ** 2));
    const middle = from + step / 2;
    path += `L${from.toFixed(0)} ${edge(from).toFixed(0)}C${(from + 4).toFixed(0)} ${(edge(middle) + length + 10).toFixed(0)} ${(from + step - 4).toFixed(0)} ${(edge(middle) + length + 10).toFixed(0)} ${(from + step).toFixed(0)} ${edge(from + step).toFixed(0)}`;
  });
  return `<path d="${path}L${rx} 0z" fill="${colour}"/>`;
};

export function largeCake(cake: LargeCake): string {
  const { side, dark, band, top, light } = looks[cake];
  const { rx, ry, side: high } = cakeTop;
  const wall = (from: number, to: number, colour: string) =>
    `<path d="M${-rx} ${from}A${rx} ${ry} 0 0 0 ${rx} ${from}V${to}A${rx} ${ry} 0 0 1 ${-rx} ${to}z" fill="${colour}"/>`;
  const pattern =
    cake === "moon"
      ? `<g fill="none" stroke="#b3661c" stroke-width="7"><ellipse rx="${rx - 40}" ry="${ry - 20}"/><ellipse rx="${rx - 62}" ry="${ry - 32}" stroke-width="4" stroke-dasharray="22 14"/></g>${Array.from(
          { length: 17 },
          (_, index) => {
            const angle = (index / 16) * Math.PI;
            const x = Math.round(rx * Math.cos(angle));
            const y = Math.round(ry * Math.sin(angle));
            return `<path d="M${x} ${y}v${high}" stroke="${dark}" stroke-opacity=".45" stroke-width="8" stroke-linecap="round"/>`;
          },
        ).join("")}`
      : cream(top);
  return `<svg viewBox="-420 -170 840 420" fill="none"><ellipse cx="0" cy="${high + 30}" rx="410" ry="150" fill="#9aa9b8" fill-opacity=".35"/><ellipse cx="0" cy="${high + 16}" rx="408" ry="156" fill="#dfe8ee"/><ellipse cx="0" cy="${high + 8}" rx="404" ry="152" fill="#fbfdfe"/>${wall(0, high, dark)}${wall(0, high - 8, side)}${wall(high * 0.42, high * 0.62, band)}<ellipse rx="${rx}" ry="${ry}" fill="${top}"/>${pattern}<ellipse rx="${rx - 26}" ry="${ry - 14}" cy="-4" fill="${light}" fill-opacity="${cake === "moon" ? 0.5 : 1}"/><path d="M${-rx + 66} -40Q-180 -128 40 -132" stroke="#fff" stroke-opacity=".6" stroke-width="12" stroke-linecap="round"/></svg>`;
}

/** A birthday candle, lit. */
export const candle = `<svg viewBox="0 0 100 100" fill="none"><ellipse cx="50" cy="92" rx="18" ry="5" fill="#3a2410" fill-opacity=".25"/><rect x="39" y="40" width="22" height="52" rx="6" fill="#2d7fc4"/><rect x="39" y="40" width="13" height="52" rx="6" fill="#6fb9ec"/><path d="M39 56l22-10M39 72l22-10M39 88l22-10" stroke="#fffdf6" stroke-width="6"/><path d="M50 40v-8" stroke="#5b3a1a" stroke-width="4" stroke-linecap="round"/><g class="flame"><path d="M50 4c12 14 14 20 8 28-4 5-12 5-16 0-6-8-4-14 8-28z" fill="#ff9b2f"/><path d="M50 16c6 8 7 11 4 15-2 3-6 3-8 0-3-4-2-7 4-15z" fill="#ffe28a"/></g></svg>`;

/** A china plate seen as the friends see it, on 320 × 220. */
export const plate = `<svg viewBox="0 0 320 220" preserveAspectRatio="none" fill="none"><rect x="4" y="14" width="312" height="204" rx="84" fill="#8fa6b5" fill-opacity=".5"/><rect x="4" y="4" width="312" height="206" rx="84" fill="#e8f1f6"/><rect x="8" y="4" width="304" height="198" rx="80" fill="#fbfeff"/><rect x="20" y="15" width="280" height="176" rx="68" stroke="#7fb4dd" stroke-width="5"/><rect x="32" y="26" width="256" height="154" rx="58" fill="#eef6fa"/></svg>`;
