// Owns the fleet page benchmark: two thousand devices that report, in a real browser on the hub's own dashboard.
import type { CDPSession, Page } from "@playwright/test";
import { signInTo } from "../broker/dashboard/testing/signIn.ts";
import { wholeChromiumPath } from "../content/robot/chromium.ts";
import { findBrowser } from "../e2e/room/realBrowser.ts";
import { ensureBuilt } from "../tools/build.ts";
import { type Benchmark, median } from "./benchmark.ts";
import { startFleetHub } from "./load/fleetHub.ts";
import { healed, startFleet } from "./load/fleetProcess.ts";

const size = 2000;
const openings = 5;
const sought = "tram 12";
const watchedMs = 30_000;
const partsFetchedMs = 8_000;
/** What a search step left to be drawn is drawn by then, ms. */
const settledMs = 400;

const views = {
  table: { address: "/devices?view=table", first: "tr[data-index]", openFigure: "tableFirstRowsMs" },
  rooms: { address: "/devices", first: ".light-tile", openFigure: "roomsFirstTilesMs" },
} as const;

export const fleetPageBenchmark: Benchmark = {
  name: "fleetPage",
  aims: {
    tableFirstRowsMs: { atMost: 1000 },
    roomsFirstTilesMs: { atMost: 1000 },
    tableSearchStepMs: { atMost: 100 },
    roomsSearchStepMs: { atMost: 100 },
  },
  async measure() {
    const browser = await findBrowser({ path: wholeChromiumPath });
    if (typeof browser === "string") return { figures: {}, note: `no browser here: ${browser}` };
    await ensureBuilt();
    const hub = await startFleetHub(size);
    const fleet = startFleet(hub);
    try {
      await healed(fleet, size);
      const context = await browser.newContext({
        viewport: { width: 1366, height: 768 },
        locale: "vi-VN",
        serviceWorkers: "block",
      });
      await signInTo(context, hub.httpUrl, hub.officer);
      const page = await context.newPage();
      const metrics = await context.newCDPSession(page);
      await metrics.send("Performance.enable");
      const figures: Record<string, number> = { devices: size };
      const opens = async (address: string, first: string) => {
        const opened: { wall: number; task: number }[] = [];
        // The first opening fills the browser's cache, as it was for everybody on the day before.
        for (let opening = 0; opening <= openings; opening++)
          opened.push(await openedIn(page, metrics, hub.httpUrl + address, first));
        const warm = opened.slice(1);
        return { wall: median(warm.map(({ wall }) => wall)), task: median(warm.map(({ task }) => task)) };
      };
      // A page without devices beside it: the rest is what two thousand of them cost.
      figures["staffFirstRowsMs"] = (await opens("/staff", "tbody tr")).wall;
      for (const [view, { address, first, openFigure }] of Object.entries(views)) {
        const { wall, task } = await opens(address, first);
        figures[openFigure] = wall;
        figures[`${view}OpenTaskMs`] = task;
        // The parts of other pages are fetched after some seconds of quiet.
        await page.waitForTimeout(partsFetchedMs);
        const steps = await searchSteps(page, metrics);
        figures[`${view}SearchStepMs`] = median(steps);
        figures[`${view}SearchStepMsMost`] = Math.max(...steps);
        const before = await taskMs(metrics);
        await page.waitForTimeout(watchedMs);
        figures[`${view}LivePercent`] = (100 * ((await taskMs(metrics)) - before)) / watchedMs;
      }
      return {
        figures,
        note: `Chromium ${browser.version()} without a graphics card, hub and devices on the same cores; opening from the address to the first row, median of ${openings}; a search step is the main thread's work for one letter, median and worst of ${sought.length}; live is the main thread's share while every device reports once a minute`,
      };
    } finally {
      await browser.close();
      fleet.kill("SIGKILL");
      await hub.stop();
    }
  },
};

/** Work of the page's main thread so far, ms. */
async function taskMs(metrics: CDPSession): Promise<number> {
  const all = await metrics.send("Performance.getMetrics");
  return (all.metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1000;
}

async function openedIn(page: Page, metrics: CDPSession, address: string, first: string) {
  await page.goto("about:blank");
  const before = await taskMs(metrics);
  const begun = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator(first).first().waitFor();
  const wall = performance.now() - begun;
  await page.waitForTimeout(settledMs);
  return { wall, task: (await taskMs(metrics)) - before };
}

async function searchSteps(page: Page, metrics: CDPSession): Promise<number[]> {
  const field = page.getByLabel("Tìm thiết bị");
  await field.focus();
  const steps: number[] = [];
  for (const letter of sought) {
    const before = await taskMs(metrics);
    await page.keyboard.type(letter);
    await page.waitForTimeout(settledMs);
    steps.push((await taskMs(metrics)) - before);
  }
  await field.fill("");
  return steps;
}
