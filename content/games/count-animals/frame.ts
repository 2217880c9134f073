// Owns what stays around the play: whose turn it is, how far we are, and "say it again".
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { createTurnEmblem } from "../../sdk/emblems.ts";
import { type Motion, springy } from "../../sdk/motion.ts";
import { eggPicture, hatchedPicture } from "./pictures.ts";

const speaker = `<svg viewBox="0 0 64 64" fill="none"><path fill="#0072b2" d="M8 25h11l15-13c2-1 3 0 3 2v36c0 2-1 3-3 2L19 39H8c-2 0-3-1-3-3v-8c0-2 1-3 3-3z"/><path class="wave" stroke="#e69f00" stroke-width="5" stroke-linecap="round" d="M44 24c4 5 4 11 0 16M51 17c8 9 8 21 0 30"/></svg>`;

export type Frame = {
  /** Shows `done` of `all` eggs hatched. */
  setProgress(done: number, all: number): void;
  setTurn(turns: readonly string[], turn: number): void;
  /** A place for what a mode wants to show in the middle of the top. */
  middle: HTMLElement;
};

export function createFrame(options: { layer: HTMLElement; motion: Motion; sayAgain: () => void }): Frame {
  const left = element("div", "frame-left");
  const middle = element("div", "frame-middle");
  const again = pictureButton("say-again", "Nghe lại", { "data-role": "say-again" }, drawing(speaker));
  again.addEventListener("click", options.sayAgain);
  options.layer.append(left, middle, again);
  let eggs: HTMLImageElement[] = [];
  return {
    middle,
    setProgress(done, all) {
      if (eggs.length !== all) {
        eggs = Array.from({ length: all }, () =>
          element("img", "egg", { src: eggPicture, alt: "", draggable: "false" }),
        );
        middle.replaceChildren(element("div", "nest", {}, ...eggs));
      }
      eggs.forEach((egg, index) => {
        if (index >= done || egg.classList.contains("hatched")) return;
        egg.src = hatchedPicture;
        egg.classList.add("hatched");
        void options.motion.move(
          egg,
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
        void options.motion.move(
          emblem,
          [{ transform: "scale(0) rotate(-40deg)" }, { transform: "none" }],
          450,
          springy,
        );
    },
  };
}
