// A robot plays every level and mode of Đếm con vật to its end in a real Chromium, through real input.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Frame, type Page } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GameMessage, gameMessage } from "../../protocol/game.ts";
import { buildContent } from "../catalogue/buildContent.ts";
import { serveGallery } from "../catalogue/serveGallery.ts";
import { levels } from "./count-animals/levels.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);
if (!executablePath) process.stderr.write("SKIPPED: no Chromium here, so no robot played the games.\n");

type Hand = "mouse" | "touch" | "keyboard";

let browser: Browser;
let gallery: Awaited<ReturnType<typeof serveGallery>>;
const outFolder = mkdtempSync(join(tmpdir(), "kidsmart-robot-"));

beforeAll(async () => {
  if (!executablePath) return;
  const root = join(import.meta.dirname, "..", "..");
  const catalogue = await buildContent({ gamesFolder: import.meta.dirname, outFolder });
  gallery = await serveGallery({ root, packsFolder: join(outFolder, "games"), catalogue, port: 0 });
  browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});
afterAll(async () => {
  await browser?.close();
  await gallery?.close();
  rmSync(outFolder, { recursive: true, force: true });
});

/**
 * Makes the game's own time run many times as fast. Its rules wait for small children; a robot need not, and what it
 * tests is the same: every wait, prompt and hint still comes, in the same order.
 */
function hastenGames(): void {
  if (!location.pathname.startsWith("/packs/")) return;
  const hastened = 25;
  const setTimer = window.setTimeout.bind(window);
  const now = performance.now.bind(performance);
  window.setTimeout = ((run: () => void, delayMs = 0) =>
    setTimer(run, delayMs / hastened)) as typeof window.setTimeout;
  performance.now = () => now() * hastened;
  // Nobody looks: painting hills and shadows would take most of the time.
  const plain = new CSSStyleSheet();
  plain.replaceSync(
    ".stage-backdrop { visibility: hidden } * { filter: none !important; box-shadow: none !important; text-shadow: none !important }",
  );
  document.adoptedStyleSheets.push(plain);
}

type Play = { hand: Hand; page: Page; frame: Frame; errors: string[]; messages(): Promise<GameMessage[]> };

/** Pages that wait for the next game: opening one costs more than playing a level. */
const idlePages: Record<Hand, Page[]> = { mouse: [], touch: [], keyboard: [] };

async function openPage(hand: Hand): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    hasTouch: hand === "touch",
    // Half the pixels each way: what is drawn is not looked at here.
    deviceScaleFactor: 0.5,
  });
  await context.addInitScript(hastenGames);
  return context.newPage();
}

async function open(level: string, mode: string, hand: Hand, seed = 7): Promise<Play> {
  const page = idlePages[hand].pop() ?? (await openPage(hand));
  page.removeAllListeners();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  // Calm and without voice: the same game, without the waiting that small children need.
  await page.goto(
    `${gallery.address}?bare&game=count-animals&level=${level}&mode=${mode}&seed=${seed}&spoken=no&calm=yes&volume=0.2&turns=sun,star`,
  );
  await page.locator('#messages [data-type="interactive"]').waitFor({ state: "attached" });
  const frame = page.frames()[1];
  if (!frame) throw new Error("the game has no frame");
  return {
    hand,
    page,
    frame,
    errors,
    messages: async () =>
      (
        await page
          .locator("#messages li")
          .evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset["message"] ?? ""))
      ).map((text) => gameMessage.parse(JSON.parse(text))),
  };
}

type Target = { selector: string; x: number; y: number };

