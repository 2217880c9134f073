// Owns the build of the dashboard into dist/dashboard, which the hub serves at `/`.
import { build } from "vite";
import { dashboardConfig } from "./vite.config.ts";

export type DashboardBuild = {
  /** Another folder than `dist/dashboard` of the repository. */
  readonly outDir?: string;
};

/** Builds for production. Throws Vite's own error when the sources do not build. */
export async function buildDashboard({ outDir }: DashboardBuild = {}): Promise<void> {
  await build({
    ...dashboardConfig,
    configFile: false,
    mode: "production",
    logLevel: "warn",
    build: { ...dashboardConfig.build, ...(outDir === undefined ? {} : { outDir }) },
  });
}
