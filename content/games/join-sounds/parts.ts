// Owns what the game puts on the stage: word cards, the drum and its beads, melodies, letter tiles and the machine.
import { pictureCard } from "../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import type { Table } from "../../sdk/table.ts";
import { bead, bird, drum, machine, melody } from "./drawings.ts";
import { type DrumWord, drumWords } from "./drumWords.ts";
import type { Part } from "./logic.ts";
import { pictureOf } from "./pictures.ts";
import { onsets, rimes, type Syllable, spell, type Tone, tones } from "./syllables.ts";

type CardSize = "small" | "medium" | "large";

export const syllableCard = (syllable: Syllable, size: CardSize) =>
  pictureCard({ label: spell(syllable), pictures: [pictureOf(syllable.picture ?? "star")], size });

export const drumCard = (word: DrumWord, size: CardSize) =>
  pictureCard({ label: drumWords[word].vi, pictures: [pictureOf(word)], size });

export const drumButton = () => pictureButton("drum", "Trống", {}, drawing(drum));

export type Beads = {
  readonly root: HTMLElement;
  /** Lights the first `lit` of `amount` beads. */
  show(lit: number, amount: number): void;
};

export function createBeads(): Beads {
  const root = element("div", "beads", { "aria-hidden": "true" });
  let beads: HTMLElement[] = [];
  return {
    root,
    show(lit, amount) {
      if (beads.length !== amount) {
        beads = Array.from({ length: amount }, () => element("span", "bead", {}, drawing(bead)));
        root.replaceChildren(...beads);
      }
      beads.forEach((each, index) => {
        each.classList.toggle("lit", index < lit);
      });
    },
  };
}

/** The mark alone, drawn large: how it looks matters, not what it stands on. */
export function toneMark(tone: Tone): SVGSVGElement {
  const marks: Readonly<Record<Tone, string>> = {
    ngang: "",
    huyen: '<path d="M34 14L54 30"/>',
    sac: '<path d="M66 14L46 30"/>',
    hoi: '<path d="M40 16c2-10 20-10 20 1 0 8-10 6-10 14"/>',
    nga: '<path d="M32 28c4-14 14-14 18-6s14 8 18-6"/>',
    nang: '<circle cx="50" cy="92" r="4" fill="currentColor"/>',
  };
  return drawing(
    `<svg viewBox="0 0 100 104" class="mark-drawing" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"><circle cx="50" cy="59" r="20" stroke-width="5" stroke-dasharray="3 10" stroke-opacity=".55"/><g stroke-width="9">${marks[tone]}</g></svg>`,
  );
}

/** A tone as its melody, with its mark where marks are learnt. */
export const melodyButton = (tone: Tone, withMark: boolean, className = "") =>
  pictureButton(
    `melody-button ${className}`,
    tones[tone].says,
    {},
    drawing(melody(tone)),
    ...(withMark ? [element("span", "melody-mark", {}, toneMark(tone))] : []),
  );

/** A letter tile or a tone tile, as a button. */
export function tileButton(part: Part, className = ""): HTMLButtonElement {
  switch (part.slot) {
    case "onset":
      return pictureButton(
        `tile tile-onset ${className}`,
        onsets[part.value].text,
        {},
        onsets[part.value].text,
      );
    case "rime":
      return pictureButton(`tile tile-rime ${className}`, rimes[part.value], {}, rimes[part.value]);
    case "tone":
      return pictureButton(`tile tile-tone ${className}`, tones[part.value].says, {}, toneMark(part.value));
  }
}

export const createMachine = (...inside: readonly HTMLElement[]) =>
  element("div", "machine", {}, drawing(machine), ...inside);

export const createBird = () => element("div", "bird", { "aria-hidden": "true" }, drawing(bird));

/** The bird sits beside a picture and sings when something is to be heard. */
export function perchBird(table: Table) {
  const root = createBird();
  root.classList.add("perched");
  return {
    root,
    sing() {
      root.classList.add("singing");
      void hop(table, root);
      table.timeline.after(1600, () => root.classList.remove("singing"));
    },
  };
}
