// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import { countOf, feelingOf, type Question } from "./logic.ts";
import {
  type Change,
  changeNames,
  changes,
  type GarmentName,
  garmentNames,
  garments,
  type Weather,
  weatherNames,
  weathers,
} from "./weather.ts";

type Text = { vi: string; en: string };

const sentences = {
  "all-done": {
    vi: "Bé đã biết nhìn trời để mặc đồ rồi đấy! Hẹn gặp lại bé nhé!",
    en: "Now you know how to dress for the weather! See you again!",
  },
  "ask-what-weather": {
    vi: "Bé nhìn ra sân xem. Hôm nay trời thế nào nhỉ?",
    en: "Look outside. What is the weather today?",
  },
  "ask-listen": {
    vi: "Bé lắng nghe xem, ngoài kia trời đang thế nào?",
    en: "Listen. What is the weather outside?",
  },
  "ask-need": {
    vi: "Bạn nhỏ muốn ra ngoài chơi. Bạn cần thứ gì nhỉ?",
    en: "Our friend wants to go out. What is needed?",
  },
  "ask-dress": {
    vi: "Bé mặc đồ cho bạn thật hợp với thời tiết nhé!",
    en: "Dress our friend for this weather.",
  },
  "ask-after": {
    vi: "Rồi sau đó sẽ thế nào? Bé chọn tranh nhé!",
    en: "And what comes after? Choose a picture.",
  },
  "ask-who": { vi: "Bạn nào mặc hợp với thời tiết hôm nay?", en: "Who is dressed for this weather?" },
  "ask-leave": {
    vi: "Hôm nay có một thứ chưa cần dùng đến. Bé tìm xem là thứ nào?",
    en: "One thing is not needed today. Which one?",
  },
  "ask-read": {
    vi: "Bé nhìn nhiệt kế xem. Bạn nhỏ thấy nóng, dễ chịu hay lạnh?",
    en: "Look at the thermometer. Does our friend feel hot, well or cold?",
  },
  "ask-set": {
    vi: "Bé nhìn bạn nhỏ xem. Nhiệt kế nào đúng với hôm nay?",
    en: "Look at our friend. Which thermometer is right for today?",
  },
  "week-look": { vi: "Đây là thời tiết của một tuần.", en: "This is the weather of a week." },
  "week-most": {
    vi: "Trong tuần này, trời thế nào là nhiều ngày nhất?",
    en: "Which weather came on the most days?",
  },
  "fits-well": { vi: "Ấm áp, gọn gàng rồi. Mình ra chơi thôi!", en: "All set. Let us go out and play!" },
  "not-today": { vi: "Hôm nay chưa cần đến.", en: "Not needed today." },
  "try-on": {
    vi: "Thời tiết này mặc thế chưa hợp. Bé nhìn trời xem nhé!",
    en: "That does not suit this weather. Look at the sky.",
  },
  "feel-hot": { vi: "Nóng quá! Nhiệt kế lên cao.", en: "So hot! The thermometer goes up high." },
  "feel-mild": { vi: "Trời mát mẻ, dễ chịu.", en: "It is mild and pleasant." },
  "feel-cold": { vi: "Lạnh quá! Nhiệt kế xuống thấp.", en: "So cold! The thermometer goes down low." },
  "explore-sky": {
    vi: "Bé gọi mưa, gọi nắng, gọi gió nào! Chạm vào từng hình để đổi thời tiết nhé!",
    en: "Call the sun, the rain and the wind! Touch the pictures to change the weather.",
  },
  "explore-wardrobe": {
    vi: "Bé chọn thời tiết rồi mặc đồ cho bạn nhé!",
    en: "Choose the weather, then dress our friend.",
  },
  "explore-whole": {
    vi: "Bé đổi trời và chỉnh nhiệt kế, xem các bạn mặc gì nhé!",
    en: "Change the sky and the thermometer and see what the children put on.",
  },
  "sun-comes": { vi: "Mặt trời lên rồi!", en: "Here comes the sun!" },
  "sun-goes": { vi: "Mặt trời trốn sau mây rồi.", en: "The sun hides behind the clouds." },
  "rain-comes": { vi: "Mưa rồi, mưa rồi! Mau mặc áo mưa thôi!", en: "It is raining! Quick, the raincoats!" },
  "rain-goes": { vi: "Mưa tạnh rồi.", en: "The rain has stopped." },
  "wind-comes": { vi: "Gió thổi vù vù!", en: "Whoosh, the wind blows!" },
  "wind-goes": { vi: "Gió lặng rồi.", en: "The wind is still." },
  "cold-comes": { vi: "Trời trở lạnh. Mặc ấm vào nhé!", en: "It is getting cold. Dress warmly!" },
  "cold-goes": { vi: "Trời ấm lên rồi.", en: "It is getting warm." },
  "rainbow-comes": {
    vi: "Ồ, cầu vồng kìa! Vừa có nắng vừa có mưa đấy.",
    en: "Oh, a rainbow! There is sun and rain together.",
  },
  "kite-flies": { vi: "Gió lên, diều bay cao quá!", en: "With the wind the kite flies high!" },
  "frog-sings": { vi: "Ếch con thích mưa lắm!", en: "The little frog loves rain!" },
  "too-hot": { vi: "Nóng quá đi mất! Bạn toát mồ hôi rồi.", en: "Far too hot! Our friend is sweating." },
  "too-cold": { vi: "Lạnh quá! Bạn run rồi.", en: "Too cold! Our friend is shivering." },
  "getting-wet": { vi: "Ướt hết rồi! Bạn cần đồ đi mưa.", en: "All wet! Our friend needs rain things." },
  "just-right": { vi: "Vừa hợp với thời tiết rồi!", en: "Just right for the weather!" },
  hello: { vi: "Chào bé!", en: "Hello!" },
} as const satisfies Record<string, Text>;

