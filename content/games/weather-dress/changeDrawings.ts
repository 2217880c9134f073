// Owns the little pictures of what was and what came of it, 320 × 240.
import type { Change } from "./weather.ts";

const frame = (inside: string) =>
  `<svg viewBox="0 0 320 240" preserveAspectRatio="xMidYMid slice" fill="none">${inside}</svg>`;
const blueSky = '<path fill="#8fd3f6" d="M0 0h320v240H0z"/><path fill="#c8ebfa" d="M0 90h320v80H0z"/>';
const greySky = '<path fill="#98a5b8" d="M0 0h320v240H0z"/><path fill="#bac4d0" d="M0 90h320v80H0z"/>';
const yard =
  '<path fill="#8fca5a" d="M0 150c80-20 240-20 320 0v90H0z"/><path fill="#e6dcae" d="M0 186c80-16 240-16 320 0v54H0z"/>';
const wetYard =
  '<path fill="#74ab52" d="M0 150c80-20 240-20 320 0v90H0z"/><path fill="#bdb48c" d="M0 186c80-16 240-16 320 0v54H0z"/>';
const sun = (x: number, y: number) =>
  `<circle cx="${x}" cy="${y}" r="46" fill="#fff2b8" fill-opacity=".6"/><g transform="translate(${x} ${y})" stroke="#ffd447" stroke-width="6" stroke-linecap="round">${Array.from({ length: 10 }, (_, index) => `<path d="M0-38v-12" transform="rotate(${index * 36})"/>`).join("")}</g><circle cx="${x}" cy="${y}" r="29" fill="#ffd447"/><circle cx="${x - 5}" cy="${y - 5}" r="22" fill="#ffe78a"/>`;
const dark = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path fill="#66748c" d="M-60 24c-24 0-30-32-4-36 0-26 36-34 48-12 14-22 52-16 52 12 24-4 40 12 32 28-4 6-10 8-18 8z"/><path fill="#8494ab" d="M-64-12c0-26 36-34 48-12 14-22 52-16 52 12-14-8-28-4-34 6-14-10-24-8-32 0-10-8-24-12-34-6z"/></g>`;
const rain = (colour = "#e6f4ff") =>
  `<g stroke="${colour}" stroke-width="5" stroke-linecap="round">${Array.from({ length: 18 }, (_, index) => `<path d="M${20 + ((index * 53) % 300)} ${64 + Math.floor(index / 6) * 46 + (index % 3) * 12}l-7 22"/>`).join("")}</g>`;
const house = (x: number, y: number) =>
  `<g transform="translate(${x} ${y})"><path fill="#fff1cf" d="M-48-52h96V0h-96z"/><path fill="#d96a45" d="M-66-46l22-40h88l22 40z"/><path fill="#8a5a3b" d="M-12-34h24V0h-24z"/><path fill="#8ecbe8" d="M-38-38h18v16h-18zM20-38h18v16H20z"/></g>`;
const puddle = (x: number, y: number, rx: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${rx * 0.26}" fill="#5fb0d6"/><ellipse cx="${x - 4}" cy="${y - 2}" rx="${rx * 0.76}" ry="${rx * 0.16}" fill="#b4e2f3"/>`;
const shirts = (isWet: boolean) =>
  `<path d="M34 92v108M286 92v108" stroke="#8a6242" stroke-width="9" stroke-linecap="round"/><path d="M34 96q126 26 252 0" stroke="#fff" stroke-width="4"/>${(
    [
      [92, "#f07a5a", "#c95a3e"],
      [160, "#5aa9e0", "#3f83b8"],
      [228, "#ffd447", "#d9a91c"],
    ] as const
  )
    .map(
      ([x, dry, wet], index) =>
        `<g transform="translate(${x} ${106 + (index === 1 ? 4 : 0)}) ${isWet ? "" : `rotate(${index % 2 ? 8 : -10})`}"><path fill="${isWet ? wet : dry}" d="M-20 0h40l12 18-10 8-6-6v${isWet ? 48 : 40}h-32V20l-6 6-10-8z"/>${isWet ? '<g fill="#6fc3ee"><path d="M-10 76c5 7 6 11 0 14-6-3-5-7 0-14zM10 86c5 7 6 11 0 14-6-3-5-7 0-14z"/></g>' : '<path d="M-12 8v30M4 8v30" stroke="#fff" stroke-opacity=".6" stroke-width="4" stroke-linecap="round"/>'}</g>`,
    )
    .join("")}`;
const trunk =
  '<path fill="#7c5433" d="M146 206l8-92h14l10 92z"/><path d="M160 130l-38-34M162 124l36-40M160 112l-2-40" stroke="#7c5433" stroke-width="9" stroke-linecap="round"/>';
const leaf = (x: number, y: number, turn: number, colour: string) =>
  `<path transform="translate(${x} ${y}) rotate(${turn})" fill="${colour}" d="M0 0c10-12 24-10 30 0-8 8-22 10-30 0z"/>`;
