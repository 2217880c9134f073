// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Ban nhạc", en: "The little band" };

export const manifest: z.input<typeof gameManifest> = {
  id: "little-band",
  version: "1.0.0",
  title,
  house: "thinking",
  domains: ["aesthetic", "cognition"],
  goal: {
    vi: "Nghe và phân biệt âm thanh to – nhỏ, cao – thấp, nhanh – chậm; nhận ra nhạc cụ Việt Nam; đánh lại tiết tấu, giai điệu; tự sáng tác và nghe lại.",
    en: "Hear loud and soft, high and low, fast and slow; know Vietnamese instruments; repeat rhythms and melodies; make and hear one's own.",
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
