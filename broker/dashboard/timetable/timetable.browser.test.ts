// The timetable in a real browser against a real hub: dragging, keys, undo, two people at once, publishing, print.
import type { Locator, Page } from "@playwright/test";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { expectPage } from "../../../e2e/room/expectPage.ts";
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays, localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { HubClient } from "../../../tools/room/hubClient.ts";
import type { Week } from "../../api/timetable.ts";
import { faultsInBothSchemes } from "../testing/accessibility.ts";
import { type Dashboard, openDashboard } from "../testing/openDashboard.ts";

let dashboard: Dashboard;
let planner: HubClient;
let week: Week;
/** The week after this one, which the tests have for themselves. */
let monday: string;

beforeAll(async () => {
  dashboard = await openDashboard({ viewport: { width: 1366, height: 900 }, reducedMotion: "reduce" });
  planner = await dashboard.clientOf("vicePrincipalEducation");
  const { zone } = await showWeek(new Date().toISOString().slice(0, 10));
  monday = addDays(mondayOf(localTimeOf(Date.now(), zone).date), 7);
});
// Each test begins with two slots on Monday and Tuesday, published, and nothing else in the week.
beforeEach(async () => {
  await planner.call("discardDraft", { body: { fromDate: "2020-01-01", untilDate: "2040-01-01" } });
  const before = await showWeek(monday);
  const removals = before.slots.map(({ id, revision }) => ({ change: "remove", id, seen: revision }));
  if (removals.length > 0) await planner.call("changeSlots", { body: { changes: removals } });
  const [rabbit, cat] = [classOf(before, "Lớp Thỏ Trắng"), classOf(before, "Lớp Mèo Vàng")];
  await planner.call("changeSlots", {
    body: { changes: [putAt(before, rabbit, 0, 0), putAt(before, cat, 1, 0)] },
  });
  await planner.call("publishTimetable", { body: { fromDate: monday, untilDate: addDays(monday, 6) } });
  week = await showWeek(monday);
});
afterEach(() => dashboard.closePages());
afterAll(() => dashboard?.close());

const showWeek = (date: string, view = "draft") =>
  planner.call("showWeek", { query: { date, view } }) as Promise<Week>;
const classOf = ({ classes }: Week, name: string) => {
  const found = classes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`the sample school has no ${name}`);
  return found;
};
const kidsmart = ({ rooms }: Week) => rooms.find(({ kind }) => kind === "kidsmart")?.id;
const periodsOf = ({ periods }: Week) =>
  [...periods].sort((a, b) => a.winter.startMinute - b.winter.startMinute);
let made = 0;
function putAt(at: Week, { id: classId, ageBand }: Week["classes"][number], day: number, period: number) {
  return {
    change: "put",
    seen: null,
    slot: {
      id: `01970000-0000-7000-8000-${String(++made).padStart(12, "0")}`,
      roomId: kidsmart(at),
      date: addDays(monday, day),
      periodId: periodsOf(at)[period]?.id,
      startMinute: 0,
      endMinute: 30,
      classId,
      lessonId: at.lessons.find((lesson) => lesson.ageBand === ageBand)?.id,
    },
  };
}

async function openAs(
  role: string,
  address = `/timetable?date=${monday}`,
  options: { hasTouch?: boolean } = {},
): Promise<Page> {
  const page = await dashboard.pageOf(role, address, options);
  await expectPage(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page;
}

const cellOf = (page: Page, day: number, period: number): Locator =>
  page.locator(`td[data-cell="${addDays(monday, day)}|${kidsmart(week)}|${periodsOf(week)[period]?.id}"]`);
const slotIn = (cell: Locator, name: string) => cell.getByRole("button", { name: new RegExp(name) });

async function dragTo(page: Page, from: Locator, to: Locator, before?: () => Promise<void>): Promise<void> {
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error("nothing to drag");
  await page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
  await page.mouse.down();
  await page.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2 + 4);
  await page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 6 });
  await before?.();
  await page.mouse.up();
}

