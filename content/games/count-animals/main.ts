// Owns putting the game together when the host says start.
import "../../sdk/stage.css";
import "./game.css";
import { createCelebration } from "../../sdk/celebration.ts";
import { drawing } from "../../sdk/element.ts";
import { enableArrowKeys } from "../../sdk/focus.ts";
import { connectGame, type GameStart, type Host, type Playing } from "../../sdk/lifecycle.ts";
import { createMotion } from "../../sdk/motion.ts";
import { createRandom } from "../../sdk/random.ts";
import { createSounds } from "../../sdk/sounds.ts";
import { createSpeech } from "../../sdk/speech.ts";
import { createStage } from "../../sdk/stage.ts";
import { createTimeline } from "../../sdk/timeline.ts";
import type { Place } from "./animals.ts";
import { runExplore } from "./explore.ts";
import { createFrame } from "./frame.ts";
import { chooseLevel } from "./levels.ts";
import { type Run, runQuiz } from "./quiz.ts";
import { paintScenery } from "./scenery.ts";
import type { Table } from "./table.ts";

/** After this long without a touch the question is asked again, a few times. */
const silenceMs = 14_000;
const mostReminders = 3;

function begin(start: GameStart, host: Host): Playing {
  const level = chooseLevel(start.level, start.mode, start.ageBand);
  const timeline = createTimeline({
    clock: performance,
    timers: {
      set: (run, delayMs) => window.setTimeout(run, delayMs),
      clear: (handle) => window.clearTimeout(handle as number), // made by `set` above
    },
  });
  const stage = createStage({ reducedMotion: start.reducedMotion });
  const motion = createMotion(start.reducedMotion);
  const random = createRandom(start.seed);
  const sounds = createSounds(start.volume);
  const speech = createSpeech({ host, timeline });
  const celebration = createCelebration({
    layer: stage.above,
    motion,
    random: createRandom(start.seed + 1),
    timeline,
  });
  const table: Table = {
    stage,
    motion,
    timeline,
    speech,
    sounds,
    random,
    celebration,
    ageBand: start.ageBand,
  };

  let repeat: readonly string[] = [];
  let reminders = 0;
  let cancelReminder = () => {};
  const remindLater = () => {
    cancelReminder();
    cancelReminder = timeline.after(silenceMs, () => {
      if (reminders >= mostReminders || repeat.length === 0) return;
      reminders += 1;
      if (document.body.dataset["phase"] === "asking") void speech.say(repeat);
      remindLater();
    });
  };
  const onInput = () => {
    reminders = 0;
    remindLater();
  };
  window.addEventListener("pointerdown", onInput);
  window.addEventListener("keydown", onInput);

  let shown: Place | undefined;
  const run: Run = {
    table,
    host,
    turns: start.turns,
    frame: createFrame({
      layer: stage.frame,
      motion,
      sayAgain: () => {
        if (repeat.length > 0) void speech.sayNow(repeat);
      },
    }),
    showPlace(place) {
      if (place === shown) return;
      shown = place;
      const scenery = drawing(paintScenery(place));
      const before = [...stage.backdrop.children];
      stage.backdrop.append(scenery);
      stage.root.dataset["place"] = place;
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
  // A rejection reaches the window's handler, which tells the host of the fault.
  void (level.mode === "quiz" ? runQuiz(run, level) : runExplore(run, level));

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
      if (document.body.dataset["phase"] === "asking" && repeat.length > 0) void speech.say(repeat);
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

connectGame(window, begin);
