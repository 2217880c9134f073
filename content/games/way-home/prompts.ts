// Owns every sentence of the game, and which of them a question says.

import type { Direction } from "./grid.ts";
import type { Question } from "./logic.ts";
import {
  type Find,
  findNames,
  finds,
  type Holder,
  holders,
  type Landmark,
  landmarkNames,
  landmarks,
  type Relation,
  relations,
  relationsOf,
  type Side,
  sideNames,
  sides,
  type Walker,
  walkerNames,
  walkers,
} from "./village.ts";

type Text = { readonly vi: string; readonly en: string };

const sentences = {
  "follow-stones": {
    vi: "Bé chạm vào từng viên đá, đưa bạn về nhà nhé!",
    en: "Touch the stones one by one and bring your friend home.",
  },
  "who-near": { vi: "Bạn nào ở gần nhà nhất?", en: "Who is nearest to the house?" },
  "who-far": { vi: "Bạn nào ở xa nhà nhất?", en: "Who is furthest from the house?" },
  "which-way": { vi: "Bạn ấy phải rẽ lối nào để về nhà?", en: "Which way leads home?" },
  "make-way": {
    vi: "Bé xếp mũi tên chỉ đường về nhà, rồi chạm vào nút xanh để đi nhé!",
    en: "Lay arrows that lead home, then touch the green button.",
  },
  "make-round": {
    vi: "Bé xếp mũi tên để bạn nhặt hết quà rồi mới về nhà nhé!",
    en: "Lay arrows that pick up everything on the way home.",
  },
  "whose-shortest": { vi: "Đường về nhà của bạn nào ngắn nhất?", en: "Whose way home is the shortest?" },
  "count-stones": { vi: "Bé đếm xem mỗi đường có mấy viên đá nhé!", en: "Count the stones of each way." },
  "home-again": { vi: "Về đến nhà rồi!", en: "Home at last!" },
  "cannot-pass": { vi: "Ối, chỗ này không đi được!", en: "Oh, no way through here!" },
  "not-home-yet": { vi: "Chưa đến nhà. Bé thêm mũi tên nhé!", en: "Not home yet. Add some arrows." },
  "still-left": {
    vi: "Vẫn còn quà trên đường. Bé nghĩ thêm nhé!",
    en: "Something is still lying there. Think again!",
  },
  "list-full": {
    vi: "Hết chỗ xếp mũi tên rồi. Bé chạm vào nút xanh nhé!",
    en: "The list is full. Touch the green button.",
  },
  "explore-visit": {
    vi: "Làng em đây! Bé chạm vào nơi nào, bạn nhỏ sẽ đến nơi ấy.",
    en: "This is our village! Touch a place and your friend walks there.",
  },
  "explore-steer": {
    vi: "Bé chạm vào mũi tên để dẫn bạn đi chơi quanh làng nhé!",
    en: "Touch the arrows and lead your friend about.",
  },
  "explore-plan": {
    vi: "Bé xếp nhiều mũi tên, rồi chạm vào nút xanh xem bạn đi đến đâu nhé!",
    en: "Lay many arrows, touch the green button and see where they lead.",
  },
  "all-visited": { vi: "Bé đã đi khắp làng rồi!", en: "You have been all over the village!" },
  "it-is-there": { vi: "Bạn ấy đang ở", en: "It is" },
} as const satisfies Record<string, Text>;

const directionTexts: Readonly<Record<Direction, Text>> = {
  left: { vi: "Sang trái!", en: "Left!" },
  right: { vi: "Sang phải!", en: "Right!" },
  up: { vi: "Lên trên!", en: "Up!" },
  down: { vi: "Xuống dưới!", en: "Down!" },
};

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const directionKey = (direction: Direction) => `go-${direction}`;
export const placeKey = (landmark: Landmark) => `place-${landmark}`;
export const walkerKey = (walker: Walker) => `name-${walker}`;
export const findKey = (find: Find) => `find-${find}`;
const whereKey = (holder: Holder, relation: Relation) => `where-${holder}-${relation}`;
export const relationKey = (holder: Holder, relation: Relation) => `is-${holder}-${relation}`;
export const sideKey = (side: Side) => `side-${side}`;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const [direction, text] of Object.entries(directionTexts))
    prompts[directionKey(direction as Direction)] = text; // its own keys
  for (const landmark of landmarkNames) prompts[placeKey(landmark)] = landmarks[landmark];
  for (const walker of walkerNames) prompts[walkerKey(walker)] = walkers[walker];
  for (const find of findNames) prompts[findKey(find)] = finds[find];
  for (const [holder, shown] of Object.entries(relationsOf) as [Holder, readonly Relation[]][]) {
    // likewise
    for (const relation of shown) {
      const [at, thing] = [relations[relation], holders[holder]];
      prompts[relationKey(holder, relation)] = { vi: `Ở ${at.vi} ${thing.vi}`, en: `${at.en} ${thing.en}` };
      if (relation !== "beside")
        prompts[whereKey(holder, relation)] = {
          vi: `Bạn nào ở ${at.vi} ${thing.vi}?`,
          en: `Who is ${at.en} ${thing.en}?`,
        };
    }
  }
  for (const side of sideNames) {
    prompts[sideKey(side)] = { vi: `${sides[side].vi} ngôi nhà`, en: `${sides[side].en} the house` };
    prompts[`who-${side}`] = {
      vi: `Bạn nào đứng ${sides[side].vi} ngôi nhà?`,
      en: `Who stands ${sides[side].en} the house?`,
    };
    prompts[`put-${side}`] = {
      vi: `Bé đặt bạn ấy vào ${sides[side].vi} ngôi nhà nhé!`,
      en: `Put it ${sides[side].en} the house.`,
    };
  }
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "stones":
      return [sentence("follow-stones")];
    case "where":
      return [whereKey(question.holder, question.asked)];
    case "nearFar":
      return [sentence(question.asked === "near" ? "who-near" : "who-far")];
    case "nextStep":
      return [sentence("which-way")];
    case "sides":
      return [`who-${question.asked}`];
    case "put":
      return [walkerKey(question.walker), `put-${question.asked}`];
    case "program":
      return [sentence("make-way")];
    case "collect":
      return [sentence("make-round")];
    case "shortest":
      return [sentence("whose-shortest")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "where":
      return [relationKey(question.holder, question.asked)];
    case "sides":
      return [walkerKey(question.standing[question.asked]), sideKey(question.asked)];
    case "put":
      return [walkerKey(question.walker), sideKey(question.asked)];
    case "stones":
    case "nextStep":
    case "program":
    case "collect":
      return [sentence("home-again")];
    case "nearFar":
    case "shortest":
      return [];
  }
}
