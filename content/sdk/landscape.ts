// Owns the painted country that games stand in: sky, limestone hills, rice fields, trees and flowers, and three whole places of them.
import { createRandom } from "./random.ts";

/** Drawn from x −1200 to 1200 and y −300 to 1068, so that no screen shape shows an edge; the stage is y 0 to 768. */
const frame = 'viewBox="-1200 -300 2400 1368" width="100%" height="100%" fill="none"';

export const gradient = (id: string, ...stops: [number, string][]) =>
  `<linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1">${stops.map(([at, colour]) => `<stop offset="${at}" stop-color="${colour}"/>`).join("")}</linearGradient>`;

const definitions = `<defs>
${gradient("sky", [0, "#4aaeea"], [0.42, "#86cff5"], [0.62, "#c4e9f8"], [0.8, "#fdf3d6"], [1, "#fdf1cf"])}
${gradient("far", [0, "#a9cfe0"], [1, "#d3e6d8"])}
${gradient("near", [0, "#77b9a5"], [1, "#b7dba0"])}
${gradient("field", [0, "#d8e58a"], [1, "#a5cf5c"])}
${gradient("grass", [0, "#a3d65c"], [0.55, "#7cc04c"], [1, "#579f3f"])}
${gradient("earth", [0, "#f0eed6"], [0.4, "#e3e3bd"], [1, "#c9d095"])}
${gradient("water", [0, "#bfeaf2"], [0.4, "#6cc8de"], [1, "#2f8fbe"])}
${gradient("roof", [0, "#e8764f"], [1, "#c4512f"])}
${gradient("wall", [0, "#fff6dd"], [1, "#f5dfb0"])}
<radialGradient id="glow"><stop offset="0" stop-color="#fff8d8" stop-opacity=".95"/><stop offset=".4" stop-color="#fff2b8" stop-opacity=".5"/><stop offset="1" stop-color="#fff2b8" stop-opacity="0"/></radialGradient>
<radialGradient id="shade"><stop offset="0" stop-color="#2f5d34" stop-opacity=".34"/><stop offset="1" stop-color="#2f5d34" stop-opacity="0"/></radialGradient>
</defs>`;

