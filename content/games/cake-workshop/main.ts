// Owns putting the game together.
import "./game.css";
import { playGame } from "../../sdk/playGame.ts";
import { smallCakePictures } from "./drawCakes.ts";
import { type Level, levels } from "./levels.ts";
import { playQuiz } from "./quiz.ts";
import { kitchen, moonYard } from "./rooms.ts";
import { exploreCake } from "./scenes/exploreCake.ts";
import { exploreFeast } from "./scenes/exploreFeast.ts";

/** An empty paper cup waits for every cake. */
const paperCup = `<svg viewBox="0 0 100 100" fill="none"><path d="M16 40h68l-10 44c-1 4-4 6-8 6H34c-4 0-7-2-8-6z" fill="#d99a5b"/><path d="M30 42l6 46M50 42v46M70 42l-6 46" stroke="#b27a42" stroke-width="5"/><ellipse cx="50" cy="40" rx="35" ry="11" fill="#8a5426"/></svg>`;

playGame<Level>({
  levels,
  paintScenery: (name) => (name === "moonYard" ? moonYard() : kitchen()),
  progress: { todo: paperCup, done: smallCakePictures.moon },
  play(run, level) {
    if (level.mode === "quiz") return playQuiz(run, level);
    return level.does === "feast" ? exploreFeast(run) : exploreCake(run, level);
  },
});
