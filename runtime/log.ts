// Owns the log: JSON lines on standard error, level from KIDSMART_LOG.
import { destination, type Logger, levels, multistream, pino } from "pino";

export type Log = Logger;

/** `tail` is given every line from `info` up, however quiet standard error is: it is read when something went wrong. */
export function makeLog(
  part: "hub" | "agent" | "kiosk",
  environment: NodeJS.ProcessEnv,
  tail?: { write(line: string): void },
): Log {
  const wanted = environment["KIDSMART_LOG"] ?? "info";
  // Synchronous: the last lines before a crash are the ones that matter.
  const out = destination({ dest: 2, sync: true });
  const base = { part };
  const weight = levels.values[wanted];
  if (tail === undefined || weight === undefined || wanted === "silent")
    return pino({ name: part, level: wanted, base }, out);
  const info = levels.values["info"] ?? weight;
  return pino(
    { name: part, level: weight < info ? wanted : "info", base },
    multistream([
      { level: weight, stream: out },
      { level: info, stream: tail },
    ]),
  );
}
