// Owns the band: its instruments, who plays them, and how they are called. Pure data.
/** Named as the sounds of instruments.ts; `tone` is the step of the scale at which it sounds best alone. */
export const band = {
  drum: { vi: "cái trống", en: "drum", player: "buffalo", tone: 1 },
  woodblock: { vi: "cái mõ", en: "wooden block", player: "frog", tone: 3 },
  gong: { vi: "cồng chiêng", en: "gongs", player: "elephant", tone: 2 },
  flute: { vi: "sáo trúc", en: "bamboo flute", player: "bird", tone: 5 },
  zither: { vi: "đàn tranh", en: "zither", player: "cat", tone: 4 },
  monochord: { vi: "đàn bầu", en: "monochord", player: "rabbit", tone: 3 },
  trung: { vi: "đàn t'rưng", en: "bamboo xylophone", player: "duck", tone: 4 },
} as const satisfies Record<string, { vi: string; en: string; player: string; tone: number }>;

export type Member = keyof typeof band;
export type Player = (typeof band)[Member]["player"];
export const members = Object.keys(band) as Member[]; // keys of a constant: exactly the members

/** Who stands for the two ends of what is heard: lower, softer or slower first. */
export const contrasts = {
  loud: ["mouse", "elephant"],
  tempo: ["turtle", "rabbit"],
  pitch: ["buffalo", "bird"],
} as const;
export type Contrast = keyof typeof contrasts;
