// Owns what the dashboard tells of use: a day by room, and spans by day, device and class.
import type { Kysely } from "kysely";
import type { ClassId, DeviceId, RoomId, SessionId } from "../../protocol/ids.ts";
import { addDays, instantOf } from "../../protocol/timetable/zone.ts";
import type {
  UsageAmounts,
  UsageClass,
  UsageDay,
  UsageDeviceDay,
  UsageSpan,
  UsageSpanQuery,
} from "../api/usage.ts";
import { slotMinutes, slotsEach } from "../ingest/usage.ts";
import type { Tables, UsageDayTable, UsageSessionTable } from "../store/schema.ts";
import { makeUsageQueries, type UsageDeviceRow } from "./usageQueries.ts";
import { writeUsageWorkbook } from "./usageWorkbook.ts";

export type UsageReportsDependencies = {
  readonly query: Kysely<Tables>;
  /** As it is now: name and zone may change while the hub runs. */
  readonly school: { readonly name: string; readonly zone: string };
};

export type UsageReports = {
  day(date: string): Promise<UsageDay>;
  span(wanted: UsageSpanQuery): Promise<UsageSpan>;
  workbook(wanted: UsageSpanQuery): Promise<Uint8Array>;
};

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
    const [days, sessions, devices, rooms, classes] = await Promise.all([
      ask.days(filter),
      ask.sessions(filter),
      ask.devices(),
      ask.rooms(),
      classesById(),
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
      classes: byClass(sessions, classes),
    };
  }

  async function span(wanted: UsageSpanQuery): Promise<UsageSpan> {
    const [days, sessions, devices, rooms, classes] = await Promise.all([
      ask.days(wanted),
      ask.sessions({ ...wanted, classId: undefined }),
      ask.devices(),
      ask.rooms(),
      classesById(),
    ]);
    const sessionsByDate = Map.groupBy(sessions, ({ date }) => date);
    const sessionsByDevice = Map.groupBy(sessions, ({ deviceId }) => deviceId);
    const daysByDevice = Map.groupBy(days, ({ deviceId }) => deviceId);
    const named = new Map(rooms.map(({ id, name }) => [id, name]));
    const ofClass = sessions.filter(
      ({ classId }) => wanted.classId === undefined || classId === wanted.classId,
    );
    return {
      days: [...Map.groupBy(days, ({ date }) => date)].map(([date, rows]) => ({
        date,
        devicesOn: rows.filter(wasOn).length,
        ...amountsOf(rows, sessionsByDate.get(date) ?? []),
      })),
      devices: devices
        .filter(({ id }) => daysByDevice.has(id))
        .sort(byNumber)
        .map((device) => {
          const rows = daysByDevice.get(device.id) ?? [];
          return {
            ...aboutDevice(device),
            roomName: named.get(rows.at(-1)?.roomId ?? device.roomId ?? "") ?? null,
            daysOn: rows.filter(wasOn).length,
            ...amountsOf(rows, sessionsByDevice.get(device.id) ?? []),
          };
        })
        .sort((a, b) => (a.roomName ?? "~").localeCompare(b.roomName ?? "~", "vi")),
      classDays: [...Map.groupBy(ofClass, ({ date }) => date)].flatMap(([date, rows]) =>
        byClass(rows, classes).map((each) => ({ date, ...each })),
      ),
    };
  }

  return {
    day,
    span,
    async workbook(wanted) {
      const [{ classDays, devices }, days, sessions] = await Promise.all([
        span(wanted),
        ask.days(wanted),
        ask.sessions({ ...wanted, classId: undefined }),
      ]);
      const sessionsOf = Map.groupBy(sessions, ({ date, deviceId }) => `${date} ${deviceId}`);
      const known = new Map<string, UsageSpan["devices"][number]>(devices.map((row) => [row.deviceId, row]));
      return writeUsageWorkbook({
        schoolName: school.name,
        zone: school.zone,
        wanted,
        devices,
        classDays,
        deviceDays: days.flatMap((row) => {
          const device = known.get(row.deviceId);
          if (device === undefined) return [];
          const { date, firstAt, lastAt } = row;
          const amounts = amountsOf([row], sessionsOf.get(`${date} ${row.deviceId}`) ?? []);
          return [{ date, device, firstAt, lastAt, ...amounts }];
        }),
      });
    },
  };
}

const missingRoom = (id: string | null, rooms: readonly { readonly id: string }[]) =>
  id !== null && rooms.some((room) => room.id === id) ? [] : [{ id, name: "" }];

const wasOn = ({ onMinutes, firstAt }: UsageDayTable) => onMinutes > 0 || firstAt !== null;

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

function amountsOf(rows: readonly UsageDayTable[], sessions: readonly UsageSessionTable[]): UsageAmounts {
  const sum = (of: (row: UsageDayTable) => number) => rows.reduce((total, row) => total + of(row), 0);
  const lessons = new Set(sessions.map(({ sessionId }) => sessionId).filter((id) => id !== ""));
  return {
    onMinutes: sum(({ onMinutes }) => onMinutes),
    lessonMinutes: sum(({ lessonMinutes }) => lessonMinutes),
    playMinutes: minutesOf(sum(({ playedMs }) => playedMs)),
    runs: sum(({ runs }) => runs),
    sessions: lessons.size,
    powerLosses: sum(({ powerLosses }) => powerLosses),
  };
}

function deviceDay(
  device: UsageDeviceRow,
  row: UsageDayTable | undefined,
  sessions: readonly UsageSessionTable[],
  classes: SchoolClasses,
): UsageDeviceDay {
  return {
    ...aboutDevice(device),
    ...amountsOf(row === undefined ? [] : [row], sessions),
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

function byClass(sessions: readonly UsageSessionTable[], classes: SchoolClasses): UsageClass[] {
  const position = (id: string) => classes.get(id)?.position ?? Number.MAX_SAFE_INTEGER;
  return [...Map.groupBy(sessions, ({ classId }) => classId)]
    .filter(([classId]) => classId !== "")
    .sort(([a], [b]) => position(a) - position(b))
    .map(([classId, rows]) => {
      const lessons = Map.groupBy(
        rows.filter(({ sessionId }) => sessionId !== ""),
        ({ sessionId }) => sessionId,
      );
      const longest = [...lessons.values()].map((ofLesson) =>
        Math.max(...ofLesson.map(({ playedMs, openedAt, lastAt }) => playedMs || lastAt - openedAt)),
      );
      return {
        classId: classId as ClassId,
        name: classes.get(classId)?.name ?? "",
        emblem: classes.get(classId)?.emblem ?? "",
        sessions: lessons.size,
        devices: new Set(rows.map(({ deviceId }) => deviceId)).size,
        minutes: minutesOf(longest.reduce((total, ms) => total + ms, 0)),
        runs: rows.reduce((total, row) => total + row.runs, 0),
      };
    });
}
