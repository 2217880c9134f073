// Owns the log: JSON lines on standard error, level from KIDSMART_LOG.
import { destination, type Logger, pino } from "pino";

export type Log = Logger;

/** `tail` is given every line, too. */
export function makeLog(
  part: "hub" | "agent" | "kiosk",
  environment: NodeJS.ProcessEnv,
  tail?: { write(line: string): void },
): Log {
  // Synchronous: the last lines before a crash are the ones that matter.
  const out = destination({ dest: 2, sync: true });
  return pino(
    { name: part, level: environment["KIDSMART_LOG"] ?? "info", base: { part } },
    tail === undefined
      ? out
      : {
          write(line: string) {
            out.write(line);
            tail.write(line);
          },
        },
  );
}
