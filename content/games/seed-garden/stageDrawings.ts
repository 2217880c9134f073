// Owns what is drawn here of stages, seeds, needs and steps of care. Pure, so that level pictures can use it.
import type { Care, Need, Seed } from "./nature.ts";
import { growing } from "./plantDrawings.ts";

const draw = (inside: string) => `<svg viewBox="0 0 120 120" fill="none">${inside}</svg>`;
const bigLeaf =
  '<path fill="#6fbf4f" d="M4 92C10 40 60 14 116 22c2 54-44 92-112 70z"/><path d="M10 92C40 74 74 50 108 28" stroke="#3f8f3a" stroke-width="4" stroke-linecap="round"/><path d="M40 74l-6-26M62 60l-4-24M58 64l26 4M38 78l24 8" stroke="#3f8f3a" stroke-width="3" stroke-linecap="round"/>';
const pondBack =
  '<circle cx="60" cy="60" r="56" fill="#8fd3ea"/><path fill="#5fb8dc" d="M6 70q14-8 27 0t27 0 27 0 27 0a56 56 0 0 1-108 0z"/>';
const tadpole = (legs: string) =>
  `${pondBack}<g><path d="M66 62c22-14 30 16 48 0" stroke="#3f5a3a" stroke-width="11" stroke-linecap="round"/>${legs}<ellipse cx="46" cy="62" rx="29" ry="23" fill="#4f6f46"/><ellipse cx="42" cy="70" rx="20" ry="12" fill="#7c9a6a"/><circle cx="32" cy="54" r="6.500" fill="#fff"/><circle cx="31" cy="54" r="3.500" fill="#1f2a22"/><path d="M22 68q8 7 16 0" stroke="#1f2a22" stroke-width="3" stroke-linecap="round"/></g>`;
const plantAt = (growth: 2 | 4 | 5) =>
  draw(
    `<path fill="#8a5a30" d="M14 112c6-18 86-18 92 0z"/><g transform="translate(60 108) scale(${growth === 2 ? 1 : 0.44}) translate(-90 -282)">${growing("tomato", growth)}</g>`,
  );

/** The stages of which the open set has no picture. */
export const drawnStages = {
  plant: {
    0: draw(
      '<path fill="#8a5a30" d="M6 84c10-26 98-26 108 0l-6 24c-1 4-4 6-8 6H20c-4 0-7-2-8-6z"/><path fill="#6b4322" d="M12 96c30 8 66 8 96 0l-2 12c-1 4-4 6-8 6H22c-4 0-7-2-8-6z"/><path fill="#f0d9a8" stroke="#8f6a34" stroke-width="4" d="M60 34c24 6 30 32 14 48-24 4-40-12-36-30 4-12 12-16 22-18z"/><path d="M54 50c4-6 10-8 14-6" stroke="#fffdf0" stroke-width="5" stroke-linecap="round"/>',
    ),
    1: plantAt(2),
    2: plantAt(4),
    3: plantAt(5),
  },
  butterfly: {
    0: draw(
      `${bigLeaf}<g fill="#fff8dc" stroke="#d9c27a" stroke-width="3"><circle cx="50" cy="62" r="10"/><circle cx="70" cy="54" r="10"/><circle cx="62" cy="72" r="10"/><circle cx="80" cy="66" r="9"/></g>`,
    ),

    2: draw(
      '<path d="M10 18C40 10 80 10 112 20" stroke="#7c5433" stroke-width="10" stroke-linecap="round"/><path fill="#6fbf4f" d="M84 18c8-16 26-18 34-10-6 14-20 18-34 10z"/><path d="M58 18v12" stroke="#c9b98a" stroke-width="5"/><path fill="#b9a05a" d="M58 28c22 6 28 34 18 60-4 12-12 22-18 24-6-2-14-12-18-24-10-26-4-54 18-60z"/><path fill="#d9c487" d="M52 34c-12 10-14 34-6 56-10-22-8-46 6-56z"/><g stroke="#8a7336" stroke-width="4" stroke-linecap="round"><path d="M38 54q20 10 40 0M36 70q22 10 44 0M42 88q16 8 32 0"/></g>',
    ),
  },
  frog: {
    0: draw(
      `${pondBack}<g fill="#eaf7fb" fill-opacity=".9" stroke="#9fcbd9" stroke-width="2">${[
        [44, 50],
        [64, 44],
        [80, 56],
        [50, 70],
        [70, 70],
        [60, 57],
      ]
        .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="13"/>`)
        .join("")}</g><g fill="#2b3a2a">${[
        [44, 50],
        [64, 44],
        [80, 56],
        [50, 70],
        [70, 70],
        [60, 57],
      ]
        .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="5"/>`)
        .join("")}</g>`,
    ),
    1: draw(tadpole("")),
    2: draw(
      tadpole(
        '<path d="M60 78c6 14 16 12 18 22M66 74c12 8 20 4 26 12M30 82c-4 10-12 10-12 18" stroke="#4f6f46" stroke-width="8" stroke-linecap="round"/>',
      ),
    ),
  },
} as const;

