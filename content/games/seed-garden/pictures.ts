// Owns the pictures from an open set, listed in CREDITS.md.
import bee from "./pictures/bee.svg";
import butterfly from "./pictures/butterfly.svg";
import caterpillar from "./pictures/caterpillar.svg";
import chick from "./pictures/chick.svg";
import chilli from "./pictures/chilli.svg";
import corn from "./pictures/corn.svg";
import duck from "./pictures/duck.svg";
import egg from "./pictures/egg.svg";
import fish from "./pictures/fish.svg";
import frog from "./pictures/frog.svg";
import hatching from "./pictures/hatching.svg";
import hen from "./pictures/hen.svg";
import ladybird from "./pictures/ladybird.svg";
import pea from "./pictures/pea.svg";
import peanut from "./pictures/peanut.svg";
import rice from "./pictures/rice.svg";
import sunflower from "./pictures/sunflower.svg";
import tomato from "./pictures/tomato.svg";
import watermelon from "./pictures/watermelon.svg";
import worm from "./pictures/worm.svg";

export const pictures = {
  bee,
  butterfly,
  caterpillar,
  chick,
  chilli,
  corn,
  duck,
  egg,
  fish,
  frog,
  hatching,
  hen,
  ladybird,
  pea,
  peanut,
  rice,
  sunflower,
  tomato,
  watermelon,
  worm,
} as const;
