// Owns a member of the band on the stage: an animal behind its instrument, which it plays when it is touched.
import { picture } from "../../sdk/cards.ts";
import { element, pictureButton } from "../../sdk/element.ts";
import { playTone, toneAt } from "../../sdk/instruments.ts";
import { hop } from "../../sdk/showing.ts";
import { standAt } from "../../sdk/standAt.ts";
import type { Table } from "../../sdk/table.ts";
import { band, type Member } from "./band.ts";
import { animals, instrumentPictures } from "./pictures.ts";

/** Something that sounds: a member of the band, a tube, a bell. */
export type Sounding = {
  readonly root: HTMLButtonElement;
  /** The small coloured sign of it in a recording. */
  readonly colour: string;
  play(): void;
};

const colours: Readonly<Record<Member, string>> = {
  drum: "#d55e00",
  woodblock: "#8a5126",
  gong: "#e69f00",
  flute: "#009e73",
  zither: "#cc79a7",
  monochord: "#0072b2",
  trung: "#b8a13a",
};

/** A square of `size` at the spot. */
export function createPlayer(
  table: Table,
  member: Member,
  at: { x: number; y: number },
  size: number,
): Sounding & { readonly member: Member } {
  const { vi, player, tone } = band[member];
  const body = element("span", "player-animal", {}, picture(animals[player]));
  const instrument = element("span", "player-instrument", {}, picture(instrumentPictures[member]));
  const root = standAt(pictureButton(`player plays-${member}`, vi, {}, body, instrument), at, size);
  return {
    member,
    root,
    colour: colours[member],
    play() {
      table.sounds.play(playTone(member, toneAt(tone), 0.5));
      void hop(table, body);
      void table.motion.move(
        instrument,
        [{ transform: "scale(1)" }, { transform: "scale(1.08) rotate(-2deg)" }, { transform: "none" }],
        260,
      );
      flash(root, table);
    },
  };
}

/** It shines while it sounds. */
export function flash(root: HTMLElement, table: Table): void {
  root.classList.add("sounding");
  table.timeline.after(320, () => root.classList.remove("sounding"));
}

const tubeColours = ["#d55e00", "#e69f00", "#d8c62a", "#009e73", "#0072b2", "#cc79a7"];

/** Bamboo tubes side by side, the lowest and longest to the left; `x` and `y` are the middle of their hanging bar. */
export function createTubes(
  table: Table,
  amount: number,
  { x, y, pitch, longest }: { x: number; y: number; pitch: number; longest: number },
): Sounding[] {
  return Array.from({ length: amount }, (_, index) => {
    const height = longest - index * (longest * 0.085);
    const root = pictureButton(
      "tube",
      `ống ${index + 1}`,
      { style: `--band:${tubeColours[index]}` },
      element("span", "tube-body"),
    );
    standAt(
      root,
      { x: x + (index - (amount - 1) / 2) * pitch, y: y + height / 2 },
      Math.min(104, pitch - 17),
      height,
    );
    return {
      root,
      colour: tubeColours[index] ?? "#d55e00",
      play() {
        table.sounds.play(playTone("trung", toneAt(index + 2), 0.5));
        const body = root.firstElementChild;
        if (body)
          void table.motion.move(
            body,
            [
              { transform: "rotate(0)" },
              { transform: "rotate(3deg)" },
              { transform: "rotate(-2deg)" },
              { transform: "none" },
            ],
            340,
          );
        flash(root, table);
      },
    };
  });
}
