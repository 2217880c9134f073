// Owns `npm test`: checks, unit and integration tests, builds, then the tests in real browsers and real Electron.
// The last line counts everything: `N passed, N failed, N skipped`.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runChecks } from "./check.ts";
import { makeQuickTemporary } from "./quickTemporary.ts";
import { root } from "./root.ts";

type Counts = { passed: number; failed: number; skipped: number };

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const add = (counts: Partial<Counts>) => {
  total.passed += counts.passed ?? 0;
  total.failed += counts.failed ?? 0;
  total.skipped += counts.skipped ?? 0;
};

/** What survives a kill or a full disk is for the end-to-end tests to say, on a real disk. */
const onRealDisk: readonly string[] = ["e2e"];
const quick = makeQuickTemporary();

function runProject(project: string, filters: readonly string[]): Counts {
  const report = join(root, ".cache", "test", `${project}.json`);
  mkdirSync(join(root, ".cache", "test"), { recursive: true });
  rmSync(report, { force: true });
  const run = spawnSync(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      join(root, "node_modules", "vitest", "vitest.mjs"),
      "run",
      "--project",
      project,
      "--passWithNoTests",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...filters,
    ],
    {
      cwd: root,
      stdio: "inherit",
      env:
        quick === undefined || onRealDisk.includes(project)
          ? process.env
          : { ...process.env, TMPDIR: quick.folder },
    },
  );
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    ) as Record<string, number>;
    const failed = numFailedTests ?? 0;
    // A file that could not even be loaded, or an error outside every test, fails the run without a failed test.
    const outside = failed === 0 && run.status !== 0 ? Math.max(1, numFailedTestSuites ?? 0) : 0;
    return {
      passed: numPassedTests ?? 0,
      failed: failed + outside,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  } catch (error) {
    console.error(`the ${project} tests ended without a report: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const filters = process.argv.slice(2);
if (filters.length === 0) add(runChecks());
add(runProject("unit", filters));
for (const project of ["browser", "e2e"]) add(runProject(project, filters));
quick?.remove();
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
