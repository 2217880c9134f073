// Owns how health samples lie in the database: consecutive ones of a batch as one row, a fifth of the rows to write.
import type { Health } from "../../protocol/records/health.ts";
import { longestHealthRunMs } from "../store/schema.ts";

export type Sample = {
  readonly seq: number;
  readonly at: number;
  readonly correctedAt: number;
  readonly body: Health;
};
export type HealthRun = { readonly fromAt: number; readonly firstSeq: number; readonly samples: string };

/** Splits where numbers jump or a run would get longer than readers look back. `samples` in stream order. */
export function makeHealthRuns(samples: readonly Sample[]): HealthRun[] {
  const runs: HealthRun[] = [];
  let begin = 0;
  let earliest = 0;
  let latest = 0;
  for (let index = 0; index < samples.length; index++) {
    const { seq, correctedAt } = samples[index] as Sample;
    const before = samples[index - 1];
    const low = Math.min(earliest, correctedAt);
    const high = Math.max(latest, correctedAt);
    if (before === undefined || seq !== before.seq + 1 || high - low >= longestHealthRunMs) {
      if (index > begin) runs.push(runOf(samples, begin, index, earliest));
      begin = index;
      earliest = correctedAt;
      latest = correctedAt;
    } else {
      earliest = low;
      latest = high;
    }
  }
  if (samples.length > begin) runs.push(runOf(samples, begin, samples.length, earliest));
  return runs;
}

function runOf(samples: readonly Sample[], begin: number, end: number, fromAt: number): HealthRun {
  const rows: unknown[] = [];
  for (let index = begin; index < end; index++) {
    const { at, correctedAt, body } = samples[index] as Sample;
    rows.push([
      correctedAt - fromAt,
      at - fromAt,
      body.cpuPercent,
      body.memoryPercent,
      body.diskFreeMiB,
      body.temperatureC,
      body.receivedKiB,
      body.sentKiB,
      body.kiosk,
    ]);
  }
  return { fromAt, firstSeq: (samples[begin] as Sample).seq, samples: JSON.stringify(rows) };
}
