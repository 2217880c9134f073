// Owns the rule that one seed gives the same questions, whoever plays and whatever comes between.
import { playName } from "./plan.ts";
import type { PlayReport } from "./play.ts";

/** One line for every question in which two plays of the same level, mode and seed differ. */
export function differentQuestions(reports: readonly PlayReport[]): string[] {
  const first = new Map<string, PlayReport>();
  return reports.flatMap((report) => {
    const { game, level, mode, seed } = report.play;
    const key = `${game.id} ${level.id} ${mode} ${seed}`;
    const other = first.get(key);
    if (!other) {
      first.set(key, report);
      return [];
    }
    return report.signatures.flatMap((signature, index) => {
      const before = other.signatures[index];
      return before === undefined || signature === undefined || before === signature
        ? []
        : [
            `${playName(report.play)}: question ${index} is "${signature}", by ${other.play.hand} "${before}"`,
          ];
    });
  });
}
