// Owns what a game says aloud: it names prompts by key, the host finds the voice.
import type { Host } from "./lifecycle.ts";
import type { Timeline } from "./timeline.ts";

export type Speech = {
  /**
   * Speaks prompts one after another, after what is being spoken. Resolves when they are over, `true` when heard;
   * never before `leastMs` of play, so that counting keeps its pace on a machine without sound.
   */
  say(keys: readonly string[], leastMs?: number): Promise<boolean>;
  /** As `say`, but drops what is being spoken. */
  sayNow(keys: readonly string[], leastMs?: number): Promise<boolean>;
  hush(): void;
};

/** A host that never answers must not hold a game: a prompt counts as over after this long. */
const longestPromptMs = 15_000;

export function createSpeech({ host, timeline }: { host: Host; timeline: Timeline }): Speech {
  const open = new Map<number, (heard: boolean) => void>();
  let nextId = 1;
  host.onSpoken((id, heard) => open.get(id)?.(heard));

  const speak = async (keys: readonly string[], interrupt: boolean, leastMs: number) => {
    const id = nextId;
    nextId += 1;
    const over = new Promise<boolean>((resolve) => {
      const cancel = timeline.after(longestPromptMs, () => open.get(id)?.(false));
      open.set(id, (heard) => {
        open.delete(id);
        cancel();
        resolve(heard);
      });
    });
    host.send({ type: "say", id, keys: [...keys], interrupt });
    const [heard] = await Promise.all([over, timeline.wait(leastMs)]);
    // A pause ends the host's speech: what follows a prompt waits for the resume.
    await timeline.whenRunning();
    return heard;
  };
  return {
    say: (keys, leastMs = 0) => speak(keys, false, leastMs),
    sayNow: (keys, leastMs = 0) => speak(keys, true, leastMs),
    hush: () => host.send({ type: "hush" }),
  };
}
