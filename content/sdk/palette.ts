// Owns the colours that carry meaning: told apart with any colour vision, after Okabe and Ito.

/** Never the only difference between two choices: each colour comes with its own shape or picture. */
export const palette = {
  ink: "#1f2a44",
  paper: "#fffdf6",
  blue: "#0072b2",
  sky: "#56b4e9",
  orange: "#e69f00",
  green: "#009e73",
  yellow: "#f0e442",
  red: "#d55e00",
  pink: "#cc79a7",
} as const;

export type PaletteColour = keyof typeof palette;
