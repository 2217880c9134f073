// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

/** Pictures taken from the open set as they are; the others were drawn here. */
const fromTheSet = [
  "cat",
  "tree",
  "leaf",
  "chick",
  "duck",
  "rain",
  "frog",
  "rabbit",
  "house",
  "sun",
  "bee",
  "rose",
  "butterfly",
  "moon",
  "mooncake",
  "rice",
  "granny",
  "child",
];

const title = { vi: "Bài thơ của bé", en: "Little poems" };

export const manifest: z.input<typeof gameManifest> = {
  id: "little-poem",
  version: "1.0.0",
  title,
  house: "letters",
  domains: ["language", "aesthetic"],
  goal: {
    vi: "Nghe và nhớ bài thơ ngắn, xếp tranh theo thứ tự câu thơ, nhận ra nhịp và vần.",
    en: "Listen to and remember a short poem, put its pictures in order, feel its beat and its rhymes.",
  },
  modes: ["explore", "quiz"],
  levels: manifestLevels(levels),
  prompts: { ...commonPrompts, ...listPrompts(), ...namePrompts(title, levels) },
  icon: "icon.svg",
  credits: [
    fluentEmoji(...fromTheSet.map((name) => `pictures/${name}.svg`), "levels/*.svg", "icon.svg"),
    drawnHere(
      "pictures/umbrella.svg",
      "pictures/bamboo.svg",
      "pictures/star-lantern.svg",
      "pictures/lion.svg",
      "pictures/sticky-rice.svg",
      "pictures/water.svg",
      "pictures/village.svg",
      "pictures/grass.svg",
      "pictures/wind.svg",
      "levels/*.svg",
      "icon.svg",
    ),
    spokenByMachine(),
  ],
};
