// Owns khám phá of the wheel of life: whoever is in the middle grows from stage to stage, and it begins again. Open-ended.
import { picture, tray, trayButton } from "../../sdk/cards.ts";
import { createDiscoveries } from "../../sdk/discoveries.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { markNext } from "../../sdk/marks.ts";
import { springy } from "../../sdk/motion.ts";
import type { Run } from "../../sdk/run.ts";
import { hop, popIn } from "../../sdk/showing.ts";
import { commonEffects } from "../../sdk/sounds.ts";
import { effects } from "./effects.ts";
import { type Cycle, cycleNames, cycles, type Stage, stages } from "./nature.ts";
import { sentence, stageKey } from "./prompts.ts";
import { stagePictures } from "./stagePictures.ts";

const wheel = `<svg viewBox="0 0 860 460" fill="none"><ellipse cx="430" cy="230" rx="330" ry="170" stroke="#fffdf6" stroke-opacity=".75" stroke-width="14" stroke-dasharray="2 30" stroke-linecap="round"/><g stroke="#fffdf6" stroke-width="13" stroke-linecap="round" stroke-linejoin="round"><path d="M414 44l22 16-22 16M414 384l-22 16 22 16"/><path d="M746 214l14 24 14-24M114 246l-14-24-14 24" transform="translate(0 0)"/></g></svg>`;

/** Runs until the host stops it. Every stage met for the first time, and every full circle, is a discovery. */
export async function exploreWheel(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const seen = new Set<string>();
  let cycle: Cycle = "butterfly";
  let stage: Stage = 0;
  const middle = pictureButton("wheel-middle", "Lớn lên", {});
  const spots = stages.map((each) => element("span", `wheel-spot at-${each}`));
  const choices = cycleNames.map((each) => {
    const root = trayButton(cycles[each].vi, stagePictures[each][3]);
    root.addEventListener("click", () => {
      cycle = each;
      stage = 0;
      table.sounds.play(commonEffects.pop);
      void hop(table, root);
      show();
      void table.speech.sayNow([stageKey(cycle, stage)]);
    });
    return { cycle: each, root };
  });
  const show = () => {
    middle.replaceChildren(picture(stagePictures[cycle][stage]));
    spots.forEach((spot, index) => {
      const each = index as Stage; // there are four spots, one for each stage
      // What has not been met yet is only guessed at.
      const isKnown = seen.has(`${cycle} ${each}`) || each === stage;
      spot.replaceChildren(picture(stagePictures[cycle][each]));
      spot.classList.toggle("unknown", !isKnown);
      spot.classList.toggle("now", each === stage);
    });
    for (const choice of choices) choice.root.classList.toggle("on", choice.cycle === cycle);
    markNext(middle);
  };
  middle.addEventListener("click", () => {
    seen.add(`${cycle} ${stage}`);
    stage = ((stage + 1) % 4) as Stage; // four stages, in a circle
    const isFullCircle = stage === 0;
    const isNew = !seen.has(`${cycle} ${stage}`);
    seen.add(`${cycle} ${stage}`);
    show();
    void table.motion.move(
      middle,
      [
        { transform: "scale(.7) rotate(-8deg)" },
        { transform: "scale(1.14) rotate(5deg)", offset: 0.6 },
        { transform: "none" },
      ],
      620,
      springy,
    );
    table.sounds.play(isFullCircle ? commonEffects.correct : effects.sprout);
    void table.speech.sayNow([stageKey(cycle, stage), ...(isFullCircle ? [sentence("full-circle")] : [])]);
    if (isNew || isFullCircle) {
      discoveries.found();
      void table.celebration.burst(0, 370, isFullCircle ? 22 : 10);
    }
  });
  table.stage.play.append(
    element("div", "wheel", {}, drawing(wheel), ...spots),
    middle,
    tray(...choices.map(({ root }) => root)),
  );
  run.showScenery("garden");
  run.setRepeat([sentence("explore-wheel")]);
  show();
  discoveries.open();
  void table.speech.say([sentence("explore-wheel")]);
  await popIn(table, [middle, ...spots]);
}
