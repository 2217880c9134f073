// Owns which picture shows what: files of `pictures/`, and what is drawn here.
import type { Decoration, Friend } from "./bakery.ts";
import { candle } from "./drawCakes.ts";
import bear from "./pictures/bear.svg";
import bellPicture from "./pictures/bell.svg";
import cat from "./pictures/cat.svg";
import flower from "./pictures/flower.svg";
import monkey from "./pictures/monkey.svg";
import panda from "./pictures/panda.svg";
import pig from "./pictures/pig.svg";
import rabbit from "./pictures/rabbit.svg";
import star from "./pictures/star.svg";
import strawberry from "./pictures/strawberry.svg";

/** Addresses or SVG text. */
export const decorationPictures: Readonly<Record<Decoration, string>> = { strawberry, flower, star, candle };

export const friendPictures: Readonly<Record<Friend, string>> = { rabbit, cat, bear, panda, pig, monkey };

export { bellPicture };
