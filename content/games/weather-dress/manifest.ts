// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Thời tiết và trang phục", en: "Weather and clothes" };

export const manifest: z.input<typeof gameManifest> = {
  id: "weather-dress",
  version: "1.0.0",
  title,
  house: "science",
  domains: ["cognition", "physical", "language"],
  goal: {
    vi: "Nhận biết các hiện tượng thời tiết, chọn trang phục phù hợp, hiểu điều gì xảy ra sau mưa, nắng, gió; đọc nhiệt kế và biểu đồ thời tiết trong tuần.",
    en: "Know the weather, dress for it, see what follows rain, sun and wind; read a thermometer and a chart of the week.",
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
