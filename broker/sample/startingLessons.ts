// Owns the lessons a new school starts with, made of the games that come with Kidsmart.
import type { AgeBand, GameMode } from "../../protocol/game.ts";

export type StartingLesson = {
  readonly title: string;
  readonly goal: string;
  readonly ageBand: AgeBand;
  readonly minutes: number;
  /** In the menu's order. */
  readonly games: readonly { readonly gameId: string; readonly level: string; readonly mode: GameMode }[];
};

const explore = (level: string) => ({ gameId: "count-animals", level, mode: "explore" as const });
const quiz = (level: string) => ({ gameId: "count-animals", level, mode: "quiz" as const });

export const startingLessons: readonly StartingLesson[] = [
  {
    title: "Bé đếm đến 3",
    goal: "Chạm và đếm từng con vật trong phạm vi 3; nói được “có tất cả mấy”.",
    ageBand: "3-4",
    minutes: 15,
    games: [explore("yard"), quiz("touch"), quiz("find")],
  },
  {
    title: "Thêm một bạn",
    goal: "Tìm nhóm có số lượng theo yêu cầu; thêm một được số lớn hơn.",
    ageBand: "3-4",
    minutes: 15,
    games: [explore("yard"), quiz("one-more"), quiz("find")],
  },
  {
    title: "Bờ ao vui đếm",
    goal: "Đếm con vật đang đi trong phạm vi 7; ghép chữ số với nhóm.",
    ageBand: "4-5",
    minutes: 20,
    games: [explore("pond"), quiz("moving"), quiz("match")],
  },
  {
    title: "Nhiều hơn, ít hơn",
    goal: "So sánh hai nhóm, nói được nhóm nào nhiều hơn, ít hơn.",
    ageBand: "4-5",
    minutes: 20,
    games: [explore("pond"), quiz("more-fewer"), quiz("match")],
  },
  {
    title: "Đồng cỏ đếm đến 10",
    goal: "Đếm đúng một loài trong phạm vi 10; nhận ra nhanh số lượng.",
    ageBand: "5-6",
    minutes: 30,
    games: [explore("meadow"), quiz("mixed"), quiz("flash")],
  },
  {
    title: "Thêm, bớt và bằng nhau",
    goal: "Thêm, bớt trong phạm vi 10; làm cho hai bên bằng nhau.",
    ageBand: "5-6",
    minutes: 30,
    games: [explore("meadow"), quiz("story"), quiz("equal")],
  },
];
