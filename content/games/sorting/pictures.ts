// Owns which picture shows what: files from an open set, listed in CREDITS.md.
import apple from "./pictures/apple.svg";
import ball from "./pictures/ball.svg";
import balloon from "./pictures/balloon.svg";
import banana from "./pictures/banana.svg";
import bear from "./pictures/bear.svg";
import bolt from "./pictures/bolt.svg";
import brick from "./pictures/brick.svg";
import broccoli from "./pictures/broccoli.svg";
import buffalo from "./pictures/buffalo.svg";
import buoy from "./pictures/buoy.svg";
import cabbage from "./pictures/cabbage.svg";
import car from "./pictures/car.svg";
import carp from "./pictures/carp.svg";
import carrot from "./pictures/carrot.svg";
import cat from "./pictures/cat.svg";
import chair from "./pictures/chair.svg";
import cherries from "./pictures/cherries.svg";
import chilli from "./pictures/chilli.svg";
import coin from "./pictures/coin.svg";
import corn from "./pictures/corn.svg";
import crab from "./pictures/crab.svg";
import cucumber from "./pictures/cucumber.svg";
import dog from "./pictures/dog.svg";
import duck from "./pictures/duck.svg";
import elephant from "./pictures/elephant.svg";
import feather from "./pictures/feather.svg";
import fish from "./pictures/fish.svg";
import greenapple from "./pictures/greenapple.svg";
import key from "./pictures/key.svg";
import leaf from "./pictures/leaf.svg";
import mango from "./pictures/mango.svg";
import monkey from "./pictures/monkey.svg";
import owl from "./pictures/owl.svg";
import parrot from "./pictures/parrot.svg";
import peacock from "./pictures/peacock.svg";
import pear from "./pictures/pear.svg";
import pineapple from "./pictures/pineapple.svg";
import potato from "./pictures/potato.svg";
import rabbit from "./pictures/rabbit.svg";
import rock from "./pictures/rock.svg";
import rooster from "./pictures/rooster.svg";
import scissors from "./pictures/scissors.svg";
import seedling from "./pictures/seedling.svg";
import shrimp from "./pictures/shrimp.svg";
import snail from "./pictures/snail.svg";
import snake from "./pictures/snake.svg";
import spoon from "./pictures/spoon.svg";
import star from "./pictures/star.svg";
import strawberry from "./pictures/strawberry.svg";
import sunflower from "./pictures/sunflower.svg";
import tangerine from "./pictures/tangerine.svg";
import tiger from "./pictures/tiger.svg";
import tomato from "./pictures/tomato.svg";
import tree from "./pictures/tree.svg";
import turtle from "./pictures/turtle.svg";
import wood from "./pictures/wood.svg";
import type { ThingName } from "./things.ts";

export const pictures: Readonly<Record<ThingName, string>> = {
  apple,
  ball,
  balloon,
  banana,
  bear,
  bolt,
  brick,
  broccoli,
  buffalo,
  buoy,
  cabbage,
  car,
  carp,
  carrot,
  cat,
  chair,
  cherries,
  chilli,
  coin,
  corn,
  crab,
  cucumber,
  dog,
  duck,
  elephant,
  feather,
  fish,
  greenapple,
  key,
  leaf,
  mango,
  monkey,
  owl,
  parrot,
  peacock,
  pear,
  pineapple,
  potato,
  rabbit,
  rock,
  rooster,
  scissors,
  seedling,
  shrimp,
  snail,
  snake,
  spoon,
  star,
  strawberry,
  sunflower,
  tangerine,
  tiger,
  tomato,
  tree,
  turtle,
  wood,
};
