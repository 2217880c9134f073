// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { runExplore } from "./explore.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { paintVeranda } from "./scenery.ts";

playGame<Level>({
  levels,
  paintScenery: paintVeranda,
  play: (run, level) => (level.mode === "quiz" ? playQuiz(run, level) : runExplore(run, level)),
});
