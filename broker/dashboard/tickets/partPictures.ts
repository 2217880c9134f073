// Owns which picture stands for which part: the same as at the stations.
import type { BrokenPart } from "../../../protocol/records/report.ts";

export const partPictures: Readonly<Record<BrokenPart, string>> = {
  display: "desktop-computer",
  mouse: "computer-mouse",
  keyboard: "keyboard",
  sound: "speaker-high-volume",
  network: "globe-with-meridians",
  game: "joystick",
  other: "toolbox",
};

/** In the order of the stations' own page; what is none of them last. */
export const partsInOrder: readonly BrokenPart[] = [
  "display",
  "mouse",
  "keyboard",
  "sound",
  "network",
  "game",
  "other",
];
