// Owns which picture shows what: files of `pictures/`, and what is drawn here.

import type { CardFace } from "./logic.ts";
import ball from "./pictures/ball.svg";
import banana from "./pictures/banana.svg";
import bear from "./pictures/bear.svg";
import bell from "./pictures/bell.svg";
import bicycle from "./pictures/bicycle.svg";
import bowl from "./pictures/bowl.svg";
import buffalo from "./pictures/buffalo.svg";
import butterfly from "./pictures/butterfly.svg";
import car from "./pictures/car.svg";
import cat from "./pictures/cat.svg";
import chick from "./pictures/chick.svg";
import clock from "./pictures/clock.svg";
import cow from "./pictures/cow.svg";
import dog from "./pictures/dog.svg";
import dress from "./pictures/dress.svg";
import drum from "./pictures/drum.svg";
import duck from "./pictures/duck.svg";
import fish from "./pictures/fish.svg";
import flute from "./pictures/flute.svg";
import frog from "./pictures/frog.svg";
import hen from "./pictures/hen.svg";
import kite from "./pictures/kite.svg";
import lantern from "./pictures/lantern.svg";
import lotus from "./pictures/lotus.svg";
import mango from "./pictures/mango.svg";
import phone from "./pictures/phone.svg";
import pig from "./pictures/pig.svg";
import pineapple from "./pictures/pineapple.svg";
import rain from "./pictures/rain.svg";
import teapot from "./pictures/teapot.svg";
import train from "./pictures/train.svg";
import turtle from "./pictures/turtle.svg";
import umbrella from "./pictures/umbrella.svg";
import watermelon from "./pictures/watermelon.svg";
import type { ThingName } from "./things.ts";

export const pictures: Readonly<Record<ThingName, string>> = {
  ball,
  banana,
  bear,
  bell,
  bicycle,
  bowl,
  buffalo,
  butterfly,
  car,
  cat,
  clock,
  cow,
  dog,
  dress,
  drum,
  duck,
  fish,
  flute,
  frog,
  hen,
  kite,
  lantern,
  lotus,
  mango,
  phone,
  pig,
  pineapple,
  rain,
  teapot,
  train,
  turtle,
  umbrella,
  watermelon,
};

const tadpole = `<svg viewBox="0 0 64 64"><path fill="#3f6b2f" d="M40 30c10-6 18 2 22-6-2 16-14 14-22 12z"/><path fill="none" stroke="#2d4f22" stroke-width="2" d="M44 33c6-1 12 0 16-5"/><ellipse cx="26" cy="33" rx="19" ry="15" fill="#4f8439"/><ellipse cx="24" cy="28" rx="13" ry="7" fill="#6ba44f" fill-opacity=".7"/><circle cx="16" cy="29" r="5" fill="#fff"/><circle cx="15" cy="29" r="2.600" fill="#1f2a1a"/><path d="M10 39c4 4 9 4 12 1" fill="none" stroke="#243d1b" stroke-width="2" stroke-linecap="round"/><circle cx="40" cy="14" r="4" fill="#9fd8ee" fill-opacity=".7"/><circle cx="50" cy="9" r="2.500" fill="#9fd8ee" fill-opacity=".7"/></svg>`;

/** What a card shows: the young of most animals are their mothers made small by the style sheet. */
export const pictureOf = ({ name, side }: CardFace): string =>
  side !== "family" ? pictures[name] : name === "hen" ? chick : name === "frog" ? tadpole : pictures[name];

/** A hat of palm leaves, as worn in the fields. */
export const hat = `<svg viewBox="0 0 240 150"><ellipse cx="120" cy="136" rx="112" ry="13" fill="#2b1d10" fill-opacity=".28"/><path fill="#e2c27c" stroke="#a87f3c" stroke-width="4" d="M120 6c6 0 11 5 16 12 34 44 66 78 98 104 5 5 1 11-6 12-34 7-71 10-108 10S46 141 12 134c-7-1-11-7-6-12 32-26 64-60 98-104 5-7 10-12 16-12z"/><path fill="#f6e6b8" d="M120 6c-5 0-10 5-15 12C71 62 39 96 7 122c-4 4-2 9 3 11 30 6 50 8 70 9 4-50 20-100 40-136z"/><g fill="none" stroke="#c9a762" stroke-width="3"><path d="M86 42c22 6 46 6 68 0M64 70c36 9 76 9 112 0M40 96c50 11 110 11 160 0"/></g><g fill="none" stroke="#b58f49" stroke-width="2" stroke-opacity=".7"><path d="M116 10C92 60 70 100 48 138M120 8v134M124 10c24 50 46 90 68 128"/></g><path fill="none" stroke="#a87f3c" stroke-width="6" stroke-linecap="round" d="M10 128c36 8 72 11 110 11s74-3 110-11"/></svg>`;

