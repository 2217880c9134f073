// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Phân loại", en: "Sorting" };

export const manifest: z.input<typeof gameManifest> = {
  id: "sorting",
  version: "1.0.0",
  title,
  house: "science",
  domains: ["cognition", "language"],
  goal: {
    vi: "So sánh, phân loại theo một và hai dấu hiệu; đoán và thử xem vật nổi hay chìm; nhận ra điểm chung và vật khác nhóm.",
    en: "Compare and sort by one property and by two at once; predict and try what floats or sinks; see what is common and what does not belong.",
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
