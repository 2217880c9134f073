// Owns putting the game together.
import "../../sdk/vietnameseLetters.css";
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { runExplore } from "./explore.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { paintGarden } from "./scenery.ts";

playGame<Level>({
  levels,
  paintScenery: paintGarden,
  play: (run, level) => (level.mode === "quiz" ? playQuiz(run, level) : runExplore(run, level)),
});
