// Owns bringing things where they belong: dragged, or touched and then the place touched; and the hint ladder over it.
import { common } from "../commonPrompts.ts";
import { createCarry } from "../drag.ts";
import { element } from "../element.ts";
import { clearMarks, markNext, markWrong } from "../marks.ts";
import type { Hint } from "../rounds.ts";
import { hop, pointAt, shakeHead } from "../showing.ts";
import { commonEffects } from "../sounds.ts";
import { type Gate, setGate, type Table, type TellWrong } from "../table.ts";

export type Thing = {
  readonly root: HTMLButtonElement;
  /** Names of the places where it belongs; none for what belongs nowhere and may stay. */
  readonly to: readonly string[];
};

export type Place = {
  /** A button, so that the keyboard reaches it too. */
  readonly root: HTMLButtonElement;
  readonly name: string;
  /** How many things it takes; without it any number. */
  readonly room?: number;
};

export type BringToPlaces<Carried extends Thing, At extends Place> = {
  readonly things: readonly Carried[];
  readonly places: readonly At[];
  readonly ask: readonly string[];
  readonly tellWrong: TellWrong;
  /** Every time a thing is picked up: its sound, its name. */
  onPick?(thing: Carried): void;
  /** It lies in its place now. Without it a picture of the thing (no longer a button) is put into the place. */
  onPlaced?(thing: Carried, place: At): Promise<void> | void;
  /** Why it does not belong there, shown and said by the game. Resolves when it is over. */
  onWrong?(thing: Carried, place: At, hint: Hint): Promise<void> | void;
};

/**
 * Resolves when every thing that belongs somewhere lies there. A wrong place earns a hint: the first asks again, the
 * second lets the right place hop, the third points at it until the thing is there.
 */
export async function bringToPlaces<Carried extends Thing, At extends Place>(
  table: Table,
  question: BringToPlaces<Carried, At>,
): Promise<void> {
  const { things, places } = question;
  const gate: Gate = { open: false };
  const held = new Map<string, number>();
  const open = new Set(things.filter(({ to }) => to.length > 0));
  let stopPointing: (() => void) | undefined;

  const hasRoom = ({ name, room }: At) => room === undefined || (held.get(name) ?? 0) < room;
  const rightPlace = ({ to }: Carried) => places.find((place) => to.includes(place.name) && hasRoom(place));
  for (const place of places) place.root.dataset["place"] = place.name;
  const mark = () => {
    let isMarked = false;
    for (const thing of things) {
      clearMarks(thing.root);
      if (!thing.root.isConnected) continue;
      const place = open.has(thing) ? rightPlace(thing) : undefined;
      if (place && !isMarked) {
        isMarked = true;
        markNext(thing.root, place.name);
        continue;
      }
      // Any other thing shows a wrong way, if there is one.
      const wrong = places.find(({ name }) => !thing.to.includes(name));
      if (wrong) markWrong(thing.root, wrong.name);
    }
    // The last thing left can go wrong as well as right: the wrong way then stands on the place's other things.
    return isMarked;
  };

  await new Promise<void>((resolve, reject) => {
    const carry = createCarry({ blocked: () => !gate.open });
    const place = async (thing: Carried, at: At) => {
      stopPointing?.();
      stopPointing = undefined;
      setGate(gate, false);
      if (thing.to.includes(at.name) && hasRoom(at)) {
        table.sounds.play(commonEffects.put);
        held.set(at.name, (held.get(at.name) ?? 0) + 1);
        open.delete(thing);
        clearMarks(thing.root);
        if (question.onPlaced) await question.onPlaced(thing, at);
        else layDown(table, thing.root, at.root);
        if (open.size === 0) return resolve();
      } else if (thing.to.includes(at.name)) {
        // Right kind, but full: that is no mistake.
        await hop(table, at.root);
      } else {
        const hint = question.tellWrong();
        await shakeHead(table, thing.root);
        await question.onWrong?.(thing, at, hint);
        const right = rightPlace(thing);
        if (hint === 1 || !right) void table.speech.say([common("try-again"), ...question.ask]);
        else {
          await hop(table, right.root);
          if (hint === 3) {
            stopPointing = pointAt(table, right.root);
            void table.speech.say([common("put-here")]);
          } else void table.speech.say(question.ask);
        }
      }
      mark();
      setGate(gate, true);
    };
    for (const thing of things) {
      carry.addThing(thing.root);
      thing.root.addEventListener("click", () => {
        // A drag that ends in a pause still comes as a click: nothing is picked up then.
        if (!gate.open || !thing.root.isConnected || thing.root.closest("[inert]")) return;
        table.sounds.play(commonEffects.pick);
        question.onPick?.(thing);
      });
    }
    for (const at of places) {
      carry.addPlace(at.root, (root) => {
        const thing = things.find((each) => each.root === root);
        if (thing && gate.open && root.isConnected) place(thing, at).catch(reject);
      });
    }
    void table.speech.say(question.ask);
    mark();
    setGate(gate, true);
  });
  setGate(gate, false);
}

/** Turns a thing into a picture inside its place, no longer a button. Returns the picture. */
export function layDown(table: Table, thing: HTMLElement, place: HTMLElement): HTMLElement {
  const placed = element("span", `${thing.className} placed`, {}, ...thing.childNodes);
  thing.remove();
  place.append(placed);
  void table.motion.move(placed, [{ transform: "scale(1.4)" }, { transform: "none" }], 350);
  return placed;
}
