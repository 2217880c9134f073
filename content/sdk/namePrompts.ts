// Owns the prompts by which a menu tells a game from another: its title, and the name of each of its levels.

type Text = { vi: string; en: string };

/** `title` and `level-<id>`, to be recorded with the game's own prompts. */
export function namePrompts(
  title: Text,
  levels: readonly { readonly id: string; readonly title: Text }[],
): Record<string, Text> {
  return {
    [titleKey]: title,
    ...Object.fromEntries(levels.map((level) => [levelKey(level.id), level.title])),
  };
}

export const titleKey = "title";
export const levelKey = (level: string): string => `level-${level}`;
