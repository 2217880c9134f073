// Owns the list of levels: what a child does in each, and how much there is of it.
import type { LevelBase } from "../../sdk/level.ts";

/** What a child does in a quiz level; each kind is another activity, not another number. */
export type QuizKind =
  | "living" // living things into the garden, things onto the shelf
  | "harvest" // fruit into one basket, vegetables into the other
  | "whichFloats" // which of three floats, or sinks: it is dropped into the tub
  | "homes" // animals to where they live
  | "predict" // guess first, float or sink, then try it
  | "odd" // which one does not belong to the others
  | "bodies" // animals by their coat or by their legs
  | "both" // which one is red AND round
  | "hoops" // two hoops that overlap
  | "rule"; // find out what those in the hoop have in common

export type Level = LevelBase & {
  /** How many things are shown at once. */
  readonly amount: number;
} & (
    | { readonly mode: "quiz"; readonly kind: QuizKind; readonly rounds: number }
    | { readonly mode: "explore"; readonly kind: "tub" | "freeHoops" | "crossedHoops" }
  );

export type QuizLevel = Level & { mode: "quiz" };

const quiz = (
  id: string,
  ageBand: Level["ageBand"],
  kind: QuizKind,
  rounds: number,
  amount: number,
  vi: string,
  en: string,
): Level => ({
  id,
  picture: `levels/${id}.svg`,
  ageBand,
  mode: "quiz",
  kind,
  rounds,
  amount,
  title: { vi, en },
});

export const levels: readonly Level[] = [
  {
    id: "tub",
    picture: "levels/tub.svg",
    ageBand: "3-4",
    mode: "explore",
    kind: "tub",
    amount: 6,
    title: { vi: "Chậu nước của bé", en: "The tub of water" },
  },
  quiz("living", "3-4", "living", 5, 3, "Bạn nào biết lớn lên?", "Which of them grow?"),
  quiz("harvest", "3-4", "harvest", 5, 3, "Hoa quả và rau củ", "Fruit and vegetables"),
  quiz("which-floats", "3-4", "whichFloats", 5, 2, "Thứ nào nổi?", "Which one floats?"),
  {
    id: "free-hoops",
    picture: "levels/free-hoops.svg",
    ageBand: "4-5",
    mode: "explore",
    kind: "freeHoops",
    amount: 6,
    title: { vi: "Vòng tròn của bé", en: "Your own hoops" },
  },
  quiz("homes", "4-5", "homes", 5, 4, "Con vật sống ở đâu?", "Where do they live?"),
  quiz("predict", "4-5", "predict", 7, 2, "Nổi hay chìm?", "Float or sink?"),
  quiz("odd", "4-5", "odd", 6, 4, "Bạn nào khác nhóm?", "Which does not belong?"),
  {
    id: "crossed-hoops",
    picture: "levels/crossed-hoops.svg",
    ageBand: "5-6",
    mode: "explore",
    kind: "crossedHoops",
    amount: 6,
    title: { vi: "Hai vòng gặp nhau", en: "Hoops that meet" },
  },
  quiz("bodies", "5-6", "bodies", 5, 5, "Lông, vảy, mai và chân", "Coats and legs"),
  quiz("both", "5-6", "both", 6, 4, "Vừa thế này, vừa thế kia", "This and that at once"),
  quiz("hoops", "5-6", "hoops", 5, 4, "Xếp vào hai vòng", "Into the hoops"),
  quiz("rule", "5-6", "rule", 6, 3, "Đoán bí mật của vòng", "Guess the rule"),
];
