import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { listGameFolders, loadGame } from "../../content/catalogue/listGames.ts";
import type { GameManifest } from "../../protocol/game.ts";
import { startingLessons } from "./startingLessons.ts";

let games: Map<string, GameManifest>;

beforeAll(async () => {
  const folders = listGameFolders(join(import.meta.dirname, "..", "..", "content", "games"));
  const loaded = await Promise.all(folders.map((folder) => loadGame(folder)));
  games = new Map(loaded.flatMap((game) => (game.ok ? [[game.value.manifest.id, game.value.manifest]] : [])));
});

test("every lesson names games and levels that exist, in a mode that the level has, for its age", () => {
  for (const { title, ageBand, games: playlist } of startingLessons)
    for (const { gameId, level: wanted, mode } of playlist) {
      const level = games.get(gameId)?.levels.find(({ id }) => id === wanted);
      expect([title, gameId, wanted, level?.ageBand, level?.modes]).toEqual([
        title,
        gameId,
        wanted,
        ageBand,
        [mode],
      ]);
    }
});

test("every age has a term's variety: each game is in a lesson of its age, no two lessons are alike", () => {
  for (const band of ["3-4", "4-5", "5-6"] as const) {
    const lessons = startingLessons.filter(({ ageBand }) => ageBand === band);
    expect(lessons.length).toBeGreaterThanOrEqual(12);
    expect(new Set(lessons.map(({ title }) => title)).size).toBe(lessons.length);
    expect(new Set(lessons.map(({ games: playlist }) => JSON.stringify(playlist))).size).toBe(lessons.length);
    const used = new Set(lessons.flatMap(({ games: playlist }) => playlist.map(({ gameId }) => gameId)));
    expect([...games.keys()].filter((id) => !used.has(id as never))).toEqual([]);
  }
});
