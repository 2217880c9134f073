// Owns what the dashboard tells of use: a day by room, and spans by day, device and class.
import type { Kysely } from "kysely";
import type { ClassId, DeviceId, RoomId, SessionId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { addDays, instantOf } from "../../protocol/timetable/zone.ts";
import type { UsageAmounts, UsageDay, UsageDeviceDay, UsageSpan, UsageSpanQuery } from "../api/usage.ts";
import { slotMinutes, slotsEach } from "../ingest/usage.ts";
import type { Tables, UsageDayTable, UsageSessionTable } from "../store/schema.ts";
import { makeUsageQueries, type UsageDeviceRow, type UsageFilter } from "./usageQueries.ts";
import { writeUsageWorkbook } from "./usageWorkbook.ts";

export type UsageReportsDependencies = {
  readonly query: Kysely<Tables>;
  /** As it is now: name and zone may change while the hub runs. */
  readonly school: { readonly name: string; readonly zone: string };
};

export type UsageReports = {
  day(date: string): Promise<UsageDay>;
  span(wanted: UsageSpanQuery): Promise<UsageSpan>;
  /** Refused above `mostWorkbookDays`. */
  workbook(wanted: UsageSpanQuery): Promise<Result<Uint8Array, "SPAN_TOO_LARGE">>;
};

/** Days of devices, one row each: a workbook is made whole in memory. */
export const mostWorkbookDays = 200_000;

type SchoolClasses = ReadonlyMap<
  string,
  { readonly name: string; readonly emblem: string; position: number }
>;

export function makeUsageReports({ query, school }: UsageReportsDependencies): UsageReports {
  const ask = makeUsageQueries(query);
  const classesById = async (): Promise<SchoolClasses> =>
    new Map((await ask.classes()).map(({ id, ...rest }) => [id, rest]));

  async function day(date: string): Promise<UsageDay> {
    const filter = { from: date, until: date };
    const [days, sessions, devices, rooms, classes, ofClasses] = await Promise.all([
      ask.days(filter),
      ask.sessions(filter),
      ask.devices(),
      ask.rooms(),
      classesById(),
      classDays(filter),
    ]);
    const beginsAt = instantOf(date, 0, school.zone);
    const endsAt = instantOf(addDays(date, 1), 0, school.zone);
    const dayOf = new Map(days.map((row) => [row.deviceId, row]));
    const sessionsOf = Map.groupBy(sessions, ({ deviceId }) => deviceId);
    // Who was in use that day, and who could have been.
    const shown = devices.filter(
      ({ id, enrolledAt, revokedAt }) =>
        dayOf.has(id) || (enrolledAt < endsAt && (revokedAt === null || revokedAt > beginsAt)),
    );
    const byRoom = Map.groupBy(shown, (device) => dayOf.get(device.id)?.roomId ?? device.roomId);
    const places = [...rooms, ...[...byRoom.keys()].flatMap((id) => missingRoom(id, rooms))];
    return {
      date,
      rooms: places.flatMap(({ id, name }) => {
        const inRoom = byRoom.get(id)?.sort(byNumber) ?? [];
        if (inRoom.length === 0) return [];
        const told = inRoom.map((device) =>
          deviceDay(device, dayOf.get(device.id), sessionsOf.get(device.id) ?? [], classes),
        );
        return [{ roomId: id as RoomId | null, name, devices: told }];
      }),
      classes: ofClasses.map(({ date: _, ...told }) => told),
    };
  }

  async function span(wanted: UsageSpanQuery): Promise<UsageSpan> {
    const [byDate, byDevice, lastRooms, lessonsByDate, lessonsByDevice, devices, rooms, ofClasses] =
      await Promise.all([
        ask.sumsByDate(wanted),
        ask.sumsByDevice(wanted),
        ask.lastRooms(wanted),
        ask.lessonsByDate(wanted),
        ask.lessonsByDevice(wanted),
        ask.devices(),
        ask.rooms(),
        classDays(wanted),
      ]);
    const lessonsOn = new Map(lessonsByDate.map(({ date, lessons }) => [date, lessons]));
    const lessonsAt = new Map(lessonsByDevice.map(({ deviceId, lessons }) => [deviceId, lessons]));
    const sumsOf = new Map(byDevice.map((sums) => [sums.deviceId, sums]));
    const lastRoomOf = new Map(lastRooms.map(({ deviceId, roomId }) => [deviceId, roomId]));
    const named = new Map(rooms.map(({ id, name }) => [id, name]));
    return {
      days: byDate.map((sums) => ({
        date: sums.date,
        devicesOn: sums.on,
        ...amountsOf(sums, lessonsOn.get(sums.date)),
      })),
      devices: devices
        .sort(byNumber)
        .flatMap((device) => {
          const sums = sumsOf.get(device.id);
          if (sums === undefined) return [];
          const roomName = named.get(lastRoomOf.get(device.id) ?? device.roomId ?? "") ?? null;
          const amounts = amountsOf(sums, lessonsAt.get(device.id));
          return [{ ...aboutDevice(device), roomName, daysOn: sums.on, ...amounts }];
        })
        .sort((a, b) => (a.roomName ?? "~").localeCompare(b.roomName ?? "~", "vi")),
      classDays: ofClasses,
    };
  }

  async function classDays(filter: UsageFilter): Promise<UsageSpan["classDays"]> {
    const [sums, play, classes] = await Promise.all([
      ask.classDays(filter),
      ask.classPlay(filter),
      classesById(),
    ]);
    const playedMs = new Map(play.map(({ date, classId, ms }) => [`${date} ${classId}`, ms]));
    const position = (id: string) => classes.get(id)?.position ?? Number.MAX_SAFE_INTEGER;
    return [...Map.groupBy(sums, ({ date }) => date).values()].flatMap((ofDate) =>
      ofDate
        .sort((a, b) => position(a.classId) - position(b.classId))
        .map(({ date, classId, lessons, devices, runs }) => ({
          date,
          classId: classId as ClassId,
          name: classes.get(classId)?.name ?? "",
          emblem: classes.get(classId)?.emblem ?? "",
          sessions: lessons,
          devices,
          minutes: minutesOf(playedMs.get(`${date} ${classId}`) ?? 0),
          runs,
        })),
    );
  }

  return {
    day,
    span,
    async workbook(wanted) {
      const count = await ask.countDays(wanted);
      if (count > mostWorkbookDays) return failure("SPAN_TOO_LARGE", `${count} days of devices`);
      const [{ classDays, devices }, days, lessons] = await Promise.all([
        span(wanted),
        ask.days(wanted),
        ask.lessonsByDeviceDay(wanted),
      ]);
      const lessonsOf = new Map(lessons.map((row) => [`${row.date} ${row.deviceId}`, row.lessons]));
      const known = new Map<string, UsageSpan["devices"][number]>(devices.map((row) => [row.deviceId, row]));
      const bytes = await writeUsageWorkbook({
        schoolName: school.name,
        zone: school.zone,
        wanted,
        devices,
        classDays,
        deviceDays: days.flatMap((row) => {
          const device = known.get(row.deviceId);
          if (device === undefined) return [];
          const { date, firstAt, lastAt } = row;
          const amounts = amountsOf(row, lessonsOf.get(`${date} ${row.deviceId}`));
          return [{ date, device, firstAt, lastAt, ...amounts }];
        }),
      });
      return ok(bytes);
    },
  };
}

const missingRoom = (id: string | null, rooms: readonly { readonly id: string }[]) =>
  id !== null && rooms.some((room) => room.id === id) ? [] : [{ id, name: "" }];

const minutesOf = (ms: number) => Math.round(ms / 60_000);

const byNumber = (a: UsageDeviceRow, b: UsageDeviceRow) =>
  (a.stationNumber ?? 1000) - (b.stationNumber ?? 1000) || a.name.localeCompare(b.name, "vi");

const aboutDevice = (device: UsageDeviceRow) => ({
  deviceId: device.id as DeviceId,
  name: device.name,
  kind: device.kind as UsageDeviceDay["kind"],
  stationNumber: device.stationNumber,
  emblem: device.emblem,
  via: device.via as UsageDeviceDay["via"],
});

type Sums = Pick<UsageDayTable, "onMinutes" | "lessonMinutes" | "playedMs" | "runs" | "powerLosses">;
const nothing: Sums = { onMinutes: 0, lessonMinutes: 0, playedMs: 0, runs: 0, powerLosses: 0 };

const amountsOf = (sums: Sums, lessons = 0): UsageAmounts => ({
  onMinutes: sums.onMinutes,
  lessonMinutes: sums.lessonMinutes,
  playMinutes: minutesOf(sums.playedMs),
  runs: sums.runs,
  sessions: lessons,
  powerLosses: sums.powerLosses,
});

function deviceDay(
  device: UsageDeviceRow,
  row: UsageDayTable | undefined,
  sessions: readonly UsageSessionTable[],
  classes: SchoolClasses,
): UsageDeviceDay {
  return {
    ...aboutDevice(device),
    ...amountsOf(row ?? nothing, sessions.filter(({ sessionId }) => sessionId !== "").length),
    firstAt: row?.firstAt ?? null,
    lastAt: row?.lastAt ?? null,
    on: row === undefined ? [] : spansOf([row.onSlots0, row.onSlots8, row.onSlots16]),
    lessons: sessions.map(({ sessionId, classId, openedAt, lastAt, closedAt, runs }) => ({
      sessionId: sessionId === "" ? null : (sessionId as SessionId),
      classId: classId === "" ? null : (classId as ClassId),
      className: classes.get(classId)?.name ?? "",
      classEmblem: classes.get(classId)?.emblem ?? "",
      fromAt: openedAt,
      untilAt: Math.max(openedAt, closedAt ?? lastAt),
      open: closedAt === null,
      runs,
    })),
  };
}

/** Bits of ten minutes each, as stretches of minutes. */
export function spansOf(thirds: readonly number[]): UsageDeviceDay["on"] {
  const spans: { fromMinute: number; untilMinute: number }[] = [];
  for (const [third, bits] of thirds.entries())
    for (let slot = 0; slot < slotsEach; slot++) {
      // Beyond 32 bits, where the language's own operators end.
      if (Math.floor(bits / 2 ** slot) % 2 === 0) continue;
      const fromMinute = (third * slotsEach + slot) * slotMinutes;
      const last = spans.at(-1);
      if (last?.untilMinute === fromMinute) last.untilMinute += slotMinutes;
      else spans.push({ fromMinute, untilMinute: fromMinute + slotMinutes });
    }
  return spans;
}