const gust =
  '<g stroke="#fff" stroke-opacity=".9" stroke-width="6" stroke-linecap="round"><path d="M14 70h80c26 0 22-32 2-26M10 104h60M24 138h96c24 0 20 28 2 24"/></g>';
const bits = Array.from({ length: 16 }, (_, index) =>
  leaf(20 + ((index * 61) % 270), 196 + (index % 4) * 11, index * 47, index % 2 ? "#e0a33c" : "#c9702a"),
).join("");
const cone =
  '<path fill="#d99a4e" d="M126 128h68l-34 92z"/><path d="M134 146l44 26M146 132l40 24M186 146l-44 26M174 132l-40 24" stroke="#a86f2c" stroke-width="4"/>';
const kite = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size}) rotate(14)"><path fill="#ffd447" d="M0-44L32 0h-64z"/><path fill="#e8603c" d="M-32 0h64L0 46z"/><path d="M0-44v90M-32 0h64" stroke="#a33c20" stroke-width="3"/><path d="M0 46c-14 16 14 24 0 42s10 22 0 36" stroke="#e8603c" stroke-width="6" stroke-linecap="round"/></g>`;
const boy = (x: number, y: number, up: boolean) =>
  `<g transform="translate(${x} ${y})"><g stroke="#f7cda6" stroke-width="9" stroke-linecap="round"><path d="M-7-24V0M7-24V0M-12-58l${up ? "-10-24" : "-14 20"}M12-58l${up ? "18-26" : "16 18"}"/></g><path fill="#e0584f" d="M-14-66h28l4 34h-36z"/><path fill="#4a78c0" d="M-17-34h34l2 18H3l-3-6-3 6h-16z"/><circle cx="0" cy="-86" r="22" fill="#f7cda6"/><path fill="#3a2a22" d="M-22-86c-4-34 48-34 44 0-4-8-8-12-14-12-8 4-22 4-30 12z"/><circle cx="-7" cy="-84" r="3"  fill="#2b2230"/><circle cx="8" cy="-84" r="3" fill="#2b2230"/><path d="M-6-76q7 6 13 0" stroke="#b8433f" stroke-width="3" stroke-linecap="round"/></g>`;

