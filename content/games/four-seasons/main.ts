// Owns putting the game together.
import { playGame } from "../../sdk/playGame.ts";
import "./game.css";
import { runExplore } from "./explore.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { paintScenery } from "./scenery.ts";

playGame<Level>({
  levels,
  paintScenery,
  play: (run, level) => (level.mode === "quiz" ? playQuiz(run, level) : runExplore(run, level)),
});
