// Owns the twelve months to touch: each says its name, and the landscape turns to its season. Open-ended.
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { standAt } from "../../sdk/standAt.ts";
import { monthPicture } from "./calendar.ts";
import { seasonEffects, soundOf } from "./effects.ts";
import { monthKey, nameKey, seasonKey, sentence } from "./prompts.ts";
import { months } from "./year.ts";

const columns = 6;
const step = 164;

/** Runs until the host stops it. Every month touched for the first time is reported as a round; after the twelfth they begin anew. */
export async function runYear(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const welcome = [sentence("explore-months")];
  run.showScenery("winter");
  run.setRepeat(welcome);
  let met = new Set<number>();
  let season: string = "winter";
  const sheets = months.map((month, index) => {
    const root = pictureButton("month-sheet", month.vi, {}, monthPicture(index));
    standAt(
      root,
      { x: ((index % columns) - (columns - 1) / 2) * step, y: 366 + Math.floor(index / columns) * 222 },
      146,
      202,
    );
    return { month, index, root };
  });
  const mark = () => {
    for (const { root } of sheets) clearMarks(root);
    const next = sheets.find(({ index }) => !met.has(index));
    if (next) markNext(next.root);
  };
  for (const { month, index, root } of sheets) {
    root.addEventListener("click", () => {
      void hop(table, root);
      const isNew = season !== month.season;
      season = month.season;
      run.showScenery(month.season);
      table.sounds.play(isNew ? seasonEffects[month.season] : soundOf(month.thing, index));
      void table.speech.sayNow([monthKey(index), seasonKey(month.season), nameKey(month.thing)]);
      if (!met.has(index)) {
        met.add(index);
        root.classList.add("met");
        discoveries.found();
        void table.celebration.burst(0, 250, 8);
      }
      if (met.size === months.length) {
        met = new Set();
        for (const sheet of sheets) sheet.root.classList.remove("met");
        table.sounds.play(commonEffects.celebrate);
        void table.celebration.burst(0, 430, 28);
      }
      mark();
    });
  }
  table.stage.play.append(...sheets.map(({ root }) => root));
  mark();
  discoveries.open();
  void table.speech.say(welcome);
  await popIn(
    table,
    sheets.map(({ root }) => root),
    40,
  );
}
