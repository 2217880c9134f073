// Owns the place of this game: the stage of the village festival, red curtains, lamps and a bronze drum's sun.
import { gradient, paintLandscape } from "../../sdk/landscape.ts";

const definitions =
  gradient("back", [0, "#f7c873"], [0.6, "#f0a860"], [1, "#d9804f"]) +
  gradient("cloth", [0, "#d5402f"], [1, "#8f1f1f"]) +
  gradient("fold", [0, "#b02a22"], [1, "#6f1518"]) +
  gradient("stageFloor", [0, "#c98a52"], [1, "#8f5a30"]) +
  '<radialGradient id="spot"><stop offset="0" stop-color="#fff6cf" stop-opacity=".95"/><stop offset="1" stop-color="#fff0b0" stop-opacity="0"/></radialGradient>';

const sun = `<g transform="translate(0 300)" stroke="#c8733a" stroke-opacity=".42" fill="none" stroke-width="5"><circle r="330"/><circle r="300" stroke-dasharray="14 12"/><circle r="262"/><circle r="206"/><circle r="186" stroke-dasharray="4 10"/><g fill="#c8733a" fill-opacity=".3" stroke="none">${Array.from({ length: 14 }, (_, index) => `<path d="M0-176l20 124h-40z" transform="rotate(${(index * 360) / 14})"/>`).join("")}<circle r="58"/>${Array.from({ length: 18 }, (_, index) => `<path d="M-22-236c10-14 30-14 44 0-8 4-12 10-14 16-8-8-20-12-30-16z" transform="rotate(${index * 20})"/>`).join("")}</g></g>`;

const curtain = (side: 1 | -1) =>
  `<g transform="scale(${side} 1)"><path fill="url(#cloth)" d="M430-300h800v860H660c-20-90-60-150-130-220C470 250 430 60 430-300z"/><g fill="url(#fold)" fill-opacity=".75"><path d="M470-300h34c6 300 60 420 120 520 30 60 40 200 42 340h-16c-6-100-30-180-110-270C484 220 472-20 470-300zM560-300h40c10 260 60 400 90 480 40 110 40 260 40 380h-26c0-160-14-270-60-380-54-120-82-260-84-480zM680-300h44c6 240 40 340 60 460 20 130 20 290 20 400h-34c4-160 0-290-30-410-30-130-58-250-60-450zM820-300h60v860h-40c6-260-14-600-20-860zM980-300h70v860h-60z"/></g><path fill="none" stroke="#f0c04a" stroke-width="12" d="M430-300c0 360 40 550 100 640 70 70 110 130 130 220"/><path fill="#f0c04a" d="M560 352c40-14 90-10 130 6l-6 26c-40-12-80-14-120-4z"/><path stroke="#f0c04a" stroke-width="6" stroke-linecap="round" d="M676 380v60M664 378l-8 54M688 382l8 54"/></g>`;

const bulbs = Array.from({ length: 21 }, (_, index) => {
  const x = -1000 + index * 100;
  return `<circle cx="${x}" cy="${44 + (index % 2) * 8}" r="34" fill="url(#spot)" fill-opacity=".6"/><circle class="glint ${index % 2 ? "late" : ""}" cx="${x}" cy="${44 + (index % 2) * 8}" r="9" fill="#fff3c4"/>`;
}).join("");

const stage = `<path fill="url(#back)" d="M-1200-300h2400v860h-2400z"/>${sun}<ellipse cx="0" cy="380" rx="520" ry="320" fill="url(#spot)" fill-opacity=".5"/>
<path fill="url(#stageFloor)" d="M-1200 540h2400v540h-2400z"/><g stroke="#6f4322" stroke-opacity=".5" stroke-width="4"><path d="M-1200 576h2400M-1200 626h2400M-1200 690h2400M-1200 770h2400M-1200 870h2400"/><path d="M-640 540l-60 36M-320 540l-24 36M0 540v36M320 540l24 36M640 540l60 36M-500 576l-50 50M-170 576l-16 50M170 576l16 50M500 576l50 50M-760 626l-90 64M-380 626l-44 64M0 626v64M380 626l44 64M760 626l90 64M-560 690l-90 80M-190 690l-26 80M190 690l26 80M560 690l90 80"/></g>
<ellipse cx="0" cy="640" rx="560" ry="120" fill="url(#spot)" fill-opacity=".45"/>${curtain(1)}${curtain(-1)}
<path fill="url(#cloth)" d="M-1200-300h2400v290c-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0z"/><path fill="none" stroke="#f0c04a" stroke-width="9" d="M1200-10c-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0-100 60-200 60-300 0"/>${bulbs}`;

export const paintStage = (): string => paintLandscape([stage], definitions);
