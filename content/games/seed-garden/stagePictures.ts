// Owns which picture shows which stage of a life, and what grows from which seed.
import type { Cycle, Seed, Stage } from "./nature.ts";
import { pictures } from "./pictures.ts";
import { drawnStages } from "./stageDrawings.ts";

export const stagePictures: Readonly<Record<Cycle, Readonly<Record<Stage, string>>>> = {
  plant: drawnStages.plant,
  butterfly: { ...drawnStages.butterfly, 1: pictures.caterpillar, 3: pictures.butterfly },
  frog: { ...drawnStages.frog, 3: pictures.frog },
  hen: { 0: pictures.egg, 1: pictures.hatching, 2: pictures.chick, 3: pictures.hen },
};

export const plantPictures: Readonly<Record<Seed, string>> = {
  corn: pictures.corn,
  peanut: pictures.peanut,
  pea: pictures.pea,
  watermelon: pictures.watermelon,
  sunflower: pictures.sunflower,
  rice: pictures.rice,
};
