// Owns which picture shows what: files of `pictures/`, and what is drawn here.
import { drawnThings } from "./drawSolids.ts";
import ball from "./pictures/ball.svg";
import book from "./pictures/book.svg";
import candle from "./pictures/candle.svg";
import cookie from "./pictures/cookie.svg";
import die from "./pictures/die.svg";
import door from "./pictures/door.svg";
import drum from "./pictures/drum.svg";
import ice from "./pictures/ice.svg";
import juice from "./pictures/juice.svg";
import ladyBeetle from "./pictures/lady-beetle.svg";
import orange from "./pictures/orange.svg";
import parcel from "./pictures/parcel.svg";
import wheel from "./pictures/wheel.svg";
import windowPicture from "./pictures/window.svg";
import type { FlatThing, SolidThing } from "./things.ts";

/** Addresses or SVG text. */
export const thingPictures: Readonly<Record<FlatThing | SolidThing, string>> = {
  ...drawnThings,
  ball,
  book,
  candle,
  cookie,
  die,
  door,
  drum,
  ice,
  juice,
  orange,
  parcel,
  wheel,
  window: windowPicture,
};

export { ladyBeetle };
