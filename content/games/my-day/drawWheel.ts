// Owns the wheel of the day: a disc whose fields show, hour by hour, the colours of the sky and sun or moon. SVG text.
import { type ActivityName, activities, type Part } from "./day.ts";
import { moonSign, sunSign } from "./drawClock.ts";

const colours: Readonly<Record<Part, readonly [string, string]>> = {
  morning: ["#ffd9a0", "#ffc47a"],
  noon: ["#8fd3f5", "#6fc0ee"],
  afternoon: ["#ffab78", "#f58f58"],
  evening: ["#34468f", "#24346f"],
};
const inner = (svg: string) => svg.replace(/^<svg[^>]*>/, "").replace(/<\/svg>$/, "");

/** The first field stands at the top; the others follow clockwise. */
export function wheelPicture(shows: readonly ActivityName[]): string {
  const each = 360 / shows.length;
  const edge = (degrees: number, radius: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${(radius * Math.cos(angle)).toFixed(1)} ${(radius * Math.sin(angle)).toFixed(1)}`;
  };
  const fields = shows
    .map((name, index) => {
      const { part } = activities[name];
      const colour = colours[part][index % 2];
      const from = (index - 0.5) * each;
      const to = (index + 0.5) * each;
      const size = shows.length > 8 ? 0.62 : 0.95;
      const sign = part === "evening" ? moonSign : sunSign;
      // The sun is small at the edges of the day and large at noon.
      const grown = part === "noon" ? 1.2 : 1;
      return `<path d="M0 0L${edge(from, 178)}A178 178 0 0 1 ${edge(to, 178)}z" fill="${colour}" stroke="#fff" stroke-opacity=".6" stroke-width="3"/><g transform="rotate(${index * each}) translate(0 -130) scale(${size * grown}) translate(-32 -32)">${inner(sign)}</g>`;
    })
    .join("");
  return `<svg viewBox="-200 -200 400 408" fill="none"><circle cy="8" r="192" fill="#6b4226"/><circle r="192" fill="#b27a42"/><circle r="184" fill="#e0ad72"/>${fields}<circle r="46" fill="#b27a42"/><circle r="38" fill="#fff6dd"/><path d="M0-22l6 15 16 1-12 10 4 16-14-9-14 9 4-16-12-10 16-1z" fill="#f6b92b"/></svg>`;
}
