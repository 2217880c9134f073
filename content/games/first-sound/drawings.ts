// Owns what the game draws itself: the rabbit that listens, the trumpet lilies that speak, the baskets and letter signs.

/** A rabbit with long ears that turn towards a sound; ears, arms and body move by classes of game.css. */
export const rabbit = `<svg viewBox="0 0 200 300" class="rabbit-drawing"><ellipse cx="100" cy="288" rx="66" ry="10" fill="#2f5d34" fill-opacity=".28"/>
<g class="rabbit-ear left"><path fill="#f4efe6" d="M74 104C46 70 40 18 62 8c22-8 36 40 32 92z"/><path fill="#f7b7c4" d="M74 92C58 64 54 28 64 22c12-4 20 30 20 66z"/></g>
<g class="rabbit-ear right"><path fill="#f4efe6" d="M126 104c28-34 34-86 12-96-22-8-36 40-32 92z"/><path fill="#f7b7c4" d="M126 92c16-28 20-64 10-70-12-4-20 30-20 66z"/></g>
<path fill="#e7dfd1" d="M60 280c-20-60-8-112 40-112s60 52 40 112z"/><path fill="#fffdf8" d="M72 282c-14-48-6-92 28-92s42 44 28 92z"/>
<path fill="#3f8fc9" d="M58 214c8-30 26-40 42-40s34 10 42 40l-10 8c-20-8-44-8-64 0z"/><path fill="#6fb5e3" d="M66 208c8-20 20-28 34-30-12 8-18 16-22 28z"/><circle cx="100" cy="200" r="6" fill="#ffd447"/>
<ellipse cx="72" cy="282" rx="26" ry="13" fill="#f4efe6"/><ellipse cx="128" cy="282" rx="26" ry="13" fill="#f4efe6"/>
<path fill="#f4efe6" d="M40 134c0-36 26-54 60-54s60 18 60 54-28 50-60 50-60-14-60-50z"/><path fill="#fffdf8" d="M52 122c6-24 24-34 48-34-18 8-30 20-34 42z"/>
<g class="rabbit-eyes" fill="#33261d"><ellipse cx="76" cy="128" rx="8" ry="10"/><ellipse cx="124" cy="128" rx="8" ry="10"/><g fill="#fff"><circle cx="79" cy="124" r="3"/><circle cx="127" cy="124" r="3"/></g></g>
<ellipse cx="58" cy="150" rx="12" ry="8" fill="#f9b9bd" fill-opacity=".8"/><ellipse cx="142" cy="150" rx="12" ry="8" fill="#f9b9bd" fill-opacity=".8"/>
<path fill="#f0899c" d="M92 144h16c2 6-6 10-8 10s-10-4-8-10z"/><path fill="none" stroke="#7a5a48" stroke-width="4" stroke-linecap="round" d="M100 154v6c-2 8-14 8-16 0M100 160c2 8 14 8 16 0"/>
<path class="rabbit-paw" fill="#f4efe6" stroke="#dcd2c2" stroke-width="3" d="M142 226c14-20 22-44 18-62-4-12-18-10-20 2-2 20-8 38-16 52z"/></svg>`;

const petal = (turn: number, colour: string, light: string) =>
  `<g transform="rotate(${turn} 100 100)"><path fill="${colour}" d="M100 104C70 76 72 28 100 4c28 24 30 72 0 100z"/><path fill="${light}" d="M96 92C82 66 84 36 98 18c-2 26-2 50-2 74z"/></g>`;

/** A trumpet lily seen from the front: the sound comes out of its deep throat. */
export function lily(colour = "#fff8f0", under = "#ffd9e2", light = "#ffffff"): string {
  return `<svg viewBox="0 0 200 260" class="lily-drawing"><path fill="none" stroke="#4c9a3d" stroke-width="13" stroke-linecap="round" d="M100 150c4 40 0 70-4 106"/><path fill="#5fae4a" d="M98 236c-30-6-56-26-64-56 34 4 58 22 64 56z"/><path fill="#76c05c" d="M100 214c22-4 46-20 54-46-28 2-48 18-54 46z"/>
<g class="lily-head"><g>${[30, 150, 270].map((turn) => petal(turn, under, light)).join("")}</g><g>${[90, 210, 330].map((turn) => petal(turn, colour, light)).join("")}</g><circle cx="100" cy="100" r="34" fill="#cfe39a"/><circle cx="100" cy="100" r="25" fill="#8fbb58"/><circle cx="100" cy="100" r="16" fill="#4f7f36"/><g stroke="#e9c53a" stroke-width="5" stroke-linecap="round"><path d="M100 100L82 78M100 100l18-22M100 100l26 6M100 100l-26 6M100 100l-2 28"/></g><g fill="#c9631f"><ellipse cx="81" cy="76" rx="7" ry="5"/><ellipse cx="119" cy="76" rx="7" ry="5"/><ellipse cx="128" cy="107" rx="5" ry="7"/><ellipse cx="72" cy="107" rx="5" ry="7"/><ellipse cx="98" cy="130" rx="7" ry="5"/></g></g></svg>`;
}

