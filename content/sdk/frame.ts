// Owns what stays around the play: whose turn it is, how far we are, and "say it again".
import { drawing, element, pictureButton } from "./element.ts";
import { createTurnEmblem } from "./emblems.ts";
import { type Motion, springy } from "./motion.ts";

const speaker = `<svg viewBox="0 0 64 64" fill="none"><path fill="#0072b2" d="M8 25h11l15-13c2-1 3 0 3 2v36c0 2-1 3-3 2L19 39H8c-2 0-3-1-3-3v-8c0-2 1-3 3-3z"/><path class="wave" stroke="#e69f00" stroke-width="5" stroke-linecap="round" d="M44 24c4 5 4 11 0 16M51 17c8 9 8 21 0 30"/></svg>`;
const bud = `<svg viewBox="0 0 32 32"><path d="M16 31V19" stroke="#4c9a3d" stroke-width="3" stroke-linecap="round"/><path fill="#6fb04b" d="M16 21c-6-2-7-9-4-15 2 3 6 3 8 0 3 6 2 13-4 15z"/><path fill="#ffc2d6" d="M16 5c3 2 4 6 2 10h-4c-2-4-1-8 2-10z"/></svg>`;
const flower = `<svg viewBox="0 0 32 32"><g fill="#ff8fb8"><circle cx="16" cy="7" r="6"/><circle cx="25" cy="14" r="6"/><circle cx="21.500" cy="24" r="6"/><circle cx="10.500" cy="24" r="6"/><circle cx="7" cy="14" r="6"/></g><circle cx="16" cy="16" r="6" fill="#ffd447"/></svg>`;

/** Pictures, SVG text or addresses, of a question that is still to come and of one that was answered. */
export type ProgressPictures = { readonly todo: string; readonly done: string };

const budsAndFlowers: ProgressPictures = { todo: bud, done: flower };

export type Frame = {
  /** Shows `done` of `all` questions answered. */
  setProgress(done: number, all: number): void;
  setTurn(turns: readonly string[], turn: number): void;
  /** A place for what a mode wants to show in the middle of the top. */
  middle: HTMLElement;
};

export function createFrame(options: {
  layer: HTMLElement;
  motion: Motion;
  sayAgain: () => void;
  progress?: ProgressPictures | undefined;
}): Frame {
  const { motion, progress = budsAndFlowers } = options;
  const left = element("div", "frame-left");
  const middle = element("div", "frame-middle");
  const again = pictureButton("say-again", "Nghe lại", { "data-role": "say-again" }, drawing(speaker));
  again.addEventListener("click", options.sayAgain);
  options.layer.append(left, middle, again);
  const show = (picture: string) =>
    picture.startsWith("<svg")
      ? drawing(picture)
      : element("img", "", { src: picture, alt: "", draggable: "false" });
  let marks: HTMLElement[] = [];
  return {
    middle,
    setProgress(done, all) {
      if (marks.length !== all) {
        marks = Array.from({ length: all }, () => element("span", "progress-mark", {}, show(progress.todo)));
        middle.replaceChildren(element("div", "progress", {}, ...marks));
      }
      marks.forEach((mark, index) => {
        if (index >= done || mark.classList.contains("done")) return;
        mark.replaceChildren(show(progress.done));
        mark.classList.add("done");
        void motion.move(
          mark,
          [
            { transform: "scale(.6) rotate(-12deg)" },
            { transform: "scale(1.35) rotate(8deg)" },
            { transform: "none" },
          ],
          620,
          springy,
        );
      });
    },
    setTurn(turns, turn) {
      const emblem = createTurnEmblem(turns, turn);
      left.replaceChildren(...(emblem ? [emblem] : []));
      if (emblem)
        void motion.move(
          emblem,
          [{ transform: "scale(0) rotate(-40deg)" }, { transform: "none" }],
          450,
          springy,
        );
    },
  };
}
