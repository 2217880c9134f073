// Owns the places the game plays in: the bakery's kitchen, and the yard under the moon of the Mid-Autumn feast.
import { areca, bamboo, gradient, paintLandscape } from "../../sdk/landscape.ts";
import { smallCakePictures } from "./drawCakes.ts";

const small = (cake: keyof typeof smallCakePictures, x: number, y: number, size: number) =>
  `<g transform="translate(${x - size / 2} ${y - size}) scale(${size / 100})">${smallCakePictures[cake].replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "")}</g>`;

const kitchenColours = `${gradient("tiles", [0, "#bfe8e0"], [1, "#e4f6ee"])}${gradient("counter", [0, "#fff3dd"], [0.12, "#f6dcb4"], [1, "#d9a86e"])}${gradient("wood", [0, "#c98d52"], [1, "#9a6636"])}${gradient("steel", [0, "#f4f8fa"], [1, "#b9c9d3"])}`;

const tiles = `<rect x="-1200" y="-300" width="2400" height="760" fill="url(#tiles)"/><g stroke="#fff" stroke-width="5" stroke-opacity=".75">${Array.from({ length: 20 }, (_, index) => `<path d="M${-1200 + index * 124} -300V460"/>`).join("")}${Array.from({ length: 8 }, (_, index) => `<path d="M-1200 ${-220 + index * 96}H1200"/>`).join("")}</g><g fill="#f2b35c" fill-opacity=".55">${[-9, -6, -2, 1, 5, 8].map((column, index) => `<path transform="translate(${column * 124 + 42} ${-220 + ((index % 3) + 3) * 96 + 48})" d="M0-26q10 16 26 26-16 10-26 26-10-16-26-26 16-10 26-26z"/>`).join("")}</g>`;

const awning = `<g>${Array.from({ length: 24 }, (_, index) => `<path d="M${-1200 + index * 100}-300h100V64q-50 44-100 0z" fill="${index % 2 === 0 ? "#f4775c" : "#fff6e4"}"/>`).join("")}<path d="M-1200 60${Array.from({ length: 24 }, () => "q50 44 100 0").join("")}" stroke="#b9482f" stroke-opacity=".5" stroke-width="5"/></g>`;

const shelf = (x: number, y: number, width: number, cakes: readonly (keyof typeof smallCakePictures)[]) =>
  `<path d="M${x} ${y + 14}h${width}v12H${x}z" fill="#6b4226" fill-opacity=".25"/><rect x="${x - 10}" y="${y}" width="${width + 20}" height="18" rx="8" fill="url(#wood)"/>${cakes.map((cake, index) => small(cake, x + 60 + (index * (width - 120)) / Math.max(1, cakes.length - 1), y + 10, 86)).join("")}`;

const jar = (x: number, y: number, colour: string) =>
  `<g transform="translate(${x} ${y})"><rect x="-30" y="-74" width="60" height="74" rx="12" fill="#fff" fill-opacity=".65"/><rect x="-26" y="-46" width="52" height="44" rx="10" fill="${colour}"/><rect x="-24" y="-88" width="48" height="18" rx="7" fill="#c98d52"/><path d="M-20-62v44" stroke="#fff" stroke-opacity=".8" stroke-width="6" stroke-linecap="round"/></g>`;

const oven = `<g transform="translate(620 430)"><rect x="-130" y="-260" width="260" height="290" rx="22" fill="#c9553a"/><rect x="-130" y="-260" width="260" height="70" rx="22" fill="#e2714f"/><g fill="#fff3d6"><circle cx="-80" cy="-226" r="15"/><circle cx="-30" cy="-226" r="15"/></g><rect x="-100" y="-176" width="200" height="150" rx="16" fill="#4a2a1c"/><rect x="-88" y="-164" width="176" height="126" rx="12" fill="#ffb347"/><rect class="glint" x="-88" y="-164" width="176" height="126" rx="12" fill="#ffd98a" fill-opacity=".6"/><path d="M-80-70h160" stroke="#8a4a17" stroke-width="6"/></g>`;

export const kitchen = (): string =>
  paintLandscape(
    [
      tiles,
      shelf(-760, 250, 330, ["sesame", "moon", "sponge"]),
      shelf(-760, 390, 330, ["chung", "sponge", "moon"]),
      oven,
      shelf(380, 210, 100, []),
      jar(408, 210, "#f2b35c"),
      jar(470, 210, "#d96a8a"),
      awning,
      `<path d="M-1200 452h2400v30h-2400z" fill="#b98049"/><path d="M-1200 462h2400v640h-2400z" fill="url(#counter)"/><path d="M-1200 462h2400v12h-2400z" fill="#fff8ea"/><g stroke="#c9965c" stroke-opacity=".4" stroke-width="4"><path d="M-1200 640h2400M-1200 730h2400"/></g><g fill="#fff" fill-opacity=".35"><ellipse cx="-470" cy="560" rx="120" ry="16"/><ellipse cx="480" cy="600" rx="90" ry="12"/></g>`,
    ],
    kitchenColours,
  );