export const cloud = (x: number, y: number, size: number, name: string) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="drift ${name}"><path fill="#fff" fill-opacity=".92" d="M-90 24c-34 0-38-44-6-48 2-34 50-44 66-16 18-30 70-22 70 14 30-8 54 14 46 34-4 12-14 16-26 16z"/><path fill="#cfe8f5" fill-opacity=".7" d="M-112 8c2 10 10 16 22 16H60c14 0 24-6 28-18-14 8-30 6-44 2-24 10-52 8-70-2-24 14-60 14-86 2z"/></g></g>`;

export const sky = `<rect x="-1200" y="-300" width="2400" height="760" fill="url(#sky)"/>
<circle cx="-330" cy="96" r="190" fill="url(#glow)"/>
<g transform="translate(-330 96)"><g class="sunbeams" stroke="#ffd966" stroke-width="9" stroke-linecap="round">${Array.from({ length: 12 }, (_, index) => `<path d="M0-62v-18" transform="rotate(${index * 30})"/>`).join("")}</g><circle r="48" fill="#ffd447"/><circle r="48" fill="#ffe78a" cx="-6" cy="-6" fill-opacity=".55"/></g>
${cloud(-620, 70, 0.9, "slow")}${cloud(120, 66, 1.05, "slower")}${cloud(520, 150, 0.75, "slow")}${cloud(880, 40, 1, "slower")}`;

/** Round limestone towers, as at Ninh Bình and Hạ Long. */
export const hills = `<path fill="url(#far)" d="M-1200 330V240c60-40 110-30 150 10 30-70 70-110 120-110 56 0 84 60 110 120 40-50 90-60 130-20 20-80 60-140 118-140 66 0 96 80 116 150 30-40 80-44 116-8 24-60 60-96 104-96 50 0 78 50 98 106 34-34 76-34 108-2 22-78 66-134 124-134 60 0 92 64 112 132 34-46 86-50 124-10 26-64 62-100 110-100 60 0 90 50 110 110 40-20 90-20 150 20v62z"/>
<path fill="url(#near)" d="M-1200 350v-40c80-30 150-26 214 6 34-56 74-84 118-84 48 0 80 36 104 84 60-26 130-24 190 4 34-74 76-112 126-112 54 0 88 48 112 108 90-34 190-28 280 6 32-50 68-74 110-74 46 0 78 32 104 78 70-28 140-24 206 4 30-70 72-108 122-108 58 0 92 54 116 114 60-10 100-4 198 14z"/>`;

export const fields = `<path fill="url(#field)" d="M-1200 326c300-26 560-24 800-4s560 22 800 0 520-20 800 4v150h-2400z"/>
<g stroke="#f1f3b4" stroke-opacity=".75" stroke-width="3"><path d="M-1200 346c400-24 700-14 1000-2s760 4 1400-6"/><path d="M-1200 368c420-18 720-6 1020 4s760 0 1380-12"/></g>
<g stroke="#86bb4b" stroke-opacity=".5" stroke-width="2" stroke-dasharray="2 9"><path d="M-1200 358c400-22 700-12 1000 0s760 4 1400-8M-1200 380c420-16 720-6 1020 4s760 0 1380-12"/></g>`;

export const areca = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-6 0c2-70 0-140 3-210h6c3 70 1 140 3 210z" fill="#a58a68"/><g stroke="#866d4e" stroke-width="3"><path d="M-6-40H6M-5-80H5M-5-120H5M-4-160H4"/></g><g class="sway"><g fill="#4fa24a"><path d="M0-206c-50-36-92-30-112 6 40-16 76-12 112-6z"/><path d="M0-206c50-36 92-30 112 6-40-16-76-12-112-6z"/><path d="M0-206c-20-54-60-70-96-54 44 8 72 30 96 54z"/><path d="M0-206c20-54 60-70 96-54-44 8-72 30-96 54z"/></g><path fill="#6dbb5d" d="M0-206c-14-40-12-70 4-92 14 26 12 60-4 92z"/><g fill="#e69f3c"><circle cx="-8" cy="-196" r="7"/><circle cx="5" cy="-192" r="7"/><circle cx="0" cy="-184" r="6"/></g></g></g>`;

export const bamboo = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="sway slow">${[-70, -42, -14, 16, 46, 74]
    .map((lean, index) => {
      const top = -250 - (index % 3) * 46;
      return `<path d="M${lean * 0.5} 0Q${lean * 0.6} ${top / 2} ${lean * 1.5} ${top}" stroke="${index % 2 ? "#6fae4b" : "#579643"}" stroke-width="11" stroke-linecap="round"/><path d="M${lean * 0.52} -60l0 1M${lean * 0.58} -120l0 1M${lean * 0.75} -180l0 1" stroke="#3f7a34" stroke-width="14"/>${[
        0.55, 0.75, 0.9, 1,
      ]
        .map((part) => {
          const leafX = lean * (0.6 + part * 0.9);
          const leafY = top * part;
          return `<path d="M${leafX} ${leafY}q34-22 62-6q-30 16-62 6zM${leafX} ${leafY}q-34-20-60-2q28 14 60 2z" fill="${part > 0.8 ? "#8ccb5e" : "#6cb24c"}"/>`;
        })
        .join("")}`;
    })
    .join("")}</g></g>`;

export const tuft = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path class="sway" fill="#4c9a3d" d="M-24 0c0-22-8-34-16-42 18 6 26 18 30 32 0-26 2-42 10-56 6 16 6 32 6 54 6-16 14-26 30-32-12 14-16 26-16 44z"/></g>`;

export const flower = (x: number, y: number, colour: string, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M0 0v26" stroke="#4c9a3d" stroke-width="4"/><g fill="${colour}"><circle cx="0" cy="-9" r="7"/><circle cx="8" cy="-3" r="7"/><circle cx="5" cy="7" r="7"/><circle cx="-5" cy="7" r="7"/><circle cx="-8" cy="-3" r="7"/></g><circle r="5" fill="#ffd447"/></g>`;

