// Owns the command line that opens the kiosk on this machine.
import { failure, ok, type Result } from "../../protocol/result.ts";
import { resolveElectron } from "../electron.ts";
import { root } from "../root.ts";

export { hasDisplay } from "../display.ts";

export type KioskCommand = {
  readonly command: string;
  readonly args: readonly string[];
  readonly version: string;
};

export async function resolveKiosk(environment: NodeJS.ProcessEnv): Promise<Result<KioskCommand>> {
  const electron = await resolveElectron({ environment });
  if (!electron.ok) return failure(electron.code, electron.detail);
  const { executable, version } = electron.value;
  return ok({ command: executable, args: [...sandboxFlags(), root], version });
}

/** Chromium's sandbox refuses to run as root. Only tests and containers do that; a school's kiosk never does. */
export function sandboxFlags(): string[] {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