test("a slot is dragged to another day, says where it cannot go while it is dragged, and is taken back and done again", async () => {
  const page = await openAs("vicePrincipalEducation");
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  await dragTo(page, rabbit, cellOf(page, 1, 0), async () => {
    await expectPage(cellOf(page, 1, 0)).toHaveAttribute("data-verdict", "refused");
    await expectPage(cellOf(page, 2, 0)).toHaveAttribute("data-verdict", "fits");
    await expectPage(page.locator(".drag-ghost-words")).toContainText("đã có Lớp Mèo Vàng");
  });
  await expectPage(rabbit).toBeVisible();

  await expectPage(page.getByText("Không có thay đổi nào chờ công bố")).toBeVisible();
  const topOfWeek = async () => (await page.locator(".week-table-frame").boundingBox())?.y;
  const topBefore = await topOfWeek();
  await dragTo(page, rabbit, cellOf(page, 2, 1));
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng.*đã sửa")).toBeVisible();
  await expectPage(page.getByText("1 thay đổi chưa công bố")).toBeVisible();
  // A second drag often follows at once: what appears above the week must not move it away below the hand.
  expect(await topOfWeek()).toBe(topBefore);
  await expect
    .poll(async () => (await showWeek(monday)).slots.map(({ date }) => date).sort())
    .toEqual([addDays(monday, 1), addDays(monday, 2)]);

  await page.getByRole("button", { name: "Hoàn tác: chuyển Lớp Thỏ Trắng" }).click();
  await expectPage(slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng")).toBeVisible();
  await page.getByRole("button", { name: "Làm lại: chuyển Lớp Thỏ Trắng" }).click();
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toBeVisible();
});

test("Escape gives a drag up, Ctrl copies, and a class from the list brings its next lesson", async () => {
  const page = await openAs("vicePrincipalEducation");
  const cat = slotIn(cellOf(page, 1, 0), "Lớp Mèo Vàng");
  await dragTo(page, cat, cellOf(page, 3, 0), () => page.keyboard.press("Escape"));
  await expectPage(cat).toBeVisible();
  await expectPage(page.locator("[data-verdict]")).toHaveCount(0);

  await page.keyboard.down("Control");
  await dragTo(page, cat, cellOf(page, 3, 0));
  await page.keyboard.up("Control");
  await expectPage(slotIn(cellOf(page, 3, 0), "Lớp Mèo Vàng.*mới")).toBeVisible();
  await expectPage(cat).toBeVisible();

  const palette = page.getByRole("complementary", { name: "Lớp" });
  await dragTo(page, palette.getByRole("button", { name: /Lớp Gấu Trúc.*0 tiết/ }), cellOf(page, 4, 2));
  await expectPage(slotIn(cellOf(page, 4, 2), "Lớp Gấu Trúc")).toBeVisible();
  await expectPage(palette.getByRole("button", { name: /Lớp Gấu Trúc.*1 tiết/ })).toBeVisible();
  // The page shows a change at once, the hub has it a moment later.
  await expect
    .poll(async () => {
      const added = (await showWeek(monday)).slots.find(
        ({ classId }) => classId === classOf(week, "Lớp Gấu Trúc").id,
      );
      return week.lessons.find(({ id }) => id === added?.lessonId)?.ageBand;
    })
    .toBe("4-5");
});

test("a slot is carried, copied, deleted and taken back with keys alone, and every step is announced", async () => {
  const page = await openAs("vicePrincipalEducation");
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  await rabbit.focus();
  await page.keyboard.press("Space");
  const live = page.locator("[aria-live=assertive]");
  await expectPage(live).toContainText("Đã nhấc Lớp Thỏ Trắng");
  await page.keyboard.press("ArrowRight");
  await expectPage(live).toContainText("đã có Lớp Mèo Vàng");
  await page.keyboard.press("Space");
  await expectPage(live).toContainText("Không đặt được");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Space");
  const moved = slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng");
  await expectPage(moved).toBeFocused();

  await page.keyboard.press("Control+c");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Control+v");
  await expectPage(slotIn(cellOf(page, 3, 2), "Lớp Thỏ Trắng")).toBeVisible();
  await moved.focus();
  await page.keyboard.press("Delete");
  await expectPage(moved).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expectPage(moved).toBeVisible();
});

test("an empty cell adds, a refused choice is explained before it is saved", async () => {
  const page = await openAs("vicePrincipalEducation");
  await cellOf(page, 2, 3).getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Lớp" }).click();
  await page.getByRole("option", { name: /^Lớp Voi Con/ }).click();
  await expectPage(dialog.getByText("Bài tiếp theo của lớp")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Ngày" }).click();
  await page.getByRole("option", { name: /^Thứ Hai/ }).click();
  await dialog.getByRole("combobox", { name: "Tiết", exact: true }).click();
  await page.getByRole("option").first().click();
  await expectPage(dialog.getByRole("alert")).toContainText("đã có Lớp Thỏ Trắng");
  const submit = dialog.getByRole("button", { name: "Thêm tiết" });
  await expectPage(submit).toBeDisabled();
  await dialog.getByRole("combobox", { name: "Ngày" }).click();
  await page.getByRole("option", { name: /^Thứ Năm/ }).click();
  await submit.click();
  await expectPage(slotIn(cellOf(page, 3, 0), "Lớp Voi Con")).toBeVisible();
});

test("what a second person changed first is shown beside one's own, and nothing is lost", async () => {
  const page = await openAs("vicePrincipalEducation");
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  await expectPage(rabbit).toBeVisible();
  const other = await dashboard.clientOf("itOfficer");
  const moveByOther = async (day: number) => {
    const now = await showWeek(monday);
    const slot = now.slots.find(({ classId }) => classId === classOf(week, "Lớp Thỏ Trắng").id);
    if (slot === undefined) throw new Error("the slot is gone");
    const { id, roomId, periodId, startMinute, endMinute, classId, lessonId, revision } = slot;
    const moved = {
      id,
      roomId,
      periodId,
      startMinute,
      endMinute,
      classId,
      lessonId,
      date: addDays(monday, day),
    };
    await other.call("changeSlots", { body: { changes: [{ change: "put", seen: revision, slot: moved }] } });
  };
  // The page hears of nothing meanwhile, as on a network that just broke and came back.
  await page.route("**/api/timetable/week*", (route) => route.abort());
  await page.route("**/api/live", (route) => route.abort());
  await moveByOther(3);
  await dragTo(page, rabbit, cellOf(page, 2, 1));
  const dialog = page.getByRole("dialog");
  await expectPage(dialog).toContainText("Người khác vừa sửa");
  await expectPage(dialog).toContainText("Thứ Năm");
  await expectPage(dialog).toContainText("Thứ Tư");
  await page.unrouteAll();
  await dialog.getByRole("button", { name: "Dùng của tôi" }).click();
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toBeVisible();
  await expectPage
    .poll(async () => (await showWeek(monday)).slots.map(({ date }) => date).sort())
    .toEqual([addDays(monday, 1), addDays(monday, 2)]);
});

test("a change that does not reach the hub goes back to where it was, with a sentence", async () => {
  const page = await openAs("vicePrincipalEducation");
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  await expectPage(rabbit).toBeVisible();
  await page.route("**/api/timetable/**", (route) => route.abort());
  await dragTo(page, rabbit, cellOf(page, 2, 1));
  await expectPage(page.getByText(/Không liên lạc được với máy chủ/).first()).toBeVisible();
  await expectPage(rabbit).toBeVisible();
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toHaveCount(0);
});

test("a finger lifts a slot by resting on it, and scrolls otherwise", async () => {
  const page = await openAs("vicePrincipalEducation", undefined, { hasTouch: true });
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  const [a, b] = [await rabbit.boundingBox(), await cellOf(page, 2, 1).boundingBox()];
  if (a === null || b === null) throw new Error("nothing to drag");
  const finger = await page.context().newCDPSession(page);
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0) =>
    finger.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const ghost = page.locator(".drag-ghost");

  await touch("touchStart", a.x + 20, a.y + 20);
  await expectPage(ghost).toBeVisible();
  await touch("touchMove", (a.x + b.x) / 2, (a.y + b.y) / 2);
  await touch("touchMove", b.x + 30, b.y + 20);
  await expectPage(cellOf(page, 2, 1)).toHaveAttribute("data-target");
  await touch("touchEnd");
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toBeVisible();

  // Last, since a page that still glides from a swipe takes the next finger for another one.
  await Promise.all([
    touch("touchStart", b.x + 30, b.y + 20),
    touch("touchMove", b.x + 30, b.y + 60),
    touch("touchEnd"),
  ]);
  await expectPage(ghost).toBeHidden();
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toBeVisible();
});

test("a drag goes on while the week is fetched anew, because somebody else changed it", async () => {
  const page = await openAs("vicePrincipalEducation");
  const rabbit = slotIn(cellOf(page, 0, 0), "Lớp Thỏ Trắng");
  await dragTo(page, rabbit, cellOf(page, 2, 1), async () => {
    await planner.call("changeSlots", {
      body: { changes: [putAt(week, classOf(week, "Lớp Voi Con"), 3, 1)] },
    });
    await expectPage(slotIn(cellOf(page, 3, 1), "Lớp Voi Con")).toBeVisible();
    await expectPage(cellOf(page, 3, 1)).toHaveAttribute("data-verdict", "refused");
    await expectPage(page.locator(".drag-ghost")).toBeVisible();
  });
  await expectPage(slotIn(cellOf(page, 2, 1), "Lớp Thỏ Trắng")).toBeVisible();
});

test("the draft is published by who may; others see it only then, and may only look", async () => {
  await planner.call("changeSlots", { body: { changes: [putAt(week, classOf(week, "Lớp Voi Con"), 2, 2)] } });
  const teacher = await openAs("teacher");
  await expectPage(slotIn(cellOf(teacher, 0, 0), "Lớp Thỏ Trắng")).toBeVisible();
  await expectPage(slotIn(cellOf(teacher, 2, 2), "Lớp Voi Con")).toHaveCount(0);
  await expectPage(teacher.locator("[data-drag], [data-add]")).toHaveCount(0);

  const officer = await openAs("itOfficer", `/timetable/draft?date=${monday}`);
  await expectPage(officer.getByText("Lớp Voi Con")).toBeVisible();
  await expectPage(officer.getByText("người có quyền công bố")).toBeVisible();
  await expectPage(officer.getByRole("button", { name: /^Công bố/ })).toHaveCount(0);

  const page = await openAs("vicePrincipalEducation");
  await page.getByRole("link", { name: "Xem và công bố" }).click();
  await expectPage(page.getByText("1 thêm, 0 sửa, 0 bỏ")).toBeVisible();
  await page.getByRole("button", { name: "Công bố 1 thay đổi" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Công bố" }).click();
  await expectPage(page.getByText("Không có thay đổi nào chờ công bố")).toBeVisible();
  await expectPage(slotIn(cellOf(teacher, 2, 2), "Lớp Voi Con")).toBeVisible();
});

test("the sheet for the wall is one landscape page of A4 or A3 with the room's classes", async () => {
  for (const [size, width] of [
    ["a4", 842],
    ["a3", 1191],
  ] as const) {
    const page = await openAs("teacher", `/timetable/print?date=${monday}&size=${size}`);
    await expectPage(page.getByRole("heading", { name: "Lịch khai thác phòng Kidsmart" })).toBeVisible();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf);
    expect(Math.round(Number(box?.[1]))).toBe(width);
  }
});

test("no page of the timetable has a serious accessibility fault, in light and in dark", async () => {
  const page = await openAs("vicePrincipalEducation");
  await planner.call("changeSlots", { body: { changes: [putAt(week, classOf(week, "Lớp Voi Con"), 2, 2)] } });
  const found: string[] = [];
  for (const address of ["", "/all", "/month", "/term", "/draft", "/print"]) {
    await page.goto(`${dashboard.room.url}/timetable${address}?date=${monday}`);
    await expectPage(page.locator("main table, main .draft-week, main .empty-state").first()).toBeVisible();
    found.push(...(await faultsInBothSchemes(page)).map((fault) => `${address}: ${fault}`));
  }
  expect(found).toEqual([]);
});
