// Owns putting the game together.
import "./game.css";
import { paintPlace } from "../../sdk/landscape.ts";
import { playGame } from "../../sdk/playGame.ts";
import type { Place } from "./animals.ts";
import { runExplore } from "./explore.ts";
import { type Level, levels } from "./levels.ts";
import { eggPicture, hatchedPicture } from "./pictures.ts";
import { playLevel } from "./quiz.ts";

playGame<Level>({
  levels,
  // Only places are shown, by their names.
  paintScenery: (name) => paintPlace(name as Place),
  progress: { todo: eggPicture, done: hatchedPicture },
  play: (run, level) => (level.mode === "quiz" ? playLevel(run, level) : runExplore(run, level)),
});
