// Owns the tub of water: how a thing falls in, splashes, and floats or sinks; and how it comes out again.
import { drawing, element, units } from "../../sdk/element.ts";
import type { Table } from "../../sdk/table.ts";
import { effects } from "./effects.ts";

const width = 840;
const height = 340;
/** Of the tub's own picture: the water's surface, and the floor a thing comes to rest on. */
const surface = 86;
const floor = 318;

const water =
  "M34 86q50-14 100 0t100 0 100 0 100 0 100 0 100 0 100 0 72 0l-38 214c-4 18-14 24-28 24H120c-16 0-26-6-30-24z";
const back = `<svg viewBox="0 0 ${width} ${height}" fill="none"><defs><linearGradient id="tub-water" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#a9e2f4"/><stop offset=".5" stop-color="#5fbfe2"/><stop offset="1" stop-color="#2f8fc0"/></linearGradient></defs><ellipse cx="420" cy="326" rx="370" ry="14" fill="#24406b" fill-opacity=".28"/><path fill="#eef8fc" fill-opacity=".55" d="M14 40h812l-52 262c-4 20-16 30-34 30H100c-18 0-30-10-34-30z"/><path fill="url(#tub-water)" d="${water}"/><ellipse cx="420" cy="40" rx="406" ry="26" fill="#dff1f8"/><ellipse cx="420" cy="44" rx="388" ry="20" fill="#bfe3f0"/><g fill="#d9b779"><ellipse cx="180" cy="318" rx="30" ry="8"/><ellipse cx="640" cy="319" rx="40" ry="7"/></g></svg>`;
const front = `<svg viewBox="0 0 ${width} ${height}" fill="none"><path fill="#2f8fc0" fill-opacity=".26" d="${water}"/><g stroke="#fff" stroke-opacity=".75" stroke-width="5" stroke-linecap="round"><path class="glint" d="M120 92h70M210 92h16"/><path class="glint late" d="M520 94h90M630 94h20"/></g><path fill="#fff" fill-opacity=".34" d="M62 104l36 178c2 10 12 10 12 0L92 104c-2-10-32-10-30 0z"/><path fill="#fff" fill-opacity=".22" d="M752 112l-26 150c-2 8 8 8 10 0l36-150c2-8-18-8-20 0z"/><path stroke="#2f77ad" stroke-width="12" stroke-linecap="round" stroke-linejoin="round" d="M14 40l52 262c4 20 16 30 34 30h640c18 0 30-10 34-30l52-262"/><path stroke="#7fbce2" stroke-width="4" stroke-linecap="round" d="M18 52l50 246c3 14 12 24 28 26"/><path stroke="#2f77ad" stroke-width="14" d="M14 40c0 16 180 28 406 28s406-12 406-28"/><path stroke="#8ccbee" stroke-width="4" d="M18 44c20 14 190 22 402 22s382-8 402-22"/></svg>`;

export type Tub = {
  readonly root: HTMLElement;
  /** Lets it fall in at the column; resolves when it has come to rest. `thing` becomes a child of the tub. */
  drop(thing: HTMLElement, size: number, x: number, floats: boolean): Promise<void>;
  /** Lifts it out over the rim; resolves when it is in the air. The caller takes it away. */
  lift(thing: HTMLElement): Promise<void>;
  ripple(x: number): void;
};

/** x of the middle of column `index` of `amount`, in units from the tub's left edge. */
export const columnOf = (index: number, amount: number): number =>
  width / 2 + (index - (amount - 1) / 2) * Math.min(132, 690 / amount);

