// Owns what the room page derives from the room: who plays, who follows the newest order, which game comes next. Pure.
import { leadOf } from "../../../protocol/lesson/leadOf.ts";
import type { LessonLead, StationLead } from "../../../protocol/lesson/lessonLead.ts";
import { mostAtOneStation } from "../../../protocol/lesson/shareSeats.ts";
import type { BoardRoom, BoardSlot, Station } from "../../api/rooms.ts";

export type Playing = Pick<Station, "deviceId" | "kind" | "reachability" | "kiosk" | "readiness">;

/** The room's machines that children play at. */
export const stationsOf = ({ stations }: Pick<BoardRoom, "stations">): readonly Station[] =>
  stations.filter(({ kind }) => kind !== "office");

export const isOn = ({ reachability }: Pick<Station, "reachability">): boolean => reachability === "online";

/** The slot while its lesson runs. */
export function runningSlot({ current }: Pick<BoardRoom, "current">, now: number): BoardSlot | null {
  return current !== null && current.endedAt === null && current.startAt <= now && now < current.endAt
    ? current
    : null;
}

/** The lead of the lesson that runs; null while it only follows the timetable. */
export const leadOfRunning = (lead: LessonLead | null, running: BoardSlot | null): LessonLead | null =>
  lead !== null && lead.sessionId === running?.sessionId ? lead : null;

const untouched: StationLead = { paused: false, place: null, ended: false };

/** What a station should do; of the whole room without one. */
export function orderedFor(lead: LessonLead | null, station?: Station["deviceId"]): StationLead {
  if (lead === null) return untouched;
  return station === undefined ? lead.all : leadOf(lead, station);
}

/** Whether a station that is on has yet to follow the newest order. */
export function waitsFor(
  lead: LessonLead | null,
  station: Pick<Station, "deviceId" | "reachability" | "kiosk">,
): boolean {
  if (lead === null || !isOn(station)) return false;
  const { kiosk } = station;
  // A station that has ended is in no session any more.
  return kiosk === null || kiosk.sessionId !== lead.sessionId
    ? !leadOf(lead, station.deviceId).ended && kiosk?.state !== "goodbye"
    : kiosk.leadRevision < lead.revision;
}

/** The place after the one that plays, round again at the end; null without games. */
export function nextPlace(place: number | null, games: number): number | null {
  if (games === 0) return null;
  return place === null ? 0 : (place + 1) % games;
}

/** The game of the list that a station shows; the same game may stand in the list with several levels. */
export function shownGame<Game extends { readonly gameId: string }>(
  { reachability, kiosk }: Pick<Station, "reachability" | "kiosk">,
  games: readonly Game[],
): Game | undefined {
  if (reachability !== "online" || kiosk?.state !== "game") return undefined;
  const atPlace = kiosk.place === null ? undefined : games[kiosk.place];
  return atPlace?.gameId === kiosk.gameId ? atPlace : games.find(({ gameId }) => gameId === kiosk.gameId);
}

export type Shares = { readonly least: number; readonly most: number } | "tooMany" | null;

/** Children at one station when they are shared out evenly; null when nobody counted. */
export function sharesOf(headcount: number | null, stations: number): Shares {
  if (headcount === null || headcount === 0 || stations === 0) return null;
  const used = Math.min(stations, headcount);
  if (headcount > used * mostAtOneStation) return "tooMany";
  return { least: Math.floor(headcount / used), most: Math.ceil(headcount / used) };
}

export type Count = { readonly headcount: number | null; readonly stationsInUse: number | null };

/** What a start counts unless the teacher says otherwise: nobody, where the class on the register has no room at the stations. */
export function proposedCount(children: number | null, stationsOn: number): Count {
  const stationsInUse = stationsOn === 0 ? null : stationsOn;
  const fits = sharesOf(children, stationsOn) !== "tooMany";
  return { headcount: fits ? children : null, stationsInUse };
}

export type Readiness = {
  readonly ready: number;
  /** On, but not yet checked. */
  readonly unchecked: number;
  readonly problems: readonly { readonly station: Station; readonly sentence: string }[];
};

export function readinessOf(stations: readonly Station[]): Readiness {
  const on = stations.filter(isOn);
  const checked = on.filter(({ readiness }) => readiness !== null);
  return {
    ready: checked.filter(({ readiness }) => readiness?.problems.length === 0).length,
    unchecked: on.length - checked.length,
    // Of those that are off too: "switch it on" is what is to be done.
    problems: stations.flatMap((station) =>
      (station.readiness?.problems ?? []).map((sentence) => ({ station, sentence })),
    ),
  };
}

const soonMs = 10 * 60_000;

/** From ten minutes before a lesson until it runs. */
export const showsReadiness = (startAt: number | null, now: number): boolean =>
  startAt !== null && now < startAt && startAt - now <= soonMs;
