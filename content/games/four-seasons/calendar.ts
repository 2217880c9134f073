// Owns the sheets of the calendar: days of the week, months, and the leaf that is torn off every day.
import { picture } from "../../sdk/cards.ts";
import { element, pictureButton } from "../../sdk/element.ts";
import { daySigns, pictures } from "./pictures.ts";
import { days, months } from "./year.ts";

const sundaySign = `<svg viewBox="0 0 40 40"><circle cx="20" cy="20" r="10" fill="#ffd447"/><g stroke="#ffd447" stroke-width="4" stroke-linecap="round"><path d="M20 3v3M20 34v3M3 20h3M34 20h3M8 8l2 2M30 30l2 2M32 8l-2 2M8 32l2-2"/></g></svg>`;

/** What one does on the day, and its number; Sunday, which has none, wears a sun. */
export const dayPicture = (index: number) => {
  const sign = days[index]?.sign ?? "flag";
  return element(
    "span",
    `day-face ${index === 6 ? "sunday" : ""}`,
    {},
    element("span", "day-top", {}, index === 6 ? picture(sundaySign) : String(index + 2)),
    element("span", "day-sign", {}, picture(daySigns[sign])),
  );
};

export const monthPicture = (index: number) => {
  const month = months[index] ?? months[0];
  return element(
    "span",
    `day-face month-face in-${month.season}`,
    {},
    element("span", "day-top", {}, String(index + 1)),
    element("span", "day-sign", {}, picture(pictures[month.thing])),
  );
};

export const dayCard = (index: number) =>
  pictureButton("picture-card sheet-card", days[index]?.vi ?? "", {}, dayPicture(index));
export const monthCard = (index: number) =>
  pictureButton("picture-card sheet-card", months[index]?.vi ?? "", {}, monthPicture(index));

/** A leaf of the block calendar: its number, and as many dots as the day has in tens and ones. */
export const sheetPicture = (day: number) =>
  element(
    "span",
    "leaf-face",
    {},
    element("span", "leaf-number", {}, String(day)),
    element(
      "span",
      "leaf-dots",
      {},
      ...Array.from({ length: day }, (_, index) => element("i", index % 10 === 9 ? "ten" : "")),
    ),
  );
