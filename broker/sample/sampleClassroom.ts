// Owns what the sample school's classroom screens show: a day for each age, this week's menu and the next, two notices.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { DayActivity, Meal } from "../../protocol/documents/classroom.ts";
import type { AgeBand } from "../../protocol/game.ts";
import type { LocalDate } from "../../protocol/timetable/timetable.ts";
import { addDays, weekdayOfDate } from "../../protocol/timetable/zone.ts";
import type { Tables } from "../store/schema.ts";

/** Start, title, picture; each lasts until the next one begins. */
type Step = readonly [start: string, title: string, picture: string];

const dayEnd = 16 * 60 + 30;

const days: Record<AgeBand, readonly Step[]> = {
  "3-4": [
    ["07:00", "Đón trẻ", "waving-hand"],
    ["07:50", "Thể dục sáng", "person-cartwheeling"],
    ["08:10", "Ăn sáng", "glass-of-milk"],
    ["08:40", "Hoạt động học", "open-book"],
    ["09:05", "Chơi ngoài trời", "soccer-ball"],
    ["09:45", "Chơi ở các góc", "puzzle-piece"],
    ["10:25", "Rửa tay", "soap"],
    ["10:40", "Ăn trưa", "cooked-rice"],
    ["11:30", "Ngủ trưa", "sleeping-face"],
    ["14:15", "Ăn quà chiều", "banana"],
    ["14:50", "Hát và múa", "musical-notes"],
    ["15:30", "Chơi tự chọn", "teddy-bear"],
    ["16:00", "Trả trẻ", "house"],
  ],
  "4-5": [
    ["07:00", "Đón trẻ", "waving-hand"],
    ["07:50", "Thể dục sáng", "person-cartwheeling"],
    ["08:10", "Ăn sáng", "glass-of-milk"],
    ["08:40", "Hoạt động học", "open-book"],
    ["09:10", "Tập vẽ", "artist-palette"],
    ["09:40", "Chơi ngoài trời", "soccer-ball"],
    ["10:20", "Rửa tay", "soap"],
    ["10:40", "Ăn trưa", "cooked-rice"],
    ["11:30", "Ngủ trưa", "sleeping-face"],
    ["14:00", "Ăn quà chiều", "banana"],
    ["14:40", "Hát và múa", "musical-notes"],
    ["15:20", "Chơi tự chọn", "puzzle-piece"],
    ["16:00", "Trả trẻ", "house"],
  ],
  "5-6": [
    ["07:00", "Đón trẻ", "waving-hand"],
    ["07:50", "Thể dục sáng", "person-cartwheeling"],
    ["08:10", "Ăn sáng", "glass-of-milk"],
    ["08:35", "Làm quen chữ cái", "open-book"],
    ["09:10", "Làm quen với toán", "abacus"],
    ["09:45", "Chơi ngoài trời", "soccer-ball"],
    ["10:25", "Rửa tay", "soap"],
    ["10:40", "Ăn trưa", "cooked-rice"],
    ["11:30", "Ngủ trưa", "sleeping-face"],
    ["14:00", "Ăn quà chiều", "banana"],
    ["14:35", "Trồng cây, tưới cây", "seedling"],
    ["15:20", "Chơi tự chọn", "puzzle-piece"],
    ["16:00", "Trả trẻ", "house"],
  ],
};

function activitiesOf(steps: readonly Step[]): DayActivity[] {
  const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return steps.map(([start, title, picture], place) => {
    const next = steps[place + 1];
    const endMinute = next === undefined ? dayEnd : minuteOf(next[0]);
    return { startMinute: minuteOf(start), endMinute, title, picture };
  });
}

