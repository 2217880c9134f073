// Owns the order of test files: the longest begin first, so that none is left alone at the end.
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** Half a minute or more on two cores. A fresh clone has no times of its own to go by. */
const longest = [
  "broker/main.test.ts",
  "content/robot/games.browser.test.ts",
  "broker/dashboard/timetable/timetable.browser.test.ts",
  "broker/dashboard/dashboard.browser.test.ts",
  "e2e/kill/kill.test.ts",
  "e2e/classroom.test.ts",
  "e2e/voices.test.ts",
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((file) => moduleId.endsWith(file));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
