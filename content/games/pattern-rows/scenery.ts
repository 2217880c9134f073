// Owns the two places of this game: an old street on the evening of the lantern festival, and the loom of a house on stilts.
import { bamboo, fields, gradient, hills, paintLandscape, sky, stiltHouse } from "../../sdk/landscape.ts";

const definitions =
  gradient("dusk", [0, "#2b2f6b"], [0.45, "#6a4a8f"], [0.75, "#d9806f"], [1, "#f6bd72"]) +
  gradient("stones", [0, "#8d6f73"], [1, "#5a4658"]) +
  '<radialGradient id="shine"><stop offset="0" stop-color="#ffe9a8" stop-opacity=".9"/><stop offset="1" stop-color="#ffc46b" stop-opacity="0"/></radialGradient>' +
  gradient("wood", [0, "#c08a52"], [1, "#8d5c31"]) +
  gradient("planks", [0, "#d7a468"], [1, "#a8723d"]);

/** One narrow house of the old quarter with a tiled roof and a lit window. */
const tubeHouse = (x: number, width: number, height: number, wall: string, dark: string) => {
  const top = 470 - height;
  return `<g transform="translate(${x} 0)"><path fill="${wall}" d="M0 ${top}h${width}v${height}H0z"/><path fill="#000" fill-opacity=".12" d="M${width - 16} ${top}h16v${height}h-16z"/><path fill="${dark}" d="M-12 ${top + 6}L16 ${top - 46}h${width - 32}l28 52z"/><g stroke="#fff" stroke-opacity=".18" stroke-width="3"><path d="M${width * 0.25} ${top - 40}l-8 42M${width * 0.5} ${top - 42}v44M${width * 0.75} ${top - 40}l8 42"/></g><rect x="${width / 2 - 34}" y="${top + 30}" width="68" height="62" rx="6" fill="#ffdf8f"/><path stroke="#7a4a2b" stroke-width="6" d="M${width / 2} ${top + 30}v62M${width / 2 - 34} ${top + 60}h68"/><rect x="${width / 2 - 40}" y="${top + 26}" width="80" height="70" rx="8" fill="none" stroke="#7a4a2b" stroke-width="8"/><path fill="#5a3820" d="M${width / 2 - 36} ${470 - 104}h72v104h-72z"/><path fill="#ffcf7a" fill-opacity=".8" d="M${width / 2 - 28} ${470 - 96}h24v90h-24zM${width / 2 + 4} ${470 - 96}h24v90h-24z"/><path fill="${dark}" d="M${width / 2 - 52} ${470 - 118}h104l10 18h-124z"/></g>`;
};
const lamp = (x: number, y: number, colour: string, slow = "") =>
  `<g transform="translate(${x} ${y})"><circle cx="0" cy="40" r="80" fill="url(#shine)" fill-opacity=".6"/><g class="sway ${slow}"><path stroke="#4a2f1a" stroke-width="3" d="M0 0v16"/><ellipse cx="0" cy="40" rx="26" ry="24" fill="${colour}"/><path fill="#fff" fill-opacity=".25" d="M-8 18c-8 14-8 30 0 44 4 1 12 1 16 0 8-14 8-30 0-44-4-1-12-1-16 0z"/><path fill="#ffd447" d="M-12 15h24v6h-24zM-12 60h24v6h-24zM-3 66h6v18h-6z"/></g></g>`;
/** Children of the street with their star lanterns, looking on. */
const onlooker = (x: number, y: number, size: number, turned = false) =>
  `<g transform="translate(${x} ${y}) scale(${turned ? -size : size} ${size})"><ellipse cx="0" cy="2" rx="56" ry="10" fill="#2b1d30" fill-opacity=".4"/><path stroke="#274b6e" stroke-width="20" stroke-linecap="round" d="M-14-50v44M14-50v44"/><path fill="#fffdf6" d="M-30-4h24v8h-26zM6-4h24l2 8H6z"/><path fill="#e0683c" d="M-36-112c10-10 62-10 72 0l-8 68h-56z"/><path fill="#f0a13c" d="M-10-118h20v74h-20z"/><g class="sway slow"><path stroke="#f6c79a" stroke-width="15" stroke-linecap="round" d="M32-98l38-8"/><path stroke="#8a5a2b" stroke-width="5" stroke-linecap="round" d="M72-96v-96"/><circle cx="72" cy="-222" r="78" fill="url(#shine)" fill-opacity=".75"/><circle cx="72" cy="-222" r="40" stroke="#d55e00" stroke-width="5"/><path fill="#f0e442" stroke="#c98a12" stroke-width="3" d="M72-260l11 25 27 3-20 18 6 27-24-14-24 14 6-27-20-18 27-3z"/></g><path stroke="#f6c79a" stroke-width="15" stroke-linecap="round" d="M-32-98l-16 44"/><circle cx="0" cy="-152" r="40" fill="#f6c79a"/><path fill="#2b2018" d="M-41-150c-6-40 16-54 41-54s46 14 41 54c-8-8-14-18-16-26-18 8-42 8-56 4-2 8-6 16-10 22z"/><circle cx="4" cy="-150" r="5" fill="#2b2018"/><circle cx="26" cy="-150" r="5" fill="#2b2018"/><path stroke="#a8452f" stroke-width="5" stroke-linecap="round" d="M6-134c6 8 14 8 20 0"/></g>`;
