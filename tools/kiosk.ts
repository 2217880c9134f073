// Owns `npm run kiosk`: the kiosk alone, built when stale, started again when it asks for it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { ensureBuilt } from "./build.ts";
import { resolveKiosk } from "./room/kioskCommand.ts";
import { root } from "./root.ts";

/** The kiosk's own exit code for "start me again" (kiosk/main/main.ts). */
const startAgainCode = 75;

await ensureBuilt();
const kiosk = await resolveKiosk(process.env);
if (!kiosk.ok) {
  process.stderr.write(
    `Kidsmart: no Electron on this machine (${kiosk.detail}). Nothing was changed. Connect to the internet once, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.\n`,
  );
  process.exit(1);
}
const { command, args } = kiosk.value;
for (;;) {
  const child = spawn(command, [...args, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, KIDSMART_SUPERVISED: "1" },
    stdio: "inherit",
  });
  const stop = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  process.off("SIGINT", stop).off("SIGTERM", stop);
  if (code !== startAgainCode) process.exit(code ?? (signal === "SIGINT" ? 130 : 143));
}
