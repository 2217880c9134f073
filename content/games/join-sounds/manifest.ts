// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Ghép vần", en: "Joining sounds" };

export const manifest: z.input<typeof gameManifest> = {
  id: "join-sounds",
  version: "1.0.0",
  title,
  house: "letters",
  domains: ["language", "cognition"],
  goal: {
    vi: "Nghe và đếm tiếng trong từ, tìm tiếng cùng vần, nhận ra sáu thanh; ghép âm đầu, vần và thanh thành tiếng.",
    en: "Count the syllables of a word, find rhymes, know the six tones; join onset, rime and tone into a word.",
  },
  modes: ["explore", "quiz"],
  levels: manifestLevels(levels),
  prompts: { ...commonPrompts, ...listPrompts(), ...namePrompts(title, levels) },
  icon: "icon.svg",
  credits: [
    fluentEmoji("pictures/*.svg", "levels/*.svg", "icon.svg"),
    drawnHere("levels/*.svg", "icon.svg"),
    spokenByMachine(),
  ],
};
