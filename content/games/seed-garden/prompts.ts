// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import type { Question } from "./logic.ts";
import {
  type Care,
  type Cycle,
  careNames,
  cares,
  cycleNames,
  cycles,
  type Need,
  needNames,
  needs,
  type Part,
  type Pot,
  partNames,
  parts,
  potNames,
  pots,
  type Seed,
  type Stage,
  seedNames,
  seeds,
  stages,
} from "./nature.ts";

type Text = { vi: string; en: string };

const sentences = {
  "all-done": {
    vi: "Khu vườn nhờ có bé mà xanh tươi! Hẹn gặp lại bé nhé!",
    en: "The garden is green because of you! See you again!",
  },
  "give-water": {
    vi: "Cây khát khô, lá rũ xuống rồi. Cây cần gì nhỉ?",
    en: "The plant is dry and droops. What does it need?",
  },
  "give-sun": {
    vi: "Cây ở chỗ tối, lá úa vàng rồi. Cây cần gì nhỉ?",
    en: "It is dark and the leaves turn yellow. What does the plant need?",
  },
  "give-soil": {
    vi: "Hạt nằm trên hòn đá, không mọc được. Hạt cần gì nhỉ?",
    en: "The seed lies on a stone and cannot grow. What does it need?",
  },
  "ask-baby": { vi: "Sau này sẽ lớn lên thành gì nhỉ?", en: "What will it become when it grows up?" },
  "ask-grows": { vi: "Gieo hạt này xuống thì mọc lên cây gì?", en: "When we sow this, what will grow?" },
  "ask-order": {
    vi: "Bé xếp theo thứ tự lớn lên nhé! Cái gì có trước, cái gì có sau?",
    en: "Put them in order as they grow. What comes first?",
  },
  "ask-care": {
    vi: "Muốn có cây, bé làm gì trước, làm gì sau? Bé xếp theo thứ tự nhé!",
    en: "What do we do first to grow a plant, and what then? Put them in order.",
  },
  "ask-cared": {
    vi: "Sau một tuần, cây trong chậu nào sẽ tươi tốt?",
    en: "After a week, in which pot will the plant grow well?",
  },
  "ask-thirsty": {
    vi: "Sau một tuần, cây trong chậu nào sẽ héo vì thiếu nước?",
    en: "After a week, which plant will wilt without water?",
  },
  "ask-dark": {
    vi: "Sau một tuần, cây trong chậu nào sẽ vàng úa vì thiếu nắng?",
    en: "After a week, which plant will be yellow without light?",
  },
  "ask-missing": {
    vi: "Trong vòng này còn thiếu một bạn. Bé tìm xem là bạn nào?",
    en: "One is missing in this circle. Which one?",
  },
  "week-passes": { vi: "Một tuần trôi qua…", en: "A week goes by…" },
  "plant-needs": { vi: "Cây cần", en: "The plant needs" },
  "then-comes": { vi: "Lớn lên thành", en: "It grows into" },
  "explore-garden": {
    vi: "Bé gieo hạt xuống luống đất, tưới nước rồi gọi mặt trời lên nhé!",
    en: "Sow a seed in a bed, water it, and call the sun.",
  },
  "explore-pots": {
    vi: "Bé chọn cho mỗi chậu nước hay nắng, rồi chạm vào mặt trăng để sang ngày mới nhé!",
    en: "Give each pot water or sun, then touch the moon for a new day.",
  },
  "explore-wheel": {
    vi: "Bé chạm vào bạn ở giữa xem bạn lớn lên thế nào nhé!",
    en: "Touch the one in the middle and watch it grow.",
  },
  "bed-seed": { vi: "Luống đất còn trống. Bé gieo hạt nhé!", en: "This bed is bare. Sow a seed!" },
  "bed-water": { vi: "Cây khát nước rồi. Bé tưới nhé!", en: "The plant is thirsty. Water it!" },
  "bed-sun": { vi: "Cây muốn được sưởi nắng!", en: "The plant wants some sun!" },
  "bed-harvest": { vi: "Bé hái được quả rồi!", en: "You picked the fruit!" },
  "grow-1": { vi: "Hạt ngủ trong lòng đất.", en: "The seed sleeps in the soil." },
  "grow-2": { vi: "Hạt nảy mầm rồi!", en: "The seed has sprouted!" },
  "grow-3": { vi: "Cây lớn lên, nhiều lá quá!", en: "It grows, so many leaves!" },
  "grow-4": { vi: "Cây ra hoa rồi, ong bay đến kìa!", en: "It is in flower, and here comes a bee!" },
  "grow-5": { vi: "Quả chín rồi! Bé chạm vào để hái nhé!", en: "The fruit is ripe! Touch it to pick." },
  "too-early-sun": { vi: "Nắng khô quá! Bé tưới nước trước nhé!", en: "Too dry for sun! Water first." },
  "bee-says": { vi: "Ong giúp hoa kết thành quả đấy!", en: "Bees help flowers turn into fruit!" },
  "worm-says": { vi: "Giun đất làm cho đất tơi xốp!", en: "Worms make the soil loose!" },
  "new-day": { vi: "Một ngày mới!", en: "A new day!" },
  "full-circle": {
    vi: "Thế là hết một vòng, rồi lại bắt đầu!",
    en: "That was the whole circle, and it begins again!",
  },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const needKey = (need: Need) => `need-${need}` as const;
export const partKey = (part: Part) => `part-${part}` as const;
export const seedKey = (seed: Seed) => `seed-${seed}` as const;
export const plantKey = (seed: Seed) => `plant-${seed}` as const;
export const stageKey = (cycle: Cycle, stage: Stage) => `stage-${cycle}-${stage}` as const;
export const careKey = (care: Care) => `care-${care}` as const;
export const potKey = (pot: Pot) => `pot-${pot}` as const;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const need of needNames) prompts[needKey(need)] = needs[need];
  for (const part of partNames) {
    const { vi, en, job } = parts[part];
    prompts[partKey(part)] = { vi, en };
    prompts[`find-${part}`] = { vi: `Bé chạm vào ${vi} nhé!`, en: `Touch the ${en}.` };
    prompts[`job-${part}`] = job;
  }
  for (const seed of seedNames) {
    prompts[seedKey(seed)] = seeds[seed].seed;
    prompts[plantKey(seed)] = seeds[seed].plant;
  }
  for (const cycle of cycleNames)
    for (const stage of stages) prompts[stageKey(cycle, stage)] = cycles[cycle].stages[stage];
  for (const care of careNames) prompts[careKey(care)] = cares[care];
  for (const pot of potNames) prompts[potKey(pot)] = pots[pot];
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "give":
      return [sentence(`give-${question.asked}`)];
    case "baby":
      return [stageKey(question.young.cycle, question.young.stage), sentence("ask-baby")];
    case "parts":
      return [`find-${question.asked}`];
    case "jobs":
      return [`job-${question.asked}`];
    case "grows":
      return [seedKey(question.asked), sentence("ask-grows")];
    case "order":
    case "care":
    case "missing":
      return [sentence(`ask-${question.kind}`)];
    case "pots":
      return [sentence(`ask-${question.asked}`)];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "give":
      return [sentence("plant-needs"), needKey(question.asked)];
    case "baby":
      return [sentence("then-comes"), stageKey(question.asked, 3)];
    case "parts":
    case "jobs":
      return [partKey(question.asked)];
    case "grows":
      return [plantKey(question.asked)];
    case "order":
      return stages.map((stage) => stageKey(question.cycle, stage));
    case "care":
      return careNames.map(careKey);
    case "pots":
      return [potKey(question.asked)];
    case "missing":
      return [stageKey(question.cycle, question.asked)];
  }
}