export const changeDrawings: Readonly<Record<Change, { readonly before: string; readonly after: string }>> = {
  clouds: {
    before: frame(
      `${greySky}${yard}${house(240, 186)}${dark(90, 60, 1.2)}${dark(230, 50, 1.1)}${dark(160, 84, 0.9)}`,
    ),
    after: frame(`${greySky}${wetYard}${house(240, 186)}${dark(90, 44, 1.2)}${dark(230, 40, 1.2)}${rain()}`),
  },
  puddles: {
    before: frame(`${greySky}${wetYard}${dark(90, 44, 1.2)}${dark(230, 40, 1.2)}${rain()}${house(70, 186)}`),
    after: frame(
      `${blueSky}${yard}${sun(266, 52)}${house(70, 186)}${puddle(180, 210, 66)}${puddle(270, 192, 34)}${puddle(60, 222, 46)}`,
    ),
  },
  rainbow: {
    before: frame(`${blueSky}${yard}${sun(70, 58)}${dark(196, 60, 1.2)}${rain("#4f9fd6")}`),
    after: frame(
      `${blueSky}<g stroke-width="13">${["#e8514a", "#f59a45", "#ffd447", "#6fbf5a", "#4fa8e0", "#9a62c0"].map((colour, index) => `<path d="M${34 + index * 13} 176A${126 - index * 13} ${126 - index * 13} 0 0 1 ${286 - index * 13} 176" stroke="${colour}"/>`).join("")}</g>${yard}${sun(44, 46)}`,
    ),
  },
  laundry: {
    before: frame(`${blueSky}${yard}${sun(160, 44)}${shirts(true)}`),
    after: frame(`${blueSky}${yard}${sun(270, 40)}${shirts(false)}`),
  },
  leaves: {
    before: frame(
      `${blueSky}${yard}${trunk}<g fill="#e0a33c"><circle cx="120" cy="86" r="38"/><circle cx="200" cy="80" r="40"/><circle cx="160" cy="52" r="42"/></g><g fill="#c9702a" fill-opacity=".7"><circle cx="150" cy="90" r="26"/><circle cx="190" cy="104" r="18"/></g>${gust}${leaf(250, 90, 20, "#c9702a")}${leaf(274, 130, 60, "#e0a33c")}`,
    ),
    after: frame(
      `${blueSky}${yard}${trunk}<path d="M122 96l-14-6M122 96l-2-16M198 84l14-4M198 84l-2-16M158 72l-12-12M158 72l10-14" stroke="#7c5433" stroke-width="6" stroke-linecap="round"/>${bits}`,
    ),
  },
  ice: {
    before: frame(
      `${blueSky}<path fill="#ffe2a0" d="M0 190h320v50H0z"/>${sun(262, 52)}${cone}<circle cx="160" cy="96" r="42" fill="#f7a8c4"/><circle cx="146" cy="84" r="14" fill="#fcd3e2"/><path fill="#f7a8c4" d="M118 118c10 20 22 6 28 16s20 10 28-2 22 6 28-14z"/><circle cx="160" cy="46" r="11" fill="#e23b33"/>`,
    ),
    after: frame(
      `${blueSky}<path fill="#ffe2a0" d="M0 190h320v50H0z"/>${sun(262, 52)}${cone}<path fill="#f7a8c4" d="M124 128c0-22 72-24 72 0-2 10-10 8-10 20s-12 12-12 0-10-8-12 6 2 40-6 40-6-26-8-36-8-2-10 4-12 2-10-12-4-14-4-22z"/><path fill="#f7a8c4" d="M96 216c0-14 124-14 128 0 2 12-126 14-128 0z"/><path fill="#fcd3e2" d="M116 212c20-6 50-6 66-2-16 6-50 8-66 2z"/><circle cx="206" cy="204" r="11" fill="#e23b33"/>`,
    ),
  },
  plant: {
    before: frame(
      `${greySky}<path fill="#c79a62" d="M0 160c80-14 240-14 320 0v80H0z"/><g stroke="#8f6a3c" stroke-width="4" stroke-linecap="round"><path d="M40 190l40 14 10 26M80 204l34-12M220 188l-20 22 30 24M200 210l-40-4M290 186l-20 24"/></g><path d="M160 196c-2-30 4-56-14-74" stroke="#a89a4a" stroke-width="9" stroke-linecap="round"/><path fill="#b5a552" d="M148 126c-30-6-46 18-46 48 20-6 40-20 46-48zM158 160c24-4 40 10 42 34-20-2-36-12-42-34zM150 122c10-12 30-6 36 14-14 4-30 0-36-14z"/>${dark(90, 44, 1.1)}${dark(230, 40, 1.1)}${rain()}`,
    ),
    after: frame(
      `${blueSky}${sun(262, 52)}<path fill="#7a5430" d="M0 170c80-14 240-14 320 0v70H0z"/><path fill="#8fca5a" d="M0 168c80-16 240-16 320 0v12c-80-14-240-14-320 0z"/><path d="M160 200V70" stroke="#3f9b3b" stroke-width="10" stroke-linecap="round"/><path fill="#5fbf4a" d="M158 150c-40 4-62-20-66-50 36-2 60 16 66 50zM162 130c6-34 30-50 64-48 0 32-26 52-64 48zM158 100c-26-4-38-20-38-44 24 2 38 16 38 44z"/><g transform="translate(160 56)"><g fill="#ff8fb8"><circle cx="0" cy="-16" r="12"/><circle cx="15" cy="-5" r="12"/><circle cx="9" cy="13" r="12"/><circle cx="-9" cy="13" r="12"/><circle cx="-15" cy="-5" r="12"/></g><circle r="10" fill="#ffd447"/></g>`,
    ),
  },
  kite: {
    before: frame(`${blueSky}${yard}${gust}${kite(236, 168, 0.8)}${boy(170, 220, false)}`),
    after: frame(
      `${blueSky}${yard}<path d="M100 134Q180 120 236 74" stroke="#fff" stroke-width="3"/>${kite(240, 60, 0.8)}${boy(82, 222, true)}`,
    ),
  },
};

const fills = ["#3f8fd8", "#5ab4e0", "#6fbf5a", "#f59a45", "#e8453c"] as const;

/** A thermometer that stands at warmth 1–5; a sun above, ice below. 120 × 300. */
export function gaugePicture(warmth: 1 | 2 | 3 | 4 | 5): string {
  const colour = fills[warmth - 1] ?? "#6fbf5a";
  const top = 214 - warmth * 36;
  return `<svg viewBox="0 0 120 300" fill="none"><g transform="translate(92 42)"><circle r="13" fill="#ffb32c"/><g stroke="#ffb32c" stroke-width="5" stroke-linecap="round">${Array.from({ length: 8 }, (_, index) => `<path d="M0-18v-6" transform="rotate(${index * 45})"/>`).join("")}</g></g><g transform="translate(94 206)" stroke="#5aa9e0" stroke-width="5" stroke-linecap="round">${[0, 60, 120].map((turn) => `<path d="M0-19v38M-6-13l6 6 6-6M-6 13l6-6 6 6" transform="rotate(${turn})"/>`).join("")}</g><rect x="28" y="12" width="44" height="216" rx="22" fill="#f4f9fd" stroke="#8aa2bd" stroke-width="5"/><circle cx="50" cy="250" r="38" fill="#f4f9fd" stroke="#8aa2bd" stroke-width="5"/><path fill="#f4f9fd" d="M31 206h38v24H31z"/><circle cx="50" cy="250" r="29" fill="${colour}"/><path fill="${colour}" d="M38 ${top + 12}a12 12 0 0 1 24 0V246H38z"/><path fill="#fff" fill-opacity=".5" d="M38 238a18 18 0 0 1 10-8c4-1 4 4 0 6-4 3-6 6-6 10-2 4-6-2-4-8z"/><g stroke="#8aa2bd" stroke-width="4" stroke-linecap="round"><path d="M62 44h8M62 80h8M62 116h8M62 152h8M62 188h8"/></g></svg>`;
}
