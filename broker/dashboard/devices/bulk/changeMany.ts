// Owns sending changes of many devices in small parts: progress is seen, a person may stop, and a hub that goes away in the middle costs only the rest.
import type { FleetChange, FleetChangeResult } from "../../../api/fleet.ts";

/** notReached: the hub did not answer; notBegun: stopped before. */
export type Outcome = FleetChangeResult["outcome"] | "notReached" | "notBegun";
export type Result = {
  readonly change: FleetChange;
  readonly outcome: Outcome;
  readonly before: FleetChange["values"];
};

export type ChangeManyParts = {
  readonly changes: readonly FleetChange[];
  readonly send: (part: FleetChange[]) => Promise<readonly FleetChangeResult[]>;
  readonly onDone: (done: number) => void;
  readonly stopped: () => boolean;
};

const partSize = 20;

/** Never throws: what was not reached says so. In the order of the changes. */
export async function changeMany({ changes, send, onDone, stopped }: ChangeManyParts): Promise<Result[]> {
  const results: Result[] = [];
  let away = false;
  for (let begin = 0; begin < changes.length; begin += partSize) {
    const part = changes.slice(begin, begin + partSize);
    if (away || stopped()) {
      const outcome = away ? "notReached" : "notBegun";
      results.push(...part.map((change) => ({ change, outcome, before: {} }) as const));
      continue;
    }
    try {
      const answers = await send([...part]);
      results.push(
        ...part.map((change, index): Result => {
          const answer = answers[index];
          return answer === undefined
            ? { change, outcome: "notReached", before: {} }
            : { change, outcome: answer.outcome, before: answer.before };
        }),
      );
    } catch {
      // Whatever the reason, these devices are as they were; the page says so for each of them.
      away = true;
      results.push(...part.map((change) => ({ change, outcome: "notReached", before: {} }) as const));
    }
    onDone(Math.min(begin + partSize, changes.length));
  }
  return results;
}

/** What takes back those that were changed, and nothing that somebody did since. */
export const takingBack = (results: readonly Result[]): FleetChange[] =>
  results.flatMap(({ change, outcome, before }) =>
    outcome === "changed" ? [{ deviceId: change.deviceId, values: before, expected: change.values }] : [],
  );
