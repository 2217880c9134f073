// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Nghe âm đầu", en: "First sounds" };

export const manifest: z.input<typeof gameManifest> = {
  id: "first-sound",
  version: "1.0.0",
  title,
  house: "letters",
  domains: ["language", "cognition"],
  goal: {
    vi: "Nghe và phân biệt tiếng kêu, từ và âm đầu của tiếng; nhận ra tiếng cùng âm đầu, chữ cái ghi âm đầu.",
    en: "Tell calls, words and first sounds apart by ear; find words that begin alike, and the letter of a first sound.",
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
