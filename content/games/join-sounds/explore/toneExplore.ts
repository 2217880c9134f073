// Owns free play with the six tones: a bird sings a syllable and flies along its melody. Open-ended.
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { drawing, element } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import { smooth } from "../../../sdk/motion.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop, popIn } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { melody, melodyPoints } from "../drawings.ts";
import { hum, toneMs } from "../effects.ts";
import { createBird, melodyButton } from "../parts.ts";
import { sentence, syllableKey } from "../prompts.ts";
import { type Tone, toneNames } from "../syllables.ts";

/** The board the bird flies over, in stage units. */
const board = { width: 520, height: 260 };

/** Runs until the host stops it. Every tone sung for the first time is reported as a round. */
export async function exploreTones(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const bird = createBird();
  const line = element("div", "melody-board", { "aria-hidden": "true" });
  const sky = element("div", "bird-sky", {}, line, bird);
  const buttons = toneNames.map((tone) => ({ tone, root: melodyButton(tone, true, "in-row") }));
  const row = element("div", "melody-row", {}, ...buttons.map(({ root }) => root));
  table.stage.play.append(sky, row);
  run.showScenery("tones");
  run.setRepeat([sentence("explore-tones")]);
  const heard = new Set<Tone>();
  const mark = () => {
    clearMarks(row);
    const next = buttons.find(({ tone }) => !heard.has(tone));
    if (next) markNext(next.root);
  };

  /** The bird flies along the line while the tone is hummed. */
  const fly = (tone: Tone) => {
    line.replaceChildren(drawing(melody(tone, board.width, board.height)));
    table.sounds.play(hum(tone));
    const path = melodyPoints(tone, board.width, board.height).map(([x, y]) => ({
      transform: `translate(${x / 100}rem,${y / 100}rem)`,
    }));
    bird.classList.remove("singing");
    bird.classList.add("singing");
    const last = path.at(-1);
    if (last) bird.style.transform = last.transform;
    void table.motion
      .move(bird, path, toneMs[tone] * 1.6, smooth)
      .then(() => bird.classList.remove("singing"));
  };
  /** All six have been heard: they sing together once, and everything is new again. */
  const singAll = async () => {
    clearMarks(row);
    table.sounds.play(commonEffects.correct);
    void table.speech.sayNow([sentence("all-tones")]);
    await table.timeline.wait(1500);
    for (const { tone, root } of buttons) {
      if (heard.size < toneNames.length) return;
      void hop(table, root);
      fly(tone);
      await table.speech.say([syllableKey({ onset: "l", rime: "a", tone })], 900);
    }
    void table.celebration.burst(0, 360, 24);
    heard.clear();
    for (const { root } of buttons) root.classList.remove("sung");
    mark();
  };
  for (const { tone, root } of buttons) {
    root.addEventListener("click", () => {
      void hop(table, root);
      fly(tone);
      void table.speech.sayNow([syllableKey({ onset: "l", rime: "a", tone })], 700);
      if (heard.has(tone)) return;
      heard.add(tone);
      root.classList.add("sung");
      discoveries.found();
      mark();
      if (heard.size === toneNames.length) table.timeline.after(2000, () => void singAll());
    });
  }
  mark();
  bird.style.transform = `translate(${board.width / 200}rem,${board.height / 200}rem)`;
  discoveries.open();
  void table.speech.say([sentence("explore-tones")]);
  await popIn(
    table,
    buttons.map(({ root }) => root),
  );
}
