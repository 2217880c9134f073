// Owns how solids and the things of the world look that no open picture shows well. Pure SVG text on 120 × 120.
import type { Solid } from "./shapes.ts";

const svg = (inside: string) => `<svg viewBox="0 0 120 120" fill="none">${inside}</svg>`;
const shadow = `<ellipse cx="60" cy="108" rx="44" ry="7" fill="#5b3a1a" fill-opacity=".25"/>`;

/** Solids of painted wood: one lit, one plain and one shaded face each. */
export const solidPictures: Readonly<Record<Solid, string>> = {
  sphere: svg(
    `<circle cx="60" cy="60" r="48" fill="#b9371a"/><circle cx="59" cy="58" r="47" fill="#e5532d"/><circle cx="54" cy="52" r="36" fill="#f2744e"/><circle cx="48" cy="44" r="22" fill="#ff9a76" fill-opacity=".85"/><ellipse cx="42" cy="35" rx="10" ry="7" fill="#fff" fill-opacity=".75" transform="rotate(-30 42 35)"/><path d="M24 74c18 22 54 26 76 4" stroke="#fff" stroke-opacity=".25" stroke-width="5" stroke-linecap="round"/>`,
  ),
  cube: svg(
    `<path fill="#7cc3f2" stroke="#7cc3f2" stroke-width="4" stroke-linejoin="round" d="M60 12l44 20-44 22-44-22z"/><path fill="#2d7fc4" stroke="#2d7fc4" stroke-width="4" stroke-linejoin="round" d="M16 32l44 22v54L16 86z"/><path fill="#1a5690" stroke="#1a5690" stroke-width="4" stroke-linejoin="round" d="M104 32L60 54v54l44-22z"/><path d="M60 54v54M60 54L16 32M60 54l44-22" stroke="#bfe3fb" stroke-opacity=".7" stroke-width="3" stroke-linecap="round"/>`,
  ),
  cylinder: svg(
    `<path fill="#12704d" d="M24 26h72v70c0 20-72 20-72 0z"/><path fill="#23a374" d="M24 26h58v81c-26 6-58 2-58-11z"/><path fill="#55c497" d="M30 34h16v75c-10-2-16-6-16-11z" fill-opacity=".7"/><ellipse cx="60" cy="26" rx="36" ry="14" fill="#8fe3bd"/><ellipse cx="60" cy="26" rx="26" ry="9" fill="#74d6a8"/>`,
  ),
  box: svg(
    `<path fill="#ffe48c" stroke="#ffe48c" stroke-width="4" stroke-linejoin="round" d="M38 34h76L84 54H8z"/><path fill="#f6b92b" stroke="#f6b92b" stroke-width="4" stroke-linejoin="round" d="M8 54h76v42H8z"/><path fill="#b97f0c" stroke="#b97f0c" stroke-width="4" stroke-linejoin="round" d="M84 54l30-20v40L84 96z"/><path d="M84 54v42M84 54H8M84 54l30-20" stroke="#fff3c4" stroke-opacity=".8" stroke-width="3" stroke-linecap="round"/>`,
  ),
};

