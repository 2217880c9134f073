// Owns the ready lessons of mẫu giáo nhỡ (4–5): comparing, ordering, telling why, twenty minutes.
import { explore, quiz, type StartingLesson } from "./startingLesson.ts";

type Middle = Omit<StartingLesson, "ageBand" | "minutes">;

const lessons: readonly Middle[] = [
  {
    title: "Bờ ao vui đếm",
    goal: "Đếm con vật đang đi trong phạm vi 7; ghép chữ số với nhóm.",
    domains: ["cognition"],
    games: [
      explore("count-animals", "pond"),
      quiz("count-animals", "moving"),
      quiz("count-animals", "match"),
    ],
  },
  {
    title: "Nổi hay chìm?",
    goal: "Đoán trước rồi thả thử; nói vì sao mình đoán như vậy.",
    domains: ["cognition", "language"],
    games: [explore("sorting", "free-hoops"), quiz("sorting", "predict"), quiz("sorting", "homes")],
  },
  {
    title: "Nhiều hơn, ít hơn",
    goal: "So sánh hai nhóm, nói được nhóm nào nhiều hơn, ít hơn.",
    domains: ["cognition", "language"],
    games: [
      explore("cake-workshop", "big-cake"),
      quiz("cake-workshop", "compare"),
      quiz("count-animals", "more-fewer"),
    ],
  },
  {
    title: "Bạn cùng âm đầu",
    goal: "Nghe và tìm tiếng bắt đầu bằng cùng một âm.",
    domains: ["language", "cognition"],
    games: [explore("first-sound", "flowers"), quiz("first-sound", "begins"), quiz("first-sound", "alike")],
  },
  {
    title: "Mặc gì hôm nay?",
    goal: "Chọn trang phục hợp thời tiết và nói lí do; kể điều xảy ra sau cơn mưa.",
    domains: ["cognition", "physical", "language"],
    games: [
      explore("weather-dress", "wardrobe"),
      quiz("weather-dress", "dress"),
      quiz("weather-dress", "after"),
    ],
  },
  {
    title: "Đồ vật quanh bé có hình gì?",
    goal: "Tìm hình quen thuộc trong đồ vật; ghép nhiều hình thành bức tranh.",
    domains: ["cognition", "aesthetic"],
    games: [
      explore("shapes-build", "big-table"),
      quiz("shapes-build", "world"),
      quiz("shapes-build", "build-5"),
    ],
  },
  {
    title: "Hai chậu cây",
    goal: "Làm thí nghiệm với hai chậu cây; chăm cây đúng từng bước.",
    domains: ["cognition", "socialEmotional"],
    games: [explore("seed-garden", "two-pots"), quiz("seed-garden", "care"), quiz("seed-garden", "order")],
  },
  {
    title: "Sáng, trưa, chiều, tối",
    goal: "Xếp việc làm vào các buổi trong ngày; nói trước và sau.",
    domains: ["cognition", "language"],
    games: [explore("my-day", "whole-day"), quiz("my-day", "parts"), quiz("my-day", "order-4")],
  },
  {
    title: "Tiếng đàn t'rưng",
    goal: "Nhận ra âm cao – thấp, nhanh – chậm; đánh lại theo mẫu ngắn.",
    domains: ["aesthetic", "cognition"],
    games: [
      explore("little-band", "bamboo"),
      quiz("little-band", "high-low"),
      quiz("little-band", "band-echo"),
    ],
  },
  {
    title: "Gà mẹ tìm con",
    goal: "Ghép mẹ với con, nhớ thứ vừa biến mất; cùng bạn thay lượt.",
    domains: ["cognition", "socialEmotional"],
    games: [
      explore("memory-pairs", "family-table"),
      quiz("memory-pairs", "families"),
      quiz("memory-pairs", "big-tray"),
    ],
  },
  {
    title: "Phố đèn lồng",
    goal: "Tìm phần còn thiếu và chỗ xếp nhầm trong một dãy lặp lại.",
    domains: ["cognition", "aesthetic"],
    games: [
      explore("pattern-rows", "lanterns"),
      quiz("pattern-rows", "in-the-middle"),
      quiz("pattern-rows", "mend"),
    ],
  },
  {
    title: "Bé dẫn đường",
    goal: "Phân biệt trái – phải, trước – sau; chọn hướng đi tiếp theo.",
    domains: ["cognition", "language"],
    games: [explore("way-home", "steer"), quiz("way-home", "sides"), quiz("way-home", "next-step")],
  },
  {
    title: "Tiếng nào cùng vần?",
    goal: "Nghe thơ, tìm tiếng cùng vần, xếp tranh theo câu thơ.",
    domains: ["language", "aesthetic"],
    games: [
      explore("little-poem", "garden-book"),
      quiz("little-poem", "three-in-order"),
      quiz("join-sounds", "rhyme"),
    ],
  },
  {
    title: "Mùa nào thức nấy",
    goal: "Xếp cây, quả, trang phục vào đúng mùa; biết thứ tự bốn mùa.",
    domains: ["cognition", "socialEmotional"],
    games: [
      explore("four-seasons", "festivals"),
      quiz("four-seasons", "sort-seasons"),
      quiz("four-seasons", "season-order"),
    ],
  },
];

export const ages4to5: readonly StartingLesson[] = lessons.map((lesson) => ({
  ...lesson,
  ageBand: "4-5",
  minutes: 20,
}));
