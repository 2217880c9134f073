// Owns the one voice of the kiosk: pieces are spoken one after another and never over each other; muted, everything still answers.
import type { Locale } from "../../../protocol/game.ts";

/** Something to say; `layers.ts` has the order of the voices that may say it. */
export type Piece = {
  readonly text: string;
  readonly locale: Locale;
  /** Address of the recording that comes with the game; null when there is none. */
  readonly recording: string | null;
};

export type Voices = {
  /** Resolves true when the piece was heard to its end, false when it could not be spoken or was cut off. */
  play(piece: Piece, volume: number, signal: AbortSignal): Promise<boolean>;
};

export type Speaker = {
  /** `interrupt` drops what is spoken and what waits. Resolves with whether all of it was heard. */
  say(pieces: readonly Piece[], options?: { readonly interrupt?: boolean }): Promise<boolean>;
  hush(): void;
  /** 0 (muted) to 1. */
  setVolume(volume: number): void;
};

export function openSpeaker(voices: Voices): Speaker {
  let volume = 1;
  let abort = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const hush = () => {
    abort.abort();
    abort = new AbortController();
  };
  return {
    say(pieces, { interrupt = true } = {}) {
      if (interrupt) hush();
      const { signal } = abort;
      const speak = async () => {
        for (const piece of pieces) {
          if (signal.aborted || volume === 0) return false;
          if (!(await voices.play(piece, volume, signal))) return false;
        }
        return true;
      };
      const mine = last.then(speak);
      last = mine.catch(() => undefined);
      return mine;
    },
    hush,
    setVolume(next) {
      volume = next;
      if (next === 0) hush();
    },
  };
}
