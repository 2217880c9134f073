// Owns how children are shared out over the stations in use: as evenly as can be, one to three at each. Pure.
import type { DeviceId } from "../ids.ts";
import type { LessonLead } from "./lessonLead.ts";

export const mostAtOneStation = 3;

export type SharingStation = { readonly deviceId: DeviceId; readonly online: boolean };
export type Shared = Pick<LessonLead, "seats" | "otherSeats">;

const unsaid: Shared = { seats: {}, otherSeats: null };

/** `stations`: of the room, by number; null when they are not known here. Undefined: more children than places. */
export function shareSeats(
  headcount: number | null,
  stationsInUse: number | null,
  stations: readonly SharingStation[] | null,
): Shared | undefined {
  if (headcount === null || headcount === 0) return unsaid;
  if (stations === null) {
    if (stationsInUse === null) return unsaid;
    const each = Math.ceil(headcount / stationsInUse);
    return each > mostAtOneStation ? undefined : { seats: {}, otherSeats: each };
  }
  const used = stationsUsed(headcount, stationsInUse, stations);
  // A room with classroom screens only: nobody takes turns at a station.
  if (used.length === 0) return unsaid;
  if (headcount > used.length * mostAtOneStation) return undefined;
  const least = Math.floor(headcount / used.length);
  const withOneMore = headcount % used.length;
  return {
    seats: Object.fromEntries(
      used.map(({ deviceId }, index) => [deviceId, index < withOneMore ? least + 1 : least]),
    ),
    otherSeats: null,
  };
}

/** Those that are on, by number; when people say that more are used, those that are about to be switched on. */
export function stationsUsed(
  headcount: number,
  stationsInUse: number | null,
  stations: readonly SharingStation[],
): readonly SharingStation[] {
  const on = stations.filter(({ online }) => online);
  const off = stations.filter(({ online }) => !online);
  const wanted = stationsInUse ?? on.length;
  return [...on, ...off].slice(0, Math.min(wanted, headcount));
}
