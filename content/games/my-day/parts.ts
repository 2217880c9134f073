// Owns what stands on the stage in more than one scene: pictures of the day as cards, panels for parts of the day, clocks.
import { picture, placeButton } from "../../sdk/cards.ts";
import { element, pictureButton, units } from "../../sdk/element.ts";
import { type ActivityName, activities, type Part, parts } from "./day.ts";
import { clockFace, handsAt, moonSign, partPicture, sunSign } from "./drawClock.ts";
import { activityPicture } from "./drawScenes.ts";

/** A picture of the day in a white frame, `width` stage units wide, five to four. */
export function dayCard(name: ActivityName, width: number): HTMLButtonElement {
  const card = pictureButton("day-card", activities[name].vi, {}, picture(activityPicture(name)));
  card.style.width = units(width);
  card.style.height = units(width * 0.8);
  return card;
}

/** The same as a picture that is not touched. */
export function dayPicture(name: ActivityName, width: number, className = ""): HTMLElement {
  const shown = element("div", `day-card ${className}`, {}, picture(activityPicture(name)));
  shown.style.width = units(width);
  shown.style.height = units(width * 0.8);
  return shown;
}

export const partPanel = (part: Part): HTMLButtonElement =>
  placeButton(
    `Buổi ${parts[part].vi}`,
    "part-panel",
    picture(partPicture(part, 94), "part-view"),
    element("span", "part-inside"),
  );

export const sunOrMoon = (isNight: boolean): HTMLElement =>
  element("span", "sun-or-moon", {}, picture(isNight ? moonSign : sunSign));

export type Clock = { readonly root: HTMLElement; show(minutes: number): void };

/** A large clock whose hands turn the shorter way. */
export function createClock(minutes: number): Clock {
  const root = element("div", "large-clock", {}, picture(clockFace(minutes, false)));
  let shown = handsAt(minutes);
  const turn = (selector: string, degrees: number) => {
    const hand = root.querySelector<SVGElement>(selector);
    if (hand) hand.style.rotate = `${degrees}deg`;
  };
  // Degrees go on beyond 360, so that a hand never spins all the way back.
  const onward = (from: number, to: number) => from + ((((to - from) % 360) + 540) % 360) - 180;
  const draw = () => {
    turn(".short-hand", shown.short);
    turn(".long-hand", shown.long);
  };
  draw();
  return {
    root,
    show(next) {
      const wanted = handsAt(next);
      shown = { short: onward(shown.short, wanted.short), long: onward(shown.long, wanted.long) };
      draw();
    },
  };
}

const arrowPath = { back: "M42 10L18 32l24 22", ahead: "M22 10l24 22-24 22" } as const;
export const arrowButton = (way: keyof typeof arrowPath, label: string) =>
  pictureButton(
    "turn-button",
    label,
    {},
    picture(
      `<svg viewBox="0 0 64 64" fill="none"><path d="${arrowPath[way]}" stroke="#0072b2" stroke-width="11" stroke-linecap="round" stroke-linejoin="round"/></svg>`,
    ),
  );

export const bellDrawing = `<svg viewBox="0 0 64 64" fill="none"><path fill="#b97f0c" d="M32 8c12 0 17 9 17 20 0 10 3 15 7 19H8c4-4 7-9 7-19C15 17 20 8 32 8z"/><path fill="#ffd447" d="M32 5c12 0 17 9 17 20 0 10 3 15 7 19H8c4-4 7-9 7-19C15 14 20 5 32 5z"/><path d="M23 16c-3 5-3 12-4 18" stroke="#fff3b8" stroke-width="5" stroke-linecap="round"/><circle cx="32" cy="52" r="7" fill="#d55e00"/></svg>`;
