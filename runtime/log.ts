// Owns the log: JSON lines on standard error, level from KIDSMART_LOG.
import { destination, type Logger, pino } from "pino";

export type Log = Logger;

export function makeLog(part: "hub" | "agent" | "kiosk", environment: NodeJS.ProcessEnv): Log {
  return pino(
    { name: part, level: environment["KIDSMART_LOG"] ?? "info", base: { part } },
    // Synchronous: the last lines before a crash are the ones that matter.
    destination({ dest: 2, sync: true }),
  );
}
