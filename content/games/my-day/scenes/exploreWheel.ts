// Owns khám phá of the day: a wheel of sun and moon is turned, the sky changes, and the picture shows what Na does then. Open-ended.
import { picture } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { element, pictureButton } from "../../../sdk/element.ts";
import { markNext } from "../../../sdk/marks.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { type ActivityName, activities } from "../day.ts";
import { wheelPicture } from "../drawWheel.ts";
import { activityEffects, tick, tock } from "../effects.ts";
import type { Level } from "../levels.ts";
import { arrowButton, dayPicture } from "../parts.ts";
import { activityKey, partKey, sentence } from "../prompts.ts";

/** Runs until the host stops it. What Na does and was not seen before in this day is a round. */
export async function exploreWheel(
  run: Run,
  level: Level & { mode: "explore"; does: "wheel" },
): Promise<void> {
  const { table } = run;
  const { shows } = level;
  const discoveries = createDiscoveries(run);
  /** Steps from the first picture; grows beyond a day, so that the wheel never spins back. */
  let step = 0;
  const seen = new Set<ActivityName>();
  const current = (): ActivityName => shows[((step % shows.length) + shows.length) % shows.length] ?? "wake";

  const disc = element("span", "wheel-disc", {}, picture(wheelPicture(shows)));
  const wheel = pictureButton("day-wheel", "Vòng ngày đêm", {}, disc, element("span", "wheel-pointer"));
  const back = arrowButton("back", "Quay lại");
  const ahead = arrowButton("ahead", "Quay tới");
  back.classList.add("wheel-back");
  ahead.classList.add("wheel-ahead");
  const screen = pictureButton("day-screen", "Bạn Na");
  table.stage.play.append(wheel, back, ahead, screen);
  run.setRepeat([sentence("explore-wheel")]);
  markNext(wheel);

  const tell = () => {
    const name = current();
    table.sounds.play(activityEffects[name]);
    void table.speech.sayNow([partKey(activities[name].part), activityKey(name)]);
  };
  const show = (animated: boolean) => {
    const name = current();
    disc.style.rotate = `${(-step * 360) / shows.length}deg`;
    run.showScenery(activities[name].part);
    const next = dayPicture(name, 500, "on-screen");
    screen.replaceChildren(next);
    if (animated)
      void table.motion.move(
        next,
        [
          { transform: "scale(.86) rotate(-2deg)", opacity: 0.2 },
          { transform: "none", opacity: 1 },
        ],
        420,
      );
  };
  const turn = (by: 1 | -1) => {
    step += by;
    table.sounds.play(by > 0 ? tick : tock);
    show(true);
    const name = current();
    const isNew = !seen.has(name);
    seen.add(name);
    tell();
    if (!isNew) return;
    discoveries.found();
    if (seen.size < shows.length) return;
    // A whole day was seen: joy, and a new day.
    seen.clear();
    void table.celebration.burst(0, 400, 24);
    void table.speech.say([sentence("new-day")]);
  };
  wheel.addEventListener("click", () => turn(1));
  ahead.addEventListener("click", () => turn(1));
  back.addEventListener("click", () => turn(-1));
  screen.addEventListener("click", () => {
    void hop(table, screen);
    tell();
  });
  show(false);
  discoveries.open();
  void table.speech.say([sentence("explore-wheel")]);
  await popIn(table, [wheel, back, ahead, screen], 120);
}
