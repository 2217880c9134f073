// Owns every sentence the game can ask the host to speak, and which of them a question needs. Pure.
import type { Question } from "./logic.ts";
import { type ThingName, thingNames, things } from "./things.ts";
import { hasTrait, type Trait, traitNames, traits } from "./traits.ts";

type Text = { vi: string; en: string };

const sentences = {
  "all-done": {
    vi: "Bé phân loại giỏi quá! Đúng là nhà khoa học nhí. Hẹn gặp lại bé nhé!",
    en: "You sort so well, like a real scientist! See you again!",
  },
  "ask-living": {
    vi: "Bạn nào biết ăn uống và lớn lên thì bé đưa ra vườn, đồ vật thì bé cất lên giá nhé!",
    en: "Those that eat and grow go to the garden, things go on the shelf.",
  },
  "ask-harvest": {
    vi: "Bé xếp hoa quả vào một giỏ, rau củ vào một giỏ nhé!",
    en: "Put the fruit into one basket and the vegetables into the other.",
  },
  "ask-homes": {
    vi: "Bé đưa các con vật về nơi chúng sống nhé!",
    en: "Take the animals to where they live.",
  },
  "ask-bodies": {
    vi: "Bé nhìn kĩ từng con vật rồi đưa về đúng nhóm nhé!",
    en: "Look at each animal closely and take it to its group.",
  },
  "ask-floats": {
    vi: "Thứ nào sẽ nổi trên mặt nước? Bé chọn rồi mình thả thử nhé!",
    en: "Which one will float? Choose, and we try it.",
  },
  "ask-sinks": {
    vi: "Thứ nào sẽ chìm xuống đáy? Bé chọn rồi mình thả thử nhé!",
    en: "Which one will sink? Choose, and we try it.",
  },
  "ask-predict": {
    vi: "Bé đoán xem, thả vào nước thì nổi hay chìm?",
    en: "What do you think: will it float or sink?",
  },
  "will-float": { vi: "Nổi lên!", en: "It floats!" },
  "will-sink": { vi: "Chìm xuống!", en: "It sinks!" },
  "we-try": { vi: "Mình thả thử xem nhé!", en: "Let us try it." },
  "ask-odd": {
    vi: "Ở đây có một bạn khác nhóm với các bạn kia. Bé tìm xem là bạn nào?",
    en: "One of these does not belong to the others. Which one?",
  },
  "ask-both": { vi: "Bé tìm thứ vừa", en: "Find the one where two things are true. Things that" },
  "is-both": { vi: "vừa", en: "is one of the things that" },
  "and-also": { vi: "vừa", en: "and also" },
  "ask-hoops": {
    vi: "Bé xếp vào hai vòng nhé! Thứ nào hợp cả hai vòng thì bé đặt vào giữa.",
    en: "Sort them into the two hoops. What fits both goes in the middle.",
  },
  "hoop-left": { vi: "Vòng bên trái dành cho những thứ", en: "The left hoop is for things that" },
  "hoop-right": { vi: "Vòng bên phải dành cho những thứ", en: "The right hoop is for things that" },
  "hoop-middle": {
    vi: "Ở giữa là những thứ hợp cả hai vòng.",
    en: "In the middle are those that fit both hoops.",
  },
  "ask-rule": {
    vi: "Các bạn trong vòng giống nhau ở điểm nào? Bé tìm thêm một bạn cho vào vòng nhé!",
    en: "What do those in the hoop have in common? Find one more that may come in.",
  },
  "place-for": { vi: "Chỗ này dành cho những bạn", en: "This place is for those that" },
  "all-are": { vi: "Tất cả đều", en: "They all" },
  "the-rest": { vi: "Các bạn kia đều", en: "The others all" },
  "explore-tub": {
    vi: "Bé thả từng thứ vào chậu nước xem nổi hay chìm nhé!",
    en: "Drop things into the tub and see whether they float or sink.",
  },
  "tub-all": {
    vi: "Bé xem này: có thứ nổi, có thứ chìm. Mình thử thêm đồ khác nhé!",
    en: "Look: some float and some sink. Let us try some others.",
  },
  "explore-hoops": {
    vi: "Bé xếp những thứ giống nhau vào cùng một vòng nhé! Xếp thế nào là tuỳ bé.",
    en: "Put things that are alike into one hoop, in your own way.",
  },
  "explore-crossed": {
    vi: "Bé chạm vào hai tấm biển để đổi luật, rồi đặt từng thứ vào vòng nhé!",
    en: "Touch the two signs to change the rules, then put things into the hoops.",
  },
  "not-here": {
    vi: "Chưa hợp với vòng này rồi. Mình thử chỗ khác nhé!",
    en: "It does not fit this hoop. Let us try another place.",
  },
  "fits-none": {
    vi: "Bạn này không hợp vòng nào cả. Bé đổi luật xem sao?",
    en: "This one fits neither hoop. What if you change the rules?",
  },
  "new-things": { vi: "Có thêm đồ mới đây!", en: "Here are some new things!" },
} as const satisfies Record<string, Text>;

/** A sentence by its key, checked when the code is compiled. */
export const sentence = (key: keyof typeof sentences) => key;
export const nameKey = (name: ThingName) => `name-${name}` as const;
export const traitKey = (trait: Trait) => `trait-${trait}` as const;

/** Every prompt of the game's own: key → what is said. */
export function listPrompts(): Record<string, Text> {
  const prompts: Record<string, Text> = { ...sentences };
  for (const name of thingNames) {
    const { vi, en } = things[name];
    prompts[nameKey(name)] = { vi, en };
  }
  for (const trait of traitNames) {
    const { vi, en } = traits[trait];
    prompts[traitKey(trait)] = { vi, en };
  }
  return prompts;
}

/** What is asked aloud, and again when a child wants to hear it once more. */
export function questionKeys(question: Question): string[] {
  switch (question.kind) {
    case "living":
    case "harvest":
    case "homes":
    case "bodies":
      return [sentence(`ask-${question.kind}`)];
    case "whichFloats":
      return [sentence(`ask-${question.trait}`)];
    case "predict":
      return [nameKey(question.asked), sentence("ask-predict")];
    case "odd":
      return [sentence("ask-odd")];
    case "both":
      return [
        sentence("ask-both"),
        traitKey(question.traits[0]),
        sentence("and-also"),
        traitKey(question.traits[1]),
      ];
    case "hoops":
      return [
        sentence("ask-hoops"),
        sentence("hoop-left"),
        traitKey(question.traits[0]),
        sentence("hoop-right"),
        traitKey(question.traits[1]),
      ];
    case "rule":
      return [sentence("ask-rule")];
  }
}

/** What tells the answer once it is found. */
export function answerKeys(question: Question): string[] {
  switch (question.kind) {
    case "living":
    case "harvest":
    case "homes":
    case "bodies":
      return [];
    case "whichFloats":
      return [nameKey(question.asked), sentence(question.trait === "floats" ? "will-float" : "will-sink")];
    case "predict":
      return [
        nameKey(question.asked),
        sentence(hasTrait(question.asked, "floats") ? "will-float" : "will-sink"),
      ];
    case "odd":
      return [nameKey(question.asked), sentence("the-rest"), traitKey(question.trait)];
    case "both":
      return [
        nameKey(question.asked),
        sentence("is-both"),
        traitKey(question.traits[0]),
        sentence("and-also"),
        traitKey(question.traits[1]),
      ];
    case "hoops":
      return [sentence("hoop-middle")];
    case "rule":
      return [sentence("all-are"), traitKey(question.trait)];
  }
}
