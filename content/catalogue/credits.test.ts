import { describe, expect, it } from "vitest";
import type { Credit, GameManifest } from "../../protocol/game.ts";
import { checkCredits, covers, kitCredits, listAssets, writeCredits } from "./credits.ts";

const ours = (files: string[], licence = "MIT"): Credit => ({
  files,
  author: "A. Painter",
  source: "drawn for this game",
  licence,
});
const withCredits = (...credits: Credit[]) =>
  ({ title: { vi: "Trò mẫu", en: "Sample" }, credits }) as GameManifest; // what is looked at here
const codes = (manifest: GameManifest, assets: string[], pack: string[] = []) =>
  checkCredits(manifest, assets, pack).map(({ code }) => code);

describe("the credits of a game", () => {
  it("are in order when each picture has a line and each line a picture", () => {
    expect(
      codes(withCredits(ours(["pictures/*.svg", "icon.svg"])), ["icon.svg", "pictures/cat.svg"]),
    ).toEqual([]);
  });

  it("are missing for a picture that no line names, also in a deeper folder", () => {
    expect(
      checkCredits(
        withCredits(ours(["pictures/*.svg"])),
        ["pictures/a.svg", "pictures/deep/b.svg", "voice/vi/x.opus"],
        [],
      ).map(({ detail }) => detail),
    ).toEqual([
      "no credit of the manifest names pictures/deep/b.svg",
      "no credit of the manifest names voice/vi/x.opus",
    ]);
    expect(codes({ ...withCredits(), credits: undefined }, ["icon.svg"])).toEqual(["CREDIT_MISSING"]);
  });

  it("are missing for what the bundler took from a package that nobody names", () => {
    const pack = ["assets/comic-latin-DIECstw_.woff2", "assets/game-b1-xYz_9.js", "assets/cat-AbCdEf12.svg"];
    expect(codes(withCredits(ours(["pictures/*.svg"])), ["pictures/cat.svg"], pack)).toEqual([
      "CREDIT_MISSING",
    ]);
    expect(
      codes(
        withCredits(ours(["pictures/*.svg"])),
        ["pictures/cat.svg"],
        ["assets/baloo-2-latin-wght-normal-DIECstw_.woff2"],
      ),
    ).toEqual([]);
  });

  it("are at fault with a line for nothing", () => {
    expect(codes(withCredits(ours(["icon.svg", "pictures/gone.svg"])), ["icon.svg"])).toEqual([
      "CREDIT_WITHOUT_FILE",
    ]);
  });

  it.each(["CC-BY-NC-4.0", "GPL-3.0-only", "unknown", "mit"])(
    "are at fault with the licence %s",
    (licence) => {
      expect(codes(withCredits(ours(["icon.svg"], licence)), ["icon.svg"])).toEqual(["LICENCE_NOT_ALLOWED"]);
    },
  );

  it("are written as a page that names every file, its author, source and licence, and carries MIT's notice", () => {
    const page = writeCredits(
      withCredits(ours(["icon.svg", "levels/*.svg"]), ours(["pictures/kite.svg"], "CC-BY-4.0")),
    );
    expect(page).toContain("# Credits of _Trò mẫu_");
    expect(page).toContain("- `icon.svg`, `levels/*.svg`: A. Painter; drawn for this game; MIT");
    expect(page).toContain("- `pictures/kite.svg`: A. Painter; drawn for this game; CC-BY-4.0");
    expect(page).toContain("Copyright (c) A. Painter\n\nPermission is hereby granted");
    for (const { author } of kitCredits) expect(page).toContain(author);
  });

  it("take `*` for one folder only", () => {
    expect(covers("pictures/*.svg", "pictures/cat.svg")).toBe(true);
    expect(covers("pictures/*.svg", "pictures/deep/cat.svg")).toBe(false);
    expect(covers("pictures/*.svg", "pictures/cat-svg")).toBe(false);
    expect(covers("*", "icon.svg")).toBe(true);
  });
});

it("the kit brings no picture or sound of its own into a pack without a credit", () => {
  const brought = listAssets(`${import.meta.dirname}/../sdk`);
  expect(
    brought.filter(
      (path) => !kitCredits.some(({ files }) => files.some((pattern) => covers(pattern, `sdk/${path}`))),
    ),
  ).toEqual([]);
});
