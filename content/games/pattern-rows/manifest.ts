// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Dãy quy luật", en: "Pattern rows" };

export const manifest: z.input<typeof gameManifest> = {
  id: "pattern-rows",
  version: "1.0.0",
  title,
  house: "thinking",
  domains: ["cognition", "aesthetic"],
  goal: {
    vi: "Nhận ra và tiếp nối quy luật về màu, hình, kích thước, âm thanh và động tác (AB, AAB, ABB, ABC, tăng dần); tìm chỗ sai, xếp lại bằng vật khác, tự tạo quy luật.",
    en: "See and continue patterns of colour, shape, size, sound and movement; find what breaks them; make the same pattern with other things; make one's own.",
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
