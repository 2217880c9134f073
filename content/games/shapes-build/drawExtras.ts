// Owns what a finished picture gains when it comes alive: eyes, windows, waves, wheels' hubs. SVG text on the board of builds.ts. Pure.
import type { BuildName } from "./builds.ts";

const hub = (x: number, y: number, r = 24) =>
  `<g transform="translate(${x} ${y})"><circle r="${r}" fill="#fff6dd"/><circle r="${r * 0.45}" fill="#12704d"/></g>`;
const pane = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="8" fill="#bfe6f7" stroke="#fffdf6" stroke-width="7"/><path d="M${x - width / 2 + 10} ${y + height / 2 - 12}l${width * 0.4} ${-height * 0.55}" stroke="#fff" stroke-width="6" stroke-linecap="round" stroke-opacity=".8"/>`;
const eye = (x: number, y: number, r = 15) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff"/><circle cx="${x + r * 0.2}" cy="${y + r * 0.15}" r="${r * 0.58}" fill="#23304f"/><circle cx="${x + r * 0.4}" cy="${y - r * 0.15}" r="${r * 0.2}" fill="#fff"/>`;
const grin = (x: number, y: number, wide = 30) =>
  `<path d="M${x - wide} ${y}q${wide} ${wide} ${2 * wide} 0" stroke="#23304f" stroke-width="6" stroke-linecap="round"/>`;
const rays = (x: number, y: number, r: number) =>
  `<g stroke="#f6b92b" stroke-width="9" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => {
    const angle = (index / 12) * 2 * Math.PI;
    const at = (reach: number) =>
      `${Math.round(x + reach * Math.cos(angle))} ${Math.round(y + reach * Math.sin(angle))}`;
    return `<path d="M${at(r + 10)}L${at(r + 24)}"/>`;
  }).join("")}</g>${eye(x - 20, y - 8, 10)}${eye(x + 20, y - 8, 10)}${grin(x, y + 14, 16)}`;
const waves = (y: number) =>
  `<g fill="none" stroke-linecap="round"><path stroke="#2f8fbe" stroke-width="16" d="M-460 ${y}q46 -30 92 0t92 0 92 0 92 0 92 0 92 0 92 0 92 0 92 0 92 0"/><path stroke="#8fd8ee" stroke-width="8" d="M-430 ${y + 22}q46 -24 92 0t92 0 92 0 92 0 92 0 92 0 92 0 92 0 92 0"/></g>`;
const grass = (y: number) =>
  `<path fill="#7cc04c" d="M-440 ${y + 18}q60-34 120-12t120-6 120 4 120-6 120 8 120-6 120 18z"/>`;
const road = (y: number) =>
  `<path stroke="#6d7480" stroke-width="20" stroke-linecap="round" d="M-430 ${y}H430"/><path stroke="#fff6c9" stroke-width="4" stroke-linecap="round" stroke-dasharray="26 22" d="M-420 ${y}H420"/>`;
