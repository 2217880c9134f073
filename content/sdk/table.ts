// Owns what every scene of every game has at hand: stage, voice, sounds, time and chance; and when a child may answer.
import type { AgeBand } from "../../protocol/game.ts";
import type { Celebration } from "./celebration.ts";
import type { Motion } from "./motion.ts";
import type { Random } from "./random.ts";
import type { Hint } from "./rounds.ts";
import type { Sounds } from "./sounds.ts";
import type { Speech } from "./speech.ts";
import type { Stage } from "./stage.ts";
import type { Timeline } from "./timeline.ts";

export type Table = {
  stage: Stage;
  motion: Motion;
  timeline: Timeline;
  speech: Speech;
  sounds: Sounds;
  random: Random;
  celebration: Celebration;
  ageBand: AgeBand;
};

/** A scene's way to tell the quiz of a wrong try; it answers with the hint that is due. */
export type TellWrong = () => Hint;

/** A scene plays one question and resolves when the right answer is found and shown. */
export type Scene<Asked> = (table: Table, question: Asked, tellWrong: TellWrong) => Promise<void>;

/** Open while a child may answer; closed while the game shows something. Wild clicks meet a closed gate. */
export type Gate = { open: boolean };

export type Phase = "asking" | "showing" | "over";

/** Where the run stands, on the page for whoever watches it: `asking` while a child may answer. */
export function setPhase(phase: Phase): void {
  document.body.dataset["phase"] = phase;
}

export function setGate(gate: Gate, open: boolean): void {
  gate.open = open;
  setPhase(open ? "asking" : "showing");
}
