// Owns what a benchmark is: figures measured in this run, held against aims. A missed aim is printed as missed.

export type Aim = { readonly atLeast: number } | { readonly atMost: number };

export type Benchmark = {
  readonly name: string;
  readonly aims: Readonly<Record<string, Aim>>;
  /**
   * Measures. A figure that could not be had on this machine is absent, and `note` says why. `aims` are those that are
   * known only now, besides the benchmark's own.
   */
  measure(): Promise<{
    figures: Readonly<Record<string, number>>;
    aims?: Readonly<Record<string, Aim>>;
    note?: string;
  }>;
};

export type Outcome = {
  readonly bench: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly aims: Readonly<Record<string, Aim & { readonly met: boolean }>>;
  readonly note?: string;
};

export async function runBenchmark(benchmark: Benchmark): Promise<Outcome> {
  const { figures, note, aims: foundAims = {} } = await benchmark.measure();
  const aims = Object.fromEntries(
    Object.entries({ ...benchmark.aims, ...foundAims }).map(([name, aim]) => {
      const figure = figures[name];
      const met = figure !== undefined && ("atLeast" in aim ? figure >= aim.atLeast : figure <= aim.atMost);
      return [name, { ...aim, met }];
    }),
  );
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, round(figure)]));
  return { bench: benchmark.name, figures: rounded, aims, ...(note === undefined ? {} : { note }) };
}

const round = (figure: number) =>
  Math.abs(figure) >= 1000 ? Math.round(figure) : Number(figure.toPrecision(4));

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) throw new Error("no median of nothing");
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
