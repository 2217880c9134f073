// Owns which pictures of the emoji set are shipped: all animals, plants and foods (a school chooses emblems freely) and those the
// screens themselves show. Runs at build time only.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { classroomPictures } from "../protocol/documents/classroomPictures.ts";

const require = createRequire(import.meta.url);

/** Pictures that the screens name. */
const onScreens = [
  "computer-mouse",
  "desktop-computer",
  "eyes",
  "globe-with-meridians",
  "glowing-star",
  "joystick",
  "keyboard",
  "magnifying-glass-tilted-left",
  "owl",
  "speaker-high-volume",
  "speech-balloon",
  "star",
  "toolbox",
  "waving-hand",
] as const;

const categories = ["Animals & Nature", "Food & Drink", "Travel & Places"];
/** Versions of a hand or a person in other skin tones are never emblems. */
const variant = /-(light|medium-light|medium|medium-dark|dark)$/;

/** Name → SVG text. */
export async function pictureFiles(): Promise<ReadonlyMap<string, string>> {
  const icons = await readJson<{ width: number; height: number; icons: Record<string, { body: string }> }>(
    "icons.json",
  );
  const metadata = await readJson<{ categories: Record<string, string[]> }>("metadata.json");
  const names = new Set<string>([...onScreens, ...classroomPictures]);
  for (const category of categories)
    for (const name of metadata.categories[category] ?? []) if (!variant.test(name)) names.add(name);
  const files = new Map<string, string>();
  for (const name of names) {
    const icon = icons.icons[name];
    if (icon === undefined) continue;
    files.set(
      name,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${icons.width} ${icons.height}">${icon.body}</svg>`,
    );
  }
  return files;
}

async function readJson<Shape>(file: string): Promise<Shape> {
  // The package is pinned; its own types describe these files.
  return JSON.parse(
    await readFile(require.resolve(`@iconify-json/fluent-emoji-flat/${file}`), "utf8"),
  ) as Shape;
}
