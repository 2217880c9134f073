// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import { type BuildName, buildNames, builds } from "./builds.ts";
import type { Question } from "./logic.ts";
import { type Shape, type Solid, shapeNames, shapes, solidNames, solids } from "./shapes.ts";
import { type FlatThing, flatThings, type SolidThing, solidThings } from "./things.ts";

type Text = { vi: string; en: string };

const sentences = {
  "each-on-outline": { vi: "Bé đặt mỗi hình vào đúng chỗ của nó.", en: "Put each shape where it belongs." },
  "turn-it": { vi: "Hình nằm nghiêng vẫn là hình ấy thôi!", en: "A turned shape is still the same shape!" },
  "same-shape": {
    vi: "Hình nào có cùng hình dạng với hình trên bảng?",
    en: "Which has the same shape as the one on the board?",
  },
  "which-thing": { vi: "Đồ vật nào có dạng", en: "Which thing looks like a" },
  "touch-sides": { vi: "Bé chạm vào từng cạnh và đếm nhé!", en: "Touch every side and count." },
  "touch-corners": { vi: "Bé chạm vào từng góc và đếm nhé!", en: "Touch every corner and count." },
  "how-many-sides": { vi: "Hình này có mấy cạnh?", en: "How many sides does it have?" },
  "how-many-corners": { vi: "Hình này có mấy góc?", en: "How many corners does it have?" },
  "ask-roll": { vi: "Khối nào lăn xuống dốc được?", en: "Which one rolls down the slope?" },
  "ask-stack": { vi: "Khối nào xếp chồng lên nhau được?", en: "Which one can be stacked?" },
  "ask-topple": { vi: "Khối nào không xếp chồng lên nhau được?", en: "Which one cannot be stacked?" },
  "it-rolls": { vi: "Lăn được rồi!", en: "It rolls!" },
  "it-slides": {
    vi: "Khối này có mặt phẳng nên không lăn được.",
    en: "It has flat faces, so it does not roll.",
  },
  "it-stacks": { vi: "Đứng vững rồi!", en: "It stands!" },
  "it-falls": { vi: "Ôi, tròn quá nên rơi mất rồi!", en: "Oh, it is round and falls off!" },
  "explore-table": {
    vi: "Bé lấy hình đặt lên bàn, chạm vào hình để xoay nhé!",
    en: "Take shapes to the table and touch them to turn them.",
  },
  "explore-slope": {
    vi: "Bé thả khối xuống dốc hoặc xếp thành tháp nhé!",
    en: "Let the solids go down the slope, or stack a tower.",
  },
  "table-full": { vi: "Bàn đầy rồi. Bé chạm vào ngôi sao nhé!", en: "The table is full. Touch the star!" },
  "all-dance": { vi: "Các hình cùng nhảy múa nào!", en: "Dance, shapes!" },
  "tidy-away": { vi: "Mình cất đi và xếp lại nhé!", en: "Let us tidy up and build again." },
  "high-tower": { vi: "Ngọn tháp cao quá!", en: "What a high tower!" },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const shapeKey = (shape: Shape) => `shape-${shape.toLowerCase()}` as const;
export const findKey = (shape: Shape) => `find-${shape.toLowerCase()}` as const;
export const solidKey = (solid: Solid) => `solid-${solid}` as const;
export const thingKey = (thing: FlatThing | SolidThing) => `thing-${thing}` as const;
export const buildKey = (build: BuildName) => `build-${build}` as const;
export const numberKey = (number: number) => `number-${number}`;

const numbers = [
  ["một", "one"],
  ["hai", "two"],
  ["ba", "three"],
  ["bốn", "four"],
  ["năm", "five"],
  ["sáu", "six"],
] as const;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const shape of shapeNames) {
    const { vi, en } = shapes[shape];
    prompts[shapeKey(shape)] = { vi: `${capital(vi)}.`, en: `${capital(en)}.` };
    prompts[findKey(shape)] = { vi: `Bé tìm ${vi} nhé!`, en: `Find the ${en}.` };
  }
  for (const solid of solidNames)
    prompts[solidKey(solid)] = { vi: `${capital(solids[solid].vi)}.`, en: `${capital(solids[solid].en)}.` };
  for (const [name, { vi, en }] of [...Object.entries(flatThings), ...Object.entries(solidThings)])
    prompts[`thing-${name}`] = { vi: capital(vi), en: capital(en) };
  for (const build of buildNames)
    prompts[buildKey(build)] = {
      vi: `Bé ghép ${builds[build].vi} nhé!`,
      en: `Build the ${builds[build].en}.`,
    };
  numbers.forEach(([vi, en], index) => {
    prompts[numberKey(index + 1)] = { vi, en };
  });
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "find":
      return [findKey(question.asked)];
    case "build":
      return [buildKey(question.build), sentence("each-on-outline")];
    case "same":
      return [sentence("same-shape")];
    case "world":
      return [sentence("which-thing"), shapeKey(question.asked)];
    case "solids":
      return [sentence("which-thing"), solidKey(question.asked)];
    case "corners":
      return [sentence(question.count === "sides" ? "how-many-sides" : "how-many-corners")];
    case "roll":
      return [sentence(`ask-${question.task}`)];
  }
}
