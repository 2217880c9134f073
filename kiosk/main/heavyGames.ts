// Owns the rule how much memory a game's process may take.

export type GameProcess = { readonly game: string; readonly pid: number };

/** As the system tells it, kB. */
export type ProcessMemory = { readonly workingSetSize: number; readonly privateBytes?: number };

/**
 * A finished game takes 140 to 190 MB with all that Chromium needs, and more where a screen of 4K is drawn without a
 * graphics card; a station with 4 GB bears three times that.
 */
export const mostGameBytes = 600_000_000;

/** The processes that take more than a game may. What cannot be told counts as little. */
export function findHeavyGames(
  games: readonly GameProcess[],
  memoryOf: (pid: number) => ProcessMemory | undefined,
): (GameProcess & { readonly bytes: number })[] {
  const seen = new Set<number>();
  return games.flatMap((each) => {
    const memory = memoryOf(each.pid);
    if (memory === undefined || seen.has(each.pid)) return [];
    seen.add(each.pid);
    // Windows tells what a process has for itself; elsewhere the shared libraries are counted too.
    const bytes = (memory.privateBytes ?? memory.workingSetSize) * 1024;
    return bytes > mostGameBytes ? [{ ...each, bytes }] : [];
  });
}
