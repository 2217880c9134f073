// Owns what differs between hoops that lie apart and hoops that overlap, in free play.
import type { Spot } from "../../sdk/layout.ts";
import type { ThingName } from "./things.ts";
import type { Trait } from "./traits.ts";

/** A thing of free play; `at` is the name of the part of the hoops it lies in, or null on the tray. */
export type Loose = {
  readonly name: ThingName;
  readonly root: HTMLButtonElement;
  at: string | null;
  place: number;
};

/** What differs between hoops apart and hoops that overlap. */
export type HoopRules = {
  /** Everything of its own on the stage. */
  readonly roots: readonly HTMLElement[];
  readonly opening: string;
  /** The rules of the two hoops, where they are given. */
  pair?(): readonly [Trait, Trait];
  /** Where a touch sends the thing: a part's name, null for the tray, undefined where it fits nowhere. */
  next(thing: Loose): string | null | undefined;
  partAt(at: Spot): string | undefined;
  spot(part: string, place: number): Spot | undefined;
  /** May it lie there? */
  accepts(thing: Loose, part: string): boolean;
  /** It lies there now; true when something was found out, which has then been said. */
  settled(thing: Loose, loose: readonly Loose[]): boolean;
  /** The thing that most likely leads to a discovery when it is touched next. */
  hint(loose: readonly Loose[]): Loose | undefined;
};
