// Owns friends with plates before them and a platter of cakes: cakes go to a plate and back, by touch or by drag.
import { picture } from "../../../sdk/cards.ts";
import { createCarry } from "../../../sdk/drag.ts";
import { element, pictureButton, units } from "../../../sdk/element.ts";
import { smooth } from "../../../sdk/motion.ts";
import { hop } from "../../../sdk/showing.ts";
import type { Table } from "../../../sdk/table.ts";
import { type Friend, roomOnPlate, type SmallCake, smallCakes } from "../bakery.ts";
import { plate, smallCakePictures } from "../drawCakes.ts";
import { lifted, onPlate } from "../effects.ts";
import { friendButton } from "../parts.ts";
import { cakesKey, sentence } from "../prompts.ts";

const size = 88;
const step = 104;
/** Middles on the stage. */
const platesY = 424;
const platter = { x: -66, y: 650 } as const;

/** Where a cake is: the number of the friend whose plate it lies on, or the platter. */
type Where = number | "platter";
type Cake = { root: HTMLButtonElement; where: Where; x: number; y: number };

export type Sharing = {
  readonly friends: readonly HTMLButtonElement[];
  readonly platterRoot: HTMLElement;
  plates(): number[];
  onPlatter(): number;
  /** The last cake on a plate. */
  lastOn(friend: number): HTMLButtonElement | undefined;
  cakesOn(friend: number): readonly HTMLButtonElement[];
  /** All there is to pop in. */
  readonly parts: readonly HTMLElement[];
};

