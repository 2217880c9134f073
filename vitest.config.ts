// Owns how tests run. `unit` is what `npm test` runs first; `browser` and `e2e` need what is built, and a real Chromium.
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tools/longestFirst.ts";

const ignored = ["**/node_modules/**", "dist/**", ".cache/**", "e2e/**"];

const builtFirst = "tools/builtFirst.ts";

/** Much of a test is waiting, for a disk or a page: two at once are quicker, also on two cores. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

export default defineConfig({
  test: {
    maxWorkers,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "unit",
          include: ["**/*.test.ts", "**/*.test.tsx"],
          exclude: [...ignored, "**/*.browser.test.ts"],
          // Modules are loaded once a worker, not once a file: a third of the time. Nothing may be left behind by a file.
          isolate: false,
          restoreMocks: true,
          unstubGlobals: true,
          unstubEnvs: true,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["**/*.browser.test.ts"],
          exclude: ignored,
          globalSetup: builtFirst,
          testTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["e2e/**/*.test.ts"],
          globalSetup: builtFirst,
          testTimeout: 180_000,
          expect: { poll: { timeout: 20_000 } },
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
