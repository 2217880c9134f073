// Owns the little house that shows which of the five houses a game lives in.
import type { House } from "../../../protocol/game.ts";

export const houseColours: Record<House, string> = {
  math: "#ef7b6c",
  letters: "#f2a541",
  science: "#6fae4f",
  spaceTime: "#5b9bd5",
  thinking: "#9a7bc8",
};

export function HouseMark({ house, label }: { readonly house: House; readonly label: string }) {
  const colour = houseColours[house];
  return (
    <svg viewBox="0 0 40 40" width="1.3em" height="1.3em" role="img" aria-label={label}>
      <title>{label}</title>
      <rect x="8" y="17" width="24" height="19" rx="3" fill="#fff" stroke={colour} strokeWidth="3" />
      <path
        d="M3 20 L20 5 L37 20"
        fill="none"
        stroke={colour}
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="16" y="24" width="8" height="12" rx="4" fill={colour} />
    </svg>
  );
}
