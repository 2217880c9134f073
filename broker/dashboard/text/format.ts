// Owns how numbers, spans and instants read, in the school's zone and the chosen language.
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useAccount } from "../account/account.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export type Format = ReturnType<typeof makeFormat>;

export function makeFormat(t: TFunction, language: string, zone: string) {
  const locale = language === "en" ? "en-GB" : "vi-VN";
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: "h23", ...options });
  const clock = make({ hour: "2-digit", minute: "2-digit" });
  const clockSeconds = make({ hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const day = make({ day: "2-digit", month: "2-digit", year: "numeric" });
  const dayParts = make({ day: "2-digit", month: "2-digit" });
  const monthYear = make({ month: "2-digit", year: "numeric" });
  const weekday = make({ weekday: "long" });
  // CLDR writes "23-11" in Vietnamese; schools write "23/11".
  const dayMonth = (at: number) => {
    const parts = dayParts.formatToParts(at).filter(({ type }) => type === "day" || type === "month");
    return parts.map(({ value }) => value).join("/");
  };
  const longDay = make({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
  // Making one costs a hundred times what using it does, and a table of the fleet uses hundreds.
  const numbers = new Map<number, Intl.NumberFormat>();
  const number = (value: number, digits = 0) => {
    const known = numbers.get(digits);
    if (known !== undefined) return known.format(value);
    const made = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: 0 });
    numbers.set(digits, made);
    return made.format(value);
  };

  /** "2 giờ 5 phút" from milliseconds; seconds below one minute. */
  const span = (ms: number): string => {
    const size = Math.abs(ms);
    if (size < minuteMs) return t("time.seconds", { count: Math.max(0, Math.round(size / 1000)) });
    if (size < hourMs) return t("time.minutes", { count: Math.round(size / minuteMs) });
    if (size < 2 * dayMs) {
      const minutes = Math.round(size / minuteMs);
      const hours = Math.floor(minutes / 60);
      return minutes % 60 === 0
        ? t("time.hours", { count: hours })
        : t("time.hoursMinutes", { hours, minutes: minutes % 60 });
    }
    return t("time.days", { count: Math.round(size / dayMs) });
  };

  const localDayOf = (at: number) => day.format(at);

  return {
    number,
    span,
    percent: (value: number) => `${number(value)} %`,
    degrees: (value: number) => `${number(value)} °C`,
    /** "118 GB" from MiB; "1,2 TB" above a thousand. */
    size: (mebibytes: number) => {
      if (mebibytes >= 1024 * 1000) return `${number(mebibytes / 1024 / 1024, 1)} TB`;
      if (mebibytes >= 1024) return `${number(mebibytes / 1024, mebibytes < 10 * 1024 ? 1 : 0)} GB`;
      return `${number(mebibytes)} MB`;
    },
    gibibytes: (value: number) => `${number(value, value < 10 ? 1 : 0)} GB`,
    bytes: (bytes: number) => (bytes >= 1024 ? `${number(bytes / 1024, 1)} KB` : `${number(bytes)} B`),
    clock: (at: number) => clock.format(at),
    clockSeconds: (at: number) => clockSeconds.format(at),
    day: (at: number) => day.format(at),
    dayMonth,
    /** "11/2026". */
    monthYear: (at: number) =>
      monthYear
        .formatToParts(at)
        .filter(({ type }) => type === "month" || type === "year")
        .map(({ value }) => value)
        .join("/"),
    longDay: (at: number) => longDay.format(at),
    /** The hour alone when it is on the same day as `now`, with the day otherwise. */
    moment: (at: number, now: number) =>
      localDayOf(at) === localDayOf(now) ? clock.format(at) : `${clock.format(at)} ${dayMonth(at)}`,
    /** With the weekday when it is on another day: "08:00 Thứ Ba 24/11". */
    coming: (at: number, now: number) =>
      localDayOf(at) === localDayOf(now)
        ? clock.format(at)
        : `${clock.format(at)} ${weekday.format(at)} ${dayMonth(at)}`,
    dateTime: (at: number) => `${clockSeconds.format(at)} ${day.format(at)}`,
    ago: (at: number | null, now: number) => {
      if (at === null) return t("time.never");
      return now - at < 45_000 ? t("time.now") : t("time.ago", { span: span(now - at) });
    },
    left: (until: number, now: number) => t("time.left", { span: span(Math.max(0, until - now)) }),
    /** "07:30" from minutes after midnight. */
    minute: formatMinute,
    /** "4:05" for a countdown. */
    countdown: (ms: number) => {
      if (ms >= hourMs) return span(ms);
      const seconds = Math.max(0, Math.ceil(ms / 1000));
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    },
  };
}

export function formatMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** One for all parts of a page: each holds a dozen of the browser's own formatters. */
const kept = new WeakMap<TFunction, Map<string, Format>>();

function keptFormat(t: TFunction, language: string, zone: string): Format {
  const ofWords = kept.get(t) ?? new Map<string, Format>();
  kept.set(t, ofWords);
  const key = `${language} ${zone}`;
  const format = ofWords.get(key) ?? makeFormat(t, language, zone);
  ofWords.set(key, format);
  return format;
}

export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const { school } = useAccount();
  return useMemo(() => keptFormat(t, i18n.language, school.zone), [t, i18n.language, school.zone]);
}