export const seedPictures: Readonly<Record<Seed, string>> = {
  corn: draw(
    '<path fill="#f2b705" d="M60 14c30 8 42 40 32 66-6 16-18 26-32 28-14-2-26-12-32-28-10-26 2-58 32-66z"/><path fill="#fff3c0" d="M60 74c12 0 18 12 14 24-4 6-8 9-14 10-6-1-10-4-14-10-4-12 2-24 14-24z"/><path fill="#ffe07a" d="M50 26c-14 12-20 30-16 46-8-18-2-38 16-46z"/>',
  ),
  peanut: draw(
    '<path fill="#b5603f" d="M60 16c26 0 40 22 38 48-2 26-18 42-38 42S24 90 22 64c-2-26 12-48 38-48z"/><path fill="#d98a64" d="M48 26c-14 10-20 30-16 50-10-22-4-44 16-50z"/><path d="M60 20v20" stroke="#8a4429" stroke-width="5" stroke-linecap="round"/>',
  ),
  pea: draw(
    '<circle cx="60" cy="62" r="44" fill="#7cc24a"/><path fill="#aee07f" d="M32 50c4-18 18-26 34-26-14 6-26 16-28 32z"/><path d="M60 100q10-2 16-10" stroke="#4f8f2c" stroke-width="5" stroke-linecap="round"/>',
  ),
  watermelon: draw(
    '<path fill="#2b2230" d="M60 14c28 22 36 50 28 72-6 14-16 20-28 20s-22-6-28-20c-8-22 0-50 28-72z"/><path fill="#5a4d66" d="M52 34c-12 16-16 34-12 50-8-18-4-36 12-50z"/>',
  ),
  sunflower: draw(
    '<path fill="#3a3340" d="M60 8c24 26 32 54 24 80-6 14-14 22-24 24-10-2-18-10-24-24-8-26 0-54 24-80z"/><g stroke="#e9e2d0" stroke-width="6" stroke-linecap="round"><path d="M60 22v78M46 42c-4 18-4 34 0 48M74 42c4 18 4 34 0 48"/></g>',
  ),
  rice: draw(
    '<path fill="#e5bd5a" d="M64 6c26 24 32 58 20 86-6 12-14 20-24 22-10-2-20-10-24-22C26 62 38 28 64 6z"/><path d="M62 18c-6 30-8 60-2 90M78 40c2 20 0 40-8 58M48 40c-4 20-4 40 4 60" stroke="#b98a2c" stroke-width="4" stroke-linecap="round"/><path d="M64 8q6-8 14-6" stroke="#b98a2c" stroke-width="4" stroke-linecap="round"/>',
  ),
};

export const wateringCan =
  '<svg viewBox="0 0 120 120" fill="none"><path d="M34 46C30 16 84 14 84 46" stroke="#2f77ad" stroke-width="9" stroke-linecap="round"/><path fill="#4f9fd6" d="M30 46h58l6 56c0 5-3 8-8 8H32c-5 0-8-3-8-8z"/><path fill="#7fc0ea" d="M36 50h16l-4 54H34c-3 0-5-2-5-5z"/><path d="M90 84c16-2 16-34 4-36" stroke="#2f77ad" stroke-width="8" stroke-linecap="round"/><path fill="#4f9fd6" d="M30 66L8 34l-6 4 26 50z"/><path fill="#2f77ad" d="M-2 30l16-10 6 10L2 44z"/><g fill="#6fc3ee"><path d="M6 54c5 7 6 11 0 14-6-3-5-7 0-14zM16 70c5 7 6 11 0 14-6-3-5-7 0-14z"/></g></svg>';
