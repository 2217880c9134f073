import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogue, readCatalogueText } from "./catalogue.ts";

const golden = (version: number): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, "fixtures", `catalogue.v${version}.json`), "utf8"));

describe("a catalogue of games", () => {
  it("of every version that shipped is read without a trouble", () => {
    for (const version of [1, 2]) {
      const { catalogue, troubles } = readCatalogue(golden(version));
      expect(troubles).toEqual([]);
      expect(catalogue?.games.map(({ id }) => id)).toEqual(["count-animals"]);
    }
  });

  it("keeps what the newer version says", () => {
    expect(readCatalogue(golden(2)).catalogue?.games[0]).toMatchObject({
      ageBands: ["3-4", "5-6"],
      sizes: { withoutVoice: 1200, withVoice: 3400 },
      credits: [{ author: "A. Painter", licence: "CC-BY-4.0" }],
      levels: [{ kind: "touch" }, { kind: "explore" }],
    });
  });

  it("loses a broken entry, says which, and keeps the others", () => {
    const read = golden(1) as { games: { id: string }[] };
    const broken = { ...read, games: [{ id: "torn", version: 3 }, ...read.games, null] };
    const { catalogue, troubles } = readCatalogue(broken);
    expect(catalogue?.games.map(({ id }) => id)).toEqual(["count-animals"]);
    expect(troubles).toHaveLength(2);
    expect(troubles[0]).toMatch(/^catalogue\.json: torn: version: /);
    expect(troubles[1]).toMatch(/^catalogue\.json: game 2: /);
  });

  it("that is torn or something else is no catalogue, and one trouble", () => {
    for (const text of ['{"games":[{"id":"count', "", "[]", '{"games":[]}', "null"]) {
      const { catalogue, troubles } = readCatalogueText(text);
      expect(catalogue, text).toBeNull();
      expect(troubles, text).toHaveLength(1);
    }
  });
});
