// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Hình và khối", en: "Shapes and solids" };

export const manifest: z.input<typeof gameManifest> = {
  id: "shapes-build",
  version: "1.0.0",
  title,
  house: "math",
  domains: ["cognition", "aesthetic"],
  goal: {
    vi: "Nhận biết, gọi tên các hình và các khối; chắp ghép hình thành bức tranh; nhận ra hình dạng của đồ vật; đếm cạnh và góc; biết khối nào lăn được, khối nào xếp chồng được.",
    en: "Know and name shapes and solids, build pictures from them, see them in everyday things, count sides and corners, and find out what rolls and what stacks.",
  },
  modes: ["explore", "quiz"],
  levels: manifestLevels(levels),
  prompts: { ...commonPrompts, ...listPrompts(), ...namePrompts(title, levels) },
  icon: "icon.svg",
  credits: [
    fluentEmoji("pictures/*.svg", "levels/*.svg"),
    drawnHere("levels/*.svg", "icon.svg"),
    spokenByMachine(),
  ],
};
