// Owns free play with the word machine: it reads whatever is put together, and offers only what can be read. Open-ended.
import { picture } from "../../../sdk/cards.ts";
import { createDiscoveries } from "../../../sdk/discoveries.ts";
import { element } from "../../../sdk/element.ts";
import { clearMarks, markNext } from "../../../sdk/marks.ts";
import { springy } from "../../../sdk/motion.ts";
import type { Run } from "../../../sdk/run.ts";
import { hop } from "../../../sdk/showing.ts";
import { commonEffects } from "../../../sdk/sounds.ts";
import { hum, keyDown, machineWorks } from "../effects.ts";
import { machineWords, type Part, rimesWith, tonesWith, turnMachine } from "../logic.ts";
import { createMachine, tileButton } from "../parts.ts";
import { pictureOf } from "../pictures.ts";
import { partKey, sentence, spellKeys, syllableKey } from "../prompts.ts";
import { findSyllable, idOf, machineOnsets, machineRimes, spell, toneNames } from "../syllables.ts";

/** Runs until the host stops it. Every word read for the first time is reported as a round. */
export async function exploreMachine(run: Run): Promise<void> {
  const { table } = run;
  const discoveries = createDiscoveries(run);
  const written = element("span", "machine-word");
  const machine = createMachine(written);
  const comesOut = element("div", "machine-out", { "aria-hidden": "true" });
  const parts: Part[] = [
    ...machineOnsets.map((value) => ({ slot: "onset" as const, value })),
    ...machineRimes.map((value) => ({ slot: "rime" as const, value })),
    ...toneNames.map((value) => ({ slot: "tone" as const, value })),
  ];
  const keys = parts.map((part) => ({ part, root: tileButton(part, "key") }));
  const rows = (["onset", "rime", "tone"] as const).map((slot) =>
    element("div", "key-row", {}, ...keys.filter(({ part }) => part.slot === slot).map(({ root }) => root)),
  );
  table.stage.play.append(machine, comesOut, element("div", "keyboard", {}, ...rows));
  run.showScenery("machine");
  run.setRepeat([sentence("explore-machine")]);

  let now = table.random.pick(machineWords());
  const read = new Set<string>();
  const isDown = ({ slot, value }: Part) => now[slot] === value;
  const isOffered = (part: Part) =>
    part.slot === "onset" ||
    (part.slot === "rime"
      ? rimesWith(now.onset).includes(part.value)
      : tonesWith(now.onset, now.rime).includes(part.value));
  /** The first key that leads to something that was not read yet. */
  const isNew = (part: Part) => isOffered(part) && !read.has(idOf(turnMachine(now, part)));
  const show = () => {
    written.textContent = spell(now);
    clearMarks(table.stage.play);
    for (const { part, root } of keys) {
      root.classList.toggle("down", isDown(part));
      root.classList.toggle("resting", !isOffered(part));
      root.disabled = !isOffered(part);
    }
    const next =
      keys.find(({ part }) => isNew(part)) ?? keys.find(({ part }) => !isDown(part) && isOffered(part));
    if (next) markNext(next.root);
  };
  const readAloud = (pressed: Part) => {
    table.sounds.play(pressed.slot === "tone" ? hum(pressed.value) : keyDown);
    table.sounds.play(machineWorks);
    void hop(table, machine);
    const isFirst = !read.has(idOf(now));
    void table.speech.sayNow([...(isFirst ? spellKeys(now) : [partKey(pressed)]), syllableKey(now)]);
    comesOut.replaceChildren(
      now.picture === undefined
        ? element("span", "out-letters", {}, spell(now))
        : picture(pictureOf(now.picture), "out-picture"),
    );
    void table.motion.move(
      comesOut,
      [
        { transform: "translate(-30%,-40%) scale(0) rotate(-30deg)" },
        { transform: "translate(0,-12%) scale(1.15) rotate(8deg)" },
        { transform: "none" },
      ],
      900,
      springy,
    );
    if (!isFirst) return;
    read.add(idOf(now));
    discoveries.found();
    if (read.size % 6 === 0) {
      table.sounds.play(commonEffects.celebrate);
      void table.celebration.burst(0, 300, 24);
    }
  };
  for (const { part, root } of keys) {
    root.addEventListener("click", () => {
      const { onset, rime, tone } = turnMachine(now, part);
      now = findSyllable(onset, rime, tone) ?? now;
      readAloud(part);
      show();
    });
  }
  show();
  discoveries.open();
  await table.speech.say([sentence("explore-machine")]);
}
