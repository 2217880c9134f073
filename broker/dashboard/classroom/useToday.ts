// Owns the school's today, and how the pages about classroom screens write a day.
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useAccount } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";

export function useToday(): { readonly date: string; readonly minute: number } {
  const { school } = useAccount();
  const { date, minute } = localTimeOf(useHubNow(30_000), school.zone);
  return { date, minute };
}

/** "24/11". */
export const shortDate = (date: string): string => `${Number(date.slice(8, 10))}/${Number(date.slice(5, 7))}`;
