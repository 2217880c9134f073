// Owns what the game draws itself: the great drum, the bird and its melodies, tone marks, and the word machine.
import { type Tone, tones } from "./syllables.ts";

/** A festival drum with a friendly face; `drum-face` bounces when it is struck. */
export const drum = `<svg viewBox="0 0 300 290" class="drum-drawing"><ellipse cx="150" cy="276" rx="120" ry="12" fill="#3b2a18" fill-opacity=".28"/><g stroke="#7a4a26" stroke-width="15" stroke-linecap="round"><path d="M66 200L40 270M234 200l26 70M96 232l-6 40M204 232l6 40"/></g>
<path fill="#a9261d" d="M30 78c-10 52-6 100 14 148 60 32 152 32 212 0 20-48 24-96 14-148z"/><path fill="#cf3b2c" d="M44 86c-8 48-4 92 12 136 24 12 52 18 78 20-20-50-24-100-20-150z"/><path fill="none" stroke="#f2c14e" stroke-width="7" d="M38 196c70 36 154 36 224 0"/><g fill="#f2c14e"><circle cx="52" cy="120" r="6"/><circle cx="86" cy="134" r="6"/><circle cx="126" cy="142" r="6"/><circle cx="174" cy="142" r="6"/><circle cx="214" cy="134" r="6"/><circle cx="248" cy="120" r="6"/></g>
<g class="drum-face"><ellipse cx="150" cy="72" rx="128" ry="62" fill="#e0b070"/><ellipse cx="150" cy="68" rx="120" ry="56" fill="#fbe8c2"/><ellipse cx="150" cy="66" rx="92" ry="42" fill="#fff4da"/><g fill="#4a2b17"><ellipse cx="112" cy="58" rx="8" ry="10"/><ellipse cx="188" cy="58" rx="8" ry="10"/></g><g fill="#fff"><circle cx="115" cy="54" r="3"/><circle cx="191" cy="54" r="3"/></g><path fill="none" stroke="#4a2b17" stroke-width="6" stroke-linecap="round" d="M128 78q22 18 44 0"/><ellipse cx="88" cy="76" rx="14" ry="8" fill="#f4a48d" fill-opacity=".8"/><ellipse cx="212" cy="76" rx="14" ry="8" fill="#f4a48d" fill-opacity=".8"/></g></svg>`;

/** A bead that a beat lights. */
export const bead = `<svg viewBox="0 0 60 60"><circle class="bead-socket" cx="30" cy="30" r="24" fill="#fffdf6" fill-opacity=".55" stroke="#8a5a3b" stroke-width="4" stroke-dasharray="7 7"/><g class="bead-light"><circle cx="30" cy="30" r="25" fill="#e69f00"/><circle cx="30" cy="30" r="18" fill="#ffd447"/><circle cx="23" cy="22" r="6" fill="#fff6cf"/></g></svg>`;

/** A small singing bird; the wing and beak move by classes of game.css. */
export const bird = `<svg viewBox="0 0 120 110" class="bird-drawing"><path fill="#2f7fc1" d="M14 62L-2 40l24 6z"/><path fill="#4f9fe0" d="M16 58c2-30 28-48 56-44 24 4 36 22 34 42-2 28-26 42-50 40-22-2-40-16-40-38z"/><path fill="#ffe1a8" d="M52 94c-10-22 6-44 32-44 12 0 20 6 22 10-2 22-24 40-54 34z"/><path class="bird-wing" fill="#2f7fc1" d="M26 52c10-14 34-16 44-2-4 20-24 28-38 22-8-4-10-14-6-20z"/><circle cx="84" cy="38" r="9" fill="#fff"/><circle cx="86" cy="38" r="5" fill="#2a1c12"/><path class="bird-beak" fill="#f59a23" d="M102 44l20 6-20 10c-4-6-4-10 0-16z"/><ellipse cx="90" cy="58" rx="8" ry="5" fill="#f7a8a0" fill-opacity=".8"/><path fill="#2f7fc1" d="M62 14c0-8 8-12 14-12-4 6-2 10 2 14z"/><g stroke="#c77a24" stroke-width="5" stroke-linecap="round"><path d="M54 94v12M68 94v12"/></g></svg>`;

