// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Vườn ươm", en: "The seed garden" };

export const manifest: z.input<typeof gameManifest> = {
  id: "seed-garden",
  version: "1.0.0",
  title,
  house: "science",
  domains: ["cognition", "language", "socialEmotional"],
  goal: {
    vi: "Biết cây cần đất, nước và ánh sáng; gọi tên các bộ phận của cây và ích lợi của chúng; sắp xếp vòng đời của cây, bướm, ếch và gà; chăm cây đúng thứ tự.",
    en: "Know that plants need soil, water and light; name the parts of a plant and what they do; order the life cycles of a plant, a butterfly, a frog and a hen; care for a plant step by step.",
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
