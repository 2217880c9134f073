// Owns which stations a file for a stick would make: numbers in order, an animal each that nobody in the room has yet. Pure.

export type PlannedStation = {
  readonly deviceName: string;
  readonly stationNumber: number;
  readonly emblem: string;
};

type Taken = {
  readonly roomId: string | null;
  readonly stationNumber: number | null;
  readonly emblem: string;
};

export function planStations(plan: {
  readonly first: number;
  readonly count: number;
  readonly roomId: string | null;
  readonly taken: readonly Taken[];
  readonly emblems: readonly string[];
  readonly nameOf: (number: number) => string;
}): { readonly stations: readonly PlannedStation[]; readonly clashes: readonly number[] } {
  const { first, count, roomId, taken, emblems, nameOf } = plan;
  const inRoom = taken.filter((device) => device.roomId === roomId);
  const numbers = new Set(inRoom.map(({ stationNumber }) => stationNumber));
  const used = new Set(inRoom.map(({ emblem }) => emblem));
  const free = emblems.filter((name) => !used.has(name));
  // More stations than animals: they begin anew, and numbers tell them apart.
  const order = free.length > 0 ? free : emblems;
  const stations = Array.from({ length: count }, (_, at) => ({
    deviceName: nameOf(first + at),
    stationNumber: first + at,
    emblem: order[at % order.length] ?? "rabbit",
  }));
  return {
    stations,
    clashes: stations.map(({ stationNumber }) => stationNumber).filter((number) => numbers.has(number)),
  };
}

/** The number after the highest one of the room. */
export const nextNumber = (taken: readonly Taken[], roomId: string | null): number =>
  Math.min(
    99,
    1 +
      Math.max(
        0,
        ...taken.filter((device) => device.roomId === roomId).map(({ stationNumber }) => stationNumber ?? 0),
      ),
  );
