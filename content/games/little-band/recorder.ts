// Owns remembering what was played (touches and their times, never a microphone) and playing it back.
import { element } from "../../sdk/element.ts";
import { springy } from "../../sdk/motion.ts";
import type { Table } from "../../sdk/table.ts";
import { type Beat, trimBeats } from "./logic.ts";
import type { Sounding } from "./player.ts";

/** As many touches are remembered; the oldest are forgotten. */
const mostBeats = 32;
/** As many are shown on the ribbon. */
const shownBeats = 16;

export type Recorder = {
  /** The ribbon on which the music is seen. */
  readonly ribbon: HTMLElement;
  readonly amount: number;
  readonly isPlaying: boolean;
  note(played: Sounding): void;
  clear(): void;
  /** Plays it all; resolves at the end. */
  replay(): Promise<void>;
};

export function createRecorder(table: Table): Recorder {
  const ribbon = element("div", "ribbon");
  let beats: Beat<Sounding>[] = [];
  let isPlaying = false;
  const show = () => {
    ribbon.replaceChildren(
      ...beats.slice(-shownBeats).map(({ played }) => {
        const sign = element("span", "ribbon-note");
        sign.style.background = played.colour;
        return sign;
      }),
    );
  };
  show();
  return {
    ribbon,
    get amount() {
      return beats.length;
    },
    get isPlaying() {
      return isPlaying;
    },
    note(played) {
      beats = [...beats, { played, at: table.timeline.now() }].slice(-mostBeats);
      show();
      const last = ribbon.lastElementChild;
      if (last)
        void table.motion.move(last, [{ transform: "scale(0)" }, { transform: "none" }], 260, springy);
    },
    clear() {
      beats = [];
      show();
    },
    async replay() {
      if (isPlaying) return;
      isPlaying = true;
      let at = 0;
      const offset = Math.max(0, beats.length - shownBeats);
      for (const [index, beat] of trimBeats(beats).entries()) {
        await table.timeline.wait(beat.at - at);
        at = beat.at;
        beat.played.play();
        const sign = ribbon.children[index - offset];
        if (sign)
          void table.motion.move(
            sign,
            [{ transform: "none" }, { transform: "scale(1.7)" }, { transform: "none" }],
            300,
          );
      }
      await table.timeline.wait(600);
      isPlaying = false;
    },
  };
}
