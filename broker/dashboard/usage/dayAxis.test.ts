import { expect, test } from "vitest";
import type { UsageDay, UsageDeviceDay } from "../../api/usage.ts";
import { axisOf, hoursOf, lessonSpans, minuteOn, placeOn } from "./dayAxis.ts";

const zone = "Asia/Ho_Chi_Minh";
const date = "2026-11-23";
const at = (text: string) => Date.parse(`${text}+07:00`);
const device = (on: UsageDeviceDay["on"], lessons: Partial<UsageDeviceDay["lessons"][number]>[] = []) =>
  ({ on, lessons }) as unknown as UsageDeviceDay;
const dayOf = (...devices: UsageDeviceDay[]): UsageDay => ({
  ...{ date, classes: [] },
  rooms: [{ roomId: null, name: "", devices }],
});

test("the bars span a school's day, and more when a device was on at night", () => {
  expect(axisOf(dayOf(), zone)).toEqual({ fromMinute: 420, untilMinute: 1020 });
  const early = device([{ fromMinute: 310, untilMinute: 1090 }]);
  expect(axisOf(dayOf(early), zone)).toEqual({ fromMinute: 300, untilMinute: 1140 });
});

test("a lesson that only began can be seen, and games outside of lessons are no bar", () => {
  const begun = { sessionId: "s" as never, fromAt: at("2026-11-23T08:00"), untilAt: at("2026-11-23T08:00") };
  const spans = lessonSpans(device([], [begun, { sessionId: null }]), date, zone);
  expect(spans).toMatchObject([{ fromMinute: 480, untilMinute: 483 }]);
});

test("what lies on another day is put at the edge of this one", () => {
  expect(minuteOn(date, at("2026-11-22T23:50"), zone)).toBe(0);
  expect(minuteOn(date, at("2026-11-24T00:10"), zone)).toBe(1440);
});

test("places are parts of the axis and never leave it", () => {
  const axis = { fromMinute: 420, untilMinute: 1020 };
  expect(placeOn(axis, { fromMinute: 480, untilMinute: 540 })).toEqual({ left: "10%", width: "10%" });
  expect(placeOn(axis, { fromMinute: 0, untilMinute: 1440 })).toEqual({ left: "0%", width: "100%" });
});

test("hours below the bars are few", () => {
  expect(hoursOf({ fromMinute: 420, untilMinute: 1020 })).toEqual([8, 10, 12, 14, 16]);
  expect(hoursOf({ fromMinute: 0, untilMinute: 1440 })).toEqual([0, 4, 8, 12, 16, 20, 24]);
});
