// Owns what a notice's state means on a day: approved is not yet on the screens, nor for ever. Pure.
import type { Notice } from "../../api/classroom.ts";

export type NoticeState = "draft" | "showing" | "coming" | "over" | "withdrawn";

export function noticeStateOn({ state, fromDate, untilDate }: Notice, today: string): NoticeState {
  if (state !== "approved") return state;
  if (untilDate < today) return "over";
  return fromDate > today ? "coming" : "showing";
}

export type NoticeGroups = {
  readonly waiting: readonly Notice[];
  readonly shown: readonly Notice[];
  readonly past: readonly Notice[];
};

export function groupNotices(notices: readonly Notice[], today: string): NoticeGroups {
  const groupOf = (notice: Notice): keyof NoticeGroups => {
    const state = noticeStateOn(notice, today);
    if (state === "draft") return "waiting";
    return state === "showing" || state === "coming" ? "shown" : "past";
  };
  const pick = (group: keyof NoticeGroups) => notices.filter((notice) => groupOf(notice) === group);
  return { waiting: pick("waiting"), shown: pick("shown"), past: pick("past") };
}