/** The first of the selectors that fits something a child can touch, and its middle, once it stands still. */
const findFirst = ({ frame }: Play, selectors: readonly string[]): Promise<Target | null> =>
  frame.evaluate(async (wanted) => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    for (const selector of wanted) {
      const found = document.querySelector(selector);
      if (!found) continue;
      const box = found.getBoundingClientRect();
      return { selector, x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    return null;
  }, selectors);

/** One step of the arrow keys towards a target, or "there". Every fourth time it tries the other axis. */
const stepTowards = ({ frame }: Play, selector: string, tried: number): Promise<string> =>
  frame.evaluate(
    ([wanted, steps]) => {
      const target = document.querySelector(wanted);
      const current = document.activeElement;
      if (!target || current === target) return "there";
      if (!current || current === document.body) return "ArrowRight";
      const from = current.getBoundingClientRect();
      const to = target.getBoundingClientRect();
      const across = to.left + to.width / 2 - from.left - from.width / 2;
      const down = to.top + to.height / 2 - from.top - from.height / 2;
      const sideways = Math.abs(across) > Math.abs(down) !== (steps % 4 === 3);
      if (sideways) return across > 0 ? "ArrowRight" : "ArrowLeft";
      return down > 0 ? "ArrowDown" : "ArrowUp";
    },
    [selector, tried] as const,
  );

/** Presses the first thing that fits, as a hand of this kind would; false when there is none. */
async function press(play: Play, hand: Hand, ...selectors: string[]): Promise<boolean> {
  const target = await findFirst(play, selectors);
  if (!target) return false;
  if (hand === "mouse") await play.page.mouse.click(target.x, target.y);
  else if (hand === "touch") await play.page.touchscreen.tap(target.x, target.y);
  else {
    for (let steps = 0; ; steps += 1) {
      if (steps > 60) throw new Error(`the arrow keys did not reach ${target.selector}`);
      const way = await stepTowards(play, target.selector, steps);
      await play.page.keyboard.press(way === "there" ? (steps % 2 === 0 ? "Enter" : "Space") : way);
      if (way === "there") break;
    }
  }
  return true;
}

/** The sign to be brought to its group next: the one picked up, else the first. */
const signNumber = ({ frame }: Play): Promise<string | null> =>
  frame.evaluate(() => {
    const sign = document.querySelector("[data-picked]") ?? document.querySelector('[data-role="sign"]');
    return sign?.getAttribute("data-number") ?? null;
  });

/** The mouse drags a sign to its group; finger and keyboard touch one and then the other. */
async function bringSign(play: Play, hand: Hand, number: string, group: string): Promise<void> {
  const sign = `[data-role="sign"][data-number="${number}"]`;
  if (hand !== "mouse") {
    if (!(await findFirst(play, ["[data-picked]"]))) await press(play, hand, sign);
    await press(play, hand, group);
    return;
  }
  const from = await findFirst(play, [sign]);
  const to = await findFirst(play, [group]);
  if (!from || !to) throw new Error(`nothing to drag from ${sign} to ${group}`);
  await play.page.mouse.move(from.x, from.y);
  await play.page.mouse.down();
  await play.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await play.page.mouse.move(to.x, to.y, { steps: 4 });
  await play.page.mouse.up();
}

/** What a child who knows the answer does next in any scene. */
async function answer(play: Play, hand: Hand): Promise<void> {
  const number = await signNumber(play);
  if (number !== null) return bringSign(play, hand, number, `[data-role="group"][data-number="${number}"]`);
  await press(
    play,
    hand,
    '[data-role="count"]',
    '[data-role="choice"][data-correct="true"]',
    '[data-role="bell"][data-correct="true"]',
    'body:has([data-wants="fewer"]) [data-role="inside"]',
    '[data-role="waiting"]',
  );
}

/** A wrong answer, if the scene still has one to offer. */
async function tryWrong(play: Play, hand: Hand): Promise<boolean> {
  const number = await signNumber(play);
  if (number !== null) {
    const wrongGroup = `[data-role="group"]:not([data-number="${number}"])`;
    if (!(await findFirst(play, [wrongGroup]))) return false;
    await bringSign(play, hand, number, wrongGroup);
    return true;
  }
  if (await findFirst(play, ['[data-role="count"]'])) return false;
  return press(
    play,
    hand,
    '[data-role="choice"][data-correct="false"]:not(:disabled, .away)',
    '[data-role="bell"][data-correct="false"]',
  );
}

/** Everything touchable that is too small or too near to something else, in CSS pixels on the smallest screen. */
const findTightTargets = ({ frame }: Play): Promise<string[]> =>
  frame.evaluate(async () => {
    // What is still popping up has not its size yet.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const buttons = [...document.querySelectorAll<HTMLElement>("button:not(:disabled)")].filter(
      (button) => button.offsetParent,
    );
    const boxes = buttons.map((button) => ({
      name: `${button.className} ${button.getAttribute("aria-label")}`,
      box: button.getBoundingClientRect(),
    }));
    const tight: string[] = [];
    boxes.forEach(({ name, box }, index) => {
      if (box.width < 79.9 || box.height < 79.9) tight.push(`${name} is ${box.width} × ${box.height}`);
      for (const other of boxes.slice(index + 1)) {
        const across = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
        const down = Math.max(box.top, other.box.top) - Math.min(box.bottom, other.box.bottom);
        if (Math.max(across, down) < 15.9)
          tight.push(`${name} is ${Math.max(across, down)} from ${other.name}`);
      }
    });
    return tight;
  });