export const house = `<g transform="translate(-500 392)">
<ellipse cx="0" cy="4" rx="230" ry="18" fill="url(#shade)"/>
<path fill="url(#wall)" d="M-150-92h300V2h-300z"/><path fill="#e9cf96" d="M-150-16h300V2h-300z"/>
<path fill="#8a5a3b" d="M-34-74h68V2h-68z"/><path fill="#a8734c" d="M-30-70h28V2h-28zM2-70h28V2H2z"/>
<g fill="#7fb5c9" stroke="#8a5a3b" stroke-width="6"><path d="M-118-66h52v40h-52zM66-66h52v40H66z"/></g><path stroke="#8a5a3b" stroke-width="4" d="M-92-66v40M92-66v40"/>
<path fill="url(#roof)" d="M-196-82c30-14 44-50 62-84h268c18 34 32 70 62 84z"/>
<g stroke="#a8401f" stroke-opacity=".45" stroke-width="4"><path d="M-120-164l-42 80M-80-164l-26 80M-40-164l-12 80M0-164v80M40-164l12 80M80-164l26 80M120-164l42 80"/></g>
<path fill="#b5482a" d="M-144-172c10-14 18-14 24-2h240c6-12 14-12 24 2v12h-288z"/></g>`;

export const straw = `<g transform="translate(520 398)"><ellipse cx="0" cy="4" rx="120" ry="16" fill="url(#shade)"/><path fill="#e9bd55" d="M-96 2c-6-70 24-150 92-164 8-16 10-16 18 0 68 16 92 94 86 164-60 10-130 10-196 0z"/><g stroke="#c8963a" stroke-width="5" stroke-linecap="round" stroke-opacity=".8"><path d="M-70-20c4-40 14-70 34-96M-34-12c2-44 8-76 22-108M4-10c2-50 4-84 4-118M40-14c0-44-6-76-16-104M74-22c-4-38-14-68-32-92"/></g><path fill="#8a5a3b" d="M0-196h8v40H0z"/></g>`;

export const fence = `<g stroke-linecap="round">${Array.from({ length: 17 }, (_, index) => {
  const x = -270 + index * 40;
  return `<path d="M${x} 400v-54" stroke="#b98b52" stroke-width="12"/><path d="M${x - 2} 396v-48" stroke="#d9b075" stroke-width="4"/>`;
}).join(
  "",
)}<path d="M-284 360h670M-284 384h670" stroke="#a87b45" stroke-width="9"/><path d="M-284 358h670M-284 382h670" stroke="#d9b075" stroke-width="3"/></g>`;

export const yard = `<path fill="url(#grass)" d="M-1200 384c400-14 800-20 1200-10s800 4 1200 10v700h-2400z"/>
<path fill="url(#earth)" d="M-1200 474c240-60 560-84 1200-84s960 24 1200 84v594h-2400z"/>
<g stroke="#b3ba7c" stroke-opacity=".55" stroke-width="3"><path d="M-1200 500c500-56 1900-56 2400 0M-1200 566c500-46 1900-46 2400 0M-1200 646c500-30 1900-30 2400 0M-1200 736c500-16 1900-16 2400 0"/><path d="M-420 402l-300 400M-210 396l-150 400M0 392v420M210 396l150 400M420 402l300 400"/></g>
${areca(-720, 400, 1)}${areca(-310, 384, 0.85)}${house}${fence}${straw}${bamboo(780, 420, 1)}
<g transform="translate(-660 432)"><ellipse cx="0" cy="2" rx="54" ry="10" fill="url(#shade)"/><path fill="#9c6a4a" d="M-34 0c-22-26-20-62 4-78h60c24 16 26 52 4 78z"/><path fill="#b98463" d="M-22-4c-16-24-14-54 2-70h12c-14 20-16 48-4 70z"/><ellipse cx="0" cy="-78" rx="32" ry="9" fill="#6b4630"/><ellipse cx="0" cy="-78" rx="24" ry="6" fill="#7fc6dc"/></g>
${tuft(-920, 780, 1.5)}${tuft(920, 770, 1.5)}${tuft(-640, 470)}${flower(-600, 446, "#ff8fb8")}${flower(650, 432, "#fff6dd")}${flower(612, 446, "#ff8fb8", 0.9)}`;

