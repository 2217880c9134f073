// Owns which picture shows what: files from an open set, listed in CREDITS.md.
import type { Animal } from "./animals.ts";
import bellPicture from "./pictures/bell.svg";
import bird from "./pictures/bird.svg";
import buffalo from "./pictures/buffalo.svg";
import butterfly from "./pictures/butterfly.svg";
import cat from "./pictures/cat.svg";
import chicken from "./pictures/chicken.svg";
import crab from "./pictures/crab.svg";
import dog from "./pictures/dog.svg";
import duck from "./pictures/duck.svg";
import eggPicture from "./pictures/egg.svg";
import fish from "./pictures/fish.svg";
import hatchedPicture from "./pictures/hatched.svg";
import pig from "./pictures/pig.svg";
import rabbit from "./pictures/rabbit.svg";
import turtle from "./pictures/turtle.svg";

export const pictures: Readonly<Record<Animal, string>> = {
  bird,
  buffalo,
  butterfly,
  cat,
  chicken,
  crab,
  dog,
  duck,
  fish,
  pig,
  rabbit,
  turtle,
};

export { bellPicture, eggPicture, hatchedPicture };