const stars = Array.from({ length: 40 }, (_, index) => {
  const x = -1180 + ((index * 463) % 2360);
  const y = -280 + ((index * 197) % 420);
  return `<circle cx="${x}" cy="${y}" r="${2 + (index % 3)}" fill="#fff6d8" fill-opacity="${0.5 + (index % 4) * 0.12}"/>`;
}).join("");
const moon = `<circle cx="330" cy="70" r="150" fill="url(#shine)"/><circle cx="330" cy="70" r="58" fill="#fff3c4"/><g fill="#f2dd9a"><circle cx="312" cy="58" r="11"/><circle cx="348" cy="84" r="14"/><circle cx="346" cy="48" r="7"/></g>`;

const street = `<path fill="url(#dusk)" d="M-1200-300h2400v800h-2400z"/>${stars}${moon}
${tubeHouse(-1130, 190, 300, "#c9a36a", "#7a3b30")}${tubeHouse(-930, 210, 250, "#d98a6a", "#6b3340")}${tubeHouse(-716, 180, 310, "#e5c27a", "#7a3b30")}${tubeHouse(-532, 200, 230, "#9fb58f", "#5a3f4f")}${tubeHouse(-328, 170, 280, "#e3a878", "#7a3b30")}${tubeHouse(-154, 200, 220, "#d9c08a", "#6b3340")}${tubeHouse(50, 180, 290, "#c98f8f", "#5a3f4f")}${tubeHouse(234, 200, 236, "#e5c27a", "#7a3b30")}${tubeHouse(438, 190, 300, "#a9b58a", "#6b3340")}${tubeHouse(632, 210, 250, "#e3a878", "#5a3f4f")}${tubeHouse(846, 180, 310, "#d9c08a", "#7a3b30")}${tubeHouse(1030, 190, 260, "#c9a36a", "#6b3340")}
<path fill="url(#stones)" d="M-1200 468h2400v600h-2400z"/><g stroke="#3f3040" stroke-opacity=".35" stroke-width="4"><path d="M-1200 506h2400M-1200 560h2400M-1200 634h2400M-1200 730h2400M-1200 850h2400"/><path d="M-760 468l-70 38M-380 468l-30 38M0 468v38M380 468l30 38M760 468l70 38M-600 506l-60 54M-200 506l-14 54M200 506l14 54M600 506l60 54M-860 560l-120 74M-420 560l-50 74M0 560v74M420 560l50 74M860 560l120 74M-640 634l-100 96M-210 634l-24 96M210 634l24 96M640 634l100 96"/></g>
<ellipse cx="-300" cy="540" rx="220" ry="34" fill="url(#shine)" fill-opacity=".35"/><ellipse cx="340" cy="560" rx="260" ry="40" fill="url(#shine)" fill-opacity=".35"/>
<path stroke="#4a2f1a" stroke-width="4" d="M-1200 130Q-900 190-616 150T-60 160 540 140 1200 150"/>${lamp(-560, 152, "#c8473a")}${lamp(-400, 170, "#e69f00", "slow")}${lamp(-230, 172, "#009e73")}${lamp(180, 150, "#cc79a7", "slow")}${lamp(420, 140, "#c8473a")}${lamp(580, 142, "#0072b2", "slow")}
${onlooker(-430, 740, 0.82)}${onlooker(440, 748, 0.74, true)}`;

/** Cloth with woven diamonds along its edge. */
const cloth = (x: number, width: number, ground: string) =>
  `<g transform="translate(${x} 96)"><path fill="${ground}" d="M0 0h${width}v150H0z"/><g fill="#f0e442">${Array.from({ length: Math.floor(width / 30) }, (_, index) => `<path d="M${index * 30 + 15} 96l12 14-12 14-12-14z"/>`).join("")}</g><g fill="#fffdf6">${Array.from({ length: Math.floor(width / 30) }, (_, index) => `<path d="M${index * 30 + 15} 40l9 10-9 10-9-10z"/>`).join("")}</g><path fill="#d55e00" d="M0 72h${width}v8H0zM0 132h${width}v6H0z"/><g stroke="${ground}" stroke-width="4">${Array.from({ length: Math.floor(width / 12) }, (_, index) => `<path d="M${index * 12 + 6} 150v16"/>`).join("")}</g></g>`;

const loom = `${sky}<g transform="translate(0 60)">${hills}${fields}</g>${stiltHouse(-20, 420, 0.7)}${bamboo(-250, 440, 0.62)}${bamboo(330, 440, 0.7)}
<path fill="url(#planks)" d="M-1200 474h2400v600h-2400z"/><g stroke="#7d5128" stroke-opacity=".55" stroke-width="4"><path d="M-1200 520h2400M-1200 584h2400M-1200 664h2400M-1200 764h2400"/></g>
<path fill="url(#wood)" d="M-1200 418h2400v22h-2400z"/><g fill="url(#wood)">${Array.from({ length: 25 }, (_, index) => `<path d="M${-1196 + index * 100} 440h16v40h-16z"/>`).join("")}</g><path fill="#7d5128" d="M-1200 472h2400v8h-2400z"/>
<path fill="url(#wood)" d="M-1200-300h2400v376h-2400z"/><path fill="#6f4724" d="M-1200 70h2400v26h-2400z"/><g stroke="#6f4724" stroke-opacity=".5" stroke-width="5"><path d="M-1200 4h2400M-1200-66h2400M-1200-136h2400"/></g>
<path fill="url(#wood)" d="M-560 76h44v404h-44zM516 76h44v404h-44z"/><path fill="#5f3c1d" fill-opacity=".35" d="M-530 76h14v404h-14zM546 76h14v404h-14z"/>
${cloth(-500, 150, "#27336b")}${cloth(-340, 120, "#7a1f2b")}${cloth(230, 120, "#1f4d3a")}${cloth(360, 150, "#4a2b63")}`;

export const paintStreet = (): string => paintLandscape([street], definitions);
export const paintLoom = (): string => paintLandscape([loom], definitions);
