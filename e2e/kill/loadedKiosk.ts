// Owns the kiosk of the kill test: real Electron where there is one, else its main process's station without a window.
// It opens and closes dozens of sessions a second, and notes every record that it was told is kept.
import { appendFileSync } from "node:fs";
import type { KioskMaker, RealKiosk } from "../room/realKiosk.ts";
import type { TestRoom } from "../room/testRoom.ts";

/** Sessions of the test carry this lesson, and so are told from those of the sample school's timetable. */
export const killTestLesson = "0190a1b2-0000-7000-8000-00000000e11e";

/**
 * Between two sessions. A lesson makes one in half an hour; without any rest the load is this machine's whole time, and
 * the parts that were killed only wait for their turn to start.
 */
export const restMs = 15;

export type LoadedKiosk = {
  kill(): Promise<void>;
  /** Makes nothing new any more and ends by itself. */
  finish(): Promise<void>;
};

export type StartLoadedKiosk = {
  readonly with: string;
  /** With load, or only to send what an earlier run kept. */
  start(options: { load: boolean }): Promise<LoadedKiosk>;
};

export function inElectron(electron: KioskMaker, room: TestRoom, journal: string): StartLoadedKiosk {
  return {
    with: `Electron ${electron.version}`,
    async start({ load }) {
      const kiosk = await electron.open(room);
      if (load) await pump(kiosk, journal);
      return { kill: () => kiosk.kill(), finish: () => kiosk.app.close() };
    },
  };
}

export function withoutWindow(room: TestRoom, journal: string): StartLoadedKiosk {
  return {
    with: "the station without a window",
    async start({ load }) {
      const part = room.start("kiosk", "e2e/kill/headlessKiosk.ts", load ? journal : "", killTestLesson);
      return {
        async kill() {
          part.process.kill("SIGKILL");
          await part.ended;
        },
        finish: () => part.stop(),
      };
    },
  };
}

/** Speaks through the preload's own bridge, as the kiosk's page does. */
async function pump({ page }: RealKiosk, journal: string): Promise<void> {
  await page.waitForFunction("'kidsmart' in window");
  await page.exposeFunction("promised", (id: string) => appendFileSync(journal, `${id}\n`));
  await page.evaluate(
    ([lessonId, rest]) => {
      const { kidsmart, promised } = window as unknown as {
        kidsmart: { record(record: unknown): Promise<string> };
        promised(id: string): Promise<void>;
      };
      const run = async () => {
        for (;;) {
          const sessionId = crypto.randomUUID();
          for (const event of ["opened", "closed"]) {
            const at = Date.now();
            const body = {
              sessionId,
              event,
              source: "teacher",
              slotId: null,
              classId: lessonId,
              lessonId,
              staffId: null,
              headcount: 24,
              startAt: at,
              endAt: at + 1,
            };
            const id = await kidsmart.record({ id: crypto.randomUUID(), at, type: "session", body });
            await promised(id);
          }
          await new Promise((resolve) => setTimeout(resolve, rest));
        }
      };
      void run();
    },
    [killTestLesson, restMs] as const,
  );
}