export const lotusLeaf = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cx="0" cy="7" rx="60" ry="19" fill="#1f6f93" fill-opacity=".25"/><path fill="#5fae58" d="M0 0L58-7A60 19 0 1 0 60 3z"/><path stroke="#8fd07e" stroke-width="3" d="M0 0L-48-8M0 0l-40 10M0 0l6 16M0 0l10-16M0 0l38 11"/></g>`;

export const lotus = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="bob"><path d="M0 0v46" stroke="#4c9a3d" stroke-width="6"/><g fill="#f78fb6"><path d="M0 6c-40-2-56-22-58-44 26 0 48 14 58 44zM0 6c40-2 56-22 58-44-26 0-48 14-58 44z"/></g><g fill="#fbb6d0"><path d="M0 8c-30-12-36-40-26-64 22 14 32 38 26 64zM0 8c30-12 36-40 26-64-22 14-32 38-26 64z"/></g><path fill="#fdd3e2" d="M0 8c-20-22-18-54 0-76 18 22 20 54 0 76z"/></g></g>`;

export const reed = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="sway"><g stroke="#4c9a3d" stroke-width="6" stroke-linecap="round"><path d="M0 0c-4-60 0-110 6-150M22 0c2-50 10-90 26-124M-22 0c-4-46-14-80-32-108"/></g><g fill="#9a6a3a"><rect x="-2" y="-186" width="16" height="46" rx="8"/><rect x="44" y="-156" width="14" height="40" rx="7" transform="rotate(18 50 -136)"/></g></g></g>`;

export const pond = `<path fill="url(#grass)" d="M-1200 384c400-16 800-20 1200-10s800 4 1200 10v700h-2400z"/>
${bamboo(-760, 420, 1.05)}${areca(640, 398, 0.9)}${areca(740, 404, 1.05)}
<path fill="#d9b97a" d="M-1200 470c180-40 480-68 1200-68s1020 28 1200 68v600h-2400z"/>
<path fill="url(#water)" d="M-1200 486c180-38 480-66 1200-66s1020 28 1200 66v600h-2400z"/>
<g stroke="#fff" stroke-opacity=".5" stroke-width="5" stroke-linecap="round"><path class="glint" d="M-380 478h90M-250 478h24"/><path class="glint late" d="M220 462h120M360 462h26"/><path class="glint" d="M-90 560h80M10 560h22"/><path class="glint late" d="M-560 610h110"/><path class="glint" d="M450 590h100M572 590h20"/><path class="glint late" d="M160 690h120"/><path class="glint" d="M-300 720h100"/></g>
${reed(-600, 500, 0.9)}${reed(610, 496, 0.85)}${lotusLeaf(-560, 520, 1.1)}${lotusLeaf(-660, 560, 1.3)}${lotus(-632, 508, 0.8)}${lotusLeaf(600, 540, 1.2)}${lotusLeaf(520, 462, 0.7)}${lotus(664, 520, 0.9)}${lotusLeaf(-430, 448, 0.6)}${lotusLeaf(-860, 760, 1.8)}${lotus(-800, 730, 1.2)}${lotusLeaf(860, 770, 1.8)}`;

export const kite = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><g class="bob slow"><path d="M0 40C30 110-30 150 60 260" stroke="#fff" stroke-opacity=".8" stroke-width="2"/><path fill="#e8603c" d="M0-44L34 0 0 44-34 0z"/><path fill="#ffd447" d="M0-44L34 0H-34z"/><path stroke="#a33c20" stroke-width="3" d="M0-44v88M-34 0h68"/><path d="M0 44c-16 20 16 28 0 50s12 26 2 44" stroke="#e8603c" stroke-width="6" stroke-linecap="round"/></g></g>`;

export const tree = `<g transform="translate(600 430)"><ellipse cx="0" cy="4" rx="210" ry="22" fill="url(#shade)"/><path fill="#8a6242" d="M-34 4c12-60 10-110-4-160h70c-8 50-8 100 10 160-12-10-18-12-24-2-8-12-18-12-26 0-8-10-16-10-26 2z"/><g class="sway slow"><path fill="#4b9a47" d="M-180-150c-50-60 0-140 70-126 20-60 120-70 156-14 70-18 132 34 112 96 44 40 10 104-52 92-40 40-110 34-136 0-50 26-120 12-150-48z"/><path fill="#6cbc57" d="M-150-176c-30-50 14-100 70-84 20-50 96-54 124-8 50-14 92 14 90 56-50-24-90-8-110 20-44-26-96-16-116 16-24-10-44-8-58 0z"/></g></g>`;

