// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Một ngày của bé", en: "A day of mine" };

export const manifest: z.input<typeof gameManifest> = {
  id: "my-day",
  version: "1.0.0",
  title,
  house: "spaceTime",
  domains: ["cognition", "language", "physical"],
  goal: {
    vi: "Nhận biết các buổi trong ngày; kể và sắp xếp các việc theo trình tự trước – sau; làm quen với đồng hồ: giờ đúng và giờ rưỡi; có nền nếp sinh hoạt.",
    en: "Know the parts of the day, tell and order what happens before and after, meet the clock with whole and half hours, and keep good habits.",
  },
  modes: ["explore", "quiz"],
  levels: manifestLevels(levels),
  prompts: { ...commonPrompts, ...listPrompts(), ...namePrompts(title, levels) },
  icon: "icon.svg",
  credits: [drawnHere("levels/*.svg", "icon.svg"), spokenByMachine()],
};
