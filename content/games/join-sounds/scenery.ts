// Owns the three places of the game: the festival yard of the drum, the high sky of the bird, the workshop of the machine.
import {
  bamboo,
  cloud,
  fence,
  flower,
  gradient,
  hills,
  kite,
  paintLandscape,
  sky,
  tree,
  tuft,
} from "../../sdk/landscape.ts";

const colours = [
  gradient("wall-boards", [0, "#f6d9a6"], [1, "#e7b877"]),
  gradient("floor-boards", [0, "#c88a52"], [1, "#8f5a30"]),
  gradient("pane", [0, "#7cc8f2"], [1, "#dff3fb"]),
  gradient("yard-tiles", [0, "#f0c79a"], [1, "#cf8f60"]),
  gradient("high", [0, "#5aa9ea"], [0.6, "#b8e2f8"], [1, "#fdf3d6"]),
  gradient("temple-roof", [0, "#c9553a"], [1, "#96351f"]),
].join("");

const pennantColours = ["#e8603c", "#ffd447", "#3fa7d6", "#7cc04c", "#cc79a7"];
/** A string of festival pennants between two points. */
const pennants = (x1: number, x2: number, y: number, sag: number): string => {
  const amount = Math.round((x2 - x1) / 62);
  const flags = Array.from({ length: amount }, (_, index) => {
    const part = (index + 0.5) / amount;
    const x = x1 + (x2 - x1) * part;
    const top = y + sag * 4 * part * (1 - part);
    return `<path class="sway" fill="${pennantColours[index % 5]}" d="M${x - 22} ${top}h44l-22 48z"/>`;
  }).join("");
  return `<path d="M${x1} ${y}Q${(x1 + x2) / 2} ${y + sag * 2} ${x2} ${y}" stroke="#8a5a3b" stroke-width="4"/>${flags}`;
};

/** The communal house with its curved roof. */
const communalHouse = `<g transform="translate(-10 404)"><ellipse cx="0" cy="6" rx="420" ry="20" fill="url(#shade)"/><path fill="#e9c88f" d="M-330-110h660V4h-660z"/><g fill="#8d3f27">${[-320, -200, -80, 56, 176, 296].map((x) => `<path d="M${x}-112h24V4h-24z"/>`).join("")}</g><g fill="#a8623c">${[-286, -166, 90, 210].map((x) => `<path d="M${x}-84h76V4h-76z"/><path d="M${x + 38}-84v88" stroke="#7a4228" stroke-width="5"/>`).join("")}</g><path fill="#6b3a24" d="M-46-84h92V4h-92z"/><path fill="url(#temple-roof)" d="M-430-112c60-8 110-44 130-110h600c20 66 70 102 130 110-30 14-80 14-110 4h-640c-30 10-80 10-110-4z"/><path fill="#7f2a18" d="M-312-236c-14-16-30-14-40-34 24-2 42 6 56 22h592c14-16 32-24 56-22-10 20-26 18-40 34z"/><g stroke="#7f2a18" stroke-opacity=".5" stroke-width="5">${Array.from({ length: 17 }, (_, index) => `<path d="M${-288 + index * 36}-222l${(index - 8) * 8} 110"/>`).join("")}</g><path fill="#5c3320" d="M-350 4h700v16h-700z"/></g>`;

const drumYard = () => [
  sky,
  hills,
  `<path fill="url(#grass)" d="M-1200 380c400-14 800-18 1200-10s800 4 1200 10v700h-2400z"/>`,
  bamboo(-860, 420, 1),
  communalHouse,
  `<path fill="url(#yard-tiles)" d="M-1200 470c260-54 560-70 1200-70s940 16 1200 70v620h-2400z"/><g stroke="#b5764a" stroke-opacity=".5" stroke-width="4"><path d="M-1200 500c500-50 1900-50 2400 0M-1200 570c500-40 1900-40 2400 0M-1200 660c500-24 1900-24 2400 0M-1200 750h2400"/><path d="M-520 424l-360 380M-260 412l-190 390M0 408v400M260 412l190 390M520 424l360 380"/></g>`,
  `<g transform="translate(40 26)">${tree}</g>`,
  pennants(-1200, -360, 130, 40),
  pennants(-360, 360, 150, 30),
  pennants(360, 1200, 130, 40),
  tuft(-940, 760, 1.6),
  tuft(950, 770, 1.6),
];

const toneSky = () => [
  `<rect x="-1200" y="-300" width="2400" height="1000" fill="url(#high)"/><circle cx="-380" cy="110" r="190" fill="url(#glow)"/><circle cx="-380" cy="110" r="44" fill="#ffd447"/>`,
  cloud(-700, 120, 1.1, "slow"),
  cloud(220, 70, 1.2, "slower"),
  cloud(640, 230, 0.9, "slow"),
  cloud(-260, 300, 0.7, "slower"),
  cloud(930, 90, 1, "slow"),
  kite(430, 230, 0.8),
  kite(-540, 210, 0.6),
  `<g transform="translate(0 210)">${hills}</g>`,
  `<path fill="url(#field)" d="M-1200 540c300-40 560-34 800-8s560 22 800-4 520-20 800 8v560h-2400z"/>`,
  `<path fill="url(#grass)" d="M-1200 600c300-40 640-44 1000-20s760 6 1400-20v520h-2400z"/>`,
  `<g transform="translate(0 196)">${fence}</g>`,
  bamboo(-700, 620, 0.9),
  bamboo(800, 620, 1),
  flower(-560, 640, "#ff8fb8", 1.2),
  flower(560, 640, "#ffb35c", 1.2),
  tuft(-440, 690, 1),
  tuft(470, 690, 1),
];

