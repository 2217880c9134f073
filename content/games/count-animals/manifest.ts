// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Đếm con vật", en: "Counting animals" };

export const manifest: z.input<typeof gameManifest> = {
  id: "count-animals",
  version: "1.0.0",
  title,
  house: "math",
  domains: ["cognition", "language"],
  goal: {
    vi: "Đếm đúng trong phạm vi 10, nhận ra số lượng của nhóm, so sánh nhiều hơn – ít hơn – bằng nhau, thêm và bớt.",
    en: "Count to 10, see how many a group has, compare more, fewer and equal, join and separate.",
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
