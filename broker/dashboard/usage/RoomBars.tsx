// Owns a room's day in pictures: one bar a device, on in light, lessons in full.
import { Tooltip } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { Link } from "wouter";
import type { UsageDeviceDay } from "../../api/usage.ts";
import { useAccount } from "../account/account.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { formatMinute, useFormat } from "../text/format.ts";
import { type DayAxis, hoursOf, lessonSpans, placeOn } from "./dayAxis.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useHours } from "./useHours.ts";

type RoomBarsProps = {
  readonly date: string;
  readonly axis: DayAxis;
  readonly devices: readonly UsageDeviceDay[];
};

export function RoomBars({ date, axis, devices }: RoomBarsProps) {
  return (
    <ul className="usage-bars">
      {devices.map((device) => (
        <DeviceBar key={device.deviceId} date={date} axis={axis} device={device} />
      ))}
      <li className="usage-hours" aria-hidden="true">
        <span />
        <span className="usage-hours-track">
          {hoursOf(axis).map((hour) => (
            <span
              key={hour}
              style={{ left: placeOn(axis, { fromMinute: hour * 60, untilMinute: hour * 60 }).left }}
            >
              {hour}:00
            </span>
          ))}
        </span>
        <span />
      </li>
    </ul>
  );
}

function DeviceBar({
  date,
  axis,
  device,
}: {
  readonly date: string;
  readonly axis: DayAxis;
  readonly device: UsageDeviceDay;
}) {
  const { t } = useTexts();
  const format = useFormat();
  const hours = useHours();
  const { zone } = useAccount().school;
  const { name, on, firstAt, lastAt, onMinutes, powerLosses, via } = device;
  const spans = on.map(
    ({ fromMinute, untilMinute }) => `${formatMinute(fromMinute)}–${formatMinute(untilMinute)}`,
  );
  const label = on.length === 0 ? t("barOff", { name }) : t("barLabel", { name, spans: spans.join(", ") });
  return (
    <li className="usage-bar" data-off={firstAt === null}>
      <Link href={`/devices/${device.deviceId}`} className="usage-bar-name">
        <Emblem name={device.emblem} size={24} />
        <span>{name}</span>
      </Link>
      <span className="usage-track" role="img" aria-label={label}>
        {hoursOf(axis).map((hour) => (
          <i
            key={hour}
            style={{ left: placeOn(axis, { fromMinute: hour * 60, untilMinute: hour * 60 }).left }}
          />
        ))}
        {on.map((span) => (
          <span key={span.fromMinute} className="usage-on" style={placeOn(axis, span)} />
        ))}
        {lessonSpans(device, date, zone).map(({ lesson, ...span }) => (
          <Tooltip
            key={lesson.sessionId}
            label={t("lessonAt", {
              class: lesson.className || t("unknownClass"),
              from: format.clock(lesson.fromAt),
              until: format.clock(lesson.untilAt),
            })}
          >
            <span className="usage-lesson" style={placeOn(axis, span)}>
              <Emblem name={lesson.classEmblem || "star"} size={16} />
            </span>
          </Tooltip>
        ))}
      </span>
      <span className="usage-bar-words small numbers">
        {firstAt === null ? (
          <span className="soft">{t("notOn")}</span>
        ) : (
          <>
            <span>
              {t("onFromTo", { from: format.clock(firstAt), until: format.clock(lastAt ?? firstAt) })}
            </span>
            <span className="soft">{via === "web" ? t("webOnly") : hours(onMinutes)}</span>
          </>
        )}
        {powerLosses > 0 && (
          <span className="usage-lost">
            <IconBolt size={14} aria-hidden="true" /> {t("lost", { count: powerLosses })}
          </span>
        )}
      </span>
    </li>
  );
}
