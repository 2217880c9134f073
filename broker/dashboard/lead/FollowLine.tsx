// Owns the one line that says whether the room follows: beside the orders, where the teacher's eyes are.
import { IconCircleCheckFilled, IconHourglassHigh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { LessonLead } from "../../../protocol/lesson/lessonLead.ts";
import type { Station } from "../../api/rooms.ts";
import { isOn, waitsFor } from "./leadView.ts";

/** More names than these are no longer read, only counted. */
const mostNamed = 4;

type FollowLineProps = { readonly lead: LessonLead | null; readonly stations: readonly Station[] };

export function FollowLine({ lead, stations }: FollowLineProps) {
  const { t } = useTranslation("lead");
  if (stations.length === 0) return null;
  const off = stations.filter((station) => !isOn(station)).length;
  const waiting = stations.filter((station) => waitsFor(lead, station));
  const names = waiting.map(({ stationNumber, name }) => stationNumber ?? name).join(", ");
  return (
    <p className={waiting.length > 0 ? "lead-follow lead-waiting" : "lead-follow soft"} role="status">
      {waiting.length > 0 ? (
        <IconHourglassHigh size={18} aria-hidden="true" />
      ) : (
        <IconCircleCheckFilled size={18} aria-hidden="true" />
      )}
      <span>
        {waiting.length === 0
          ? t(off === stations.length ? "allOff" : lead === null ? "byTimetable" : "allFollow")
          : waiting.length <= mostNamed
            ? t("waitingFor", { names })
            : t("waiting", { count: waiting.length })}
        {off > 0 && off < stations.length && ` ${t("someOff", { count: off })}`}
      </span>
    </p>
  );
}
