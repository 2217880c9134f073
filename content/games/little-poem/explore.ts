// Owns khám phá: a book of poems to leaf through, with lines to hear and things to touch. Open-ended.
import { picture } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { clearMarks, markNext } from "../../sdk/marks.ts";
import type { Run } from "../../sdk/run.ts";
import { hop } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { ear, pageArrow } from "./drawings.ts";
import { chime, pageTurns, stringsBegin } from "./effects.ts";
import type { Level } from "./levels.ts";
import { type LineOf, spreadsOf, touchableOf } from "./logic.ts";
import { linePicture, placeSeen } from "./parts.ts";
import { pictureOf } from "./pictures.ts";
import { lineAt } from "./poems.ts";
import { lineKey, poemKey, sentence, thingKey } from "./prompts.ts";
import { things } from "./things.ts";

/** Runs until the host stops it. Every line heard and every thing touched for the first time is reported as a round. */
export async function runExplore(run: Run, level: Level & { mode: "explore" }): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const spreads = spreadsOf(level.poems);
  const book = element("div", "book");
  const back = pictureButton("book-key back", "Trang trước", {}, drawing(pageArrow(true)));
  const forth = pictureButton("book-key forth", "Trang sau", {}, drawing(pageArrow(false)));
  table.stage.play.append(book, back, forth);
  run.showScenery("veranda");
  run.setRepeat([sentence("explore-book")]);

  let at = 0;
  let toTouch: { key: string; root: HTMLElement }[] = [];
  const known = new Set<string>();
  const mark = () => {
    clearMarks(table.stage.play);
    markNext(toTouch.find(({ key }) => !known.has(key))?.root ?? forth);
  };
  const discover = (key: string) => {
    if (!known.has(key)) {
      known.add(key);
      discoveries.found();
      const isPoemDone = spreads.every(({ poem, lines }) =>
        poem === spreads[at]?.poem ? lines.every((line) => known.has(lineKey({ poem, line }))) : true,
      );
      if (isPoemDone && key.startsWith("line-")) {
        table.sounds.play(commonEffects.correct);
        void table.celebration.burst(0, 380, 24);
      }
    }
    mark();
  };
  const makePage = (line: LineOf, side: "left" | "right") => {
    const shown = linePicture(line, "nothing");
    shown.classList.add("page-picture");
    const told = lineAt(line.poem, line.line);
    const touchable = touchableOf(told);
    for (const each of told.seen.filter((one) => !touchable.includes(one))) {
      const beside = element("span", "line-thing", {}, picture(pictureOf(each.thing)));
      placeSeen(beside, each);
      shown.append(beside);
    }
    const seenThings = touchable.map((each, index) => {
      const key = thingKey(each.thing);
      const root = pictureButton("page-thing", things[each.thing].vi, {}, picture(pictureOf(each.thing)));
      placeSeen(root, each);
      root.addEventListener("click", () => {
        void hop(table, root);
        table.sounds.play(chime(index + (side === "left" ? 0 : 2)));
        void table.speech.sayNow([key]);
        discover(key);
      });
      shown.append(root);
      return { key, root };
    });
    const listen = pictureButton(`book-key listen-${side}`, told.vi, {}, drawing(ear));
    listen.addEventListener("click", () => {
      table.sounds.play(stringsBegin);
      for (const { root } of seenThings) void hop(table, root);
      shown.classList.add("is-read");
      void table.speech.sayNow([lineKey(line)], 1600).then(() => shown.classList.remove("is-read"));
      discover(lineKey(line));
    });
    return {
      page: element("div", `page page-${side}`, {}, shown),
      listen,
      touch: [{ key: lineKey(line), root: listen }, ...seenThings],
    };
  };
  const open = async (by: number) => {
    const spread = spreads[at];
    if (!spread) return;
    const { poem, lines } = spread;
    const pages = [makePage({ poem, line: lines[0] }, "left"), makePage({ poem, line: lines[1] }, "right")];
    toTouch = pages.flatMap(({ touch }) => touch);
    book.replaceChildren(...pages.map(({ page }) => page), ...pages.map(({ listen }) => listen));
    mark();
    if (by === 0) return;
    table.sounds.play(pageTurns);
    if (lines[0] === 0) void table.speech.sayNow([poemKey(poem)]);
    // The page swings over from the back of the book.
    const swinging = pages[by < 0 ? 0 : 1]?.page;
    if (swinging) await table.motion.move(swinging, [{ transform: "scaleX(0)" }, { transform: "none" }], 420);
  };
  const turn = (by: number) => {
    at = (at + by + spreads.length) % spreads.length;
    void open(by);
  };
  back.addEventListener("click", () => turn(-1));
  forth.addEventListener("click", () => turn(1));
  await open(0);
  discoveries.open();
  const first = spreads[0]?.poem;
  await table.speech.say([sentence("explore-book"), ...(first ? [poemKey(first)] : [])]);
}
