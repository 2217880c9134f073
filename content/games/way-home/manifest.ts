// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Đường về nhà", en: "The way home" };

export const manifest: z.input<typeof gameManifest> = {
  id: "way-home",
  version: "1.0.0",
  title,
  house: "spaceTime",
  domains: ["cognition", "language"],
  goal: {
    vi: "Nhận biết vị trí trong – trên – dưới, gần – xa, trái – phải – trước – sau; đi theo đường, chọn hướng rẽ, lập dãy mũi tên dẫn về nhà, tìm đường ngắn nhất trên sơ đồ đơn giản.",
    en: "Know in, on, under, near, far, left, right, before, behind; follow a way, choose a turn, plan a list of arrows, find the shortest way on a simple map.",
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
