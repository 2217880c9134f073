// Owns how the time of day looks: the part of the day for an hour, and the colours of each.

export type DayPart = "morning" | "day" | "evening" | "night";

/** `hour` is local, 0–24. */
export function dayPartOf(hour: number): DayPart {
  if (hour >= 5 && hour < 8) return "morning";
  if (hour >= 8 && hour < 16.5) return "day";
  if (hour >= 16.5 && hour < 18.5) return "evening";
  return "night";
}

type Sky = {
  /** From the zenith to the horizon. */
  readonly colours: readonly [string, string, string];
  readonly glow: string;
  readonly light: { readonly x: number; readonly y: number; readonly colour: string; readonly moon: boolean };
  readonly cloud: string;
  readonly stars: boolean;
  /** From far to near, the last two shade the nearest. */
  readonly hills: readonly [string, string, string, string];
  readonly trees: readonly [string, string];
  readonly flower: string;
};

export const skies: Record<DayPart, Sky> = {
  morning: {
    colours: ["#a9d8ef", "#fbe2c8", "#fff1d9"],
    glow: "#ffe3a3",
    light: { x: 300, y: 420, colour: "#ffd36b", moon: false },
    cloud: "rgba(255,255,255,0.85)",
    stars: false,
    hills: ["#b9d9a6", "#9ccb86", "#86bd6c", "#6fae59"],
    trees: ["#79b266", "#98c880"],
    flower: "#ffb7a8",
  },
  day: {
    colours: ["#8fd0f2", "#c4e7f6", "#fdf6e0"],
    glow: "#fff2b8",
    light: { x: 1290, y: 165, colour: "#ffd558", moon: false },
    cloud: "rgba(255,255,255,0.92)",
    stars: false,
    hills: ["#bfe0a8", "#a2d187", "#8bc46b", "#70b152"],
    trees: ["#6faf5a", "#93c978"],
    flower: "#ff9fb0",
  },
  evening: {
    colours: ["#8fb3dc", "#f6c9a8", "#ffe2b0"],
    glow: "#ffc48a",
    light: { x: 1260, y: 480, colour: "#ff9f5a", moon: false },
    cloud: "rgba(255,235,220,0.85)",
    stars: false,
    hills: ["#b7b98c", "#97ab74", "#7f9c62", "#6a8a52"],
    trees: ["#6d925a", "#8aab70"],
    flower: "#ffc3a0",
  },
  night: {
    colours: ["#27406e", "#45639a", "#8aa0c8"],
    glow: "#d9e4ff",
    light: { x: 1270, y: 190, colour: "#fdf3cf", moon: true },
    cloud: "rgba(200,215,245,0.35)",
    stars: true,
    hills: ["#5f7d86", "#4d6f70", "#41625f", "#35544f"],
    trees: ["#3f6158", "#4f7568"],
    flower: "#c7b6e6",
  },
};
