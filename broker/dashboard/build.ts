// Owns the build of the dashboard into dist/dashboard, which the hub serves at `/`.
import { build } from "vite";
import { dashboardConfig } from "./vite.config.ts";

export type DashboardBuild = {
  /** Another folder than `dist/dashboard` of the repository. */
  readonly outDir?: string;
};

/** Builds for production. Throws Vite's own error when the sources do not build. */
export async function buildDashboard({ outDir }: DashboardBuild = {}): Promise<void> {
  // Vite and React ask the environment, not the mode: under a test runner they would build their slow selves.
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({
      ...dashboardConfig,
      configFile: false,
      mode: "production",
      logLevel: "warn",
      build: { ...dashboardConfig.build, ...(outDir === undefined ? {} : { outDir }) },
    });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}