const puff = (x: number, y: number, r: number) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="#fff"/><circle cx="${x}" cy="${y}" r="${r}" fill="#b8cedd" fill-opacity=".35"/>`;
const blossom = (x: number, y: number, colour: string) =>
  `<g transform="translate(${x} ${y})"><path d="M0 0v24" stroke="#3f8f3a" stroke-width="5"/><g fill="${colour}"><circle cx="0" cy="-9" r="8"/><circle cx="9" cy="-2" r="8"/><circle cx="6" cy="8" r="8"/><circle cx="-6" cy="8" r="8"/><circle cx="-9" cy="-2" r="8"/></g><circle r="6" fill="#ffd447"/></g>`;
const star = (x: number, y: number, size: number) =>
  `<path transform="translate(${x} ${y}) scale(${size})" fill="#ffd447" d="M0-12l3.500 8 8.500.8-6.400 5.700 1.900 8.500L0 6.500-7.500 11l1.900-8.500-6.400-5.700 8.500-.8z"/>`;

/** `under` lies behind the pieces, `over` before them. */
export const extras: Readonly<Record<BuildName, { under: string; over: string }>> = {
  house: {
    under: `${grass(186)}<path fill="#9c3d1e" d="M78-176h40v90H78z"/>${puff(104, -186, 13)}${puff(126, -194, 10)}`,
    over: `<path fill="#8a5a35" d="M-30 96a30 30 0 0 1 60 0v90h-60z"/><circle cx="18" cy="142" r="6" fill="#ffd447"/>${pane(-66, 50, 52, 52)}${pane(66, 50, 52, 52)}<circle cx="0" cy="-84" r="26" fill="#fffdf6"/><circle cx="0" cy="-84" r="18" fill="#8fd0ee"/>${rays(310, -110, 66)}${blossom(-200, 160, "#ff8fb8")}${blossom(-258, 168, "#fffdf6")}${blossom(190, 164, "#ffb35c")}`,
  },
  boat: {
    under: `<path stroke="#8a5a35" stroke-width="12" stroke-linecap="round" d="M0-190V60"/>`,
    over: `${waves(160)}<path fill="#d64545" d="M4-196h58l-16 15 16 15H4z"/>${pane(-110, 82, 50, 44)}${pane(0, 82, 50, 44)}${pane(110, 82, 50, 44)}${rays(-320, -110, 66)}<g stroke="#23304f" stroke-width="6" stroke-linecap="round"><path d="M250-120q18-22 34 0q16-22 34 0M330-60q14-16 26 0q12-16 26 0"/></g>`,
  },
  "ice-creams": {
    under: "",
    over: [-150, 150]
      .map(
        (x) =>
          `<g stroke="#b97f0c" stroke-opacity=".7" stroke-width="5"><path d="M${x - 52} 24l80 100M${x - 12} 14l54 68M${x + 52} 24l-80 100M${x + 12} 14l-54 68"/></g><path fill="#fff6dd" d="M${x - 84} -46c0 40 26 40 30 18 4 40 36 40 40 4 4 36 38 30 40-2 6 22 58 22 56-20z" fill-opacity=".9"/>${eye(x - 28, -112)}${eye(x + 28, -112)}${grin(x, -86, 20)}<g stroke-width="7" stroke-linecap="round"><path stroke="#2d7fc4" d="M${x - 50} -150l12-8"/><path stroke="#ffd447" d="M${x + 36} -160l12 8"/><path stroke="#fff" d="M${x - 4} -174l6 12"/></g>`,
      )
      .join(""),
  },
  fish: {
    under: `<g stroke="#3f9a58" stroke-width="16" stroke-linecap="round"><path d="M-390 200q-26-50 0-90t0-90M-350 200q20-36 0-64t4-60M390 200q26-44 0-80t0-70"/></g>`,
    over: `${eye(110, -36, 24)}<path d="M168 34q-26 30-52 12" stroke="#23304f" stroke-width="7" stroke-linecap="round"/><g stroke="#ab3415" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"><path d="M-20-50q24 18 0 40M20-30q24 18 0 40M-20 20q24 18 0 40M20 50q24 18 0 40M60 30q24 18 0 40"/></g><path fill="#f6b92b" d="M10-122q40-50 90-34-30 16-34 44zM10 140q20 40 70 34-24-16-20-44z"/><g stroke="#2d7fc4" stroke-width="5"><circle cx="230" cy="20" r="13"/><circle cx="262" cy="-36" r="18"/></g><ellipse cx="280" cy="-134" rx="16" ry="10" fill="#fff" fill-opacity=".8"/>`,
  },
  car: {
    under: road(198),
    over: `${pane(-20, -114, 96, 88)}${hub(-135, 144)}${hub(135, 144)}<circle cx="200" cy="12" r="18" fill="#ffe07a" stroke="#fffdf6" stroke-width="6"/><path d="M-206 30h40M-60-24v92" stroke="#ab3415" stroke-width="6" stroke-linecap="round"/><path d="M-46 16h26" stroke="#fffdf6" stroke-width="8" stroke-linecap="round"/><g stroke="#b8cedd" stroke-width="9" stroke-linecap="round"><path d="M-262 0h-60M-262 36h-90M-262 72h-50"/></g>`,
  },
  tree: {
    under: grass(190),
    over: `<g fill="#e5532d"><circle cx="-50" cy="-110" r="17"/><circle cx="30" cy="-130" r="17"/><circle cx="62" cy="-60" r="17"/><circle cx="-20" cy="-40" r="17"/><circle cx="-70" cy="-40" r="15"/></g>${eye(-20, -86, 13)}${eye(20, -86, 13)}${grin(0, -64, 16)}<path fill="#8a5a35" d="M270 66l36 122h-72z"/><path fill="#fff1c9" d="M270 66l-20 70-16 52h18z"/><path fill="#d64545" d="M274-4v-34l40 14-40 14z"/><path d="M272 10v-50" stroke="#8a5a35" stroke-width="6" stroke-linecap="round"/>${blossom(-170, 166, "#ff8fb8")}${blossom(-230, 172, "#ffb35c")}`,
  },
  mushrooms: {
    under: grass(188),
    over: `<g fill="#fffdf6"><circle cx="-160" cy="-58" r="24"/><circle cx="-86" cy="-130" r="27"/><circle cx="-10" cy="-64" r="22"/><circle cx="62" cy="-46" r="16"/><circle cx="220" cy="46" r="14"/><circle cx="268" cy="10" r="16"/><circle cx="314" cy="54" r="12"/></g>${eye(-104, 70)}${eye(-56, 70)}${grin(-80, 104, 22)}${eye(242, 130, 11)}${eye(278, 130, 11)}${grin(260, 152, 14)}${blossom(80, 164, "#ff8fb8")}${blossom(-220, 168, "#ffd447")}`,
  },
  train: {
    under: `<g stroke="#8a6242" stroke-width="14" stroke-linecap="round"><path d="M-400 192v-14M-320 192v-14M-240 192v-14M-160 192v-14M-80 192v-14M0 192v-14M80 192v-14M160 192v-14M240 192v-14M320 192v-14M400 192v-14"/></g><path stroke="#6d7480" stroke-width="9" d="M-430 176H430"/>`,
    over: `${puff(140, -196, 18)}${puff(180, -186, 26)}${puff(236, -180, 34)}${pane(-160, -58, 96, 84)}${hub(-170, 108)}${hub(-20, 108)}${hub(130, 108)}<path stroke="#fff6dd" stroke-width="12" stroke-linecap="round" d="M-170 132h300"/><circle cx="192" cy="-10" r="22" fill="#ffe07a" stroke="#fffdf6" stroke-width="7"/><path fill="#b97f0c" d="M206 44l50 54h-70z"/>`,
  },
  sailboat: {
    under: `<path stroke="#8a5a35" stroke-width="14" stroke-linecap="round" d="M0-196V30"/>`,
    over: `${waves(186)}<path fill="#d64545" d="M4-204h54l-14 14 14 14H4z"/>${eye(-40, 70, 18)}${eye(40, 70, 18)}${grin(0, 112, 34)}${rays(-330, -110, 66)}<g stroke="#23304f" stroke-width="6" stroke-linecap="round"><path d="M250-120q18-22 34 0q16-22 34 0M330-60q14-16 26 0q12-16 26 0"/></g>`,
  },
  rocket: {
    under: `<g>${star(-320, -140, 1.8)}${star(-250, 20, 1.2)}${star(-380, 100, 1.5)}${star(300, -120, 1.4)}${star(360, 40, 2)}${star(260, 150, 1.2)}</g><g fill="#ffb35c"><path d="M-20 196l20 12 20-12z"/></g>`,
    over: `<circle cx="0" cy="-4" r="46" fill="#fffdf6"/><circle cx="0" cy="-4" r="36" fill="#8fd0ee"/>${eye(-13, -8, 10)}${eye(13, -8, 10)}${grin(0, 10, 12)}<path fill="#ff8a4a" d="M-42 98h84L0 172z"/><path fill="#fff1b0" d="M-22 98h44L0 140z"/>`,
  },
  butterfly: {
    under: `<g stroke="#23304f" stroke-width="8" stroke-linecap="round"><path d="M-14-160q-14-30-48-34M14-160q14-30 48-34"/></g><circle cx="-64" cy="-194" r="11" fill="#e5532d"/><circle cx="64" cy="-194" r="11" fill="#e5532d"/>`,
    over: `${eye(-20, -120, 14)}${eye(20, -120, 14)}${grin(0, -92, 18)}<g stroke="#9fd2f4" stroke-width="9" stroke-linecap="round"><path d="M-34-26h68M-34 2h68M-34 30h68"/></g><g fill="#fff6dd"><circle cx="-150" cy="-86" r="40"/><circle cx="150" cy="-86" r="40"/><circle cx="-140" cy="122" r="24"/><circle cx="140" cy="122" r="24"/></g><g fill="#9c3d72"><circle cx="-150" cy="-86" r="20"/><circle cx="150" cy="-86" r="20"/></g>`,
  },
  cat: {
    under: `<path stroke="#f6b92b" stroke-width="26" stroke-linecap="round" d="M100 176q90 20 100-50t50-50"/>`,
    over: `${eye(-34, -18, 19)}${eye(34, -18, 19)}<path fill="#d7659f" d="M-12 14h24L0 28z"/><path d="M0 28q-4 18-24 14M0 28q4 18 24 14M-60 22l-60-12M-60 34l-62 6M60 22l60-12M60 34l62 6" stroke="#23304f" stroke-width="5" stroke-linecap="round"/><path fill="#f4a9cd" d="M-66-164l24 44h-48zM66-164l24 44H42z"/><g stroke="#fff" stroke-opacity=".7" stroke-width="6" stroke-linecap="round"><path d="M226 110q44 10 84 50M214 140q40 0 70 44M262 78q44 30 58 70"/></g><path stroke="#e5532d" stroke-width="6" stroke-linecap="round" d="M270 196q-60 14-110-2"/>`,
  },
  "stilt-house": {
    under: grass(188),
    over: `<g stroke="#ab3415" stroke-opacity=".55" stroke-width="6" stroke-linecap="round"><path d="M-60-160l-90 84M0-172v96M60-160l90 84M-20-160l-40 84M20-160l40 84"/></g>${pane(-170, 0, 60, 60)}${pane(170, 0, 60, 60)}<path fill="#8a5a35" d="M-40-42h80V56h-80z"/><path stroke="#8a5a35" stroke-width="10" stroke-linecap="round" d="M-70 188l34-128M70 188L36 60M-62 156H62M-52 118H52M-42 84H42"/>${blossom(300, 164, "#ff8fb8")}${blossom(-310, 168, "#ffd447")}`,
  },
  robot: {
    under: `<path d="M0-206v30" stroke="#6d7480" stroke-width="8"/><circle cx="0" cy="-206" r="10" fill="#ffd447"/>`,
    over: `${eye(-24, -150, 17)}${eye(24, -150, 17)}<path d="M-26-116h52" stroke="#fffdf6" stroke-width="9" stroke-linecap="round"/><rect x="-70" y="-36" width="140" height="62" rx="12" fill="#fff6dd"/><g stroke-width="8" stroke-linecap="round"><path stroke="#e5532d" d="M-50 8v-20"/><path stroke="#2d7fc4" d="M-22 8v-34"/><path stroke="#f6b92b" d="M6 8v-14"/></g><circle cx="44" cy="-6" r="13" fill="#e5532d"/>${hub(-188, 2, 20)}${hub(188, 2, 20)}`,
  },
  truck: {
    under: road(178),
    over: `${pane(-176, -50, 84, 66)}${hub(-168, 112)}${hub(20, 112)}${hub(190, 112)}<g stroke="#b97f0c" stroke-width="6" stroke-linecap="round"><path d="M20-110l20-30M70-120l10-50M110-170l6 50M150-140l20 36"/></g><circle cx="-226" cy="14" r="13" fill="#ffe07a" stroke="#fffdf6" stroke-width="5"/><path stroke="#9fd2f4" stroke-width="7" d="M-60-14h300"/>`,
  },
  hen: {
    under: `<path fill="#d9a860" d="M-220 190q220 40 440 0v18h-440z"/><g stroke="#b97f0c" stroke-width="9" stroke-linecap="round"><path d="M-40 176v24M40 176v24"/></g>`,
    over: `${eye(142, -74, 17)}<path fill="#d64545" d="M88-118c-14-26 14-34 22-14 4-24 36-20 32 4 20-10 30 14 12 22-20 8-50 4-66-12z"/><path d="M-90 60q50 60 120 10q-30 70-110 40z" fill="#ff8a66"/><g fill="#fff" fill-opacity=".8"><ellipse cx="-324" cy="116" rx="14" ry="20"/><ellipse cx="296" cy="116" rx="14" ry="20"/></g><path fill="#d64545" d="M186-24q18 8 8 32-22-8-8-32z"/>`,
  },
  castle: {
    under: `${grass(190)}<path stroke="#8a5a35" stroke-width="7" stroke-linecap="round" d="M0-98v-80"/><path fill="#d64545" d="M4-180h60l-16 16 16 16H4z"/>`,
    over: `<path fill="#8a5a35" d="M-44 194v-60a44 48 0 0 1 88 0v60z"/><path stroke="#6b4226" stroke-width="5" d="M0 88v104M-44 140h88"/>${pane(-210, 20, 50, 66)}${pane(210, 20, 50, 66)}${pane(-210, 126, 50, 66)}${pane(210, 126, 50, 66)}<circle cx="0" cy="-34" r="28" fill="#fffdf6"/><circle cx="0" cy="-34" r="19" fill="#8fd0ee"/>${blossom(-330, 164, "#ff8fb8")}${blossom(330, 164, "#ffd447")}`,
  },
};
