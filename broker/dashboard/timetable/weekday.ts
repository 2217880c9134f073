// Owns the step from a weekday number of the contract to the key of its name.

const keys = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type WeekdayKey = (typeof keys)[number];

/** ISO weekday; the contract allows 1 to 7 only. */
export const weekdayKey = (weekday: number): WeekdayKey => keys[weekday - 1] ?? "monday";
