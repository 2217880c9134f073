// Owns what a game may say: the prompts of its manifest, for only those have a voice.
import type { GameManifest, GameMessage } from "../../protocol/game.ts";

/** One line for every key that the game said and its manifest lacks. */
export function unknownPrompts(game: GameManifest, messages: readonly GameMessage[]): string[] {
  const said = messages.flatMap((message) => (message.type === "say" ? message.keys : []));
  return [...new Set(said)]
    .filter((key) => !Object.hasOwn(game.prompts, key))
    .map((key) => `it says "${key}", which its manifest lacks`);
}
