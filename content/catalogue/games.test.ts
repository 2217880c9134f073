import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildContent } from "./buildContent.ts";
import { checkGame } from "./checkGame.ts";
import { listGameFolders } from "./listGames.ts";

const root = join(import.meta.dirname, "..", "..");
const gamesFolder = join(root, "content", "games");
const outFolder = join(root, "dist", "content");

describe("every game that is shipped", () => {
  // What `npm test` built before is taken as it is.
  beforeAll(() => buildContent({ gamesFolder, outFolder }), 120_000);

  it.each(listGameFolders(gamesFolder).map((folder) => folder.slice(gamesFolder.length + 1)))(
    "is in order: %s",
    async (id) => {
      const { faults } = await checkGame({
        folder: join(gamesFolder, id),
        packsFolder: join(outFolder, "games"),
      });
      expect(faults.map(({ code, detail }) => `${code} ${detail}`)).toEqual([]);
    },
  );
});
