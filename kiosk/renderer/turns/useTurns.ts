// Owns what a screen knows of the turns at this station: the animals, and whose turn it is.
import { turnOf } from "../../lesson/turns.ts";
import { useStationState } from "../station/StationContext.tsx";
import { type TurnAnimal, turnEmblems } from "./turnEmblems.ts";

export type Turns = {
  readonly emblems: readonly TurnAnimal[];
  /** Place in `emblems`. */
  readonly current: number;
  /** Names this very turn. */
  readonly key: string;
};

/** Null when one child plays alone, or nobody counted. */
export function useTurns(): Turns | null {
  const session = useStationState((state) => state.lesson.session);
  const deviceId = useStationState((state) => state.status?.config?.deviceId ?? "");
  if (session === null || session.seats === null) return null;
  const current = turnOf(session);
  if (current === null) return null;
  return {
    emblems: turnEmblems(session.sessionId, deviceId, session.seats),
    current,
    key: `${session.sessionId} ${session.turn}`,
  };
}
