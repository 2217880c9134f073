// Owns the rules of screen time as they are typed: the same the hub has, told before somebody saves. Pure.
import type { AgeBand } from "../../../../protocol/game.ts";
import type { ScreenTime } from "../../../api/school.ts";

type Minutes = Readonly<Record<AgeBand, number | null>>;
/** Null while a field is empty. */
export type ScreenTimeDraft = {
  readonly capMinutes: Minutes;
  readonly dayCapMinutes: Minutes;
  readonly breakEveryMinutes: number | null;
};

export const ageBands = ["3-4", "4-5", "5-6"] as const;
export const limits = { least: 5, session: 60, day: 120, underFivesDay: 60 } as const;

export type MinutesError = {
  readonly code: "minutesNeeded" | "lessThanSession" | "overAnHour";
  readonly most: number;
};
/** "capMinutes.3-4" → what is wrong there. */
export type ScreenTimeErrors = Readonly<Record<string, MinutesError>>;

const isWithin = (minutes: number | null, most: number): minutes is number =>
  minutes !== null && Number.isInteger(minutes) && minutes >= limits.least && minutes <= most;

export function errorsOfScreenTime(draft: ScreenTimeDraft): ScreenTimeErrors {
  const errors: Record<string, MinutesError> = {};
  for (const band of ageBands) {
    const [cap, day] = [draft.capMinutes[band], draft.dayCapMinutes[band]];
    const dayField = `dayCapMinutes.${band}`;
    if (!isWithin(cap, limits.session))
      errors[`capMinutes.${band}`] = { code: "minutesNeeded", most: limits.session };
    if (band !== "5-6" && day !== null && day > limits.underFivesDay)
      errors[dayField] = { code: "overAnHour", most: limits.underFivesDay };
    else if (!isWithin(day, limits.day)) errors[dayField] = { code: "minutesNeeded", most: limits.day };
    else if (cap !== null && day < cap) errors[dayField] = { code: "lessThanSession", most: cap };
  }
  if (!isWithin(draft.breakEveryMinutes, limits.session))
    errors["breakEveryMinutes"] = { code: "minutesNeeded", most: limits.session };
  return errors;
}

/** Null while a field is empty. */
export function screenTimeOf(draft: ScreenTimeDraft): ScreenTime | null {
  const read = (minutes: Minutes) => {
    const [young, middle, old] = ageBands.map((band) => minutes[band]);
    return young == null || middle == null || old == null
      ? null
      : { "3-4": young, "4-5": middle, "5-6": old };
  };
  const [capMinutes, dayCapMinutes] = [read(draft.capMinutes), read(draft.dayCapMinutes)];
  const { breakEveryMinutes } = draft;
  if (capMinutes === null || dayCapMinutes === null || breakEveryMinutes === null) return null;
  return { capMinutes, dayCapMinutes, breakEveryMinutes };
}
