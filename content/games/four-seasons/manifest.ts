// Owns what the catalogue says about this game.
import type { z } from "zod";
import type { gameManifest } from "../../../protocol/game.ts";
import { commonPrompts } from "../../sdk/commonPrompts.ts";
import { drawnHere, fluentEmoji, spokenByMachine } from "../../sdk/credits.ts";
import { manifestLevels } from "../../sdk/level.ts";
import { namePrompts } from "../../sdk/namePrompts.ts";
import { levels } from "./levels.ts";
import { listPrompts } from "./prompts.ts";

const title = { vi: "Bốn mùa và lễ hội", en: "Four seasons and festivals" };

export const manifest: z.input<typeof gameManifest> = {
  id: "four-seasons",
  version: "1.0.0",
  title,
  house: "spaceTime",
  domains: ["cognition", "socialEmotional", "aesthetic"],
  goal: {
    vi: "Nhận biết bốn mùa miền Bắc và thứ tự các mùa, vật đặc trưng của mỗi mùa; các ngày hội Tết, Trung thu, Giỗ Tổ; thứ tự ngày trong tuần, tháng trong năm, hôm qua – hôm nay – ngày mai.",
    en: "Know the four seasons of the North and their order, what belongs to each, the festivals, the order of days and months, yesterday, today and tomorrow.",
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
