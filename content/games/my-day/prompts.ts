// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import { type ActivityName, activities, dayOrder, onDial, type Part, partNames, parts } from "./day.ts";
import type { Question } from "./logic.ts";

type Text = { vi: string; en: string };

const sentences = {
  "day-or-night": {
    vi: "Việc nào ban ngày thì đặt vào mặt trời, việc nào buổi tối thì đặt vào mặt trăng nhé!",
    en: "Day things go to the sun, night things go to the moon.",
  },
  "put-in-order": {
    vi: "Bé xếp các tranh theo thứ tự trong ngày nhé!",
    en: "Put the pictures in the order of the day.",
  },
  "to-its-part": {
    vi: "Bé đặt mỗi tranh vào đúng buổi nhé!",
    en: "Put each picture into its part of the day.",
  },
  "now-is": { vi: "Bây giờ là", en: "Now it is" },
  "which-now": { vi: "Giờ này bạn Na làm gì?", en: "What does Na do at this time?" },
  "which-clock": { vi: "Đồng hồ nào chỉ", en: "Which clock says" },
  "set-clock": { vi: "Bé chỉnh đồng hồ đến", en: "Set the clock to" },
  "ring-when-ready": { vi: "rồi rung chuông nhé!", en: "and then ring the bell." },
  "short-hand": { vi: "Kim ngắn chỉ giờ.", en: "The short hand shows the hour." },
  "half-hand": {
    vi: "Kim dài chỉ số sáu là rưỡi.",
    en: "When the long hand points to six, it is half past.",
  },
  "clock-says": { vi: "Đồng hồ đang chỉ", en: "The clock says" },
  "explore-wheel": {
    vi: "Bé quay vòng mặt trời, mặt trăng xem bạn Na làm gì nhé!",
    en: "Turn the wheel of sun and moon and see what Na does.",
  },
  "explore-clock": {
    vi: "Bé chỉnh đồng hồ xem bạn Na làm gì nhé!",
    en: "Turn the clock and see what Na does.",
  },
  "new-day": { vi: "Hết một ngày rồi. Một ngày mới bắt đầu!", en: "The day is over. A new day begins!" },
  "in-order": { vi: "Đúng thứ tự rồi! Bé nghe nhé:", en: "That is the order! Listen:" },
  day: { vi: "Ban ngày", en: "Day" },
  night: { vi: "Buổi tối", en: "Night" },
} as const satisfies Record<string, Text>;

const hours = [
  "mười hai",
  "một",
  "hai",
  "ba",
  "bốn",
  "năm",
  "sáu",
  "bảy",
  "tám",
  "chín",
  "mười",
  "mười một",
] as const;
const englishHours = [
  "twelve",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
] as const;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const activityKey = (name: ActivityName) => `na-${name}` as const;
export const findKey = (name: ActivityName) => `find-${name}` as const;
export const afterKey = (name: ActivityName) => `after-${name}` as const;
export const beforeKey = (name: ActivityName) => `before-${name}` as const;
export const partKey = (part: Part) => `part-${part}` as const;
/** "bảy giờ" or "bảy giờ rưỡi". */
export const hourKey = (minutes: number): string => {
  const hour = Math.floor(onDial(minutes) / 60) || 12;
  return onDial(minutes) % 60 === 30 ? `half-${hour}` : `hour-${hour}`;
};

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const name of dayOrder) {
    const { vi, en } = activities[name];
    prompts[activityKey(name)] = { vi: `Bạn Na ${vi}.`, en: `Na ${en}.` };
    prompts[findKey(name)] = { vi: `Ở tranh nào bạn Na ${vi}?`, en: `In which picture is it that Na ${en}?` };
  }
  // Nothing is asked of what comes after the last and before the first.
  for (const name of dayOrder.slice(1, -1)) {
    const { vi, en } = activities[name];
    prompts[afterKey(name)] = { vi: `Sau khi ${vi}, bạn Na làm gì?`, en: `Na ${en}. What comes after?` };
    prompts[beforeKey(name)] = { vi: `Trước khi ${vi}, bạn Na làm gì?`, en: `Na ${en}. What comes before?` };
  }
  for (const part of partNames) prompts[partKey(part)] = { vi: `Buổi ${parts[part].vi}`, en: parts[part].en };
  hours.forEach((vi, index) => {
    const hour = index * 60;
    const en = englishHours[index] ?? "";
    prompts[hourKey(hour)] = { vi: `${vi} giờ`, en: `${en} o'clock` };
    prompts[hourKey(hour + 30)] = { vi: `${vi} giờ rưỡi`, en: `half past ${en}` };
  });
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "find":
      return [findKey(question.asked)];
    case "dayNight":
      return [sentence("day-or-night")];
    case "order":
      return [sentence("put-in-order")];
    case "parts":
      return [sentence("to-its-part")];
    case "next":
      return [question.direction === "after" ? afterKey(question.from) : beforeKey(question.from)];
    case "read":
      return [sentence("which-clock"), hourKey(question.asked)];
    case "set":
      return [sentence("set-clock"), hourKey(question.asked), sentence("ring-when-ready")];
    case "when":
      return [
        sentence("now-is"),
        hourKey(activities[question.asked].at),
        partKey(activities[question.asked].part),
        sentence("which-now"),
      ];
  }
}
