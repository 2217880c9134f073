// Owns the picture of easy, fitting and hard: steps that are low, higher, and steep. Never red: a level can be too hard, a child cannot.
import type { Difficulty } from "../../api/games.ts";
import { useTexts } from "./texts/useTexts.ts";

const steps: Record<Difficulty, number> = { easy: 1, fits: 2, hard: 3 };

type DifficultySignProps = {
  readonly difficulty: Difficulty;
  /** Instead of the one word. */
  readonly label?: string;
};

export function DifficultySign({ difficulty, label }: DifficultySignProps) {
  const { t } = useTexts();
  return (
    <span className="difficulty" data-difficulty={difficulty}>
      <svg viewBox="0 0 24 20" width={24} height={20} aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <rect
            key={step}
            x={1 + (step - 1) * 8}
            y={19 - step * 6}
            width={6}
            height={step * 6}
            rx={1.6}
            data-reached={step <= steps[difficulty] || undefined}
          />
        ))}
      </svg>
      {label ?? t(`difficulty.${difficulty}`)}
    </span>
  );
}
