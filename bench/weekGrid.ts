// Owns the week grid benchmark: a slot is dragged over a full week of thirty classes, in a real browser on the hub's own dashboard.
import type { Page } from "@playwright/test";
import { wholeChromiumPath } from "../content/robot/chromium.ts";
import { findBrowser } from "../e2e/room/realBrowser.ts";
import { openTestRoom } from "../e2e/room/testRoom.ts";
import { mondayOf } from "../protocol/timetable/schoolYear.ts";
import { addDays } from "../protocol/timetable/zone.ts";
import { ensureBuilt } from "../tools/build.ts";
import { signInOf } from "../tools/room/sampleSchool.ts";
import { type Benchmark, percentile } from "./benchmark.ts";
import { makeFullWeek } from "./load/fullWeek.ts";

const dragMs = 6_000;
/** A frame that took half a frame too long was one that somebody did not see. */
const frameMs = 1000 / 60;

export const weekGridBenchmark: Benchmark = {
  name: "weekGrid",
  // A sixtieth of a second is 16.67 ms; the browser's clock rounds to tenths.
  aims: { dragFrameMsP95: { atMost: 16.8 }, droppedPercent: { atMost: 1 } },
  async measure() {
    const browser = await findBrowser({ path: wholeChromiumPath });
    if (typeof browser === "string") return { figures: {}, note: `no browser here: ${browser}` };
    await ensureBuilt();
    const room = await openTestRoom();
    try {
      await room.startHub();
      const page = await browser.newPage({ viewport: { width: 1366, height: 900 }, locale: "vi-VN" });
      // Next week: what has begun can no longer be dragged.
      const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 7);
      const week = makeFullWeek(monday);
      // The sample school is smaller: the week alone is another one, everything else is the hub's.
      await page.route("**/api/timetable/week*", (route) => route.fulfill({ json: week }));
      const { username, password } = signInOf(room.signIns(), "vicePrincipalEducation");
      await page.goto(room.url);
      await page.locator("input[type=password]").fill(password);
      await page.locator("input").first().fill(username);
      await page.keyboard.press("Enter");
      await page.getByRole("navigation").first().waitFor();
      await page.goto(`${room.url}/timetable/all?date=${monday}`);
      await page
        .locator("[data-slot]")
        .nth(week.slots.length - 1)
        .waitFor();

      const still = await framesWhile(page, () => page.waitForTimeout(dragMs / 2));
      const dragged = await framesWhile(page, () => dragOverGrid(page));
      return {
        figures: {
          slots: week.slots.length,
          stillFrameMsP95: percentile(still, 95),
          dragFrameMsP50: percentile(dragged, 50),
          dragFrameMsP95: percentile(dragged, 95),
          dragFrameMsP99: percentile(dragged, 99),
          droppedPercent: 100 * droppedShare(dragged),
          stillDroppedPercent: 100 * droppedShare(still),
          frames: dragged.length,
        },
        note: `${browser.browserType().name()} ${browser.version()}, without a graphics card`,
      };
    } finally {
      await browser.close();
      await room.close();
    }
  },
};

/** Line after line over every cell, and back, as a mouse reports it: a move for each frame and more. */
async function dragOverGrid(page: Page): Promise<void> {
  const box = await page.locator(".week-table tbody").boundingBox();
  const slot = await page.locator("[data-slot]").nth(30).boundingBox();
  if (box === null || slot === null) throw new Error("the week has no grid to drag over");
  await page.mouse.move(slot.x + slot.width / 2, slot.y + slot.height / 2);
  await page.mouse.down();
  const bottom = Math.min(box.y + box.height, 830);
  const until = Date.now() + dragMs;
  for (let y = box.y + 20, turn = 0; Date.now() < until; turn++) {
    await page.mouse.move(turn % 2 === 0 ? box.x + box.width - 20 : box.x + 120, y, { steps: 40 });
    y = y + 24 > bottom ? box.y + 20 : y + 24;
    await page.mouse.move(turn % 2 === 0 ? box.x + box.width - 20 : box.x + 120, y, { steps: 3 });
  }
  // A drag that never began would cost nothing.
  await page.locator("[data-carrying] [data-target]").waitFor();
  await page.keyboard.press("Escape");
  await page.mouse.up();
}

/** Lengths of the frames, ms, while something happens. The code in the page is text: this file knows no browser. */
async function framesWhile(page: Page, happen: () => Promise<void>): Promise<number[]> {
  await page.evaluate(`(() => {
    const at = (window.frameTimes = []);
    const tick = (time) => { at.push(time); if (window.frameTimes === at) requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  })()`);
  await happen();
  const times = await page.evaluate<number[]>("window.frameTimes.splice(0)");
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

const droppedShare = (frames: readonly number[]) => {
  const dropped = frames.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / frameMs) - 1), 0);
  return dropped / (frames.length + dropped);
};
