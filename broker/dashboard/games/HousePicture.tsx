// Owns the picture of each of the five houses: one roof, five colours, a sign over the door.
import type { House } from "../../../protocol/game.ts";

/** Drawn in 40 × 40 around the door. */
const signs: Record<House, React.ReactNode> = {
  math: (
    <>
      <circle cx="13" cy="25" r="2.6" />
      <circle cx="20" cy="25" r="2.6" />
      <circle cx="27" cy="25" r="2.6" />
      <circle cx="16.5" cy="31.5" r="2.6" />
      <circle cx="23.5" cy="31.5" r="2.6" />
    </>
  ),
  letters: (
    <path
      d="M14 34l6-14 6 14m-10-5h8"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  science: (
    <path
      d="M20 35V25m0 3c-6 0-8-3-8-7 5 0 8 2 8 7zm0-4c0-5 3-7 8-7 0 5-2 8-8 8z"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
    />
  ),
  spaceTime: (
    <>
      <circle cx="20" cy="28" r="7.5" fill="none" stroke="currentColor" strokeWidth="2.6" />
      <path
        d="M20 24v4.4l3 2"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  thinking: (
    <path
      d="M17 35h6m-6.2-4c-2.6-1.6-4-3.6-4-6.2a7.2 7.2 0 0 1 14.4 0c0 2.6-1.4 4.6-4 6.2z"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
};

/** Decorative: the house's name stands beside it. */
export function HousePicture({ house, size }: { readonly house: House; readonly size: number }) {
  return (
    <svg
      className="house-picture"
      data-house={house}
      viewBox="0 0 40 40"
      width={size}
      height={size}
      aria-hidden="true"
    >
      <path className="house-wall" d="M7 17h26v18a3 3 0 0 1-3 3H10a3 3 0 0 1-3-3z" />
      <path className="house-roof" d="M20 2.5 2.6 16.2A1.6 1.6 0 0 0 3.6 19h32.8a1.6 1.6 0 0 0 1-2.8z" />
      <g className="house-sign" fill="currentColor">
        {signs[house]}
      </g>
    </svg>
  );
}
