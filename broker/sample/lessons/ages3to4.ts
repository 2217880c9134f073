// Owns the ready lessons of mẫu giáo bé (3–4): one idea each, much to touch, a quarter of an hour.
import { explore, quiz, type StartingLesson } from "./startingLesson.ts";

type Young = Omit<StartingLesson, "ageBand" | "minutes">;

const lessons: readonly Young[] = [
  {
    title: "Bé đếm đến 3",
    goal: "Chạm và đếm từng con vật trong phạm vi 3; nói được “có tất cả mấy”.",
    domains: ["cognition", "language"],
    games: [explore("count-animals", "yard"), quiz("count-animals", "touch"), quiz("count-animals", "find")],
  },
  {
    title: "Chậu nước kì lạ",
    goal: "Thả đồ vật vào nước, nhìn xem thứ gì nổi, thứ gì chìm và kể lại.",
    domains: ["cognition", "language"],
    games: [explore("sorting", "tub"), quiz("sorting", "which-floats"), quiz("sorting", "harvest")],
  },
  {
    title: "Thêm một bạn",
    goal: "Tìm nhóm có số lượng theo yêu cầu; thêm một được số lớn hơn.",
    domains: ["cognition"],
    games: [
      explore("count-animals", "yard"),
      quiz("count-animals", "one-more"),
      quiz("cake-workshop", "one-each"),
    ],
  },
  {
    title: "Ai kêu đấy nhỉ?",
    goal: "Lắng nghe và nhận ra tiếng kêu của con vật và đồ vật quen thuộc.",
    domains: ["language", "cognition"],
    games: [
      explore("first-sound", "who-calls"),
      quiz("first-sound", "caller"),
      quiz("first-sound", "first-caller"),
    ],
  },
  {
    title: "Trời nắng, trời mưa",
    goal: "Gọi tên nắng, mưa, gió; chọn thứ cần mang theo khi ra ngoài trời.",
    domains: ["cognition", "physical"],
    games: [
      explore("weather-dress", "sky"),
      quiz("weather-dress", "what-weather"),
      quiz("weather-dress", "need"),
    ],
  },
  {
    title: "Những bạn hình vui",
    goal: "Nhận ra hình tròn, hình vuông, hình tam giác; ghép thành một bức tranh.",
    domains: ["cognition", "aesthetic"],
    games: [explore("shapes-build", "table"), quiz("shapes-build", "find"), quiz("shapes-build", "build-3")],
  },
  {
    title: "Khu vườn của bé",
    goal: "Biết cây cần đất, nước, nắng; gọi tên lá, hoa, quả.",
    domains: ["cognition", "language"],
    games: [explore("seed-garden", "garden"), quiz("seed-garden", "give"), quiz("seed-garden", "parts")],
  },
  {
    title: "Một ngày của bạn Na",
    goal: "Kể được việc làm ban ngày, ban đêm; việc nào trước, việc nào sau.",
    domains: ["cognition", "language", "physical"],
    games: [explore("my-day", "wheel"), quiz("my-day", "day-night"), quiz("my-day", "order-3")],
  },
  {
    title: "Bé lên sân khấu",
    goal: "Nghe và phân biệt tiếng to, tiếng nhỏ; gõ theo một nhịp ngắn.",
    domains: ["aesthetic", "cognition"],
    games: [
      explore("little-band", "stage"),
      quiz("little-band", "loud-soft"),
      quiz("little-band", "drum-echo"),
    ],
  },
  {
    title: "Hai hình giống nhau",
    goal: "Quan sát, ghi nhớ vị trí và tìm hai hình giống nhau; chờ đến lượt bạn.",
    domains: ["cognition", "socialEmotional"],
    games: [
      explore("memory-pairs", "free-table"),
      quiz("memory-pairs", "same"),
      quiz("memory-pairs", "hats"),
    ],
  },
  {
    title: "Xâu vòng tặng mẹ",
    goal: "Xếp xen kẽ hai màu và nói được hạt tiếp theo là hạt nào.",
    domains: ["cognition", "aesthetic"],
    games: [
      explore("pattern-rows", "beads"),
      quiz("pattern-rows", "what-next"),
      quiz("pattern-rows", "string-on"),
    ],
  },
  {
    title: "Dạo quanh làng",
    goal: "Nói được trong – trên – dưới, gần – xa khi nhìn tranh.",
    domains: ["cognition", "language"],
    games: [explore("way-home", "village"), quiz("way-home", "where"), quiz("way-home", "near-far")],
  },
  {
    title: "Nghe thơ, gõ nhịp",
    goal: "Nghe bài thơ ngắn về con vật, tìm hình trong câu thơ, gõ nhịp theo tiếng.",
    domains: ["language", "aesthetic"],
    games: [explore("little-poem", "animal-book"), quiz("little-poem", "heard"), quiz("join-sounds", "clap")],
  },
  {
    title: "Bốn mùa qua cửa sổ",
    goal: "Nhìn cảnh vật đổi theo mùa; biết vài thứ có trong ngày Tết và Trung thu.",
    domains: ["cognition", "aesthetic", "socialEmotional"],
    games: [
      explore("four-seasons", "window"),
      quiz("four-seasons", "season-things"),
      quiz("four-seasons", "tet-or-moon"),
    ],
  },
];

export const ages3to4: readonly StartingLesson[] = lessons.map((lesson) => ({
  ...lesson,
  ageBand: "3-4",
  minutes: 15,
}));