const needs: Readonly<Record<Weather, Text>> = {
  sunny: { vi: "Có mấy ngày nắng?", en: "How many sunny days are there?" },
  rainy: { vi: "Có mấy ngày mưa?", en: "How many rainy days are there?" },
  windy: { vi: "Có mấy ngày gió?", en: "How many windy days are there?" },
  cold: { vi: "Có mấy ngày lạnh?", en: "How many cold days are there?" },
  cloudy: { vi: "Có mấy ngày nhiều mây?", en: "How many cloudy days are there?" },
};
const numbers: readonly Text[] = [
  { vi: "một", en: "one" },
  { vi: "hai", en: "two" },
  { vi: "ba", en: "three" },
  { vi: "bốn", en: "four" },
  { vi: "năm", en: "five" },
  { vi: "sáu", en: "six" },
  { vi: "bảy", en: "seven" },
];
const days: readonly Text[] = [
  { vi: "Thứ hai", en: "Monday" },
  { vi: "Thứ ba", en: "Tuesday" },
  { vi: "Thứ tư", en: "Wednesday" },
  { vi: "Thứ năm", en: "Thursday" },
  { vi: "Thứ sáu", en: "Friday" },
  { vi: "Thứ bảy", en: "Saturday" },
  { vi: "Chủ nhật", en: "Sunday" },
];

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const weatherKey = (weather: Weather) => `weather-${weather}` as const;
export const garmentKey = (name: GarmentName) => `garment-${name}` as const;
export const changeKey = (change: Change) => `change-${change}` as const;
export const numberKey = (count: number) => `number-${count}`;
export const dayKey = (day: number) => `day-${day + 2}`;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const weather of weatherNames) {
    prompts[weatherKey(weather)] = weathers[weather];
    prompts[`count-${weather}`] = needs[weather];
  }
  for (const name of garmentNames) {
    const { vi, en } = garments[name];
    prompts[garmentKey(name)] = { vi, en };
  }
  for (const change of changeNames) prompts[changeKey(change)] = changes[change];
  numbers.forEach((text, index) => {
    prompts[numberKey(index + 1)] = text;
  });
  days.forEach((text, index) => {
    prompts[dayKey(index)] = text;
    prompts[`ask-${dayKey(index)}`] = {
      vi: `${text.vi} trời thế nào?`,
      en: `How was the weather on ${text.en}?`,
    };
  });
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "whatWeather":
      return [sentence("ask-what-weather")];
    case "listen":
    case "after":
      return [sentence(`ask-${question.kind}`)];
    case "need":
    case "dress":
    case "who":
    case "leave":
      return [weatherKey(question.weather), sentence(`ask-${question.kind}`)];
    case "thermometer":
      return [sentence(question.read ? "ask-read" : "ask-set")];
    case "week":
      return [
        sentence("week-look"),
        question.about === "count"
          ? `count-${question.asked}`
          : question.about === "most"
            ? sentence("week-most")
            : `ask-${dayKey(question.day)}`,
      ];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "whatWeather":
    case "listen":
      return [weatherKey(question.weather)];
    case "need":
      return [garmentKey(question.asked)];
    case "leave":
      return [garmentKey(question.asked), sentence("not-today")];
    case "dress":
    case "who":
      return [sentence("fits-well")];
    case "after":
      return [changeKey(question.asked)];
    case "thermometer":
      return [sentence(`feel-${feelingOf(question.warmth)}`)];
    case "week":
      return question.about === "count"
        ? [numberKey(countOf(question.days, question.asked))]
        : question.about === "day"
          ? [dayKey(question.day), weatherKey(question.asked)]
          : [weatherKey(question.asked), numberKey(countOf(question.days, question.asked))];
  }
}
