// Owns the kiosk's log: JSON lines on standard error, like the other parts'. Its own few lines instead of a logger, since every
// module more is time before the first picture.
type Level = "debug" | "info" | "warn" | "error" | "fatal";
const weight: Record<string, number> = {
  trace: 10,
  debug: 20,
  info: 30,
  warn: 40,
  error: 50,
  fatal: 60,
  silent: 99,
};

export type KioskLog = Record<Level, (fields: Readonly<Record<string, unknown>>, message: string) => void>;

/** `tail` is given every line from `info` up, however quiet standard error is. */
export function makeKioskLog(environment: NodeJS.ProcessEnv, tail?: { write(line: string): void }): KioskLog {
  const least = weight[environment["KIDSMART_LOG"] ?? "info"] ?? 30;
  const at = (level: Level) => (fields: Readonly<Record<string, unknown>>, message: string) => {
    const number = weight[level] ?? 30;
    const kept = tail !== undefined && number >= 30;
    if (number < least && !kept) return;
    const line = `${JSON.stringify({ level: number, time: Date.now(), part: "kiosk", ...fields, msg: message })}\n`;
    if (number >= least) process.stderr.write(line);
    if (kept) tail.write(line);
  };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error"), fatal: at("fatal") };
}
