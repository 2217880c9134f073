// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Xưởng bánh", en: "The cake workshop" };

export const manifest: z.input<typeof gameManifest> = {
  id: "cake-workshop",
  version: "1.0.0",
  title,
  house: "math",
  domains: ["cognition", "socialEmotional"],
  goal: {
    vi: "Lấy đúng số lượng theo yêu cầu trong phạm vi 10; so sánh nhiều hơn – ít hơn – bằng nhau; ghép tương ứng một – một; chia đều cho hai, ba bạn.",
    en: "Count out what is asked for up to 10, compare more, fewer and equal, match one to one, and share fairly among two or three.",
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