const nightColours = `${gradient("night", [0, "#16245c"], [0.5, "#31468f"], [0.75, "#6b6bb0"], [1, "#b58fb8"])}${gradient("mat", [0, "#e9c98a"], [1, "#c79b55"])}<radialGradient id="halo"><stop offset="0" stop-color="#fff6cf" stop-opacity=".8"/><stop offset="1" stop-color="#fff6cf" stop-opacity="0"/></radialGradient><radialGradient id="lamp"><stop offset="0" stop-color="#ffcf7a" stop-opacity=".6"/><stop offset="1" stop-color="#ffcf7a" stop-opacity="0"/></radialGradient>`;

const starLantern = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle r="120" fill="url(#lamp)"/><g class="sway"><path d="M0-400V-62" stroke="#f3e3a4" stroke-width="4"/><circle r="60" stroke="#f6b92b" stroke-width="7"/><path d="M0-56l13.500 38 40 1-32 24.500 11.500 38.500L0 23l-33 23 11.500-38.500-32-24.500 40-1z" fill="#e5392d" stroke="#f6b92b" stroke-width="6" stroke-linejoin="round"/><circle r="13" fill="#ffe28a"/><path d="M-10 62q4 30-6 50M10 62q-4 30 6 50" stroke="#f6b92b" stroke-width="6" stroke-linecap="round"/></g></g>`;
const paperLantern = (x: number, y: number, size: number, colour: string, dark: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><circle r="110" fill="url(#lamp)"/><g class="sway slow"><path d="M0-400V-50" stroke="#f3e3a4" stroke-width="4"/><ellipse rx="52" ry="46" fill="${colour}"/><path d="M-26-40q-22 40 0 80M0-46v92M26-40q22 40 0 80" stroke="${dark}" stroke-width="4"/><path d="M-24-48h48v10h-48zM-24 38h48v10h-48z" fill="#f6b92b"/><path d="M-10 50v28M0 50v36M10 50v28" stroke="#f6b92b" stroke-width="5" stroke-linecap="round"/></g></g>`;

const stars = Array.from({ length: 34 }, (_, index) => {
  const x = ((index * 379) % 2300) - 1150;
  const y = ((index * 137) % 420) - 240;
  return `<circle class="glint ${index % 2 ? "late" : ""}" cx="${x}" cy="${y}" r="${2 + (index % 3)}" fill="#fff6cf"/>`;
}).join("");

export const moonYard = (): string =>
  paintLandscape(
    [
      `<rect x="-1200" y="-300" width="2400" height="900" fill="url(#night)"/>`,
      stars,
      `<g transform="translate(250 96)"><circle r="240" fill="url(#halo)"/><circle r="88" fill="#fff3c4"/><circle cx="-8" cy="-8" r="78" fill="#fffbe4"/><g fill="#f0dfa4" fill-opacity=".7"><circle cx="-30" cy="-16" r="15"/><circle cx="22" cy="20" r="20"/><circle cx="34" cy="-34" r="10"/><circle cx="-16" cy="38" r="9"/></g></g>`,
      `<path fill="#3d4f93" d="M-1200 400V300c80-30 160-30 230 10 40-90 110-140 180-140 80 0 120 70 170 140 70-60 150-70 220-10 50-110 130-160 210-160 90 0 140 80 190 150 80-50 160-60 230 0 60-100 130-150 210-150 90 0 140 80 180 150 60-40 180-50 310 0v110z"/><path fill="#2c3d78" d="M-1200 420v-60c200-60 420-60 640-10s460 50 700 0 660-40 1060 10v60z"/>`,
      areca(-640, 400, 1),
      bamboo(690, 420, 0.95),
      `<g transform="translate(-820 404)"><path fill="#5b4a6b" d="M-120-84h240V4h-240z"/><path fill="#40355a" d="M-160-76c30-14 40-46 54-76h212c14 30 24 62 54 76z"/><rect x="-84" y="-58" width="54" height="46" fill="#ffcf7a"/><rect x="30" y="-58" width="54" height="46" fill="#ffcf7a"/></g>`,
      `<path fill="#3f6b4a" d="M-1200 388c400-16 800-18 1200-8s800 4 1200 8v700h-2400z"/>`,
      starLantern(-455, 150, 0.62),
      paperLantern(-250, 60, 0.6, "#f4775c", "#b9402a"),
      paperLantern(60, 40, 0.5, "#7ccf8a", "#3f9158"),
      starLantern(440, 160, 0.5),
      paperLantern(-620, 110, 0.8, "#f2b35c", "#b9782a"),
      paperLantern(640, 90, 0.75, "#e58ab4", "#a94d7c"),
      `<path fill="#23402e" fill-opacity=".5" d="M-760 300h1520l210 520H-970z"/><path fill="url(#mat)" d="M-740 290h1480l200 520H-940z"/><path d="M-712 310h1424l178 458H-890z" stroke="#c4502c" stroke-width="12"/><g stroke="#a97c3b" stroke-opacity=".4" stroke-width="4"><path d="M-760 350h1520M-780 400h1560M-800 450h1600M-820 500h1640M-840 560h1680M-860 620h1720M-880 690h1760"/></g>`,
    ],
    nightColours,
  );
