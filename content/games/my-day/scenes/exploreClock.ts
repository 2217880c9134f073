// Owns khám phá of the clock: the hands are turned by hours and half hours, and Na does what she does at that time. Open-ended.
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { type ActivityName, activityAt, isAtNight, partAt } from "../day.ts";
import { activityEffects, tick, tock } from "../effects.ts";
import { arrowButton, createClock, dayPicture, sunOrMoon } from "../parts.ts";
import { activityKey, hourKey, partKey, sentence } from "../prompts.ts";

const wholeDay = 1440;
const halfHour = 30;

/** Runs until the host stops it. Every change of what Na does is a round. */
export async function exploreClock(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  let minutes = 360;
  let shown: ActivityName | undefined;
  const clock = createClock(minutes);
  clock.root.classList.add("to-explore");
  const back = arrowButton("back", "Lùi nửa giờ");
  const ahead = arrowButton("ahead", "Tới nửa giờ");
  back.classList.add("wheel-back");
  ahead.classList.add("wheel-ahead");
  const sky = element("div", "clock-sky");
  const screen = pictureButton("day-screen", "Bạn Na");
  table.stage.play.append(clock.root, sky, back, ahead, screen);
  run.setRepeat([sentence("explore-clock")]);
  markNext(ahead);

  const tell = () => {
    const name = activityAt(minutes);
    void table.speech.sayNow([hourKey(minutes), partKey(partAt(minutes)), activityKey(name)]);
  };
  const show = (): boolean => {
    const name = activityAt(minutes);
    clock.show(minutes);
    run.showScenery(partAt(minutes));
    sky.replaceChildren(sunOrMoon(partAt(minutes) === "evening" || isAtNight(name)));
    if (name === shown) return false;
    shown = name;
    const next = dayPicture(name, 500, "on-screen");
    screen.replaceChildren(next);
    void table.motion.move(
      next,
      [
        { transform: "scale(.86) rotate(-2deg)", opacity: 0.2 },
        { transform: "none", opacity: 1 },
      ],
      420,
    );
    return true;
  };
  const turn = (by: 1 | -1) => {
    minutes = (minutes + by * halfHour + wholeDay) % wholeDay;
    table.sounds.play(minutes % 60 === 0 ? tick : tock);
    const isNew = show();
    tell();
    if (!isNew) return;
    table.sounds.play(activityEffects[activityAt(minutes)]);
    void hop(table, clock.root);
    discoveries.found();
    if (minutes !== 360) return;
    void table.celebration.burst(0, 400, 24);
    void table.speech.say([sentence("new-day")]);
  };
  ahead.addEventListener("click", () => turn(1));
  back.addEventListener("click", () => turn(-1));
  screen.addEventListener("click", () => {
    void hop(table, screen);
    table.sounds.play(activityEffects[activityAt(minutes)]);
    tell();
  });
  show();
  discoveries.open();
  void table.speech.say([sentence("explore-clock")]);
  await popIn(table, [clock.root, back, ahead, screen], 120);
}
