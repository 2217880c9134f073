// Owns putting something on the stage by its middle, in stage units from the stage's middle line.
import { units } from "./element.ts";

/** `x` from the middle of the stage, `y` from its top; without `height` it is a square. Returns what was put. */
export function standAt<Put extends HTMLElement>(
  put: Put,
  at: { readonly x: number; readonly y: number },
  width: number,
  height = width,
): Put {
  put.style.position = "absolute";
  put.style.left = `calc(50% + ${units(at.x - width / 2)})`;
  put.style.top = units(at.y - height / 2);
  put.style.width = units(width);
  put.style.height = units(height);
  return put;
}