/** A house on stilts, as in the highlands. */
export const stiltHouse = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path stroke="#7c5433" stroke-width="10" stroke-linecap="round" d="M-80 0v-60M-28 0v-60M28 0v-60M80 0v-60"/><path fill="#b98552" d="M-100-112H100v56H-100z"/><path stroke="#8f6239" stroke-width="4" d="M-100-84H100M-60-112v56M60-112v56"/><path fill="#6b4526" d="M-18-104h36v48h-36z"/><path fill="#caa25f" d="M-132-104c24-20 50-60 64-92H68c14 32 40 72 64 92z"/><path stroke="#a57c3c" stroke-width="4" stroke-opacity=".7" d="M-46-190l-36 82M0-190v82M46-190l36 82"/><path stroke="#7c5433" stroke-width="7" stroke-linecap="round" d="M110 0L92-58M130 0l-18-58M104-20h18M98-40h18"/></g>`;

/** Tiny flowers strewn over the grass, always the same. */
const speckle = (amount: number) => {
  const random = createRandom(3);
  return Array.from({ length: amount }, () => {
    const y = random.integer(440, 720);
    return `<circle cx="${random.integer(-1100, 1100)}" cy="${y}" r="${(y / 180).toFixed(1)}"/>`;
  }).join("");
};

export const meadow = `<path fill="#b9dc6a" d="M-1200 380c300-40 700-30 1000 0s700 10 1400-14v200h-2400z"/>
<path fill="url(#grass)" d="M-1200 430c300-50 640-54 1000-30s760 10 1400-10v700h-2400z"/>
<g stroke="#c4e883" stroke-opacity=".45" stroke-width="7" stroke-linecap="round"><path d="M-520 500c60-10 110-10 160 0M120 470c60-10 120-10 170 0M-120 610c70-12 130-12 190 0M330 640c60-10 110-10 160 0M-480 680c60-10 120-10 170 0"/></g>
<g fill="#fff" fill-opacity=".8">${speckle(60)}</g>
<path fill="#4d9640" fill-opacity=".55" d="M-1200 742c160-34 320-34 480 0s330 34 480 0 330-34 480 0 330 34 480 0 330-34 480 0v330h-2400z"/><path fill="#418737" fill-opacity=".6" d="M-1200 772c200-30 360-30 560-4s360 28 560 0 380-28 560 0 420 26 720-4v310h-2400z"/>
${stiltHouse(-330, 384, 0.62)}${kite(210, 120, 0.9)}${kite(-60, 190, 0.55)}${bamboo(-740, 430, 0.95)}${tree}
${tuft(-560, 470, 0.8)}${tuft(-250, 440, 0.6)}${tuft(340, 446, 0.7)}${tuft(-940, 790, 1.7)}${tuft(930, 790, 1.7)}${flower(-520, 450, "#fff6dd")}${flower(-470, 440, "#ff8fb8", 0.8)}${flower(-588, 476, "#ffb35c")}${flower(380, 424, "#fff6dd", 0.8)}${flower(420, 436, "#ff8fb8", 0.8)}${flower(650, 500, "#ffb35c")}${flower(700, 540, "#fff6dd")}`;

/**
 * A whole scenery as SVG text from its painted parts, back to front, on the canvas from x −1200 to 1200 and y −300 to
 * 1068. All gradients of this file can be used in `parts` (`url(#sky)`, `#far`, `#near`, `#field`, `#grass`, `#earth`,
 * `#water`, `#roof`, `#wall`, `#glow`, `#shade`); more come in `moreDefinitions`. Classes `drift`, `sway`, `bob`,
 * `glint`, `slow` move parts (kit.css).
 */
export const paintLandscape = (parts: readonly string[], moreDefinitions = ""): string =>
  `<svg ${frame}>${definitions}<defs>${moreDefinitions}</defs>${parts.join("")}</svg>`;

const fronts = { yard, pond, meadow } as const;
export type LandscapeName = keyof typeof fronts;

/** A house's yard, a pond with lotus, or a meadow, before the hills. */
export const paintPlace = (name: LandscapeName): string => paintLandscape([sky, hills, fields, fronts[name]]);
