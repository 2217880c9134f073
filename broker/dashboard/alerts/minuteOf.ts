// Owns reading what a time field holds. Pure.

/** Minutes after midnight of "07:30"; 0 for an empty field. */
export function minuteOf(text: string): number {
  const [hours = "0", minutes = "0"] = text.split(":");
  return (Number(hours) || 0) * 60 + (Number(minutes) || 0);
}