/** Points of a tone's melody in a box of `width` × `height`; a break where the voice stops for a moment. */
export function melodyPoints(
  tone: Tone,
  width: number,
  height: number,
): readonly (readonly [number, number])[] {
  const { melody } = tones[tone];
  const length = tone === "nang" ? 0.55 : 1;
  return melody.map((step, index) => [
    width * (0.06 + 0.88 * length * (index / (melody.length - 1))),
    height * (0.92 - (step / 4) * 0.84),
  ]);
}

/** A smooth line through the melody; ngã has its break, nặng ends in a heavy drop. */
export function melodyPath(tone: Tone, width: number, height: number): string {
  const points = melodyPoints(tone, width, height);
  const [first, ...rest] = points;
  if (!first) return "";
  let previous = first;
  const curves = rest.map(([x, y]) => {
    const middle = (previous[0] + x) / 2;
    const curve = `C${middle} ${previous[1]} ${middle} ${y} ${x} ${y}`;
    previous = [x, y];
    return curve;
  });
  return `M${first[0]} ${first[1]}${curves.join("")}`;
}

const toneColours: Readonly<Record<Tone, string>> = {
  ngang: "#0072b2",
  huyen: "#009e73",
  sac: "#d55e00",
  hoi: "#cc79a7",
  nga: "#e69f00",
  nang: "#56708f",
};

/** A tone's melody as a picture: five faint lines and the way the voice goes. */
export function melody(tone: Tone, width = 160, height = 120): string {
  const line = melodyPath(tone, width, height);
  const end = melodyPoints(tone, width, height).at(-1) ?? [0, 0];
  const broken =
    tone === "nga" ? `<circle cx="${width * 0.5}" cy="${height * 0.67}" r="9" fill="#fffdf6"/>` : "";
  const drop =
    tone === "nang" ? `<circle cx="${end[0]}" cy="${end[1] - 2}" r="12" fill="${toneColours[tone]}"/>` : "";
  const guides = [0.08, 0.29, 0.5, 0.71, 0.92]
    .map((part) => `<path d="M6 ${height * part}H${width - 6}"/>`)
    .join("");
  return `<svg viewBox="0 0 ${width} ${height}" class="melody-drawing" fill="none"><g stroke="#b9c9d6" stroke-opacity=".7" stroke-width="2.500">${guides}</g><path d="${line}" stroke="${toneColours[tone]}" stroke-width="11" stroke-linecap="round"/>${broken}${drop}</svg>`;
}

/** The machine that joins letters: funnel, lamps, a window for the syllable, and a chute. */
export const machine = `<svg viewBox="0 0 560 300" class="machine-drawing"><ellipse cx="280" cy="288" rx="250" ry="12" fill="#3b2a18" fill-opacity=".3"/><path fill="#5b7f97" d="M92 252h40v34H92zM428 252h40v34h-40z"/><path fill="#3f8fc9" d="M40 78c0-18 14-32 32-32h416c18 0 32 14 32 32v150c0 18-14 32-32 32H72c-18 0-32-14-32-32z"/><path fill="#62aee2" d="M56 80c0-10 8-18 18-18h412c10 0 18 8 18 18v20H56z"/><path fill="#2f74a8" d="M40 208h480v20c0 18-14 32-32 32H72c-18 0-32-14-32-32z"/><g class="machine-lamps"><circle cx="90" cy="236" r="11" fill="#ffd447"/><circle cx="130" cy="236" r="11" fill="#ff8f5a"/><circle cx="430" cy="236" r="11" fill="#7fd88a"/><circle cx="470" cy="236" r="11" fill="#ffd447"/></g><path fill="#d9975a" d="M222 46h116l-22-38H244z"/><path fill="#eab277" d="M232 42h30l-6-30h-10z"/><path fill="#b87842" d="M214 40h132v14H214z"/><path fill="none" stroke="#5b7f97" stroke-width="16" stroke-linecap="round" d="M504 120c34 0 34-30 34-60"/><path fill="#e8603c" d="M520 62l-10-44 28 10 22-10-6 44z"/></svg>`;
