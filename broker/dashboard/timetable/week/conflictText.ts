// Owns the sentences for what stands in the way of a slot, as they are read while somebody still drags.
import type { TFunction } from "i18next";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import type { PlacementConflict } from "../../../../protocol/timetable/placementConflicts.ts";
import type { Week } from "../../../api/timetable.ts";
import { formatMinute } from "../../text/format.ts";

export const hoursText = ({
  startMinute,
  endMinute,
}: {
  readonly startMinute: number;
  readonly endMinute: number;
}) => `${formatMinute(startMinute)}–${formatMinute(endMinute)}`;

export function conflictSentences(
  conflicts: readonly PlacementConflict[],
  wanted: PlacedSlot,
  week: Week,
  t: TFunction<"timetable">,
): string[] {
  const className = (id: PlacedSlot["classId"]) => week.classes.find((one) => one.id === id)?.name ?? "?";
  const roomName = (id: PlacedSlot["roomId"]) => week.rooms.find((one) => one.id === id)?.name ?? "?";
  const sentenceOf = (conflict: PlacementConflict): string => {
    switch (conflict.kind) {
      case "roomTaken":
        return t("conflict.roomTaken", {
          room: roomName(wanted.roomId),
          class: className(conflict.with.classId),
          hours: hoursText(conflict.with),
        });
      case "classTwice":
        return t("conflict.classTwice", {
          class: className(wanted.classId),
          room: roomName(conflict.with.roomId),
          hours: hoursText(conflict.with),
        });
      case "dayCap":
        return t("conflict.dayCap", {
          class: className(wanted.classId),
          minutes: conflict.minutes,
          cap: conflict.capMinutes,
        });
      case "lessonAge":
        return t("conflict.lessonAge", {
          lesson: week.lessons.find(({ id }) => id === wanted.lessonId)?.title ?? "?",
          lessonAge: t(`age.${conflict.lessonAge}`),
          classAge: t(`age.${conflict.classAge}`),
        });
      case "closed":
        return t("conflict.closed", {
          reason:
            week.closures.find(
              ({ fromDate, untilDate }) => fromDate <= wanted.date && wanted.date <= untilDate,
            )?.reason ?? "",
        });
    }
  };
  return conflicts.map(sentenceOf);
}
