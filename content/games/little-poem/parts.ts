// Owns what the game puts on the stage: pictures of lines, cards, the reading owl and the lanterns.
import { picture, pictureCard } from "../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import type { Table } from "../../sdk/table.ts";
import { grounds, lantern, lanternColours, owl } from "./drawings.ts";
import { stringsBegin } from "./effects.ts";
import type { LineOf } from "./logic.ts";
import { pictureOf } from "./pictures.ts";
import { lineAt, poems, type Seen } from "./poems.ts";
import { lineKey } from "./prompts.ts";
import { type Thing, things } from "./things.ts";

/** The picture of a line is drawn in 320 × 240; its things stand in percent of it. */
export function placeSeen(root: HTMLElement, { x, y, size }: Seen): void {
  root.style.left = `${((x - size / 2) / 320) * 100}%`;
  root.style.top = `${((y - size * 0.94) / 240) * 100}%`;
  root.style.width = `${(size / 320) * 100}%`;
  root.style.height = `${(size / 240) * 100}%`;
}

/** The picture of a line: its ground, and on it all that is seen, the hero alone, or nothing. */
export function linePicture({ poem, line }: LineOf, shows: "all" | "hero" | "nothing" = "all"): HTMLElement {
  const root = element("span", "line-picture", {});
  root.append(
    drawing(
      `<svg viewBox="0 0 320 240" class="line-ground" preserveAspectRatio="xMidYMid slice">${grounds[poems[poem].background]}</svg>`,
    ),
  );
  if (shows === "nothing") return root;
  const { seen: all, hero } = lineAt(poem, line);
  for (const seen of all) {
    if (shows === "hero" && seen.thing !== hero) continue;
    const thing = element("span", "line-thing", {}, picture(pictureOf(seen.thing)));
    placeSeen(thing, seen);
    root.append(thing);
  }
  return root;
}

/** The picture of a line as something to touch or carry. */
export const lineCard = (line: LineOf, size: "choice" | "hung", shows: "all" | "hero" = "all") =>
  pictureButton(`line-card line-card-${size}`, lineAt(line.poem, line.line).vi, {}, linePicture(line, shows));

export const thingCard = (thing: Thing) =>
  pictureCard({ label: things[thing].vi, pictures: [pictureOf(thing)], size: "large" });

export const lanternButton = (place: number) => {
  const [colour, dark] = lanternColours[place % lanternColours.length] ?? ["#f2665a", "#c23b30"];
  return pictureButton("lantern", `Đèn ${place + 1}`, {}, drawing(lantern(colour, dark)));
};

export type Reader = {
  readonly root: HTMLButtonElement;
  /** Reads lines aloud; `onLine` is told of each as it begins. */
  read(lines: readonly LineOf[], onLine?: (index: number) => void): Promise<void>;
  /** Says anything else, with moving beak. */
  tell(say: () => Promise<unknown>): Promise<void>;
};

/** A line is shown at least so long where there is no voice, ms. */
const lineMs = 1700;

/** The owl; touching it while a child may answer lets it say `again` once more. */
export function createReader(table: Table, again: () => Promise<unknown>): Reader {
  const root = pictureButton("reader", "Nghe lại", {}, drawing(owl));
  let busy = 0;
  const tell = async (say: () => Promise<unknown>) => {
    busy += 1;
    root.classList.add("reading");
    await say();
    busy -= 1;
    if (busy === 0) root.classList.remove("reading");
  };
  root.addEventListener("click", () => {
    if (document.body.dataset["phase"] !== "asking") return;
    void hop(table, root);
    void tell(again);
  });
  return {
    root,
    tell,
    read: (lines, onLine) =>
      tell(async () => {
        table.sounds.play(stringsBegin);
        for (const [index, line] of lines.entries()) {
          onLine?.(index);
          await table.speech.say([lineKey(line)], lineMs);
        }
      }),
  };
}
