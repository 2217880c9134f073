// Owns real Electron for tests: the built kiosk with games and data of the test's, opened beside an agent of the test's.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import { linkPath } from "../../runtime/linkPath.ts";
import { makeVerifier, pinCost } from "../../runtime/secret.ts";
import { hasDisplay, startVirtualDisplay } from "../../tools/display.ts";
import { resolveElectron } from "../../tools/electron.ts";
import { type FakeAgent, startFakeAgent } from "./fakeAgent.ts";
import { ids, sampleConfig, samplePlan, slotAround, zoneAtNoon } from "./sampleRoom.ts";

export type OpenKiosk = { readonly app: ElectronApplication; readonly page: Page };

export type ElectronKiosk = {
  /** The built kiosk. */
  readonly built: string;
  /** Holds `content` once the test has put it there. */
  readonly folder: string;
  /** Program and arguments that start the kiosk, and its environment on a data folder. */
  readonly command: { readonly executable: string; readonly args: readonly string[] };
  environment(home: string, mode: string): Record<string, string>;
  /** A data folder with an agent that has a lesson of these games, level `one`. */
  room(games: readonly string[]): Promise<{ home: string; agent: FakeAgent }>;
  open(home: string, agent: FakeAgent | null, mode?: string): Promise<OpenKiosk>;
  /** Closed after the test, last first. */
  readonly closing: (() => Promise<unknown>)[];
  closeAll(): Promise<void>;
  remove(): Promise<void>;
};

/** Null, and a line on standard error, where Electron or a display is missing. */
export async function prepareElectronKiosk(what: string): Promise<ElectronKiosk | null> {
  const electron = await resolveElectron();
  const virtual = hasDisplay(process.env) ? undefined : await startVirtualDisplay();
  if (!electron.ok || (virtual === undefined && !hasDisplay(process.env))) {
    process.stderr.write(`SKIPPED: ${what}: ${electron.ok ? "no display" : electron.detail}\n`);
    return null;
  }
  process.stderr.write(`Electron ${electron.value.version} (${electron.value.source})\n`);
  const { executable } = electron.value;
  const folder = mkdtempSync(join(tmpdir(), "kidsmart-kiosk-"));
  const built = join(import.meta.dirname, "..", "..", "dist", "kiosk");
  const closing: (() => Promise<unknown>)[] = [];
  const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), join(built, "main", "main.mjs")];
  const environment = (home: string, mode: string): Record<string, string> => ({
    ...(process.env as Record<string, string>),
    ...(virtual ? { DISPLAY: virtual.name } : {}),
    KIDSMART_HOME: home,
    KIDSMART_CONTENT: join(folder, "content"),
    KIDSMART_KIOSK: mode,
  });
  const closeAll = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  return {
    built,
    folder,
    command: { executable, args },
    environment,
    closing,
    closeAll,
    async room(games) {
      const home = mkdtempSync(join(folder, "home-"));
      const now = Date.now();
      const plan = samplePlan([slotAround(now, 5, 25)], { zone: zoneAtNoon(now) });
      const lessons = plan.lessons.map((lesson) => ({
        ...lesson,
        games: games.map((gameId) => ({ gameId, level: "one", mode: "quiz" })),
      })) as PlanDocument["lessons"];
      const verifier = await makeVerifier("2468", pinCost);
      const config = sampleConfig({ pins: [{ staffId: ids.staff as never, verifier }] });
      const agent = await startFakeAgent(linkPath(home), [
        { doc: "plan", version: 1, body: { ...plan, lessons } },
        { doc: "config", version: 1, body: config },
      ]);
      closing.push(() => agent.stop());
      return { home, agent };
    },
    async open(home, agent, mode = "window") {
      const app = await _electron.launch({
        executablePath: executable,
        args: [...args],
        env: environment(home, mode),
      });
      closing.push(() => app.close());
      const page = await app.firstWindow();
      if (agent !== null) await agent.until((message) => message.type === "hello");
      return { app, page };
    },
    async remove() {
      await closeAll();
      await virtual?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
