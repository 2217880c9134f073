// Owns the lessons a new school starts with, made of the games that come with Kidsmart.
import type { AgeBand, CurriculumDomain, GameMode } from "../../protocol/game.ts";

export type StartingLesson = {
  readonly title: string;
  readonly goal: string;
  readonly ageBand: AgeBand;
  readonly minutes: number;
  readonly domains: readonly CurriculumDomain[];
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
    domains: ["cognition", "language"],
    games: [explore("yard"), quiz("touch"), quiz("find")],
  },
  {
    title: "Thêm một bạn",
    goal: "Tìm nhóm có số lượng theo yêu cầu; thêm một được số lớn hơn.",
    ageBand: "3-4",
    minutes: 15,
    domains: ["cognition"],
    games: [explore("yard"), quiz("one-more"), quiz("find")],
  },
  {
    title: "Sân nhà em có ai",
    goal: "Gọi tên và bắt chước tiếng kêu của con vật nuôi quen thuộc.",
    ageBand: "3-4",
    minutes: 15,
    domains: ["cognition", "language"],
    games: [explore("yard")],
  },
  {
    title: "Ngón tay biết đếm",
    goal: "Chỉ tay vào từng con vật, mỗi con một lần, đếm không sót.",
    ageBand: "3-4",
    minutes: 15,
    domains: ["cognition", "physical"],
    games: [explore("yard"), quiz("touch")],
  },
  {
    title: "Nhóm nào có hai",
    goal: "Nhận ra nhóm có 1, 2, 3 con mà không cần đếm to.",
    ageBand: "3-4",
    minutes: 15,
    domains: ["cognition"],
    games: [quiz("touch"), quiz("find")],
  },
  {
    title: "Cùng bạn gọi thú về",
    goal: "Chờ đến lượt, cùng bạn gọi thêm một con vật vào sân.",
    ageBand: "3-4",
    minutes: 15,
    domains: ["cognition", "socialEmotional"],
    games: [explore("yard"), quiz("one-more")],
  },
  {
    title: "Bờ ao vui đếm",
    goal: "Đếm con vật đang đi trong phạm vi 7; ghép chữ số với nhóm.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition"],
    games: [explore("pond"), quiz("moving"), quiz("match")],
  },
  {
    title: "Nhiều hơn, ít hơn",
    goal: "So sánh hai nhóm, nói được nhóm nào nhiều hơn, ít hơn.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition", "language"],
    games: [explore("pond"), quiz("more-fewer"), quiz("match")],
  },
  {
    title: "Ao nhà có những ai",
    goal: "Kể tên con vật dưới nước, trên bờ; nói câu đủ ý.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition", "language"],
    games: [explore("pond")],
  },
  {
    title: "Mắt nhìn theo, miệng đếm",
    goal: "Theo dõi và đếm con vật đang di chuyển, không đếm lặp.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition"],
    games: [explore("pond"), quiz("moving")],
  },
  {
    title: "Chữ số tìm bạn",
    goal: "Nhận mặt chữ số 1 đến 7 và đặt vào nhóm có đúng số lượng.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition", "language"],
    games: [quiz("moving"), quiz("match")],
  },
  {
    title: "Hai bạn cùng so sánh",
    goal: "Cùng bạn so sánh hai nhóm và giải thích vì sao.",
    ageBand: "4-5",
    minutes: 20,
    domains: ["cognition", "socialEmotional"],
    games: [explore("pond"), quiz("more-fewer")],
  },
  {
    title: "Đồng cỏ đếm đến 10",
    goal: "Đếm đúng một loài trong phạm vi 10; nhận ra nhanh số lượng.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["cognition"],
    games: [explore("meadow"), quiz("mixed"), quiz("flash")],
  },
  {
    title: "Thêm, bớt và bằng nhau",
    goal: "Thêm, bớt trong phạm vi 10; làm cho hai bên bằng nhau.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["cognition"],
    games: [explore("meadow"), quiz("story"), quiz("equal")],
  },
  {
    title: "Đồng cỏ kể chuyện",
    goal: "Quan sát đồng cỏ và kể một câu chuyện ngắn về các con vật.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["language", "cognition"],
    games: [explore("meadow"), quiz("story")],
  },
  {
    title: "Nhìn nhanh, nhớ giỏi",
    goal: "Nhớ số lượng sau một cái nhìn ngắn, không cần đếm từng con.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["cognition"],
    games: [quiz("flash"), quiz("mixed")],
  },
  {
    title: "Chia cho công bằng",
    goal: "Làm cho hai bên bằng nhau và nói được cách mình làm.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["cognition", "socialEmotional"],
    games: [explore("meadow"), quiz("equal")],
  },
  {
    title: "Bé sẵn sàng vào lớp Một",
    goal: "Ôn đếm, thêm bớt và so sánh trong phạm vi 10.",
    ageBand: "5-6",
    minutes: 30,
    domains: ["cognition"],
    games: [quiz("mixed"), quiz("story"), quiz("equal")],
  },
];
