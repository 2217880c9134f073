// Owns what solids do: roll or slide down the slope, stand on each other or fall.
import { picture } from "../../../sdk/cards.ts";
import { element, units } from "../../../sdk/element.ts";
import type { Table } from "../../../sdk/table.ts";
import { lyingCylinder, solidPictures } from "../drawSolids.ts";
import { falling, rolling, sliding, wood } from "../effects.ts";
import { slope, towerAt } from "../room.ts";
import { type Solid, solids } from "../shapes.ts";

export const solidSize = 104;
/** Height by which a solid raises what stands on it, stage units. */
export const rise: Readonly<Record<Solid, number>> = { sphere: 96, cube: 82, cylinder: 82, box: 52 };
/** How far a picture's lower edge lies above the box it is drawn in. */
const foot: Readonly<Record<Solid, number>> = { sphere: 10, cube: 9, cylinder: 6, box: 20 };

/** A solid whose middle stands at x, y of the stage. */
function show(table: Table, drawn: string, x: number, y: number): HTMLElement {
  const shown = element("div", "solid", {}, picture(drawn));
  shown.style.left = `calc(50% + ${units(x - solidSize / 2)})`;
  shown.style.top = units(y - solidSize / 2);
  table.stage.play.append(shown);
  return shown;
}

const move = (x: number, y: number, turn = 0) => `translate(${units(x)}, ${units(y)}) rotate(${turn}deg)`;

/** Goes down the slope; true when it rolled. What is left on the stage is taken away. */
export async function tryRoll(table: Table, solid: Solid): Promise<boolean> {
  const { rolls } = solids[solid];
  const startX = slope.topX - 70;
  const startY = slope.topY - solidSize / 2 + 2;
  const lean = (Math.atan2(slope.footY - slope.topY, slope.footX - slope.topX) * 180) / Math.PI;
  const shown = show(table, solid === "cylinder" ? lyingCylinder : solidPictures[solid], startX, startY);
  await table.motion.move(shown, [{ transform: `${move(0, -120)} scale(.6)` }, { transform: "none" }], 320);
  table.sounds.play(wood);
  if (!rolls) {
    table.sounds.play(sliding);
    const stop = { x: 126, y: 8 + 126 * 0.28 };
    shown.style.transform = move(stop.x, stop.y, lean);
    await table.motion.move(
      shown,
      [
        { transform: "none" },
        { transform: move(60, 0), offset: 0.5 },
        { transform: move(stop.x, stop.y, lean) },
      ],
      900,
    );
    await table.timeline.wait(500);
  } else {
    table.sounds.play(rolling);
    const footX = slope.footX - startX;
    const footY = slope.footY - solidSize / 2 - startY - 4;
    await table.motion.move(
      shown,
      [
        { transform: "none", easing: "ease-in" },
        { transform: move(66, 0, 70), offset: 0.22, easing: "ease-in" },
        { transform: move(footX, footY, 470), offset: 0.72, easing: "ease-out" },
        { transform: move(footX + 330, footY + 14, 800), opacity: 1, offset: 0.96 },
        { transform: move(footX + 340, footY + 14, 810), opacity: 0 },
      ],
      1700,
      "linear",
    );
  }
  shown.remove();
  return rolls;
}

export type Tower = {
  /** What stands, from below. */
  readonly standing: readonly Solid[];
  /** Puts one more on top; false when it fell off. */
  put(solid: Solid): Promise<boolean>;
  clear(): void;
};

export function createTower(table: Table): Tower {
  let standing: { solid: Solid; shown: HTMLElement }[] = [];
  return {
    get standing() {
      return standing.map(({ solid }) => solid);
    },
    async put(solid) {
      const height = standing.reduce((sum, below) => sum + rise[below.solid], 0);
      const y = towerAt.y - height - solidSize / 2 + foot[solid];
      const shown = show(table, solidPictures[solid], towerAt.x, y);
      shown.style.zIndex = String(10 + standing.length);
      await table.motion.move(shown, [{ transform: move(0, -160) }, { transform: "none" }], 380, "ease-in");
      // On the ground anything stands; on another only what has flat faces.
      if (solids[solid].stacks || standing.length === 0) {
        table.sounds.play(wood);
        await table.motion.move(shown, [{ transform: "scale(1.08,.9)" }, { transform: "none" }], 200);
        standing.push({ solid, shown });
        return true;
      }
      table.sounds.play(falling);
      const down = towerAt.y - solidSize / 2 - y;
      await table.motion.move(
        shown,
        [
          { transform: "none" },
          { transform: move(14, 0, 10), offset: 0.2 },
          { transform: move(86, 30, 80), offset: 0.4, easing: "ease-in" },
          { transform: move(120, down, 170), offset: 0.65 },
          { transform: move(160, down - 40, 230), offset: 0.78 },
          { transform: move(200, down, 300), opacity: 1, offset: 0.9 },
          { transform: move(230, down, 340), opacity: 0 },
        ],
        1500,
        "linear",
      );
      shown.remove();
      return false;
    },
    clear() {
      for (const { shown } of standing) shown.remove();
      standing = [];
    },
  };
}
