// Owns putting a game together when its host says start: everything but what makes this game this one.
import "./stage.css";
import "./kit.css";
import { createCelebration } from "./celebration.ts";
import { drawing } from "./element.ts";
import { enableArrowKeys } from "./focus.ts";
import { createFrame, type ProgressPictures } from "./frame.ts";
import { chooseLevel, type LevelBase } from "./level.ts";
import { connectGame, type GameStart, type Host, type Playing } from "./lifecycle.ts";
import { createMotion } from "./motion.ts";
import { createRandom } from "./random.ts";
import type { Run } from "./run.ts";
import { createSounds } from "./sounds.ts";
import { createSpeech } from "./speech.ts";
import { createStage } from "./stage.ts";
import { createTimeline } from "./timeline.ts";

export type Game<Level extends LevelBase> = {
  readonly levels: readonly Level[];
  /** SVG text of a scenery by its name, drawn from x −1200 to 1200 and y −300 to 1068 around the stage (see landscape.ts). */
  paintScenery(name: string): string;
  /** Pictures of the questions to come and those answered; buds and flowers when left out. */
  readonly progress?: ProgressPictures;
  /** Plays one level to its end, or, to explore, until the host stops it. A rejection is told to the host as a fault. */
  play(run: Run, level: Level): Promise<void>;
};

/** After this long without a touch the question is asked again, a few times. */
const silenceMs = 14_000;
const mostReminders = 3;

/** Waits for the host and plays. Call it once, at the end of the game's main.ts. */
export function playGame<Level extends LevelBase>(game: Game<Level>): void {
  connectGame(window, (start, host) => begin(game, start, host));
}

function begin<Level extends LevelBase>(game: Game<Level>, start: GameStart, host: Host): Playing {
  const level = chooseLevel(game.levels, start);
  const timeline = createTimeline({
    clock: performance,
    timers: {
      set: (run, delayMs) => window.setTimeout(run, delayMs),
      clear: (handle) => window.clearTimeout(handle as number), // made by `set` above
    },
  });
  const stage = createStage({ reducedMotion: start.reducedMotion });
  const motion = createMotion(start.reducedMotion, timeline);
  const sounds = createSounds(start.volume);
  const speech = createSpeech({ host, timeline });
  const celebration = createCelebration({
    layer: stage.above,
    motion,
    random: createRandom(start.seed + 1),
    timeline,
  });

  let repeat: readonly string[] = [];
  let reminders = 0;
  let cancelReminder = () => {};
  const isAsking = () => document.body.dataset["phase"] === "asking" && repeat.length > 0;
  const remindLater = () => {
    cancelReminder();
    cancelReminder = timeline.after(silenceMs, () => {
      if (reminders >= mostReminders || repeat.length === 0) return;
      reminders += 1;
      if (isAsking()) void speech.say(repeat);
      remindLater();
    });
  };
  const onInput = () => {
    reminders = 0;
    remindLater();
  };
  window.addEventListener("pointerdown", onInput);
  window.addEventListener("keydown", onInput);

  let shown: string | undefined;
  const run: Run = {
    table: {
      stage,
      motion,
      timeline,
      speech,
      sounds,
      random: createRandom(start.seed),
      celebration,
      ageBand: start.ageBand,
    },
    host,
    turns: start.turns,
    frame: createFrame({
      layer: stage.frame,
      motion,
      progress: game.progress,
      sayAgain: () => {
        if (repeat.length > 0) void speech.sayNow(repeat);
      },
    }),
    showScenery(name) {
      if (name === shown) return;
      shown = name;
      const scenery = drawing(game.paintScenery(name));
      const before = [...stage.backdrop.children];
      stage.backdrop.append(scenery);
      stage.root.dataset["scenery"] = name;
      if (before.length === 0) return;
      void motion.move(scenery, [{ opacity: 0 }, { opacity: 1 }], 500).then(() => {
        for (const old of before) old.remove();
      });
    },
    setRepeat(keys) {
      repeat = keys;
      reminders = 0;
      remindLater();
    },
  };
  const disableArrowKeys = enableArrowKeys(stage.root);
  document.body.dataset["phase"] = "showing";
  // A rejection reaches the window's handler, which tells the host of the fault.
  void game.play(run, level);

  return {
    pause() {
      timeline.pause();
      stage.setPaused(true);
      sounds.pause();
    },
    resume() {
      stage.setPaused(false);
      sounds.resume();
      timeline.resume();
      if (isAsking()) void speech.say(repeat);
    },
    setVolume: sounds.setVolume,
    stop() {
      timeline.clear();
      sounds.stop();
      disableArrowKeys();
      window.removeEventListener("pointerdown", onInput);
      window.removeEventListener("keydown", onInput);
      stage.remove();
    },
  };
}
