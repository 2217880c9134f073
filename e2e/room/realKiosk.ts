// Owns a real Electron kiosk for tests, under the machine's display or an Xvfb of its own.
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { type Display, hasDisplay, startVirtualDisplay } from "../../tools/display.ts";
import { type KioskCommand, resolveKiosk } from "../../tools/room/kioskCommand.ts";
import type { TestRoom } from "./testRoom.ts";

export type RealKiosk = { readonly app: ElectronApplication; readonly page: Page; kill(): Promise<void> };

export type KioskMaker = {
  readonly version: string;
  open(room: TestRoom): Promise<RealKiosk>;
  close(): Promise<void>;
};

/** Says why not where no Electron or no display can be had, so that the tests are skipped loudly. */
export async function findElectron(): Promise<KioskMaker | string> {
  let display: Display | undefined;
  if (!hasDisplay(process.env)) {
    display = await startVirtualDisplay();
    if (display === undefined) return "no display and no Xvfb";
  }
  const resolved = await resolveKiosk(process.env);
  if (!resolved.ok) {
    await display?.stop();
    return resolved.detail;
  }
  const { version } = resolved.value;
  const open = new Set<ElectronApplication>();
  return {
    version,
    async open(room) {
      const kiosk = await launch(resolved.value, {
        ...room.environment,
        KIDSMART_KIOSK: "window",
        ...(display === undefined ? {} : { DISPLAY: display.name }),
      });
      open.add(kiosk.app);
      kiosk.app.once("close", () => open.delete(kiosk.app));
      return kiosk;
    },
    async close() {
      for (const app of open) await app.close();
      await display?.stop();
    },
  };
}

async function launch({ command, args }: KioskCommand, environment: NodeJS.ProcessEnv): Promise<RealKiosk> {
  const env = Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({ executablePath: command, args: [...args], env });
  const page = await app.firstWindow();
  return {
    app,
    page,
    async kill() {
      const closed = app.waitForEvent("close");
      app.process().kill("SIGKILL");
      await closed;
    },
  };
}
