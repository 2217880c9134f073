// Owns movement: short Web Animations on transform and opacity only, which the compositor runs at full speed.
import type { Timeline } from "./timeline.ts";

export type Motion = {
  /**
   * Plays to its end and leaves the element there; at once when motion is to be reduced. Never resolves during a pause:
   * what is due in the very moment of a pause the browser ends in it.
   */
  move(target: Element, keyframes: Keyframe[], durationMs: number, easing?: string): Promise<void>;
  readonly reduced: boolean;
};

export const springy = "cubic-bezier(0.34, 1.56, 0.64, 1)";
export const smooth = "cubic-bezier(0.45, 0.05, 0.3, 1)";

export function createMotion(reduced: boolean, timeline: Pick<Timeline, "whenRunning">): Motion {
  return {
    reduced,
    async move(target, keyframes, durationMs, easing = smooth) {
      const animation = target.animate(keyframes, {
        duration: reduced ? 1 : durationMs,
        easing,
        fill: "forwards",
      });
      try {
        await animation.finished;
        // All movements end where the element stands anyway: what is over is not kept.
        animation.cancel();
      } catch (error) {
        // Cancelled because another movement took over or the element left the page: both end this one.
        if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
      }
      await timeline.whenRunning();
    },
  };
}
