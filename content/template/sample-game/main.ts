// Owns putting the game together.
import "./game.css";
import { paintPlace } from "../../sdk/landscape.ts";
import { playGame } from "../../sdk/playGame.ts";
import { runExplore } from "./explore.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";

playGame<Level>({
  levels,
  paintScenery: () => paintPlace("yard"),
  play: (run, level) => (level.mode === "quiz" ? playQuiz(run, level) : runExplore(run, level)),
});
