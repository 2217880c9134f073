// Owns what may happen to a game at any moment: a pause, wild hands, another window.
import { everyKey, type HandKind } from "./hands.ts";
import type { Sight, Size, Stillness, Target } from "./sight.ts";
import type { RobotTable } from "./table.ts";

/** Longer than any wait inside a game, in its own time: what a pause does not hold would come by then. */
const pausedForGameMs = 3_000;
const pongWithinMs = 3_000;
const wildTouches = 40;

export const smallScreen: Size = { width: 1024, height: 768 };
const otherScreens: readonly Size[] = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

/**
 * Pauses, pokes at everything, and lets go on. Returns what happened meanwhile, in words; nothing should have.
 * `whilePaused` comes first, for what began before the pause and ends in it.
 */
export async function pauseNow(
  table: RobotTable,
  moment: string,
  whilePaused?: () => Promise<void>,
): Promise<string[]> {
  const faults: string[] = [];
  await table.send({ type: "pause" });
  // The port keeps the order: when the answer is here, the game has been paused.
  if ((await table.ask({ type: "ping", n: 1 }, "pong", pongWithinMs)) === null)
    faults.push(`${moment}: no pong while paused`);
  const saidBefore = (await table.messages()).length;
  await whilePaused?.();
  const look = () => table.inGame<Stillness>("robotEyes.freeze()");
  const before = await look();
  const { hands } = table;
  // A tap takes its time to become a click: the others follow it.
  await hands.tap({ x: 512, y: 500 });
  for (const [x, y] of pokes(6, smallScreen)) await hands.click({ x, y });
  for (const key of ["ArrowRight", "Enter", "Space"]) await hands.press(key);
  await table.inGame(`robotEyes.clock.wait(${pausedForGameMs})`);
  const after = await look();
  const said = (await table.messages()).slice(saidBefore);
  if (said.length > 0) faults.push(`${moment}: while paused it said ${JSON.stringify(said)}`);
  if (after.page !== before.page)
    faults.push(`${moment}: while paused ${difference(before.page, after.page)}`);
  if (after.running.length > 0)
    faults.push(`${moment}: while paused there moved ${after.running.join(", ")}`);
  await table.send({ type: "resume" });
  return faults;
}

/** Clicks and taps all over the screen, some of them double, and every key held while it repeats. */
export async function goWild(table: RobotTable, hand: HandKind, size: Size): Promise<void> {
  const touches = pokes(wildTouches, size).map(([x, y], index) =>
    hand === "touch" ? table.hands.tap({ x, y }) : table.hands.click({ x, y }, 1 + (index % 2)),
  );
  await Promise.all(touches);
  await table.hands.hold(everyKey, 2);
  await table.page.evaluate("robotHost.focusGame()");
}

/** Makes the window larger and smaller, looks each time, and returns what is cut off then. */
export async function resizeWindow(table: RobotTable, measure: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const size of otherScreens) {
    await table.resize(size);
    const { flaws } = await table.look({ wish: { kind: "none" }, measure });
    faults.push(...flaws.map((flaw) => `at ${size.width} × ${size.height} ${flaw}`));
  }
  return faults;
}

/** Takes the thing up, pauses, lets it go during the pause. */
export async function pauseInDrag(table: RobotTable, sight: Sight, target: Target): Promise<string[]> {
  const away = { x: 512, y: 300 };
  await table.hands.grab(target.at, away);
  return pauseNow(table, `${sight.question}, in a drag`, () => table.hands.drop(away));
}

/** Points spread over the screen, the same every time. */
const pokes = (count: number, { width, height }: Size): (readonly [number, number])[] =>
  Array.from(
    { length: count },
    (_, index) => [(index * 397 + 61) % width, (index * 211 + 97) % height] as const,
  );

/** Where two texts part, with a little around it. */
function difference(before: string, after: string): string {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const part = (text: string) => text.slice(Math.max(0, at - 120), at + 120);
  return `the page changed from …${part(before)}… to …${part(after)}…`;
}
