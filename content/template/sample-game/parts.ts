// Owns what the game puts on the stage: things on cards, and baskets.
import { picture, pictureCard, placeButton } from "../../sdk/cards.ts";
import { element } from "../../sdk/element.ts";
import { basket, pictures, signs } from "./pictures.ts";
import { type Group, groups, type ThingName, things } from "./things.ts";

export const thingCard = (name: ThingName, size: "small" | "medium" | "large") =>
  pictureCard({ label: things[name].vi, pictures: [pictures[name]], size });

/** A basket that wears a picture of what goes in; what lies in it is appended. */
export const basketButton = (group: Group) =>
  placeButton(
    `Giỏ ${groups[group].vi}`,
    "basket",
    element("span", "basket-inside"),
    picture(basket(group), "basket-body"),
    element("span", "basket-sign", {}, picture(signs[group])),
  );