export const sunPicture = draw(
  `<g stroke="#f2a900" stroke-width="9" stroke-linecap="round">${Array.from({ length: 10 }, (_, index) => `<path d="M60 18V6" transform="rotate(${index * 36} 60 60)"/>`).join("")}</g><circle cx="60" cy="60" r="33" fill="#ffd447"/><circle cx="54" cy="54" r="25" fill="#ffe78a"/><g fill="#b5651d"><circle cx="50" cy="58" r="4"/><circle cx="70" cy="58" r="4"/></g><path d="M50 68q10 10 20 0" stroke="#b5651d" stroke-width="4" stroke-linecap="round"/>`,
);
const soilPicture = draw(
  '<path fill="#c79a62" d="M22 40h76l-8 62c-1 5-4 8-9 8H39c-5 0-8-3-9-8z"/><path fill="#d9b07a" d="M22 40h18l-2 70c-4 0-7-3-8-8z"/><path fill="#6b4322" d="M16 42c6-26 82-26 88 0-22 10-66 10-88 0z"/><g fill="#8a5a30"><circle cx="44" cy="32" r="6"/><circle cx="66" cy="28" r="7"/><circle cx="82" cy="36" r="5"/></g><path d="M60 26V10" stroke="#4c9a3d" stroke-width="6" stroke-linecap="round"/><path fill="#6fbf4f" d="M60 14c-12-2-16-10-16-14 12 0 16 6 16 14zM60 14c12-2 16-10 16-14-12 0-16 6-16 14z"/>',
);
export const needPictures: Readonly<Record<Need, string>> = {
  water: wateringCan,
  sun: sunPicture,
  soil: soilPicture,
};
export const seedBag = draw(
  '<path fill="#d9b07a" d="M28 38h64l10 66c0 6-4 10-10 10H28c-6 0-10-4-10-10z"/><path fill="#c2945a" d="M80 38h12l10 66c0 6-4 10-10 10H78c8-22 8-50 2-76z"/><path fill="#e8c894" d="M24 14c10 8 62 8 72 0l-6 26H30z"/><path d="M30 38h60" stroke="#a8512f" stroke-width="7" stroke-linecap="round"/><circle cx="58" cy="78" r="24" fill="#fffdf6"/><path fill="#6b4322" d="M58 64c10 2 12 14 6 22-10 2-18-6-16-14 2-4 6-7 10-8z"/>',
);

export const carePictures: Readonly<Record<Care, string>> = {
  dig: draw(
    '<path fill="#8a5a30" d="M6 100c10-24 98-24 108 0l-2 14H8z"/><g fill="#6b4322"><circle cx="26" cy="84" r="7"/><circle cx="42" cy="78" r="5"/><circle cx="20" cy="98" r="5"/></g><path d="M104 8L64 74" stroke="#b98552" stroke-width="10" stroke-linecap="round"/><path fill="#9fb2c4" d="M74 66l-22-12c-12 12-20 26-20 42 18-2 32-12 42-30z"/><path fill="#c9d6e2" d="M60 62c-10 10-18 20-24 32 2-14 8-26 18-36z"/>',
  ),
  sow: draw(
    '<path fill="#8a5a30" d="M6 96c10-20 98-20 108 0l-2 18H8z"/><g fill="#4f3015"><ellipse cx="36" cy="94" rx="12" ry="5"/><ellipse cx="64" cy="94" rx="12" ry="5"/><ellipse cx="92" cy="96" rx="11" ry="5"/></g><path fill="#f7cda6" stroke="#c98e5c" stroke-width="3" d="M4 30c24-14 48-10 66 4 8 8 0 16-8 12 6 8-2 16-12 10C34 50 18 52 4 58z"/><path fill="#e0584f" d="M0 22h16v42H0z"/><g fill="#e5bd5a" stroke="#a8792c" stroke-width="2"><ellipse cx="62" cy="64" rx="5" ry="7"/><ellipse cx="76" cy="56" rx="5" ry="7"/><ellipse cx="68" cy="80" rx="5" ry="7"/></g>',
  ),
  water: draw(
    '<g transform="translate(112 0) scale(-.86 .86)"><path d="M34 46C30 16 84 14 84 46" stroke="#2f77ad" stroke-width="9" stroke-linecap="round"/><path fill="#4f9fd6" d="M30 46h58l4 40H26z"/><path fill="#4f9fd6" d="M30 56L10 32l-6 4 22 40z"/></g><path fill="#8a5a30" d="M6 104c10-16 98-16 108 0l-2 12H8z"/><path d="M96 98V84" stroke="#4c9a3d" stroke-width="6" stroke-linecap="round"/><path fill="#6fbf4f" d="M96 88c-12-2-16-10-16-16 12 0 16 8 16 16zM96 88c10-2 14-10 14-16-10 0-14 8-14 16z"/><g fill="#6fc3ee"><path d="M104 40c5 7 6 11 0 14-6-3-5-7 0-14zM96 54c5 7 6 11 0 14-6-3-5-7 0-14z"/></g>',
  ),
  harvest: draw(
    '<path d="M30 54C34 20 86 20 90 54" stroke="#9a6a3a" stroke-width="8" stroke-linecap="round"/><g fill="#e8453c"><circle cx="42" cy="54" r="17"/><circle cx="76" cy="54" r="17"/><circle cx="60" cy="44" r="18"/></g><g fill="#3f8f3a"><path d="M60 28l4-8 2 8 8-2-6 8-8-2-8 2-6-8 8 2zM42 40l4-6 2 6h6l-6 5-10 1z"/></g><path fill="#d9a860" d="M12 60h96l-10 46c-1 4-4 7-8 7H30c-4 0-7-3-8-7z"/><path stroke="#b98346" stroke-width="4" d="M18 80h84M38 62l6 50M60 62v50M82 62l-6 50"/><path fill="#c4904c" d="M8 54h104c3 0 4 2 4 5s-1 6-4 6H8c-3 0-4-3-4-6s1-5 4-5z"/>',
  ),
};
