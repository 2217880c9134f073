// Owns one animal on the stage: how it stands, breathes, hops, walks and wears its number.
import { element, pictureButton, units } from "../../sdk/element.ts";
import type { Spot } from "../../sdk/layout.ts";
import { type Motion, springy } from "../../sdk/motion.ts";
import { type Animal, animals } from "./animals.ts";
import { pictures } from "./pictures.ts";

export type Actor = {
  readonly animal: Animal;
  readonly root: HTMLButtonElement;
  readonly size: number;
  spot: Spot;
  /** Puts it there at once. */
  stand(spot: Spot): void;
  /** Goes there on its own feet. */
  walk(spot: Spot, durationMs: number): Promise<void>;
  /** The joy of being touched. */
  hop(): Promise<void>;
  /** Shows the number it was counted with; null takes it off. */
  wear(number: number | null): void;
  /** A soft ring that points it out. */
  glow(on: boolean): void;
};

const hops: Readonly<Record<string, Keyframe[]>> = {
  jump: [
    { transform: "scale(1.12,.86)", offset: 0.14 },
    { transform: "translateY(-34%) scale(.94,1.1) rotate(-5deg)", offset: 0.42 },
    { transform: "translateY(0) scale(1.12,.88)", offset: 0.7 },
    { transform: "scale(.97,1.04)", offset: 0.86 },
    { transform: "none" },
  ],
  leap: [
    { transform: "translateY(8%) rotate(10deg)", offset: 0.15 },
    { transform: "translateY(-52%) rotate(38deg)", offset: 0.4 },
    { transform: "translateY(-40%) rotate(-30deg)", offset: 0.62 },
    { transform: "translateY(6%) rotate(-8deg) scale(1.06,.92)", offset: 0.84 },
    { transform: "none" },
  ],
  shuffle: [
    { transform: "translateX(-10%) rotate(-9deg)", offset: 0.2 },
    { transform: "translateX(10%) rotate(9deg) scale(1.06)", offset: 0.45 },
    { transform: "translateX(-7%) rotate(-6deg)", offset: 0.7 },
    { transform: "none" },
  ],
  flutter: [
    { transform: "translate(8%,-30%) rotate(10deg) scaleX(.8)", offset: 0.25 },
    { transform: "translate(-8%,-46%) rotate(-10deg) scaleX(1.05)", offset: 0.5 },
    { transform: "translate(4%,-20%) rotate(6deg) scaleX(.85)", offset: 0.75 },
    { transform: "none" },
  ],
};
const manner: Readonly<Record<Animal, keyof typeof hops>> = {
  chicken: "jump",
  pig: "jump",
  dog: "jump",
  cat: "jump",
  duck: "shuffle",
  fish: "leap",
  turtle: "shuffle",
  crab: "shuffle",
  buffalo: "jump",
  bird: "flutter",
  rabbit: "jump",
  butterfly: "flutter",
};

/** `delay` 0–1 shifts the breathing, so that a group does not move as one. */
export function createActor(options: {
  animal: Animal;
  size: number;
  spot: Spot;
  delay: number;
  facing: "left" | "right";
  motion: Motion;
}): Actor {
  const { animal, size, motion } = options;
  const picture = element("img", "animal-picture", { src: pictures[animal], alt: "", draggable: "false" });
  const facing = element(
    "span",
    options.facing === "right" ? "animal-facing turned" : "animal-facing",
    {},
    picture,
  );
  const breath = element(
    "span",
    "animal-breath",
    { style: `animation-delay:${-4 * options.delay}s` },
    facing,
  );
  const body = element("span", "animal-body", {}, breath);
  const badge = element("span", "animal-badge", { hidden: "" });
  const root = pictureButton(
    `animal lives-in-${animals[animal].place} is-${animal}`,
    animals[animal].vi,
    { "data-animal": animal },
    element("span", "animal-shadow"),
    body,
    badge,
  );
  root.style.width = units(size);
  root.style.height = units(size);

  const actor: Actor = {
    animal,
    root,
    size,
    spot: options.spot,
    stand(spot) {
      actor.spot = spot;
      root.style.left = `calc(50% + ${units(spot.x - size / 2)})`;
      root.style.top = units(spot.y - size / 2);
      // Who stands nearer to us covers who stands behind.
      root.style.zIndex = String(Math.round(spot.y));
    },
    async walk(spot, durationMs) {
      const from = actor.spot;
      if (Math.abs(spot.x - from.x) > 12) facing.classList.toggle("turned", spot.x > from.x);
      actor.stand(spot);
      body.classList.add("walking");
      await motion.move(
        root,
        [
          { transform: `translate(${units(from.x - spot.x)},${units(from.y - spot.y)})` },
          { transform: "none" },
        ],
        durationMs,
      );
      body.classList.remove("walking");
    },
    hop: () => motion.move(body, hops[manner[animal]] ?? [], 640, "ease-out"),
    wear(number) {
      badge.hidden = number === null;
      badge.textContent = number === null ? "" : String(number);
      root.classList.toggle("counted", number !== null);
      if (number !== null)
        void motion.move(badge, [{ transform: "scale(0)" }, { transform: "none" }], 300, springy);
    },
    glow: (on) => root.classList.toggle("glowing", on),
  };
  actor.stand(options.spot);
  return actor;
}