/** The phase and question once the game no longer shows something: one call, for the way to the page and back is what costs. */
const nextChance = ({ frame }: Play): Promise<{ phase: string; question: string }> =>
  frame.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const { phase = "", question = "" } = document.body.dataset;
          if (phase === "showing") requestAnimationFrame(look);
          else resolve({ phase, question });
        };
        look();
      }),
  );

/** Plays until the game says it is over. In the first `wrongQuestions` questions all is tried wrong first. */
async function playToTheEnd(play: Play, hand: Hand, wrongQuestions = 0): Promise<void> {
  const wrongTries = new Map<string, number>();
  let measured = "";
  for (;;) {
    const { phase, question } = await nextChance(play);
    if (phase === "over") return;
    // Before the first touch of each question, while nothing is picked up or enlarged.
    if (hand === "touch" && measured !== question) expect(await findTightTargets(play), question).toEqual([]);
    measured = question;
    const tried = wrongTries.get(question) ?? 0;
    const mayTry = Number.parseInt(question, 10) < wrongQuestions && tried < 3;
    if (mayTry && (await tryWrong(play, hand))) wrongTries.set(question, tried + 1);
    else await answer(play, hand);
  }
}

/** Sends a host's message by the gallery's own buttons, which the bare page hides. */
const tell = (play: Play, type: "pause" | "resume" | "stop" | "ping") =>
  play.page.evaluate((kind) => document.querySelector<HTMLElement>(`[data-send="${kind}"]`)?.click(), type);

async function closeClean(play: Play, level: string): Promise<void> {
  expect(
    (await play.messages()).filter((message) => message.type === "fault"),
    level,
  ).toEqual([]);
  expect(play.errors, level).toEqual([]);
  idlePages[play.hand].push(play.page);
}

/** All tests together: as many pages as two cores draw without falling behind. */
const mostPlays = 5;
let plays = 0;
const queue: (() => void)[] = [];

async function inTurns<Item>(items: readonly Item[], play: (item: Item) => Promise<void>): Promise<void> {
  const inTurn = async (item: Item) => {
    if (plays >= mostPlays) await new Promise<void>((resolve) => queue.push(resolve));
    else plays += 1;
    try {
      await play(item);
    } finally {
      // The place passes on; only when nobody waits is it free.
      const next = queue.shift();
      if (next) next();
      else plays -= 1;
    }
  };
  await Promise.all(items.map(inTurn));
}

const quizLevels = levels.flatMap((level) => (level.mode === "quiz" ? [level] : []));
const exploreLevels = levels.filter((level) => level.mode === "explore");
const hands: Hand[] = ["mouse", "touch", "keyboard"];

