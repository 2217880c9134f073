// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { partNames } from "./day.ts";
import { moonSign, sunSign } from "./drawClock.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { exploreClock } from "./scenes/exploreClock.ts";
import { exploreWheel } from "./scenes/exploreWheel.ts";
import { village } from "./village.ts";

playGame<Level>({
  levels,
  paintScenery: (name) => village(partNames.find((part) => part === name) ?? "morning"),
  // A moon goes down and a sun comes up for every answer.
  progress: { todo: moonSign, done: sunSign },
  play(run, level) {
    if (level.mode === "quiz") return playQuiz(run, level);
    return level.does === "clock" ? exploreClock(run) : exploreWheel(run, level);
  },
});
