// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Nhớ cặp", en: "Memory pairs" };

export const manifest: z.input<typeof gameManifest> = {
  id: "memory-pairs",
  version: "1.0.0",
  title,
  house: "thinking",
  domains: ["cognition", "language"],
  goal: {
    vi: "Quan sát và ghi nhớ có chủ định: nhớ vị trí, nhớ thứ tự, nhận ra vật vừa biến mất, ghép cặp theo mẹ – con, hình – bóng, hình – âm thanh.",
    en: "Watch and remember: places, order, what has gone; pair mother and child, thing and shadow, picture and sound.",
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
