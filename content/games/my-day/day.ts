// Owns the day of Na: what she does, in order, at what hour, and in which part of the day. Pure.

export const partNames = ["morning", "noon", "afternoon", "evening"] as const;
export type Part = (typeof partNames)[number];

/** `vi` stands behind an hour ("bảy giờ sáng"). */
export const parts: Readonly<Record<Part, { readonly vi: string; readonly en: string }>> = {
  morning: { vi: "sáng", en: "in the morning" },
  noon: { vi: "trưa", en: "at noon" },
  afternoon: { vi: "chiều", en: "in the afternoon" },
  evening: { vi: "tối", en: "in the evening" },
};

type Activity = {
  /** As said behind "bạn Na": "bạn Na ăn sáng". */
  readonly vi: string;
  readonly en: string;
  /** Minutes since midnight; whole and half hours only. */
  readonly at: number;
  readonly part: Part;
};

/** In the order of the day. */
export const activities = {
  wake: { vi: "ngủ dậy", en: "wakes up", at: 360, part: "morning" },
  wash: { vi: "đánh răng", en: "brushes her teeth", at: 390, part: "morning" },
  breakfast: { vi: "ăn sáng", en: "has breakfast", at: 420, part: "morning" },
  school: { vi: "đi học", en: "goes to school", at: 450, part: "morning" },
  play: { vi: "chơi cùng các bạn", en: "plays with friends", at: 540, part: "morning" },
  lunch: { vi: "ăn trưa", en: "has lunch", at: 660, part: "noon" },
  nap: { vi: "ngủ trưa", en: "takes a nap", at: 720, part: "noon" },
  snack: { vi: "ăn quà chiều", en: "has a snack", at: 870, part: "afternoon" },
  home: { vi: "về nhà với mẹ", en: "goes home with mother", at: 990, part: "afternoon" },
  bath: { vi: "đi tắm", en: "takes a bath", at: 1050, part: "afternoon" },
  dinner: { vi: "ăn tối cùng cả nhà", en: "has dinner with the family", at: 1110, part: "evening" },
  story: { vi: "nghe kể chuyện", en: "listens to a story", at: 1200, part: "evening" },
  sleep: { vi: "đi ngủ", en: "goes to sleep", at: 1260, part: "evening" },
} as const satisfies Record<string, Activity>;

export type ActivityName = keyof typeof activities;
export const dayOrder = Object.keys(activities) as ActivityName[]; // the keys of the table above, in its order

export const placeInDay = (name: ActivityName): number => dayOrder.indexOf(name);
export const isAtNight = (name: ActivityName): boolean => activities[name].part === "evening";

/** What Na does at a time of the day: what she began last; through the night she sleeps. */
export function activityAt(minutes: number): ActivityName {
  const begun = dayOrder.filter((name) => activities[name].at <= minutes);
  return begun.at(-1) ?? "sleep";
}

export function partAt(minutes: number): Part {
  if (minutes < 300 || minutes >= 1080) return "evening";
  return minutes < 630 ? "morning" : minutes < 810 ? "noon" : "afternoon";
}

/** Minutes on a clock's face, 0 to 719. */
export const onDial = (minutes: number): number => ((minutes % 720) + 720) % 720;
