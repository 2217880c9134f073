// Owns one check of a station: asks the probes, adds what the kiosk itself knows, and judges. Loaded when the first check is due.
import type { PlannedLesson } from "../../protocol/documents/plan.ts";
import type { ReadinessCheck } from "../../protocol/records/readiness.ts";
import type { StationStatus } from "../link/stationLink.ts";
import { judgeReadiness } from "./judgeReadiness.ts";

/** What only the machine can say. A probe that fails has found its part broken or unknown, never an exception. */
export type StationProbes = {
  readonly hasSound: () => Promise<boolean | null>;
  readonly hasPointer: () => boolean;
  readonly display: () => { readonly width: number; readonly height: number };
  readonly freeDiskBytes: () => Promise<number | null>;
  readonly neededDiskBytes: number;
};

/** `lesson`: the one that comes; null when somebody asked at another time. */
export async function checkStation(
  probes: StationProbes,
  status: StationStatus,
  lesson: PlannedLesson | null,
): Promise<ReadinessCheck[]> {
  const { plan, planRefused, clock } = status;
  return judgeReadiness({
    sound: await probes.hasSound().catch(() => null),
    pointer: probes.hasPointer(),
    display: probes.display(),
    disk: { free: await probes.freeDiskBytes().catch(() => null), needed: probes.neededDiskBytes },
    plan: planRefused === true ? "refused" : plan === null ? "missing" : "held",
    lackingGames: lackingGames(status, lesson),
    clockTrusted: clock.judged && clock.trusted,
  });
}

/** Of the coming lesson, or of all planned lessons. */
function lackingGames({ plan, catalogue, damagedGames }: StationStatus, lesson: PlannedLesson | null) {
  if (catalogue === null) return null;
  const wanted = (lesson === null ? (plan?.lessons ?? []) : [lesson]).flatMap(({ games }) => games);
  const ids = [...new Set(wanted.map(({ gameId }) => gameId))];
  return ids.flatMap((id) => {
    const game = catalogue.games.find((entry) => entry.id === id);
    return game === undefined ? [id as string] : damagedGames.includes(id) ? [game.title.vi] : [];
  });
}
