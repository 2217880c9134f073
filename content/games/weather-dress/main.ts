// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { exploreSky } from "./exploreSky.ts";
import { exploreWardrobe } from "./exploreWardrobe.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { paintScenery } from "./scenery.ts";

playGame<Level>({
  levels,
  paintScenery,
  play: (run, level) =>
    level.mode === "quiz"
      ? playQuiz(run, level)
      : level.kind === "wardrobe"
        ? exploreWardrobe(run)
        : exploreSky(run, level),
});
