// Runs the benchmarks: `npm run bench [-- NAME …] [--json]`, games one by one with `--game ID`. With --json, one JSON line each on standard output.
import { parseArgs } from "node:util";
import { agentBenchmark } from "./agent.ts";
import { type Benchmark, type Outcome, runBenchmark } from "./benchmark.ts";
import { detectBenchmark } from "./detect.ts";
import { diskUseBenchmark } from "./diskUse.ts";
import { fleetBenchmark } from "./fleetLoad.ts";
import { fleetPageBenchmark } from "./fleetPage.ts";
import { gamesBenchmark } from "./games.ts";
import { ingestBenchmark } from "./ingest.ts";
import { kioskBenchmark } from "./kiosk.ts";
import { roomBenchmark } from "./room.ts";
import { rotationBenchmark } from "./rotation.ts";
import { startBenchmark } from "./start.ts";
import { weekGridBenchmark } from "./weekGrid.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean", default: false }, game: { type: "string" } },
});
const benchmarks: readonly Benchmark[] = [
  ingestBenchmark,
  agentBenchmark,
  kioskBenchmark,
  roomBenchmark,
  rotationBenchmark,
  startBenchmark,
  detectBenchmark,
  weekGridBenchmark,
  fleetBenchmark,
  fleetPageBenchmark,
  diskUseBenchmark,
  gamesBenchmark(values.game),
];
const unknown = positionals.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(
    `no benchmark called ${unknown.join(", ")}; there are: ${benchmarks.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

for (const benchmark of benchmarks) {
  if (positionals.length > 0 && !positionals.includes(benchmark.name)) continue;
  const outcome = await runBenchmark(benchmark);
  console.log(values.json ? JSON.stringify(outcome) : table(outcome));
}

function table({ bench, figures, aims, note }: Outcome): string {
  const rows = Object.entries(figures).map(([name, figure]) => {
    const aim = aims[name];
    const bound = aim === undefined ? "" : "atLeast" in aim ? `aim ≥ ${aim.atLeast}` : `aim ≤ ${aim.atMost}`;
    return `  ${name.padEnd(34)} ${String(figure).padStart(12)}  ${bound}${aim === undefined ? "" : aim.met ? "  met" : "  MISSED"}`;
  });
  return [bench, ...rows, ...(note === undefined ? [] : [`  ${note}`])].join("\n");
}