export function createSharing(
  table: Table,
  setting: {
    cake: SmallCake;
    friends: readonly Friend[];
    start: readonly number[];
    platter: number;
    isOpen(): boolean;
    /** A cake was given to, or taken from, this friend. */
    onChanged(friend: number): void;
  },
): Sharing {
  const { friends, start, isOpen, onChanged } = setting;
  const apart = friends.length === 2 ? 440 : friends.length === 3 ? 334 : 250;
  const columns = friends.length === 4 ? 2 : 3;
  const xOf = (friend: number) => (friend - (friends.length - 1) / 2) * apart;
  const total = start.reduce((sum, count) => sum + count, setting.platter);
  const perRow = total <= 6 ? total : Math.min(7, Math.ceil(total / 2));
  const rows = Math.ceil(total / perRow);
  /** Filled from the middle, so that a few cakes lie together. */
  const platterSpots = Array.from({ length: total }, (_, index) => ({
    x: platter.x + ((index % perRow) - (perRow - 1) / 2) * step,
    y: platter.y + (Math.floor(index / perRow) - (rows - 1) / 2) * step,
  })).sort((one, other) => Math.abs(one.x - platter.x) - Math.abs(other.x - platter.x));
  /** `count` cakes lie in one row, or in two, in the middle of the plate. */
  const plateSpot = (friend: number, index: number, count: number) => {
    const row = Math.floor(index / columns);
    const rowsHere = Math.ceil(count / columns);
    const inRow = Math.min(columns, count - row * columns);
    return {
      x: xOf(friend) + ((index % columns) - (inRow - 1) / 2) * step,
      y: platesY + (row - (rowsHere - 1) / 2) * step,
    };
  };

  const platterRoot = element("div", "platter");
  const platterWidth = Math.max(4, perRow) * step + 70;
  platterRoot.style.left = `calc(50% + ${units(platter.x - platterWidth / 2)})`;
  platterRoot.style.width = units(platterWidth);
  const plates = friends.map((_, index) => {
    const root = element("div", "plate", {}, picture(plate));
    const width = columns * step + 14;
    root.style.left = `calc(50% + ${units(xOf(index) - width / 2)})`;
    root.style.top = units(platesY - 112);
    root.style.width = units(width);
    return root;
  });
  const guests = friends.map((friend, index) => {
    const root = friendButton(friend);
    root.dataset["place"] = `friend-${index}`;
    root.style.left = `calc(50% + ${units(xOf(index) - 88)})`;
    return root;
  });
  table.stage.play.append(platterRoot, ...plates, ...guests);

  const cakes: Cake[] = [];
  const at = (where: Where) => cakes.filter((cake) => cake.where === where);
  const stand = (cake: Cake, spot: { x: number; y: number }, moves: boolean) => {
    const from = { x: cake.x - spot.x, y: cake.y - spot.y };
    cake.x = spot.x;
    cake.y = spot.y;
    cake.root.style.left = `calc(50% + ${units(spot.x - size / 2)})`;
    cake.root.style.top = units(spot.y - size / 2);
    if (moves && (from.x !== 0 || from.y !== 0))
      void table.motion.move(
        cake.root,
        [{ transform: `translate(${units(from.x)}, ${units(from.y)})` }, { transform: "none" }],
        360,
        smooth,
      );
  };
  /** Plates fill from the first place on; on the platter everything keeps its own place. */
  const tidy = (where: Where) => {
    if (where !== "platter")
      for (const [index, cake] of at(where).entries())
        stand(cake, plateSpot(where, index, at(where).length), true);
  };
  const carry = createCarry({ blocked: () => !isOpen() });
  const give = (friend: number, given?: Cake) => {
    const guest = guests[friend];
    if (!guest) return;
    const cake = given ?? at("platter").at(-1);
    if (!cake || cake.where === friend) return void hop(table, guest);
    if (at(friend).length >= roomOnPlate) {
      void hop(table, guest);
      void table.speech.sayNow([sentence("plate-full")]);
      return;
    }
    const before = cake.where;
    cakes.push(...cakes.splice(cakes.indexOf(cake), 1));
    cake.where = friend;
    tidy(friend);
    tidy(before);
    table.sounds.play(onPlate);
    void hop(table, guest);
    void table.speech.sayNow([cakesKey(at(friend).length)]);
    onChanged(friend);
  };
  const takeBack = (cake: Cake) => {
    const before = cake.where;
    if (before === "platter") return;
    const free = platterSpots.find(
      ({ x, y }) => !at("platter").some((other) => other.x === x && other.y === y),
    );
    cake.where = "platter";
    if (free) stand(cake, free, true);
    tidy(before);
    table.sounds.play(lifted);
    void table.speech.sayNow([cakesKey(at(before).length)]);
    onChanged(before);
  };
  const cakeOf = (root: HTMLElement) => cakes.find((cake) => cake.root === root);
  const addCake = (where: Where, spot: { x: number; y: number }) => {
    const root = pictureButton(
      "cake",
      smallCakes[setting.cake].vi,
      {},
      picture(smallCakePictures[setting.cake]),
    );
    const cake: Cake = { root, where, ...spot };
    cakes.push(cake);
    stand(cake, spot, false);
    table.stage.play.append(root);
    // On a plate a touch takes it back; on the platter a touch picks it up.
    carry.addThing(root);
    root.addEventListener("click", () => {
      if (!isOpen() || cake.where === "platter") return;
      carry.letGo();
      takeBack(cake);
    });
  };
  for (const [friend, count] of start.entries())
    for (let index = 0; index < count; index += 1) addCake(friend, plateSpot(friend, index, count));
  for (const spot of platterSpots.slice(0, setting.platter)) addCake("platter", spot);
  for (const [friend, guest] of guests.entries()) {
    let carried = false;
    for (const place of [guest, plates[friend]])
      if (place)
        carry.addPlace(place, (thing, dropped) => {
          // Put down by a touch: that touch is not one that asks for the next cake.
          carried = dropped === null;
          give(friend, cakeOf(thing));
        });
    // With nothing in the hand a touch gives the next cake.
    guest.addEventListener("click", () => {
      if (isOpen() && !carried) give(friend);
      carried = false;
    });
  }
  carry.addPlace(platterRoot, (thing) => {
    const cake = cakeOf(thing);
    if (cake) takeBack(cake);
  });
  return {
    friends: guests,
    platterRoot,
    plates: () => friends.map((_, friend) => at(friend).length),
    onPlatter: () => at("platter").length,
    lastOn: (friend) => at(friend).at(-1)?.root,
    cakesOn: (friend) => at(friend).map(({ root }) => root),
    parts: [platterRoot, ...plates, ...guests, ...cakes.map(({ root }) => root)],
  };
}
