// Owns how the clothes are drawn, in the doll's own measures (see doll.ts): worn and on a card they are the same drawing.
import type { GarmentName } from "./weather.ts";

type Drawing = {
  /** Drawn over the child. */
  readonly front: string;
  /** Drawn behind it: a hood, the far side of a canopy. */
  readonly back?: string;
  /** The part of the drawing that a card shows: x, y, width, height. */
  readonly box: readonly [number, number, number, number];
  /** Seen from the side on a card, where it is plainer so. */
  readonly card?: string;
};

const line = (path: string, colour: string, width: number) =>
  `<path d="${path}" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const longSleeves = (colour: string, cuff: string) =>
  line("M94 170L68 224M146 170l26 54", colour, 33) + line("M66 228l5-9M174 228l-5-9", cuff, 33);
const torso = (colour: string, shade: string, hem = 252) =>
  `<path fill="${colour}" d="M88 152c20 12 44 12 64 0 12 4 14 20 14 40l2 ${hem - 196}c0 6-4 8-10 8H82c-6 0-10-2-10-8l2-${hem - 196}c0-20 2-36 14-40z"/><path fill="${shade}" fill-opacity=".5" d="M148 154c12 4 18 18 18 38l2 ${hem - 196}c0 6-4 8-10 8h-14c8-30 10-70 4-106z"/>`;

export const garmentDrawings: Readonly<Record<GarmentName, Drawing>> = {
  nonla: {
    front: `${line("M74 84c-2 40 18 70 46 72 28-2 48-32 46-72", "#e0679b", 4)}<g transform="translate(0 -27)"><path fill="#e9c878" d="M120 6L30 88c28 20 152 20 180 0z"/><path fill="#f6e2a6" d="M120 6L48 80c14 6 36 10 60 11z"/><g stroke="#b98d3c" stroke-width="2.500" fill="none"><path d="M98 27q22 8 44 0M78 45q42 14 84 0M58 63q62 20 124 0M42 78q78 24 156 0"/><path d="M120 6L84 98M120 6l36 92M120 6v96" stroke-opacity=".5"/></g><path fill="#c79a4a" d="M30 88c28 20 152 20 180 0 2 6-6 10-14 13-36 12-116 12-152 0-8-3-16-7-14-13z"/></g>`,
    box: [22, -32, 196, 196],
  },
  beanie: {
    front: `<path fill="#3f7fc1" d="M62 92c-6-84 122-84 116 0z"/><g stroke="#7fb3e6" stroke-width="5" fill="none"><path d="M84 86c2-28 10-44 22-52M104 88c0-28 4-44 10-54M136 88c0-28-4-44-10-54M156 86c-2-28-10-44-22-52"/></g><path fill="#f4f7fb" d="M58 78c38-14 86-14 124 0 4 2 4 20 0 22-38-10-86-10-124 0-4-2-4-20 0-22z"/><g stroke="#cdd9ea" stroke-width="4"><path d="M74 76v19M90 72v20M106 70v20M122 69v20M138 71v20M154 73v20M168 76v19"/></g><circle cx="120" cy="22" r="19" fill="#f4f7fb"/><g fill="#cdd9ea"><circle cx="112" cy="18" r="4"/><circle cx="126" cy="26" r="4"/><circle cx="124" cy="13" r="3"/></g>`,
    box: [46, -6, 148, 116],
  },
  tee: {
    front: `${line("M95 168l-13 28M145 168l13 28", "#f0883a", 36)}${torso("#f59a45", "#d9711f", 246)}<path d="M102 152q18 14 36 0" stroke="#fff1dc" stroke-width="6" stroke-linecap="round"/><circle cx="118" cy="202" r="15" fill="#ffd447"/><g stroke="#ffd447" stroke-width="4" stroke-linecap="round"><path d="M118 178v-5M118 231v-5M94 202h-5M147 202h-5M101 185l-4-4M139 223l-4-4M101 219l-4 4M139 181l-4 4"/></g>`,
    box: [52, 142, 136, 116],
  },
  sweater: {
    front: `${longSleeves("#c8403c", "#f6e7cf")}${torso("#d94f4a", "#a82f2c", 256)}<path fill="#f6e7cf" d="M98 146h44l4 14c-16 8-36 8-52 0z"/><path d="M76 194l8 10 9-10 9 10 9-10 9 10 9-10 9 10 9-10 9 10 8-10" stroke="#f6e7cf" stroke-width="6" stroke-linejoin="round"/><path d="M76 214h90" stroke="#f2b84b" stroke-width="6" stroke-dasharray="7 7"/><path d="M75 248h92" stroke="#f6e7cf" stroke-width="12" stroke-dasharray="6 4"/>`,
    box: [46, 138, 148, 126],
  },
  raincoat: {
    back: `<path fill="#e0aa12" d="M58 108C50 28 190 28 182 108c-2 34-20 52-36 58H94c-16-6-34-24-36-58z"/>`,
    front: `${longSleeves("#f2bf1f", "#d99d0c")}${torso("#ffd23d", "#d99d0c", 306)}<path d="M120 160v140" stroke="#d99d0c" stroke-width="4"/><g fill="#fff6d6" stroke="#c98d08" stroke-width="2"><circle cx="128" cy="182" r="5.500"/><circle cx="128" cy="212" r="5.500"/><circle cx="128" cy="242" r="5.500"/><circle cx="128" cy="272" r="5.500"/></g><path d="M84 252h22v22H84zM138 252h22v22h-22z" fill="#f2bf1f" stroke="#c98d08" stroke-width="3" stroke-linejoin="round"/><path fill="none" stroke="#ffd23d" stroke-width="17" stroke-linecap="round" d="M72 138C40 40 200 40 168 138"/><path fill="none" stroke="#fff0a8" stroke-width="4" stroke-linecap="round" d="M70 104c2-38 24-56 50-56"/>`,
    box: [42, 40, 156, 276],
  },
  jacket: {
    front: `${longSleeves("#2f8f8a", "#1d6763")}${torso("#3aa8a1", "#1d6763", 264)}<path fill="#2f8f8a" d="M92 150l14-8 14 14 14-14 14 8-8 22-20-12-20 12z"/><path d="M120 160v100" stroke="#fdf3dc" stroke-width="5" stroke-dasharray="3 4"/><path d="M84 226l22 8M156 226l-22 8" stroke="#fdf3dc" stroke-width="5" stroke-linecap="round"/><path d="M74 184h92" stroke="#ffd447" stroke-width="9"/>`,
    box: [46, 136, 148, 134],
  },
  scarf: {
    front: `<path fill="#7a4fb0" d="M132 158l26 6 8 74c-10 4-22 4-32 0z"/><g stroke="#f2b84b" stroke-width="7"><path d="M136 186l25 3M137 210l27 3"/></g><path d="M138 240v10M146 241v10M154 241v10M162 240v10" stroke="#7a4fb0" stroke-width="5" stroke-linecap="round"/><path fill="#8f62c6" d="M82 146c24 10 52 10 76 0 8 6 10 18 4 24-26 14-58 14-84 0-6-6-4-18 4-24z"/><g stroke="#f2b84b" stroke-width="7"><path d="M98 152l-2 24M122 155v25M144 152l2 24"/></g>`,
    box: [66, 138, 110, 120],
  },
  sunglasses: {
    front: `<path d="M68 100h104" stroke="#2b2f45" stroke-width="6"/><path fill="#2b2f45" d="M80 94h34c6 0 6 4 5 9-2 14-8 20-20 20-14 0-19-8-21-20-1-5-1-9 2-9zM126 94h34c3 0 3 4 2 9-2 12-7 20-21 20-12 0-18-6-20-20-1-5-1-9 5-9z"/><path d="M88 102l10-2M134 102l10-2" stroke="#8fb5e6" stroke-width="5" stroke-linecap="round"/>`,
    box: [60, 76, 120, 62],
  },
  gloves: {
    front: `<g fill="#3f9b58"><circle cx="62" cy="240" r="17"/><path d="M70 226c10 0 14 8 8 14z"/><circle cx="178" cy="240" r="17"/><path d="M170 226c-10 0-14 8-8 14z"/></g><g fill="#f6e7cf"><path d="M56 218l22 8-4 10-22-8zM184 218l-22 8 4 10 22-8z"/></g><g fill="#8fd6a3"><circle cx="58" cy="244" r="5"/><circle cx="182" cy="244" r="5"/></g>`,
    box: [34, 206, 172, 62],
    card: `<g transform="translate(196 6) scale(-.92 .92)"><path fill="#3f9b58" d="M10 60c-4-44 62-60 74-14l4 34c12-16 30-4 20 10L88 116H26z"/><path fill="#2f7d45" d="M84 62l4 18c12-16 30-4 20 10L88 116H74c10-16 14-34 10-54z"/><path fill="#f6e7cf" d="M20 112h74c4 0 6 3 6 7v14c0 4-2 7-6 7H20c-4 0-6-3-6-7v-14c0-4 2-7 6-7z"/><g fill="#8fd6a3"><circle cx="44" cy="58" r="8"/><circle cx="64" cy="80" r="8"/><circle cx="38" cy="88" r="8"/></g></g><g transform="translate(4 16) scale(.92)"><path fill="#3f9b58" d="M10 60c-4-44 62-60 74-14l4 34c12-16 30-4 20 10L88 116H26z"/><path fill="#2f7d45" d="M84 62l4 18c12-16 30-4 20 10L88 116H74c10-16 14-34 10-54z"/><path fill="#f6e7cf" d="M20 112h74c4 0 6 3 6 7v14c0 4-2 7-6 7H20c-4 0-6-3-6-7v-14c0-4 2-7 6-7z"/><g fill="#8fd6a3"><circle cx="44" cy="58" r="8"/><circle cx="64" cy="80" r="8"/><circle cx="38" cy="88" r="8"/></g></g>`,
  },
  umbrella: {
    front: `<g transform="translate(20 8) scale(.84)"><path d="M181 262c0 14-20 14-20 2" stroke="#7c5433" stroke-width="7" stroke-linecap="round"/><path d="M181 262L160-40" stroke="#7c5433" stroke-width="7" stroke-linecap="round"/><path fill="#d8446a" d="M-6 44C2-92 300-112 326 22c-14-12-32-10-42 2-12-12-34-12-46 2-12-12-36-10-48 4-14-12-38-10-48 4-14-10-36-8-46 6-14-10-34-8-44 8-16-14-44-14-58-4z"/><path fill="#f07a98" d="M146-60C60-44 24 4 16 38c-8-4-16-2-22 6C-4-20 62-56 146-60z"/><path fill="#b82f55" d="M168-62c90 0 142 44 158 84-14-12-32-10-42 2-16-40-60-72-116-86z"/><path d="M152-62C120-30 98 4 96 36M156-62C164-30 190 0 190 28" stroke="#8f1f3f" stroke-opacity=".45" stroke-width="4"/><path d="M160-40l-3-34" stroke="#7c5433" stroke-width="7" stroke-linecap="round"/></g>`,
    box: [8, -62, 292, 304],
  },
  sandals: {
    front: `<g fill="#8a5a3b"><path d="M78 354c-4 10 2 16 20 16s24-6 20-16zM124 354c-4 10 2 16 20 16s24-6 20-16z"/></g><g stroke="#2f8fd0" stroke-width="9" stroke-linecap="round" fill="none"><path d="M84 354c8-10 22-10 28 0M130 354c8-10 22-10 28 0"/></g><g fill="#ffd447"><circle cx="98" cy="347" r="4"/><circle cx="144" cy="347" r="4"/></g>`,
    box: [66, 328, 110, 52],
    card: `<g transform="translate(10 6)"><path fill="#8a5a3b" d="M10 66C4 20 74 6 80 56c2 22-6 40-6 60 0 26-48 26-52 0-2-18-10-32-12-50z"/><path fill="#b98463" d="M18 64c-2-36 52-42 54-6 0 20-6 38-6 56 0 16-34 16-36 0-2-18-10-32-12-50z"/><path d="M14 70C26 44 40 42 44 36c8 8 24 12 30 36" stroke="#2f8fd0" stroke-width="13" stroke-linecap="round" fill="none"/><circle cx="44" cy="40" r="8" fill="#ffd447"/></g><g transform="translate(190 6) scale(-1 1)"><path fill="#8a5a3b" d="M10 66C4 20 74 6 80 56c2 22-6 40-6 60 0 26-48 26-52 0-2-18-10-32-12-50z"/><path fill="#b98463" d="M18 64c-2-36 52-42 54-6 0 20-6 38-6 56 0 16-34 16-36 0-2-18-10-32-12-50z"/><path d="M14 70C26 44 40 42 44 36c8 8 24 12 30 36" stroke="#2f8fd0" stroke-width="13" stroke-linecap="round" fill="none"/><circle cx="44" cy="40" r="8" fill="#ffd447"/></g>`,
  },
  boots: {
    front: `<g fill="#3a9b57"><path d="M87 300h32v46c0 4 2 8 2 14 0 8-4 10-10 10H84c-8 0-10-6-8-12 2-8 11-8 11-16zM123 300h32v42c0 8 11 8 11 16 2 6 0 12-8 12h-27c-6 0-10-2-10-10 0-6 2-10 2-14z"/></g><g fill="#2a7a42"><path d="M85 296h36v12H85zM121 296h36v12h-36zM76 362h45v8H82c-4 0-6-4-6-8zM121 362h45c0 4-2 8-6 8h-39z"/></g><g stroke="#8fd6a3" stroke-width="5" stroke-linecap="round"><path d="M94 316v24M130 316v24"/></g>`,
    box: [62, 286, 118, 92],
    card: `<g transform="translate(72 -2)"><path fill="#3a9b57" d="M20 14h52v76c2 12 34 12 40 34v14H20z"/><path fill="#2a7a42" d="M14 132h102v8c0 8-4 10-10 10H24c-8 0-10-6-10-18z"/><path fill="#2a7a42" d="M16 8h60v16H16z"/><path d="M34 34v50" stroke="#8fd6a3" stroke-width="8" stroke-linecap="round"/></g><g transform="translate(2 6)"><path fill="#3a9b57" d="M20 14h52v76c2 12 34 12 40 34v14H20z"/><path fill="#2a7a42" d="M14 132h102v8c0 8-4 10-10 10H24c-8 0-10-6-10-18z"/><path fill="#2a7a42" d="M16 8h60v16H16z"/><path d="M34 34v50" stroke="#8fd6a3" stroke-width="8" stroke-linecap="round"/></g>`,
  },
  shoes: {
    front: `<g fill="#fdfdfd"><path d="M90 318h26v24H90zM126 318h26v24h-26z"/></g><g stroke="#e0584f" stroke-width="5"><path d="M90 325h26M126 325h26"/></g><g fill="#3f6fb5"><path d="M88 338h30c2 8 3 14 3 22H76c0-12 12-10 12-22zM124 338h30c0 12 12 10 12 22h-45c0-8 1-14 3-22z"/></g><g fill="#f4f7fb"><path d="M74 358h48c0 8-2 12-8 12H82c-6 0-8-6-8-12zM120 358h48c0 6-2 12-8 12h-32c-6 0-8-4-8-12z"/></g><g stroke="#fff" stroke-width="4" stroke-linecap="round"><path d="M98 344h14M94 351h14M130 344h14M134 351h14"/></g>`,
    box: [64, 308, 114, 70],
    card: `<g transform="translate(72 -2)"><path fill="#fdfdfd" d="M18 34h44v40H18z"/><path d="M18 50h44" stroke="#e0584f" stroke-width="8"/><path fill="#3f6fb5" d="M14 68h50c6 20 46 18 54 44v14H14z"/><path fill="#f4f7fb" d="M10 120h112v8c0 8-4 10-10 10H20c-8 0-10-8-10-18z"/><path d="M50 80l16-8M60 90l16-8M72 98l14-8" stroke="#fff" stroke-width="6" stroke-linecap="round"/></g><g transform="translate(2 6)"><path fill="#fdfdfd" d="M18 34h44v40H18z"/><path d="M18 50h44" stroke="#e0584f" stroke-width="8"/><path fill="#3f6fb5" d="M14 68h50c6 20 46 18 54 44v14H14z"/><path fill="#f4f7fb" d="M10 120h112v8c0 8-4 10-10 10H20c-8 0-10-8-10-18z"/><path d="M50 80l16-8M60 90l16-8M72 98l14-8" stroke="#fff" stroke-width="6" stroke-linecap="round"/></g>`,
  },
};

/** The garment alone, for a card. */
export function garmentPicture(name: GarmentName): string {
  const { front, back = "", box, card } = garmentDrawings[name];
  return card === undefined
    ? `<svg viewBox="${box.join(" ")}" fill="none">${back}${front}</svg>`
    : `<svg viewBox="0 0 200 160" fill="none">${card}</svg>`;
}
