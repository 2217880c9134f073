// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Ngăn nắp", en: "Tidy up" };

export const manifest: z.input<typeof gameManifest> = {
  id: "sample-game",
  version: "1.0.0",
  title,
  house: "thinking",
  domains: ["cognition", "socialEmotional"],
  goal: {
    vi: "Gọi tên đồ vật quen thuộc, xếp đồ vật theo nhóm, nhận ra vật khác nhóm và bóng của vật.",
    en: "Name everyday things, sort them into groups, see what does not belong, and match shadows.",
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
