// Owns the kiosk benchmark: from spawn to a menu a child can touch, against a bare Electron window in the same run.
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { _electron } from "@playwright/test";
import { openTestRoom } from "../e2e/room/testRoom.ts";
import { ensureBuilt } from "../tools/build.ts";
import { hasDisplay, startVirtualDisplay } from "../tools/display.ts";
import { resolveKiosk, sandboxFlags } from "../tools/room/kioskCommand.ts";
import { type Benchmark, median } from "./benchmark.ts";

const runs = 7;

export const kioskBenchmark: Benchmark = {
  name: "kiosk",
  aims: { ratio: { atMost: 1.5 } },
  async measure() {
    await ensureBuilt();
    const display = hasDisplay(process.env) ? undefined : await startVirtualDisplay();
    const environment = { ...process.env, ...(display === undefined ? {} : { DISPLAY: display.name }) };
    const kiosk = await resolveKiosk(environment);
    if (!hasDisplay(environment) || !kiosk.ok)
      return {
        figures: {},
        note: `no Electron window here: ${kiosk.ok ? "no display and no Xvfb" : kiosk.detail}`,
      };
    const room = await openTestRoom(environment);
    try {
      await room.startHub();
      await room.startAgent();
      const spawned = async (args: readonly string[], interactive: string) => {
        const begun = performance.now();
        const app = await _electron.launch({
          executablePath: kiosk.value.command,
          args: [...args],
          env: cleaned(room.environment),
        });
        const page = await app.firstWindow();
        await page.locator(interactive).first().waitFor({ state: "visible" });
        const ms = performance.now() - begun;
        await app.close();
        return ms;
      };
      const ours = () => spawned(kiosk.value.args, "button[data-house]");
      const bare = () =>
        spawned([...sandboxFlags(), join(import.meta.dirname, "load", "bareWindow")], "button");
      // The first start fetches the documents; every later one has them, as in a school.
      await ours();
      await bare();
      const kioskMs: number[] = [];
      const bareMs: number[] = [];
      const ratios: number[] = [];
      for (let run = 0; run < runs; run++) {
        const a = await ours();
        const b = await bare();
        kioskMs.push(a);
        bareMs.push(b);
        ratios.push(a / b);
      }
      return {
        figures: { kioskMs: median(kioskMs), bareMs: median(bareMs), ratio: median(ratios) },
        note: `Electron ${kiosk.value.version}`,
      };
    } finally {
      await room.close();
      await display?.stop();
    }
  },
};

/** Playwright wants an environment without undefined values. */
function cleaned(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
