// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { exploreGarden } from "./exploreGarden.ts";
import { explorePots } from "./explorePots.ts";
import { exploreWheel } from "./exploreWheel.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { paintScenery } from "./scenery.ts";

playGame<Level>({
  levels,
  paintScenery,
  async play(run, level) {
    if (level.mode === "quiz") return playQuiz(run, level);
    if (level.kind === "garden") return exploreGarden(run);
    if (level.kind === "twoPots") return explorePots(run);
    return exploreWheel(run);
  },
});
