// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { workshop, yard } from "./room.ts";
import { exploreSlope } from "./scenes/exploreSlope.ts";
import { exploreTable } from "./scenes/exploreTable.ts";
import { theatre } from "./theatre.ts";

playGame<Level>({
  levels,
  paintScenery: (name) => (name === "yard" ? yard() : name === "theatre" ? theatre() : workshop()),
  play(run, level) {
    if (level.mode === "quiz") return playQuiz(run, level);
    return level.toys === "solids" ? exploreSlope(run) : exploreTable(run, level);
  },
});
