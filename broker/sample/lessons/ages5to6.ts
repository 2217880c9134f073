// Owns the ready lessons of mẫu giáo lớn (5–6): on the way to school, half an hour.
import { explore, quiz, type StartingLesson } from "./startingLesson.ts";

type Old = Omit<StartingLesson, "ageBand" | "minutes">;

const lessons: readonly Old[] = [
  {
    title: "Đồng cỏ đếm đến 10",
    goal: "Đếm đúng một loài trong phạm vi 10; nhận ra nhanh số lượng.",
    domains: ["cognition"],
    games: [
      explore("count-animals", "meadow"),
      quiz("count-animals", "mixed"),
      quiz("count-animals", "flash"),
    ],
  },
  {
    title: "Hai vòng gặp nhau",
    goal: "Phân loại theo hai dấu hiệu cùng lúc; đoán dấu hiệu chung của một nhóm.",
    domains: ["cognition", "language"],
    games: [
      explore("sorting", "crossed-hoops"),
      quiz("sorting", "both"),
      quiz("sorting", "hoops"),
      quiz("sorting", "rule"),
    ],
  },
  {
    title: "Thêm, bớt và bằng nhau",
    goal: "Thêm, bớt trong phạm vi 10; làm cho hai bên bằng nhau.",
    domains: ["cognition"],
    games: [
      explore("count-animals", "meadow"),
      quiz("count-animals", "story"),
      quiz("count-animals", "equal"),
    ],
  },
  {
    title: "Vườn chữ cái",
    goal: "Nghe âm đầu, tìm chữ cái đứng đầu tiếng.",
    domains: ["language", "cognition"],
    games: [
      explore("first-sound", "letters"),
      quiz("first-sound", "letter"),
      quiz("first-sound", "letter-sort"),
    ],
  },
  {
    title: "Bản tin thời tiết",
    goal: "Đọc nhiệt kế nóng – lạnh; đếm ngày nắng, ngày mưa trong tuần.",
    domains: ["cognition", "language"],
    games: [
      explore("weather-dress", "whole-sky"),
      quiz("weather-dress", "thermometer"),
      quiz("weather-dress", "week"),
    ],
  },
  {
    title: "Lăn được, xếp chồng được",
    goal: "Đếm cạnh, đếm góc; phân biệt khối cầu, khối vuông, khối trụ, khối chữ nhật.",
    domains: ["cognition"],
    games: [
      explore("shapes-build", "slope"),
      quiz("shapes-build", "corners"),
      quiz("shapes-build", "roll"),
      quiz("shapes-build", "solids"),
    ],
  },
  {
    title: "Chia cho công bằng",
    goal: "Chia đều cho các bạn và nói được cách mình chia.",
    domains: ["cognition", "socialEmotional"],
    games: [
      explore("cake-workshop", "feast"),
      quiz("cake-workshop", "share-three"),
      quiz("cake-workshop", "equal"),
    ],
  },
  {
    title: "Vòng đời kì diệu",
    goal: "Xếp các giai đoạn lớn lên của cây, bướm, ếch; kể lại theo thứ tự.",
    domains: ["cognition", "language"],
    games: [explore("seed-garden", "wheel"), quiz("seed-garden", "missing"), quiz("seed-garden", "pots")],
  },
  {
    title: "Bé tập xem đồng hồ",
    goal: "Đọc giờ đúng và giờ rưỡi; biết giờ nào làm việc gì.",
    domains: ["cognition"],
    games: [
      explore("my-day", "clock"),
      quiz("my-day", "read"),
      quiz("my-day", "set"),
      quiz("my-day", "when"),
    ],
  },
  {
    title: "Bé làm nhạc sĩ",
    goal: "Nhớ và đánh lại giai điệu ngắn; tự tạo một giai điệu của mình.",
    domains: ["aesthetic", "cognition"],
    games: [
      explore("little-band", "recording"),
      quiz("little-band", "melody"),
      quiz("little-band", "bell-stairs"),
    ],
  },
  {
    title: "Nhìn nhanh, nhớ giỏi",
    goal: "Nhớ số lượng, vị trí và thứ tự sau một cái nhìn ngắn.",
    domains: ["cognition"],
    games: [
      explore("memory-pairs", "shadow-table"),
      quiz("memory-pairs", "moving-hats"),
      quiz("memory-pairs", "many-hops"),
      quiz("count-animals", "flash"),
    ],
  },
  {
    title: "Bé dệt thổ cẩm",
    goal: "Nối tiếp, sửa lại và xếp lại một quy luật bằng vật khác.",
    domains: ["cognition", "aesthetic"],
    games: [
      explore("pattern-rows", "weave"),
      quiz("pattern-rows", "long-rows"),
      quiz("pattern-rows", "same-pattern"),
      quiz("pattern-rows", "growing"),
    ],
  },
  {
    title: "Mũi tên về nhà",
    goal: "Lập đường đi bằng mũi tên trước khi đi; tìm đường ngắn nhất.",
    domains: ["cognition"],
    games: [
      explore("way-home", "plan"),
      quiz("way-home", "program"),
      quiz("way-home", "collect"),
      quiz("way-home", "shortest"),
    ],
  },
  {
    title: "Máy ghép chữ",
    goal: "Ghép âm đầu, vần và thanh thành tiếng; tìm tiếng cùng vần trong bài thơ.",
    domains: ["language", "cognition"],
    games: [
      explore("join-sounds", "machine"),
      quiz("join-sounds", "build"),
      quiz("join-sounds", "mark"),
      quiz("little-poem", "whole-poem"),
    ],
  },
  {
    title: "Lịch của bé",
    goal: "Biết các ngày trong tuần, tháng trong năm và ngày hội của quê hương.",
    domains: ["cognition", "socialEmotional"],
    games: [
      explore("four-seasons", "year"),
      quiz("four-seasons", "week"),
      quiz("four-seasons", "tomorrow"),
      quiz("four-seasons", "festival-sort"),
    ],
  },
  {
    title: "Bé sẵn sàng vào lớp Một",
    goal: "Ôn đếm và so sánh trong phạm vi 10, nghe âm đầu, xem giờ.",
    domains: ["cognition", "language"],
    games: [quiz("count-animals", "mixed"), quiz("first-sound", "odd"), quiz("my-day", "read")],
  },
];

export const ages5to6: readonly StartingLesson[] = lessons.map((lesson) => ({
  ...lesson,
  ageBand: "5-6",
  minutes: 30,
}));
