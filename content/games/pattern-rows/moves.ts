// Owns the child who does morning exercise, drawn in four postures.

export type Move = "up" | "wide" | "squat" | "leg";

const skin = "#f6c79a";
const limb = (path: string, colour: string, width: number) =>
  `<path d="${path}" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const postures: Readonly<
  Record<Move, { body: number; arms: string; legs: string; feet: readonly [number, number][] }>
> = {
  up: {
    body: 0,
    arms: "M40 50L26 24M60 50L74 24",
    legs: "M45 72l-4 20M55 72l4 20",
    feet: [
      [38, 94],
      [62, 94],
    ],
  },
  wide: {
    body: 0,
    arms: "M40 50L12 48M60 50L88 48",
    legs: "M45 72l-8 20M55 72l8 20",
    feet: [
      [34, 94],
      [66, 94],
    ],
  },
  squat: {
    body: 16,
    arms: "M40 66l-20 4M60 66l20 4",
    legs: "M44 86L30 84l2 10M56 86l14-2-2 10",
    feet: [
      [30, 95],
      [70, 95],
    ],
  },
  leg: {
    body: 0,
    arms: "M40 52L30 66l10 4M60 52l10 14-10 4",
    legs: "M45 72v20M55 72l16-2 2 12",
    feet: [
      [43, 94],
      [76, 84],
    ],
  },
};

/** A child in a red shirt; the posture is in arms and legs, so that its outline alone tells it. */
export function drawMove(move: Move): string {
  const { body, arms, legs, feet } = postures[move];
  return `<svg viewBox="0 0 100 100" fill="none"><ellipse cx="50" cy="96" rx="34" ry="4" fill="#1f2a44" fill-opacity=".18"/>${limb(legs, "#1f6fa8", 11)}${feet.map(([x, y]) => `<ellipse cx="${x}" cy="${y}" rx="7" ry="4.500" fill="#fffdf6" stroke="#8a5a3b" stroke-width="1.500"/>`).join("")}${limb(arms, skin, 9)}<g transform="translate(0 ${body})"><path fill="#d55e00" d="M36 48c4-5 24-5 28 0l-3 27H39z"/><path fill="#f0e442" d="M50 54l2 5h5l-4 3 1.500 5L50 64l-4.500 3 1.500-5-4-3h5z"/><circle cx="50" cy="28" r="17" fill="${skin}"/><path fill="#2b2018" d="M32 28c-2-16 8-22 18-22s20 6 18 22c-4-4-6-8-7-12-8 4-18 4-24 2-1 4-3 8-5 10z"/><circle cx="44" cy="29" r="2.200" fill="#2b2018"/><circle cx="56" cy="29" r="2.200" fill="#2b2018"/><path d="M44 36c3 4 9 4 12 0" stroke="#a8452f" stroke-width="2.400" stroke-linecap="round"/><circle cx="39" cy="34" r="3" fill="#f29c86" fill-opacity=".7"/><circle cx="61" cy="34" r="3" fill="#f29c86" fill-opacity=".7"/></g></svg>`;
}
