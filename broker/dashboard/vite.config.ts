// Owns how Vite builds and serves the dashboard. `npx vite --config broker/dashboard/vite.config.ts` develops against a running hub.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { UserConfig } from "vite";
import { codeSplitting } from "./vite/codeSplitting.ts";
import { emblemFiles } from "./vite/emblemFiles.ts";
import { inlineModules } from "./vite/inlineModules.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const hub = process.env["KIDSMART_HUB"] ?? "http://127.0.0.1:8080";

export const dashboardConfig: UserConfig = {
  root: here("."),
  base: "/",
  cacheDir: here("../../.cache/vite-dashboard"),
  plugins: [react(), inlineModules(["client/contractRoutes.ts"]), emblemFiles()],
  resolve: {
    // One module a picture instead of a barrel of five thousand: only development notices.
    alias: { "@tabler/icons-react": "@tabler/icons-react/dist/esm/icons/index.mjs" },
  },
  build: {
    outDir: here("../../dist/dashboard"),
    emptyOutDir: true,
    // build.test.ts adds up the first load from it.
    manifest: true,
    // The hub's content security policy allows no data: fonts, and a file is cached better than a string.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { codeSplitting } },
  },
  server: { host: "127.0.0.1", proxy: { "/api": hub, "/catalogue.json": hub } },
};

export default dashboardConfig;
