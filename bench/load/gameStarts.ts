// Owns measuring how long a game takes from the tap on its card in the real kiosk until a child can touch it.
import { cpSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { prepareElectronKiosk } from "../../kiosk/testing/electronKiosk.ts";
import { startFakeAgent } from "../../kiosk/testing/fakeAgent.ts";
import { sampleConfig, samplePlan, slotAround, zoneAtNoon } from "../../kiosk/testing/sampleRoom.ts";
import type { GameManifest } from "../../protocol/game.ts";
import { linkPath } from "../../runtime/linkPath.ts";
import { root } from "../../tools/root.ts";
import { median } from "../benchmark.ts";

const runs = 5;

/** Median ms for each game, by its id; null where no Electron window can be had. Needs `dist`. */
export async function measureStarts(
  games: readonly GameManifest[],
): Promise<ReadonlyMap<string, number> | null> {
  const kiosk = await prepareElectronKiosk("the time from the tap to the game");
  if (kiosk === null) return null;
  try {
    for (const part of ["kiosk", "content"]) {
      cpSync(join(root, "dist", part), join(kiosk.folder, part === "kiosk" ? join("dist", part) : part), {
        recursive: true,
      });
    }
    const home = mkdtempSync(join(kiosk.folder, "home-"));
    const now = Date.now();
    const plan = samplePlan([slotAround(now, 5, 55)], {
      zone: zoneAtNoon(now),
      capMinutes: { "3-4": 60, "4-5": 60, "5-6": 60 },
      breakEveryMinutes: 60,
    });
    const offered = games.flatMap((game) => {
      const level = game.levels[0];
      const mode = level?.modes[0];
      return level && mode ? [{ gameId: game.id, level: level.id, mode }] : [];
    });
    const lessons = plan.lessons.map((lesson) => ({ ...lesson, games: offered }));
    const agent = await startFakeAgent(linkPath(home), [
      { doc: "plan", version: 1, body: { ...plan, lessons } },
      { doc: "config", version: 1, body: sampleConfig() },
    ]);
    kiosk.closing.push(() => agent.stop());
    const { page } = await kiosk.open(home, agent);
    const cards = page.locator("button[data-house]");
    const medians = new Map<string, number>();
    for (const [place, game] of games.entries()) {
      const tookMs: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await cards.nth(place).waitFor();
        // From the event that was the tap until the picture of the level gives way to the game.
        const measured = page.evaluate<number>(`new Promise((resolve) => {
          addEventListener("click", ({ timeStamp }) => {
            const watcher = new MutationObserver(() => {
              if (!document.querySelector("iframe") || document.querySelector("iframe + div")) return;
              watcher.disconnect();
              resolve(performance.now() - timeStamp);
            });
            watcher.observe(document, { subtree: true, childList: true });
          }, { capture: true, once: true });
        })`);
        await cards.nth(place).click();
        tookMs.push(await measured);
        await page.locator("iframe").locator("xpath=..").locator("button").first().click();
      }
      medians.set(game.id, median(tookMs));
    }
    return medians;
  } finally {
    await kiosk.remove();
  }
}
