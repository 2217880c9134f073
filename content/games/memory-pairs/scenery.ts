// Owns the place of this game: a wooden house of the countryside, the window open on hills and areca palms.
import { areca, cloud, fields, gradient, hills, paintLandscape } from "../../sdk/landscape.ts";

const definitions =
  gradient("boards", [0, "#f3d9a4"], [0.6, "#e8c080"], [1, "#d9a862"]) +
  gradient("floor", [0, "#b9814a"], [1, "#8c5a30"]) +
  gradient("beam", [0, "#9a6436"], [1, "#6f4424"]) +
  '<clipPath id="view"><rect x="-470" y="60" width="330" height="260" rx="10"/></clipPath><radialGradient id="lamp"><stop offset="0" stop-color="#ffe9a8" stop-opacity=".85"/><stop offset="1" stop-color="#ffe9a8" stop-opacity="0"/></radialGradient>';

const wall = `<path fill="url(#boards)" d="M-1200-300h2400v770h-2400z"/><g stroke="#c9985a" stroke-opacity=".55" stroke-width="3">${Array.from({ length: 22 }, (_, index) => `<path d="M${-1150 + index * 110} -300V470"/>`).join("")}</g>
<path fill="#b07a43" d="M-1200 420h2400v50h-2400z"/><path fill="#8f5d30" d="M-1200 462h2400v12h-2400z"/>
<path fill="url(#floor)" d="M-1200 472h2400v600h-2400z"/><g stroke="#7a4b26" stroke-opacity=".5" stroke-width="4"><path d="M-1200 530h2400M-1200 604h2400M-1200 696h2400M-1200 810h2400"/><path d="M-800 472l-60 58M-420 472l-26 58M-40 472v58M420 472l24 58M800 472l60 58M-640 530l-50 74M-180 530l-10 74M240 530l20 74M620 530l50 74M-900 604l-70 92M-400 604l-30 92M90 604l4 92M560 604l40 92M960 604l70 92"/></g>`;

const window = `<g clip-path="url(#view)"><rect x="-480" y="50" width="360" height="290" fill="#8fd3f6"/><g transform="translate(-300 88) scale(.55)">${cloud(-100, 30, 1, "slow")}${hills}${fields}${areca(150, 420, 1)}</g></g>
<g fill="none" stroke="#7a4c28" stroke-width="16"><rect x="-472" y="58" width="334" height="264" rx="12"/><path stroke-width="9" d="M-305 60v260M-470 190h330"/></g><path fill="#8f5d30" d="M-500 318h390v20h-390z"/><path fill="#a9743f" d="M-560 50h80v280h-80zM-130 50h80v280h-80z"/><g stroke="#7a4c28" stroke-width="6"><path d="M-552 84h64M-552 124h64M-552 164h64M-552 204h64M-552 244h64M-552 284h64M-122 84h64M-122 124h64M-122 164h64M-122 204h64M-122 244h64M-122 284h64"/></g>`;

const shelf = `<g transform="translate(300 0)"><path fill="#8f5d30" d="M-150 236h330v18h-330z"/><path fill="#6f4424" d="M-130 254h16v34h-16zM150 254h16v34h-16z"/>
<path fill="#2f7fb5" d="M-110 236c-24-30-16-66 6-76v-22h36v22c22 10 30 46 6 76z"/><path fill="#fff" fill-opacity=".75" d="M-104 190c10-12 24-12 34 0-10 14-24 14-34 0z"/><g class="sway slow"><path stroke="#6b4a2a" stroke-width="5" stroke-linecap="round" d="M-86 140C-92 96-110 70-128 56M-88 120c16-30 34-44 50-52M-92 90c-4-20-2-34 4-50"/><g fill="#ff9ab8"><circle cx="-130" cy="54" r="11"/><circle cx="-112" cy="76" r="9"/><circle cx="-38" cy="66" r="11"/><circle cx="-60" cy="86" r="9"/><circle cx="-88" cy="36" r="11"/><circle cx="-96" cy="64" r="8"/></g></g>
<rect x="-10" y="160" width="24" height="76" rx="4" fill="#c0503a"/><rect x="16" y="170" width="22" height="66" rx="4" fill="#e0a23c"/><rect x="40" y="156" width="26" height="80" rx="4" fill="#3f8f6a"/><path fill="#d9c7a0" d="M96 236c-10-30-6-48 8-56h40c14 8 18 26 8 56z"/><path fill="#b99a62" d="M100 204h48v8h-48z"/></g>`;

const beam = `<path fill="url(#beam)" d="M-1200-40h2400v56h-2400z"/><path fill="#5c381d" fill-opacity=".5" d="M-1200 10h2400v8h-2400z"/><path fill="url(#beam)" d="M-700-300h54v772h-54zM646-300h54v772h-54z"/>
<circle cx="560" cy="120" r="150" fill="url(#lamp)"/><g transform="translate(560 16)"><g class="bob slow"><path stroke="#5c381d" stroke-width="5" d="M0 0v56"/><path fill="#e2553b" d="M-46 98c0-34 20-46 46-46s46 12 46 46-20 46-46 46-46-12-46-46z"/><path fill="#f58a5f" d="M-18 54c-14 26-14 64 0 88 8 2 28 2 36 0 14-24 14-62 0-88-8-2-28-2-36 0z"/><path fill="#ffd447" d="M-22 48h44v10h-44zM-22 138h44v10h-44z"/><path stroke="#ffd447" stroke-width="4" stroke-linecap="round" d="M-8 150v26M0 150v34M8 150v26"/></g></g>
<g transform="translate(-590 16)"><g class="bob"><path stroke="#5c381d" stroke-width="5" d="M0 0v36"/><path fill="#4f9d5a" d="M-40 74c0-28 18-38 40-38s40 10 40 38-18 38-40 38-40-10-40-38z"/><path fill="#7cc47a" d="M-15 38c-12 22-12 50 0 72 8 2 22 2 30 0 12-22 12-50 0-72-8-2-22-2-30 0z"/><path fill="#ffd447" d="M-18 32h36v9h-36zM-18 106h36v9h-36z"/><path stroke="#ffd447" stroke-width="4" stroke-linecap="round" d="M-6 116v20M0 116v28M6 116v20"/></g></g>`;

export const paintHouse = (): string => paintLandscape([wall, window, shelf, beam], definitions);