/** The clay pot a speaking lily grows in. */
export const clayPot = `<svg viewBox="0 0 140 106" class="pot-drawing"><ellipse cx="70" cy="98" rx="62" ry="8" fill="#2f5d34" fill-opacity=".28"/><path fill="#d9774a" d="M18 26h104l-12 66c-1 5-5 8-10 8H40c-5 0-9-3-10-8z"/><path fill="#eb9a6c" d="M28 30h26l4 66H42c-4 0-6-2-7-6z"/><path fill="#c4623a" d="M106 30h14l-11 62c-1 4-3 6-7 6h-8z"/><path fill="#e68a5a" d="M10 8h120c5 0 8 4 8 9s-3 11-8 11H10c-5 0-8-6-8-11s3-9 8-9z"/><path fill="#f4b48c" d="M12 11h60v6H12z"/><path fill="none" stroke="#fff1dc" stroke-width="5" stroke-linecap="round" d="M34 60q9-12 18 0t18 0 18 0 18 0"/></svg>`;

/** Colours of the lilies that grow side by side: petal, the petals under it, light. */
export const lilyColours: readonly (readonly [string, string, string])[] = [
  ["#ffb3c7", "#f7819f", "#ffe3ea"],
  ["#ffd27a", "#f5a93b", "#fff0c9"],
  ["#b9d7ff", "#7fb0f0", "#e6f1ff"],
  ["#fff8f0", "#ffd9e2", "#ffffff"],
  ["#d7b8f5", "#ad84df", "#f1e4ff"],
  ["#ff9c7d", "#e86c4a", "#ffd8ca"],
  ["#c6ecb0", "#8cce76", "#eefbe6"],
  ["#ffe97a", "#efc62b", "#fffbd6"],
];

const bands = ["#e69f00", "#0072b2"] as const;

/** A woven basket; the two of a question differ in band and handle. */
export const basket = (which: number): string =>
  `<svg viewBox="0 0 240 150" class="basket-body"><ellipse cx="120" cy="144" rx="96" ry="7" fill="#3b2a18" fill-opacity=".25"/><path fill="none" stroke="#8f6031" stroke-width="12" stroke-linecap="round" d="${which === 0 ? "M44 40C50-14 190-14 196 40" : "M30 38c-18-6-26 34-2 44M210 38c18-6 26 34 2 44"}"/><path fill="#d9a860" d="M14 36h212l-22 102c-1 5-5 8-10 8H46c-5 0-9-3-10-8z"/><path fill="#e8bf7e" d="M26 44h46l10 96H46z"/><g fill="none" stroke="#b98346" stroke-width="5"><path d="M70 40l12 102M120 40v102M170 40l-12 102M22 66h196M30 104h180"/></g><path fill="${bands[which % 2]}" d="M19 58h202l-6 26H25z"/><path fill="#c4904c" d="M8 26h224c6 0 8 4 8 9s-2 9-8 9H8c-6 0-8-4-8-9s2-9 8-9z"/><path fill="#e0b878" d="M8 29h224v5H8z"/></svg>`;

/** The wooden sign a letter stands on. */
export const woodenSign = `<svg viewBox="0 0 160 170" class="sign-drawing"><path fill="#a9743f" d="M70 96h20v74H70z"/><path fill="#8f6031" d="M82 96h8v74h-8z"/><path fill="#b98346" d="M14 18c0-8 6-12 14-12h108c8 0 14 6 12 14l-4 80c0 8-6 12-14 12H26c-8 0-12-6-12-12z"/><path fill="#f7e3b5" d="M24 22c0-4 4-6 8-6h98c4 0 8 2 8 8l-4 70c0 4-4 6-8 6H32c-4 0-8-2-8-6z"/><g stroke="#e0c288" stroke-width="3" stroke-linecap="round"><path d="M36 34h40M96 88h30M34 82h18"/></g><circle cx="34" cy="26" r="4" fill="#8f6031"/><circle cx="128" cy="26" r="4" fill="#8f6031"/></svg>`;

/** Rings of sound that leave a flower. */
export const soundRings = `<svg viewBox="0 0 200 200" class="sound-rings" fill="none" stroke="#fffdf6" stroke-width="7"><circle cx="100" cy="100" r="58"/><circle cx="100" cy="100" r="76"/><circle cx="100" cy="100" r="94"/></svg>`;