type Dishes = readonly [picture: string, ...dishes: string[]];
/** Morning, noon, afternoon; Monday to Friday. */
const weeks: readonly (readonly (readonly [Dishes, Dishes, Dishes])[])[] = [
  [
    [
      ["steaming-bowl", "Phở bò", "Sữa tươi"],
      ["cooked-rice", "Cơm", "Thịt sốt cà chua", "Canh rau ngót nấu tôm"],
      ["banana", "Chuối", "Sữa chua"],
    ],
    [
      ["pot-of-food", "Cháo thịt bằm", "Sữa tươi"],
      ["fish", "Cơm", "Cá basa kho", "Canh bí đỏ nấu thịt"],
      ["watermelon", "Dưa hấu", "Bánh quy"],
    ],
    [
      ["baguette-bread", "Bánh mì trứng", "Sữa đậu nành"],
      ["shrimp", "Cơm", "Tôm rim thịt", "Canh cải nấu nấm"],
      ["custard", "Chè đậu xanh"],
    ],
    [
      ["spaghetti", "Bún mọc", "Sữa tươi"],
      ["poultry-leg", "Cơm", "Gà kho gừng", "Canh mồng tơi nấu cua"],
      ["tangerine", "Quýt", "Sữa chua"],
    ],
    [
      ["dumpling", "Bánh bao", "Sữa tươi"],
      ["egg", "Cơm", "Trứng đúc thịt", "Canh bầu nấu tôm"],
      ["mango", "Xoài chín", "Bánh flan"],
    ],
  ],
  [
    [
      ["steaming-bowl", "Miến gà", "Sữa tươi"],
      ["meat-on-bone", "Cơm", "Thịt kho trứng cút", "Canh bí xanh nấu sườn"],
      ["red-apple", "Táo", "Sữa chua"],
    ],
    [
      ["rice-ball", "Xôi đậu xanh", "Sữa tươi"],
      ["potato", "Cơm", "Bò hầm khoai tây, cà rốt", "Canh cải xanh"],
      ["cup-with-straw", "Sinh tố bơ"],
    ],
    [
      ["pot-of-food", "Cháo cá", "Sữa đậu nành"],
      ["tomato", "Cơm", "Đậu phụ nhồi thịt sốt cà", "Canh chua tôm"],
      ["grapes", "Nho", "Bánh quy"],
    ],
    [
      ["spaghetti", "Bún riêu cua", "Sữa tươi"],
      ["poultry-leg", "Cơm", "Gà rang lá chanh", "Canh rau muống"],
      ["custard", "Chè bưởi"],
    ],
    [
      ["baguette-bread", "Bánh mì sốt vang", "Sữa tươi"],
      ["fish", "Cơm", "Cá thu sốt cà chua", "Canh mướp nấu mồng tơi"],
      ["watermelon", "Dưa hấu", "Sữa chua"],
    ],
  ],
];
const mealNames = ["Bữa sáng", "Bữa trưa", "Quà chiều"] as const;

export async function addSampleClassrooms(
  query: Kysely<Tables>,
  today: LocalDate,
  now: number,
): Promise<void> {
  for (const [ageBand, steps] of Object.entries(days))
    await query
      .insertInto("dayPlan")
      .values({ ageBand, activities: JSON.stringify(activitiesOf(steps)) })
      .execute();
  const monday = addDays(today, 1 - weekdayOfDate(today));
  const menus = weeks.flatMap((week, weekPlace) =>
    week.map((meals, day) => ({
      date: addDays(monday, weekPlace * 7 + day),
      meals: JSON.stringify(
        meals.map(
          ([picture, ...dishes], place): Meal => ({ name: mealNames[place] ?? "Bữa phụ", picture, dishes }),
        ),
      ),
    })),
  );
  await query.insertInto("menuDay").values(menus).execute();
  await query.insertInto("notice").values(noticesOf(today, now)).execute();
}

const dayMs = 86_400_000;

function noticesOf(today: LocalDate, now: number): Tables["notice"][] {
  const asked = { classIds: null, createdBy: "Đặng Mai Chi", authorId: null, revision: 1 };
  return [
    {
      ...asked,
      id: v7({ msecs: now - 2 * dayMs }),
      title: "Khám sức khỏe đầu mùa",
      text: "Sáng thứ Năm tuần sau các con được bác sĩ khám sức khỏe tại trường. Bố mẹ nhớ cho con đi học đúng giờ và mặc áo dễ cởi nhé!",
      picture: "stethoscope",
      fromDate: today,
      untilDate: addDays(today, 10),
      state: "approved",
      createdAt: now - 2 * dayMs,
      approvedBy: "Phạm Hoài Thương",
      approvedAt: now - dayMs,
    },
    {
      ...asked,
      id: v7({ msecs: now }),
      title: "Mang áo ấm cho con",
      text: "Trời trở lạnh. Bố mẹ gửi thêm cho con một áo ấm có ghi ký hiệu của con để ở lớp.",
      picture: "coat",
      fromDate: addDays(today, 1),
      untilDate: addDays(today, 14),
      state: "draft",
      createdAt: now,
      approvedBy: null,
      approvedAt: null,
    },
  ];
}
