// Owns what a child would see as wrong on a screen that stands still: too small, too near, cut off, covered.
import { wordsAlone } from "./words.ts";

/** The least size and distance of what is touched, in CSS pixels of the smallest screen; a tenth is for rounding. */
const leastSize = 79.9;
const leastDistance = 15.9;
/** So much of a picture may reach over an edge before it counts as cut off, CSS pixels. */
const edgeAllowance = 1;

export const touchables = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>("button:not(:disabled)")].filter(
    (button) => button.offsetParent !== null && getComputedStyle(button).visibility === "visible",
  );

/** Words for an element that a person finds again in the code. */
export function nameOf(target: Element): string {
  const marks = [...target.attributes]
    .filter(({ name }) => name.startsWith("data-"))
    .map(({ name, value }) => (value === "" ? name : `${name}=${value}`));
  const label = target.getAttribute("aria-label");
  return [`.${[...target.classList].join(".")}`, label === null ? "" : `“${label}”`, ...marks]
    .filter((part) => part !== "")
    .join(" ");
}

/** Everything wrong now. `tight` also measures sizes and distances, which hold on the smallest screen. */
export function findFlaws({ tight }: { tight: boolean }): string[] {
  const buttons = touchables().map((root) => ({ root, box: root.getBoundingClientRect() }));
  const flaws: string[] = [];
  for (const { root } of buttons) {
    const words = wordsAlone(root);
    if (words !== null) flaws.push(`${nameOf(root)} shows only the words “${words}”`);
  }
  buttons.forEach(({ root, box }, index) => {
    if (!tight) return;
    if (box.width < leastSize || box.height < leastSize)
      flaws.push(`${nameOf(root)} is ${sizeText(box.width)} × ${sizeText(box.height)}`);
    for (const other of buttons.slice(index + 1)) {
      if (root.contains(other.root) || other.root.contains(root)) {
        flaws.push(`${nameOf(other.root)} lies inside ${nameOf(root)}`);
        continue;
      }
      const across = Math.max(box.left, other.box.left) - Math.min(box.right, other.box.right);
      const down = Math.max(box.top, other.box.top) - Math.min(box.bottom, other.box.bottom);
      if (Math.max(across, down) < leastDistance)
        flaws.push(`${nameOf(root)} is ${sizeText(Math.max(across, down))} from ${nameOf(other.root)}`);
    }
  });
  const stage = document.querySelector(".stage")?.getBoundingClientRect();
  const fills = (length: number, whole: number) => Math.abs(length - whole) < 2;
  if (stage && !fills(stage.height, innerHeight) && !fills(stage.width, innerWidth))
    flaws.push(`the stage is ${sizeText(stage.width)} × ${sizeText(stage.height)} in a larger window`);
  for (const root of partsOfTheQuestion()) {
    const cut = cutOff(root);
    if (cut > edgeAllowance) flaws.push(`${nameOf(root)} is cut off by ${sizeText(cut)}`);
  }
  return flaws;
}

const sizeText = (pixels: number) => `${Math.round(pixels * 10) / 10} px`;

/** What is touched, what things are carried to, and every picture that is not scenery or a celebration. */
function partsOfTheQuestion(): Element[] {
  const parts = document.querySelectorAll(
    "button, [data-next], [data-wrong], [data-place], .stage-play img, .stage-play svg, .stage-frame img, .stage-frame svg",
  );
  return [...parts].filter((part) => {
    if (part.closest('[aria-hidden="true"]') || part.parentElement?.closest("svg")) return false;
    const { visibility, opacity } = getComputedStyle(part);
    const { width, height } = part.getBoundingClientRect();
    return visibility === "visible" && opacity !== "0" && width > 0 && height > 0;
  });
}

/** By how many pixels an element reaches out of the window or of an ancestor that clips. */
function cutOff(part: Element): number {
  const box = part.getBoundingClientRect();
  let worst = Math.max(-box.left, -box.top, box.right - innerWidth, box.bottom - innerHeight);
  for (let above = part.parentElement; above && above !== document.body; above = above.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(above);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const edge = above.getBoundingClientRect();
    if (overflowX !== "visible") worst = Math.max(worst, edge.left - box.left, box.right - edge.right);
    if (overflowY !== "visible") worst = Math.max(worst, edge.top - box.top, box.bottom - edge.bottom);
  }
  return worst;
}
