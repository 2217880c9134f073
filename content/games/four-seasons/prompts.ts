// Owns every sentence of the game, and which of them a question says.
import type { Question } from "./logic.ts";
import {
  days,
  type Festival,
  festivalNames,
  festivals,
  months,
  type Season,
  seasonNames,
  seasons,
  type ThingName,
  thingNames,
  things,
} from "./year.ts";

type Text = { readonly vi: string; readonly en: string };

const sentences = {
  "put-in-place": { vi: "Bé đặt mỗi thứ vào đúng chỗ của nó nhé!", en: "Put each thing into its place." },
  "all-dressed": { vi: "Đẹp quá! Bé đã sẵn sàng đón hội rồi!", en: "How beautiful! Ready for the festival!" },
  "sort-things": {
    vi: "Mỗi thứ thuộc về mùa nào? Bé xếp giúp nhé!",
    en: "Which season is each thing from? Sort them!",
  },
  "sort-festivals": {
    vi: "Thứ này để dành cho ngày hội nào? Bé xếp giúp nhé!",
    en: "Which festival is each thing for? Sort them!",
  },
  "touch-order": {
    vi: "Bé chạm lần lượt các mùa trong năm, bắt đầu từ",
    en: "Touch the seasons one after another, beginning with",
  },
  "which-day": { vi: "Trong tuần thiếu mất ngày nào?", en: "Which day of the week is missing?" },
  "which-month": { vi: "Tháng nào còn thiếu?", en: "Which month is missing?" },
  "and-tomorrow": { vi: "Hôm nay là ngày này. Ngày mai là ngày mấy?", en: "This is today. And tomorrow?" },
  "and-yesterday": { vi: "Hôm nay là ngày này. Hôm qua là ngày mấy?", en: "This is today. And yesterday?" },
  "say-along": { vi: "Mình cùng đọc lần lượt nào!", en: "Let us say them one by one." },
  "explore-seasons": {
    vi: "Đây là cửa sổ bốn mùa! Bé chọn một mùa, rồi chạm xem mùa ấy có gì nhé!",
    en: "This is the season window! Choose a season and touch what you find.",
  },
  "explore-festivals": {
    vi: "Mình đi chơi hội nào! Bé chọn ngày hội, rồi chạm vào mọi thứ nhé!",
    en: "Let us go to a festival! Choose one and touch everything.",
  },
  "explore-months": {
    vi: "Một năm có mười hai tháng. Bé chạm vào từng tháng nhé!",
    en: "A year has twelve months. Touch each of them.",
  },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (name: ThingName) => `name-${name}`;
export const seasonKey = (season: Season) => `season-${season}`;
export const festivalKey = (festival: Festival) => `festival-${festival}`;
export const dayKey = (index: number) => `day-${index + 1}`;
export const monthKey = (index: number) => `month-${index + 1}`;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const name of thingNames) prompts[nameKey(name)] = { vi: things[name].vi, en: things[name].en };
  for (const season of seasonNames) {
    const { vi, en } = seasons[season];
    prompts[seasonKey(season)] = { vi, en };
    prompts[`what-${season}`] = { vi: `${vi} có gì nào?`, en: `What belongs to ${en}?` };
    prompts[`odd-${season}`] = {
      vi: `Bây giờ là ${vi.toLowerCase()}. Thứ gì không phải của mùa này?`,
      en: `It is ${en}. What does not belong here?`,
    };
  }
  for (const festival of festivalNames) {
    const { vi, en } = festivals[festival];
    prompts[festivalKey(festival)] = { vi, en };
    prompts[`what-${festival}`] = { vi: `${vi} có gì nào?`, en: `What belongs to ${en}?` };
  }
  days.forEach(({ vi, en }, index) => {
    prompts[dayKey(index)] = { vi, en };
  });
  months.forEach(({ vi, en }, index) => {
    prompts[monthKey(index)] = { vi, en };
  });
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "belongs":
      return [`what-${question.season}`];
    case "odd":
      return [`odd-${question.season}`];
    case "festival":
      return [`what-${question.festival}`];
    case "dress":
      return [festivalKey(question.festival), sentence("put-in-place")];
    case "sort":
      return [sentence("sort-things")];
    case "festivalSort":
      return [sentence("sort-festivals")];
    case "order":
      return [sentence("touch-order"), seasonKey(question.first)];
    case "week":
      return [sentence("which-day")];
    case "months":
      return [sentence("which-month")];
    case "tomorrow":
      return [sentence(question.asked === "tomorrow" ? "and-tomorrow" : "and-yesterday")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "belongs":
      return [seasonKey(question.season), nameKey(question.answer)];
    case "odd":
      return [nameKey(question.answer)];
    case "festival":
      return [festivalKey(question.festival), nameKey(question.answer)];
    case "dress":
      return [sentence("all-dressed")];
    case "week":
      return [dayKey(question.missing)];
    case "months":
      return [monthKey(question.missing)];
    case "sort":
    case "festivalSort":
    case "order":
    case "tomorrow":
      return [];
  }
}
