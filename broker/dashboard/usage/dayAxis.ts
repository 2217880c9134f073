// Owns the hours that the bars of a day span, and where on them an instant lies. Pure.
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { UsageDay, UsageDeviceDay } from "../../api/usage.ts";

/** Minutes after midnight, whole hours. */
export type DayAxis = { readonly fromMinute: number; readonly untilMinute: number };

const usual: DayAxis = { fromMinute: 7 * 60, untilMinute: 17 * 60 };

/** A school's day, and longer where something was on before or after it. */
export function axisOf({ rooms, date }: UsageDay, zone: string): DayAxis {
  let { fromMinute, untilMinute } = usual;
  for (const { devices } of rooms)
    for (const device of devices)
      for (const span of [...device.on, ...lessonSpans(device, date, zone)]) {
        fromMinute = Math.min(fromMinute, Math.floor(span.fromMinute / 60) * 60);
        untilMinute = Math.max(untilMinute, Math.ceil(span.untilMinute / 60) * 60);
      }
  return { fromMinute, untilMinute };
}

export type LessonSpan = {
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly lesson: UsageDeviceDay["lessons"][number];
};

/** Games outside of lessons are no stretch of time. */
export function lessonSpans({ lessons }: UsageDeviceDay, date: string, zone: string): LessonSpan[] {
  return lessons
    .filter(({ sessionId }) => sessionId !== null)
    .map((lesson) => {
      const fromMinute = minuteOn(date, lesson.fromAt, zone);
      // So that one that has only begun can be seen.
      return {
        fromMinute,
        untilMinute: Math.max(fromMinute + 3, minuteOn(date, lesson.untilAt, zone)),
        lesson,
      };
    });
}

/** Within the day: what lies outside is put at its edge. */
export function minuteOn(date: string, at: number, zone: string): number {
  const local = localTimeOf(at, zone);
  return local.date < date ? 0 : local.date > date ? 1440 : local.minute;
}

/** Percent of the axis, for `left` and `width`. */
export function placeOn(axis: DayAxis, span: { readonly fromMinute: number; readonly untilMinute: number }) {
  const whole = axis.untilMinute - axis.fromMinute;
  const left = Math.max(0, ((span.fromMinute - axis.fromMinute) / whole) * 100);
  const right = Math.min(100, ((span.untilMinute - axis.fromMinute) / whole) * 100);
  return { left: `${left}%`, width: `${Math.max(0, right - left)}%` };
}

/** Hours that are written below the bars: every second one where there are many. */
export function hoursOf({ fromMinute, untilMinute }: DayAxis): number[] {
  const step = untilMinute - fromMinute > 12 * 60 ? 4 : 2;
  const first = Math.ceil(fromMinute / 60 / step) * step;
  const hours: number[] = [];
  for (let hour = first; hour * 60 <= untilMinute; hour += step) hours.push(hour);
  return hours;
}
