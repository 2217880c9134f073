import { expect, test } from "vitest";
import type { Catalogue } from "../../../protocol/game.ts";
import { localeOf, trialWish, wayBack } from "./trialWish.ts";

// What a trial reads of a catalogue; the rest of an entry is files and prompts.
const catalogue = {
  games: [{ id: "count-animals", levels: [{ id: "pond", modes: ["explore"] }] }],
} as unknown as Catalogue;
const asked = (text: string) => new URLSearchParams(text);

test("a trial opens the level that was asked for, in a mode that it has", () => {
  expect(trialWish(catalogue, asked("game=count-animals&level=pond&mode=explore"))).toMatchObject({
    game: { id: "count-animals" },
    level: { id: "pond" },
    mode: "explore",
  });
});

test.each([
  "",
  "game=count-animals",
  "game=x&level=pond&mode=explore",
  "game=count-animals&level=x&mode=explore",
])("“%s” asks for nothing that is there", (text) => {
  expect(trialWish(catalogue, asked(text))).toBeUndefined();
});

test("a mode that the level does not have, or that is none, is not opened", () => {
  for (const mode of ["quiz", "exam"])
    expect(trialWish(catalogue, asked(`game=count-animals&level=pond&mode=${mode}`))).toBeUndefined();
});

test("the way back stays within the hub", () => {
  const origin = "http://hub.local:8080";
  const back = (to: string) => wayBack(new URLSearchParams({ back: to }), origin);
  expect(back("/houses/count-animals?span=year")).toBe("/houses/count-animals?span=year");
  for (const away of [
    "https://evil.example/",
    "//evil.example/x",
    "/\\evil.example",
    "javascript:alert(1)",
    "",
  ])
    expect([away, back(away)]).toEqual([away, "/"]);
  expect(wayBack(asked(""), origin)).toBe("/");
});

test("a trial speaks Vietnamese unless English was asked for", () => {
  expect([localeOf(asked("")), localeOf(asked("locale=en")), localeOf(asked("locale=fr"))]).toEqual([
    "vi",
    "en",
    "vi",
  ]);
});