const cog = (x: number, y: number, radius: number, colour: string, way = ""): string => {
  const teeth = Array.from(
    { length: 10 },
    (_, index) =>
      `<rect x="${-radius * 0.17}" y="${-radius * 1.22}" width="${radius * 0.34}" height="${radius * 0.4}" rx="${radius * 0.08}" transform="rotate(${index * 36})"/>`,
  ).join("");
  return `<g transform="translate(${x} ${y})"><g class="cog ${way}" fill="${colour}">${teeth}<circle r="${radius}"/><circle r="${radius * 0.72}" fill="#fff" fill-opacity=".22"/><circle r="${radius * 0.3}" fill="#7a4f2b"/><circle r="${radius * 0.14}" fill="#f6d9a6"/></g></g>`;
};

const block = (x: number, y: number, size: number, colour: string, shape: string) =>
  `<g transform="translate(${x} ${y})"><rect width="${size}" height="${size}" y="${-size}" rx="9" fill="${colour}"/><rect x="6" y="${6 - size}" width="${size - 12}" height="${size - 12}" rx="6" fill="#fff" fill-opacity=".3"/><g transform="translate(${size / 2} ${-size / 2}) scale(${size / 60})" fill="none" stroke="#fffdf6" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">${shape}</g></g>`;
const a = '<path d="M8-8V12M8 4a8 9 0 1 1 0-6"/>';
const o = '<circle r="10"/>';
const m = '<path d="M-14 11V-6M-14 0a7 7 0 0 1 14 0V11M0 0a7 7 0 0 1 14 0V11"/>';

const shelf = (x: number, y: number, width: number, on: string) =>
  `<g transform="translate(${x} ${y})">${on}<rect width="${width}" height="16" rx="6" fill="#a9743f"/><rect width="${width}" height="6" rx="3" fill="#d29c60"/><path fill="#8f6031" d="M24 16h16l-8 26zM${width - 40} 16h16l-8 26z"/></g>`;

const workshop = () => [
  `<rect x="-1200" y="-300" width="2400" height="1000" fill="url(#wall-boards)"/><g stroke="#d19a58" stroke-opacity=".6" stroke-width="5">${Array.from({ length: 21 }, (_, index) => `<path d="M${-1150 + index * 116}-300V640"/>`).join("")}</g>`,
  `<g transform="translate(-455 180)"><rect x="-118" y="-108" width="236" height="216" rx="20" fill="#a9743f"/><rect x="-100" y="-90" width="200" height="180" rx="10" fill="url(#pane)"/><path fill="#8fce6a" d="M-100 56q60-40 110-12t90-8v54h-200z"/><g transform="translate(20 -40) scale(.6)"><path fill="#fff" fill-opacity=".9" d="M-90 24c-34 0-38-44-6-48 2-34 50-44 66-16 18-30 70-22 70 14 30-8 54 14 46 34-4 12-14 16-26 16z"/></g><path stroke="#a9743f" stroke-width="12" d="M0-90V90M-100 0h200"/><rect x="-130" y="100" width="260" height="20" rx="8" fill="#c08a4e"/></g>`,
  shelf(
    330,
    190,
    280,
    block(20, 0, 62, "#e8603c", a) + block(94, 0, 62, "#3fa7d6", o) + block(168, 0, 62, "#7cc04c", m),
  ),
  shelf(
    360,
    350,
    250,
    `${block(16, 0, 54, "#cc79a7", o)}<path fill="#4f9fd2" d="M150-70h60v70h-60z"/><path fill="#ffd447" d="M160-96l8 26M178-100v30M200-94l-10 24" stroke="#ffd447" stroke-width="8" stroke-linecap="round"/>`,
  ),
  cog(-640, 330, 66, "#d9975a"),
  cog(-545, 400, 42, "#7fb5c9", "back"),
  cog(650, 90, 58, "#d9975a", "back"),
  pennants(-1200, -300, 20, 30),
  pennants(-300, 300, 30, 20),
  pennants(300, 1200, 20, 30),
  `<path fill="url(#floor-boards)" d="M-1200 560h2400v520h-2400z"/><path fill="#7a4a26" d="M-1200 560h2400v12h-2400z"/><g stroke="#7a4a26" stroke-opacity=".4" stroke-width="4"><path d="M-1200 630h2400M-1200 710h2400M-700 572v58M-260 572v58M180 572v58M620 572v58M-480 630v80M-40 630v80M400 630v80M860 630v80"/></g>`,
];

const places = { drum: drumYard, tones: toneSky, machine: workshop } as const;
export type PlaceName = keyof typeof places;

/** The place of this name. */
export const paintPlaces = (name: string): string =>
  paintLandscape((places[name as PlaceName] ?? workshop)(), colours); // names come from this game only