export const drawnThings = {
  clock: svg(
    `<circle cx="60" cy="62" r="50" fill="#8a3b22"/><circle cx="60" cy="59" r="50" fill="#d9603a"/><circle cx="60" cy="59" r="40" fill="#fffdf6"/><g stroke="#3a2c28" stroke-width="5" stroke-linecap="round"><path d="M60 25v5M60 88v5M26 59h5M89 59h5"/><path d="M60 59V36M60 59l17 10" stroke-width="6"/></g><circle cx="60" cy="59" r="5" fill="#d9603a"/>`,
  ),
  "banh-chung": svg(
    `<rect x="14" y="18" width="92" height="92" rx="8" fill="#1f5a2c"/><rect x="14" y="13" width="92" height="92" rx="8" fill="#3f9142"/><path d="M18 17h84v84z" fill="#5fb04f" fill-opacity=".7"/><path d="M24 20l72 78M20 56l44 46M58 17l44 46" stroke="#2f7736" stroke-width="3" stroke-opacity=".55"/><g stroke="#f3e3a4" stroke-width="6" stroke-linecap="round"><path d="M44 13v92M76 13v92M14 43h92M14 75h92"/></g><path d="M70 37q12-16 16 0q-12 2-10 6q-8 14-16 4q14 0 10-10z" fill="#f3e3a4"/>`,
  ),
  tile: svg(
    `<rect x="14" y="19" width="92" height="92" rx="6" fill="#a55a37"/><rect x="14" y="14" width="92" height="92" rx="6" fill="#f4e3c3"/><rect x="21" y="21" width="78" height="78" rx="3" stroke="#2d7fc4" stroke-width="4"/><path d="M60 26c10 14 10 20 0 34-10-14-10-20 0-34zM60 94c10-14 10-20 0-34-10 14-10 20 0 34zM26 60c14-10 20-10 34 0-14 10-20 10-34 0zM94 60c-14-10-20-10-34 0 14 10 20 10 34 0z" fill="#d9603a"/><g fill="#2d7fc4"><path d="M21 21h18l-18 18zM99 21H81l18 18zM21 99h18L21 81zM99 99H81l18-18z"/></g><circle cx="60" cy="60" r="7" fill="#f6b92b"/>`,
  ),
  roof: svg(
    `<path fill="#8f3518" d="M60 22L116 98H4z"/><path fill="#d9603a" d="M60 16l54 78H6z"/><g stroke="#a8401f" stroke-width="4" stroke-linecap="round"><path d="M48 34h24M36 52h48M24 70h72M14 86h92"/><path d="M60 34v18M48 52v18M72 52v18M38 70v16M60 70v16M82 70v16"/></g><path d="M60 16L6 94h12L60 32l42 62h12z" fill="#f08a5f"/>`,
  ),
  hat: svg(
    `<path d="M22 84c-2 22 14 30 38 30s40-8 38-30" stroke="#d7659f" stroke-width="6" stroke-linecap="round"/><path fill="#b58a3c" d="M60 16l56 74q-56 18-112 0z"/><path fill="#f2dfa5" d="M60 14l54 72q-54 16-108 0z"/><path fill="#fbf0cb" d="M60 14L28 89q-12-1-22-3z"/><g stroke="#cdb06a" stroke-width="2.500"><path d="M52 26q8 2 16 0M43 38q17 4 34 0M34 50q26 6 52 0M25 62q35 8 70 0M16 74q44 10 88 0"/></g>`,
  ),
  ruler: svg(
    `<path fill="#1f7f8c" d="M12 108L108 108 12 22z"/><path fill-rule="evenodd" fill="#52c3cf" d="M12 102L104 102 12 16zM30 84V58l30 26z"/><path stroke="#0f5f6a" stroke-width="3.500" stroke-linecap="round" d="M24 102v-8M36 102v-6M48 102v-8M60 102v-6M72 102v-8M84 102v-6M12 38h7M12 50h6M12 62h7M12 74h6M12 86h7"/><path d="M17 27v64" stroke="#fff" stroke-opacity=".4" stroke-width="4"/>`,
  ),
  flag: svg(
    `<path stroke="#8a6242" stroke-width="7" stroke-linecap="round" d="M12 12v102"/><circle cx="12" cy="11" r="6" fill="#f6b92b"/><path fill="#b8150f" d="M16 22h98v66H16z"/><path fill="#da251d" d="M16 18h98v66H16z"/><path fill="#ffdf3a" d="M65 29l5.400 16.200h17l-13.800 10 5.300 16.300L65 61.500 51.100 71.500l5.300-16.300-13.800-10h17z"/>`,
  ),
  melon: svg(
    `<path fill="#1f6b34" d="M4 42h112a56 60 0 0 1-112 0z"/><path fill="#7cc85a" d="M10 42h100a50 54 0 0 1-100 0z"/><path fill="#f7f3d0" d="M14 42h92a46 50 0 0 1-92 0z"/><path fill="#ee3f3c" d="M18 42h84a42 45 0 0 1-84 0z"/><path fill="#ff7a6b" d="M22 44h50l-40 26q-8-10-10-26z" fill-opacity=".6"/><g fill="#3a1a18"><ellipse cx="38" cy="54" rx="3" ry="5"/><ellipse cx="60" cy="54" rx="3" ry="5"/><ellipse cx="82" cy="54" rx="3" ry="5"/><ellipse cx="49" cy="69" rx="3" ry="5"/><ellipse cx="71" cy="69" rx="3" ry="5"/></g>`,
  ),
  fan: svg(
    `<path fill="#9c3d72" d="M4 86a56 60 0 0 1 112 0z"/><path fill="#f4a9cd" d="M4 82a56 62 0 0 1 112 0z"/><path fill="#d7659f" d="M32 82a28 30 0 0 1 56 0z"/><g stroke="#b34a82" stroke-width="2.500"><path d="M60 82L8 66M60 82L18 44M60 82L34 28M60 82l-8-60M60 82l8-60M60 82l26-54M60 82l42-38M60 82l52-16"/></g><g fill="#fffdf6"><circle cx="40" cy="42" r="5"/><circle cx="60" cy="34" r="5"/><circle cx="80" cy="42" r="5"/></g><circle cx="60" cy="84" r="7" fill="#8a5a35"/><path d="M60 90v14" stroke="#d64545" stroke-width="5" stroke-linecap="round"/>`,
  ),
  bowl: svg(
    `<ellipse cx="60" cy="106" rx="26" ry="6" fill="#b9c9d8"/><path fill="#c8d6e3" d="M6 40h108a54 64 0 0 1-108 0z"/><path fill="#fdfdfb" d="M6 38h104a52 62 0 0 1-100 14z"/><path d="M10 56q12 10 24 0t24 0 24 0 26-2" stroke="#2d7fc4" stroke-width="5" stroke-linecap="round"/><path d="M20 74q10 8 20 0t20 0 20 0 18-2" stroke="#2d7fc4" stroke-width="4" stroke-linecap="round" stroke-opacity=".7"/><path d="M5 39h110" stroke="#e7eef4" stroke-width="7" stroke-linecap="round"/>`,
  ),
  marble: svg(
    `<circle cx="60" cy="60" r="46" fill="#2b86a8"/><circle cx="59" cy="58" r="45" fill="#8fdcec"/><path fill="#f6b92b" d="M22 70c20-44 44-10 76-40 4 26-18 22-30 36-16 18-34 12-46 4z"/><path fill="#e5532d" d="M26 78c24-24 44 2 72-36 2 34-32 30-40 44-14 6-26 0-32-8z"/><ellipse cx="42" cy="36" rx="14" ry="9" fill="#fff" fill-opacity=".8" transform="rotate(-32 42 36)"/>`,
  ),
  can: svg(
    `${shadow}<path fill="#9aa7b2" d="M26 24h68v72c0 18-68 18-68 0z"/><path fill="#f7f9fb" d="M26 36h68v48c0 16-68 16-68 0z"/><path fill="#2d7fc4" d="M26 36h68v14c0 16-68 16-68 0z"/><ellipse cx="60" cy="76" rx="17" ry="11" fill="#fff"/><path fill="#3a2c28" d="M48 70c6-6 10 2 6 8s-12-2-6-8zM68 72c6-2 8 6 2 8s-6-6-2-8z"/><ellipse cx="60" cy="24" rx="34" ry="12" fill="#dfe6ec"/><ellipse cx="60" cy="24" rx="26" ry="8" fill="#b9c5cf"/><path d="M32 40v50" stroke="#fff" stroke-opacity=".6" stroke-width="6" stroke-linecap="round"/>`,
  ),
  brick: svg(
    `${shadow}<path fill="#f0936e" d="M34 40h78L88 58H8z"/><path fill="#d9603a" d="M8 58h80v42H8z"/><path fill="#9c3d1e" d="M88 58l24-18v40l-24 20z"/><g fill="#8a3216"><ellipse cx="26" cy="79" rx="8" ry="9"/><ellipse cx="48" cy="79" rx="8" ry="9"/><ellipse cx="70" cy="79" rx="8" ry="9"/></g>`,
  ),
  matchbox: svg(
    `${shadow}<path fill="#f3d9a4" d="M36 46h76L90 62H10z"/><path fill="#2d7fc4" d="M10 62h80v34H10z"/><path fill="#7a4a2b" d="M90 62l22-16v32L90 96z"/><rect x="24" y="67" width="52" height="24" rx="4" fill="#fff6dd"/><path d="M34 79h24" stroke="#c9a25f" stroke-width="5" stroke-linecap="round"/><path fill="#e5532d" d="M58 72c8 2 10 10 2 14-8-2-8-8-2-14z"/><path d="M30 54l52 0" stroke="#fff" stroke-opacity=".6" stroke-width="4" stroke-linecap="round"/>`,
  ),
} as const satisfies Record<string, string>;

/** A cylinder on its side, seen from its end: so it rolls. */
export const lyingCylinder = svg(
  `<circle cx="60" cy="60" r="48" fill="#12704d"/><circle cx="60" cy="58" r="46" fill="#23a374"/><circle cx="60" cy="58" r="36" fill="#74d6a8"/><path d="M60 26v30M60 58l26 18M60 58L34 76" stroke="#12704d" stroke-opacity=".5" stroke-width="6" stroke-linecap="round"/><circle cx="60" cy="58" r="9" fill="#fff6dd"/>`,
);
