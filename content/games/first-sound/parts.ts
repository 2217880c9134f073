// Owns what the game puts on the stage: word cards, callers, letter signs, baskets, the rabbit and the speaking lily.
import { picture, pictureCard, placeButton } from "../../sdk/cards.ts";
import { drawing, element, pictureButton } from "../../sdk/element.ts";
import { hop } from "../../sdk/showing.ts";
import type { Table } from "../../sdk/table.ts";
import { type Caller, callers } from "./callers.ts";
import { basket, clayPot, lily, rabbit, soundRings, woodenSign } from "./drawings.ts";
import { breath } from "./effects.ts";
import type { Basket } from "./logic.ts";
import { pictureOf } from "./pictures.ts";
import { type Sound, sounds, type Word, words } from "./words.ts";

type CardSize = "small" | "medium" | "large";

export const wordCard = (word: Word, size: CardSize) =>
  pictureCard({ label: words[word].vi, pictures: [pictureOf(word)], size });

export const callerCard = (caller: Caller, size: CardSize) =>
  pictureCard({ label: callers[caller].vi, pictures: [pictureOf(caller)], size });

/** A letter on its wooden sign. */
const letterSign = (sound: Sound) => [
  drawing(woodenSign),
  element("span", "sign-letter", {}, sounds[sound].letter),
];

export const letterButton = (sound: Sound, className = "") =>
  pictureButton(`letter-button ${className}`, sounds[sound].letter, {}, ...letterSign(sound));

/** A basket that wears the picture of a word with its sound, and its letter where letters are learnt. */
export const basketButton = ({ sound, sign }: Basket, which: number, withLetter: boolean) =>
  placeButton(
    sounds[sound].says,
    "sound-basket",
    element("span", "basket-inside"),
    drawing(basket(which)),
    withLetter
      ? element("span", "basket-letter", {}, sounds[sound].letter)
      : element("span", "basket-sign", {}, picture(pictureOf(sign))),
  );

export type Rabbit = {
  readonly root: HTMLElement;
  /** Its ears turn while something is to be heard. */
  listen(on: boolean): void;
  cheer(): void;
};

export function createRabbit(table: Table): Rabbit {
  const root = element("div", "rabbit", { "aria-hidden": "true" }, drawing(rabbit));
  return {
    root,
    listen: (on) => root.classList.toggle("listening", on),
    cheer: () => void hop(table, root),
  };
}

export type Speaker = {
  readonly root: HTMLButtonElement;
  /** The flower opens and rings go out while `sing` lasts. */
  sing(sing: () => Promise<unknown>): Promise<void>;
};

/** The lily that speaks; touching it while a child may answer lets it speak again. */
export function createSpeaker(table: Table, listener: Rabbit, again: () => Promise<unknown>): Speaker {
  const root = pictureButton(
    "speaker-lily",
    "Nghe lại",
    {},
    drawing(soundRings),
    drawing(lily()),
    drawing(clayPot),
  );
  let singing = 0;
  const speaker: Speaker = {
    root,
    async sing(sing) {
      singing += 1;
      root.classList.add("singing");
      listener.listen(true);
      table.sounds.play(breath);
      await sing();
      singing -= 1;
      if (singing > 0) return;
      root.classList.remove("singing");
      listener.listen(false);
    },
  };
  root.addEventListener("click", () => {
    if (document.body.dataset["phase"] === "asking") void speaker.sing(again);
  });
  return speaker;
}