export function createTub(table: Table): Tub {
  const inside = element("div", "tub-inside");
  const root = element("div", "tub", {}, drawing(back), inside, drawing(front));
  const { motion, timeline, sounds } = table;

  const speck = async (
    className: string,
    x: number,
    y: number,
    keyframes: Keyframe[],
    durationMs: number,
  ) => {
    const made = element("span", className, { "aria-hidden": "true" });
    made.style.left = units(x);
    made.style.top = units(y);
    inside.append(made);
    await motion.move(made, keyframes, durationMs, "ease-out");
    made.remove();
  };
  const splash = (x: number, strong: boolean) => {
    sounds.play(effects.splash);
    if (motion.reduced) return;
    for (let index = -4; index <= 4; index += 1) {
      const up = (strong ? 110 : 80) - Math.abs(index) * 10;
      void speck(
        "drop",
        x + index * 6,
        surface - 6,
        [
          { transform: "none", opacity: 1 },
          { transform: `translate(${units(index * 16)},${units(-up)})`, opacity: 1, offset: 0.5 },
          { transform: `translate(${units(index * 24)},${units(20)})`, opacity: 0 },
        ],
        640,
      );
    }
    for (const delay of [1, 1.6])
      void speck(
        "ring",
        x,
        surface + 2,
        [
          { transform: "scale(.3,.12)", opacity: 0.9 },
          { transform: `scale(${2.2 * delay},${0.34 * delay})`, opacity: 0 },
        ],
        900 * delay,
      );
  };
  const bubbleUp = async (x: number) => {
    sounds.play(effects.bubbles);
    if (motion.reduced) return;
    for (let index = 0; index < 5; index += 1) {
      void speck(
        "bubble",
        x + (index % 2 ? 18 : -18) + index * 3,
        floor - 70,
        [
          { transform: "scale(.4)", opacity: 0.9 },
          { transform: `translate(${units(index % 2 ? 10 : -10)},${units(-160)}) scale(1)`, opacity: 0.2 },
        ],
        900 + index * 120,
      );
      await timeline.wait(110);
    }
  };

  return {
    root,
    ripple(x) {
      sounds.play(effects.ripple);
      if (!motion.reduced)
        void speck(
          "ring",
          x,
          surface + 2,
          [
            { transform: "scale(.3,.1)", opacity: 0.9 },
            { transform: "scale(2.4,.4)", opacity: 0 },
          ],
          1000,
        );
    },
    async drop(thing, size, x, floats) {
      const top = floats ? surface - size * 0.56 : floor - size;
      thing.style.left = units(x - size / 2);
      thing.style.top = units(top);
      thing.style.width = units(size);
      thing.style.height = units(size);
      thing.classList.remove("afloat");
      inside.append(thing);
      const atSurface = surface - size * 0.7 - top;
      await motion.move(
        thing,
        [
          { transform: `translateY(${units(-top - 130)}) rotate(-8deg)` },
          { transform: `translateY(${units(atSurface)}) rotate(4deg)` },
        ],
        420,
        "cubic-bezier(.5,0,.9,.6)",
      );
      splash(x, !floats);
      if (floats) {
        await motion.move(
          thing,
          [
            { transform: `translateY(${units(atSurface)}) rotate(4deg)` },
            { transform: `translateY(${units(70)}) rotate(8deg)`, offset: 0.25 },
            { transform: `translateY(${units(-22)}) rotate(-7deg)`, offset: 0.55 },
            { transform: `translateY(${units(12)}) rotate(4deg)`, offset: 0.78 },
            { transform: "none" },
          ],
          1300,
          "ease-in-out",
        );
        thing.classList.add("afloat");
        sounds.play(effects.float);
        return;
      }
      void bubbleUp(x);
      await motion.move(
        thing,
        [
          { transform: `translateY(${units(atSurface)}) rotate(4deg)` },
          { transform: `translate(${units(12)},${units(atSurface * 0.55)}) rotate(14deg)`, offset: 0.4 },
          { transform: `translate(${units(-9)},${units(atSurface * 0.2)}) rotate(-10deg)`, offset: 0.75 },
          { transform: "none" },
        ],
        1250,
        "ease-in",
      );
      sounds.play(effects.knock);
    },
    async lift(thing) {
      thing.classList.remove("afloat");
      sounds.play(effects.ripple);
      await motion.move(
        thing,
        [
          { transform: "none", opacity: 1 },
          { transform: `translateY(${units(-260)})`, opacity: 0.4 },
        ],
        480,
      );
    },
  };
}
