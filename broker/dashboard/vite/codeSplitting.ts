// Owns into how many files the dashboard is cut: one for what every page needs at once, few for what many need, one for each page.
import { fileURLToPath } from "node:url";
import type { Rolldown } from "vite";

const entryScript = fileURLToPath(new URL("../app/main.tsx", import.meta.url));

/** A part that this many pages and dialogs share is not worth a file, and a request, of its own. */
const pagesThatShare = 8;

/** Re-exports hundreds of parts of which few are used; what is used is found by who uses it. */
const barrel = /node_modules[\\/]@(mantine|tabler)[\\/].*[\\/]index\.mjs$/;

export const codeSplitting: Rolldown.CodeSplittingOptions = {
  groups: [
    {
      debugName: "shell",
      name: (id, graph) => (isNeededAtOnce(id, graph) ? "shell" : null),
      priority: 3,
    },
    // A picture is a hundred bytes.
    { name: "icons", test: /node_modules[\\/]@tabler[\\/]/, priority: 2 },
    {
      name: "common",
      test: /broker[\\/](api|dashboard)[\\/]|node_modules[\\/]@mantine[\\/]/,
      minShareCount: pagesThatShare,
      priority: 1,
    },
  ],
};

/** By build: what the page's own script imports before it has drawn anything, without what it fetches later. */
const atOnce = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>();

function isNeededAtOnce(id: string, graph: Rolldown.ChunkingContext): boolean {
  const known = atOnce.get(graph) ?? reachedFromEntry(graph);
  atOnce.set(graph, known);
  return known.has(id);
}

function reachedFromEntry(graph: Rolldown.ChunkingContext): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (id: string): void => {
    if (reached.has(id)) return;
    reached.add(id);
    if (!barrel.test(id)) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) follow(imported);
  };
  // The script itself stays a file: it is what the page names.
  for (const imported of graph.getModuleInfo(entryScript)?.importedIds ?? []) follow(imported);
  return reached;
}