// Side by side: the last level of one test must not leave a core idle.
describe.skipIf(!executablePath).concurrent("Đếm con vật, played by a robot", () => {
  for (const hand of hands) {
    // One hand also tries everything wrong in the first two questions, up to the hint that shows how.
    const wrongQuestions = hand === "mouse" ? 2 : 0;
    it(`is played through in every quiz level by ${hand}${wrongQuestions > 0 ? ", with hints at first" : ""}`, async () => {
      await inTurns(quizLevels, async (level) => {
        const play = await open(level.id, "quiz", hand);
        await playToTheEnd(play, hand, wrongQuestions);
        const messages = await play.messages();
        const rounds = messages.filter((message) => message.type === "round");
        expect(
          rounds.map((round) => round.correctFirstTry),
          level.id,
        ).toEqual(Array.from({ length: level.rounds }, (_, index) => index >= wrongQuestions));
        // The second hint may leave no wrong card to earn a third with.
        for (const round of rounds.slice(0, wrongQuestions)) {
          expect(round.hints, level.id).toBeGreaterThanOrEqual(2);
        }
        expect(messages.at(-1), level.id).toEqual({
          type: "finished",
          played: {
            rounds: level.rounds,
            correctFirstTry: level.rounds - wrongQuestions,
            hints: rounds.reduce((sum, round) => sum + round.hints, 0),
          },
        });
        await closeClean(play, level.id);
      });
    });

    it(`counts a kind through in every place to explore by ${hand}, and stops when told`, async () => {
      await inTurns(exploreLevels, async (level) => {
        const play = await open(level.id, "explore", hand);
        await press(play, hand, '[data-role="call"]');
        const animal = await play.frame.locator('[data-role="count"]').first().getAttribute("data-animal");
        const here = await play.frame.locator(`.animal[data-animal="${animal}"]`).count();
        for (let index = 0; index < here; index += 1) {
          await press(play, hand, `.animal[data-animal="${animal}"]:not(.counted)`);
        }
        await play.page.locator('#messages [data-type="round"]').first().waitFor({ state: "attached" });
        await press(play, hand, '[data-role="home"]');
        await tell(play, "stop");
        await play.page
          .locator('#messages [data-type="finished"]')
          .waitFor({ state: "attached", timeout: 500 });
        const played = (await play.messages()).at(-1);
        expect(played?.type === "finished" && played.played.rounds, level.id).toBeGreaterThanOrEqual(1);
        await closeClean(play, level.id);
      });
    });
  }

  it("takes a hundred wild clicks, stands still while paused, and goes on after", async () => {
    // One level of each scene.
    const chosen = levels.filter((level) =>
      ["yard", "touch", "flash", "match", "more-fewer", "equal"].includes(level.id),
    );
    await inTurns(chosen, async (level) => {
      const play = await open(level.id, level.mode, "mouse", 5);
      for (let click = 0; click < 100; click += 1) {
        await play.page.mouse.click((click * 397) % 1024, (click * 211) % 768, {
          clickCount: 1 + (click % 2),
        });
      }
      // The pause comes in the middle of a drag.
      await play.frame.waitForFunction(() => document.body.dataset["phase"] !== "showing");
      const thing = await findFirst(play, ['[data-role="sign"]', '[data-role="waiting"]', ".animal"]);
      await play.page.mouse.move(thing?.x ?? 512, thing?.y ?? 680);
      await play.page.mouse.down();
      await play.page.mouse.move(512, 300, { steps: 3 });
      await tell(play, "pause");
      await play.page.mouse.up();
      await tell(play, "ping");
      await play.page
        .locator('#messages [data-type="pong"]')
        .first()
        .waitFor({ state: "attached", timeout: 1000 });
      const before = (await play.messages()).length;
      for (let click = 0; click < 20; click += 1) await play.page.mouse.click(300 + click * 20, 680);
      expect((await play.messages()).length, `${level.id} while paused`).toBe(before);
      await tell(play, "resume");
      if (level.mode === "quiz") await playToTheEnd(play, "mouse");
      else await tell(play, "stop");
      await play.page
        .locator('#messages [data-type="finished"]')
        .waitFor({ state: "attached", timeout: 500 });
      await closeClean(play, level.id);
    });
  });
});
