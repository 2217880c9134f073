// Owns which free play a level has.
import type { Run } from "../../../sdk/run.ts";
import type { Level } from "../levels.ts";
import { exploreDrum } from "./drumExplore.ts";
import { exploreMachine } from "./machineExplore.ts";
import { exploreTones } from "./toneExplore.ts";

export function runExplore(run: Run, level: Level & { mode: "explore" }): Promise<void> {
  switch (level.place) {
    case "drum":
      return exploreDrum(run, level.amount);
    case "tones":
      return exploreTones(run);
    case "machine":
      return exploreMachine(run);
  }
}
