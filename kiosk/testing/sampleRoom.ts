// Owns the small made-up room that the kiosk's tests play in.
import { type ConfigDocument, configDocument } from "../../protocol/documents/config.ts";
import { type PlanDocument, planDocument } from "../../protocol/documents/plan.ts";
import { localTimeOf } from "../../protocol/timetable/zone.ts";

/** A zone in which it is about noon at this instant: a slot of hours on either side then stays within its day. */
export function zoneAtNoon(now: number): string {
  const hours = 12 - new Date(now).getUTCHours();
  // In the zone names of the Etc area the sign is the other way round.
  return hours === 0 ? "Etc/UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const ids = {
  room: id(1),
  device: id(2),
  staff: id(3),
  rabbits: id(11),
  fish: id(12),
  counting: id(21),
  otherLesson: id(22),
  slot: (n: number) => id(100 + n),
};

export type SampleSlot = {
  readonly classId?: string;
  readonly lessonId?: string;
  /** Minutes after local midnight, every day of the week. */
  readonly startMinute: number;
  readonly endMinute: number;
};

/** Two classes, one game; the slots hold every day. */
export function samplePlan(
  slots: readonly SampleSlot[],
  {
    zone = "Asia/Ho_Chi_Minh",
    ...part
  }: Partial<Pick<PlanDocument, "capMinutes" | "breakEveryMinutes">> & { readonly zone?: string } = {},
): PlanDocument {
  return planDocument.parse({
    roomId: ids.room,
    roomName: "Phòng Kidsmart",
    timetable: {
      zone,
      closures: [],
      slots: slots.flatMap((slot, place) =>
        [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          id: ids.slot(place * 10 + weekday),
          roomId: ids.room,
          classId: slot.classId ?? ids.rabbits,
          lessonId: slot.lessonId ?? ids.counting,
          weekday,
          startMinute: slot.startMinute,
          endMinute: slot.endMinute,
          fromDate: null,
          untilDate: null,
        })),
      ),
    },
    classes: [
      { id: ids.rabbits, name: "Lớp Thỏ Trắng", emblem: "rabbit", ageBand: "5-6" },
      { id: ids.fish, name: "Lớp Cá Vàng", emblem: "tropical-fish", ageBand: "3-4" },
    ],
    lessons: [
      {
        id: ids.counting,
        title: "Bé tập đếm",
        games: [{ gameId: "count-animals", level: "mixed", mode: "quiz" }],
      },
      {
        id: ids.otherLesson,
        title: "Khám phá vườn thú",
        games: [{ gameId: "count-animals", level: "meadow", mode: "explore" }],
      },
    ],
    capMinutes: { "3-4": 15, "4-5": 20, "5-6": 30 },
    breakEveryMinutes: 10,
    ...part,
  });
}

/** A slot around an instant: it began `beforeMinutes` ago and ends in `afterMinutes`, by the clock of `zoneAtNoon(now)`. */
export function slotAround(now: number, beforeMinutes: number, afterMinutes: number): SampleSlot {
  const minute = Math.floor(localTimeOf(now, zoneAtNoon(now)).minute);
  return {
    startMinute: Math.max(0, minute - beforeMinutes),
    endMinute: Math.min(1440, minute + afterMinutes),
  };
}

export function sampleConfig(part: Partial<ConfigDocument> = {}): ConfigDocument {
  return configDocument.parse({
    deviceId: ids.device,
    deviceName: "Trạm 3",
    kind: "station",
    schoolName: "Trường Mầm non Hoa Sen",
    roomName: "Phòng Kidsmart",
    stationNumber: 3,
    emblem: "elephant",
    pins: [],
    healthEverySeconds: 60,
    allowReboot: false,
    volumePercent: 60,
    locale: "vi",
    ...part,
  });
}