/** A round bamboo tray seen from above at a slant. */
export const bambooTray = `<svg viewBox="0 0 760 330"><ellipse cx="380" cy="188" rx="372" ry="140" fill="#2b1d10" fill-opacity=".25"/><ellipse cx="380" cy="170" rx="372" ry="150" fill="#a9743a"/><ellipse cx="380" cy="158" rx="372" ry="150" fill="#d9a55c"/><ellipse cx="380" cy="158" rx="342" ry="130" fill="#f1d69a"/><g fill="none" stroke="#d9b26a" stroke-width="4"><ellipse cx="380" cy="158" rx="300" ry="112"/><ellipse cx="380" cy="158" rx="230" ry="85"/><ellipse cx="380" cy="158" rx="160" ry="58"/><ellipse cx="380" cy="158" rx="90" ry="32"/><path d="M50 130C200 150 560 150 710 130M50 190c150-20 510-20 660 0M230 42c40 70 40 160 0 232M530 42c-40 70-40 160 0 232M380 28v260"/></g><path fill="none" stroke="#8a5a2b" stroke-width="5" stroke-dasharray="18 22" d="M8 158c0-83 166-150 372-150s372 67 372 150"/></svg>`;

/** The cover that keeps flies from a meal. */
export const cover = `<svg viewBox="0 0 760 400"><path fill="#c85b4a" d="M20 376C30 150 190 30 380 30s350 120 360 346c-220 30-500 30-720 0z"/><path fill="#e07a63" d="M20 376C30 150 190 30 380 30c-150 40-240 170-250 358-40-2-76-6-110-12z"/><g fill="none" stroke="#f7d9b0" stroke-width="7" stroke-opacity=".8"><path d="M380 30C270 80 240 240 240 394M380 30c110 50 140 210 140 364M62 250c200 44 436 44 636 0M122 150c160 32 356 32 516 0"/></g><g fill="#ffe7bd"><path d="M380 214l14 24 27-3-16 23 16 23-27-3-14 24-14-24-27 3 16-23-16-23 27 3z"/><circle cx="180" cy="310" r="12"/><circle cx="580" cy="310" r="12"/><circle cx="250" cy="196" r="10"/><circle cx="510" cy="196" r="10"/></g><path fill="#f7d9b0" d="M356 30a24 24 0 0 1 48 0z"/><path fill="none" stroke="#8f3a2e" stroke-width="10" stroke-linecap="round" d="M20 376c220 30 500 30 720 0"/></svg>`;

/** A music box whose tune nobody knows until it is touched; the patterns tell the boxes apart. */
export const musicBox = (index: number): string => {
  const [body, band] = (
    [
      ["#0072b2", "#9fd3f0"],
      ["#d55e00", "#ffd3a8"],
      ["#009e73", "#a6e6cf"],
      ["#a3568b", "#f1c6e0"],
    ] as const
  )[index % 4] ?? ["#0072b2", "#9fd3f0"];
  const marks = [
    '<circle cx="60" cy="86" r="13"/>',
    '<path d="M60 70l16 28H44z"/>',
    '<path d="M46 72h28v28H46z"/>',
    '<path d="M60 68l5 12 13 1-10 8 3 13-11-7-11 7 3-13-10-8 13-1z"/>',
  ][index % 4];
  return `<svg viewBox="0 0 120 120"><ellipse cx="60" cy="112" rx="50" ry="7" fill="#2b1d10" fill-opacity=".25"/><rect x="14" y="48" width="92" height="62" rx="12" fill="${body}"/><rect x="14" y="48" width="92" height="16" fill="#000" fill-opacity=".14"/><path fill="${band}" d="M8 34c0-7 6-12 13-12h78c7 0 13 5 13 12v8c0 5-4 8-8 8H16c-4 0-8-3-8-8z"/><path fill="#fff" fill-opacity=".45" d="M18 30c0-3 3-5 7-5h70c4 0 7 2 7 5z"/><g fill="${band}">${marks}</g><path fill="none" stroke="#8a5a2b" stroke-width="6" stroke-linecap="round" d="M60 22V12h14"/><circle cx="78" cy="12" r="6" fill="#ffd447"/></svg>`;
};
