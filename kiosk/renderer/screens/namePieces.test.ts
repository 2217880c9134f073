import { expect, it } from "vitest";
import type { CatalogueEntry, GameId } from "../../../protocol/game.ts";
import { namePieces } from "./namePieces.ts";

const file = { bytes: 1, sha256: "0".repeat(64) };
const level = {
  id: "pond",
  ageBand: "4-5" as const,
  title: { vi: "Bờ ao", en: "The pond" },
  modes: ["explore" as const],
};
const game: CatalogueEntry = {
  id: "count-animals" as GameId,
  version: "1.0.0",
  title: { vi: "Đếm con vật", en: "Counting animals" },
  house: "math",
  domains: ["cognition"],
  goal: { vi: "Đếm", en: "Count" },
  modes: ["explore"],
  levels: [level],
  prompts: {},
  icon: "icon.svg",
  files: { "voice/vi/title.opus": file, "voice/vi/level-pond.opus": file },
  hash: "0".repeat(64),
};
const link = { gameFile: (id: GameId, path: string) => `game://${id}/${path}` };

it("A card says the game's name and then the level's, by their recordings", () => {
  expect(namePieces(game, level, "vi", link)).toEqual([
    { text: "Đếm con vật", locale: "vi", recording: "game://count-animals/voice/vi/title.opus" },
    { text: "Bờ ao", locale: "vi", recording: "game://count-animals/voice/vi/level-pond.opus" },
  ]);
});

it("A pack without recordings of its names, or without the level, is named all the same", () => {
  expect(namePieces({ ...game, files: {} }, null, "vi", link)).toEqual([
    { text: "Đếm con vật", locale: "vi", recording: null },
  ]);
  expect(namePieces(game, level, "en", link).map(({ recording }) => recording)).toEqual([null, null]);
});
