// Owns the stage: one picture 768 units high that fits every screen, from 4:3 to wide, and its layers.
import { element } from "./element.ts";

export const stageHeight = 768;
const narrowest = 1024;
const widest = 1500;

export type StageFit = {
  /** Width in units: 1024 on 4:3, 1365 on 16:9. */
  width: number;
  /** CSS pixels per unit. */
  scale: number;
};

/** The largest stage inside a viewport given in CSS pixels. */
export function fitStage(viewportWidth: number, viewportHeight: number): StageFit {
  const width = Math.min(widest, Math.max(narrowest, (viewportWidth / viewportHeight) * stageHeight));
  return { width, scale: Math.min(viewportWidth / width, viewportHeight / stageHeight) };
}

export type Stage = {
  root: HTMLElement;
  /** Painted scenery; wider and higher than the stage so that no screen shows an edge. */
  backdrop: HTMLElement;
  /** What is played with; emptied between rounds. */
  play: HTMLElement;
  /** What stays: turn emblem, progress, "say it again". */
  frame: HTMLElement;
  /** Celebrations, above everything and never in the way of a touch. */
  above: HTMLElement;
  fit(): StageFit;
  /** Freezes or continues every animation on the page. */
  setPaused(paused: boolean): void;
  remove(): void;
};

/** Builds the stage in `document.body`. Needs stage.css. */
export function createStage({ reducedMotion }: { reducedMotion: boolean }): Stage {
  const backdrop = element("div", "stage-backdrop", { "aria-hidden": "true" });
  const play = element("div", "stage-play");
  const frame = element("div", "stage-frame");
  const above = element("div", "stage-above", { "aria-hidden": "true" });
  const inner = element("div", "stage", {}, backdrop, play, frame, above);
  const root = element("div", reducedMotion ? "stage-room stage-calm" : "stage-room", {}, inner);
  document.body.append(root);

  let fitted = fitStage(window.innerWidth, window.innerHeight);
  const refit = () => {
    fitted = fitStage(window.innerWidth, window.innerHeight);
    document.documentElement.style.fontSize = `${fitted.scale * 100}px`;
    inner.style.width = `${fitted.width / 100}rem`;
  };
  refit();
  window.addEventListener("resize", refit);
  // An inert stage is still told how a press ends that began before the pause.
  const onClick = (event: Event) => {
    if (root.inert) event.stopImmediatePropagation();
  };
  root.addEventListener("click", onClick, { capture: true });

  let frozen: Animation[] = [];
  return {
    root,
    backdrop,
    play,
    frame,
    above,
    fit: () => fitted,
    setPaused(paused) {
      // Told twice, it would forget what stands still.
      if (paused === root.inert) return;
      root.inert = paused;
      if (paused) {
        frozen = document.getAnimations().filter((animation) => animation.playState === "running");
        for (const animation of frozen) animation.pause();
      } else {
        for (const animation of frozen) animation.play();
        frozen = [];
      }
    },
    remove() {
      window.removeEventListener("resize", refit);
      root.remove();
    },
  };
}
