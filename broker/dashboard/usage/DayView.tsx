// Owns one day of the book of use: its sums, and each room in bars or as a table.
import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import type { UsageDay } from "../../api/usage.ts";
import { useAccount } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { ClassTable } from "./ClassTable.tsx";
import { axisOf } from "./dayAxis.ts";
import { RoomBars } from "./RoomBars.tsx";
import { RoomTable } from "./RoomTable.tsx";
import { Sums } from "./Sums.tsx";
import { useTexts } from "./texts/useTexts.ts";

const refetchMs = 60_000;

export function DayView({ date, isToday }: { readonly date: string; readonly isToday: boolean }) {
  const { t } = useTexts();
  const day = useHubQuery("usageDay", { query: { date } }, { refetchIntervalMs: isToday && refetchMs });
  if (day.data === undefined)
    return day.isError ? (
      <ErrorState error={day.error} onRetry={() => void day.refetch()} />
    ) : (
      <LoadingRows rows={4} height={120} />
    );
  if (day.data.rooms.length === 0)
    return <EmptyState emblem="owl" title={t("empty")} hint={t("emptyHint")} />;
  return <Day day={day.data} />;
}

type Show = "pictures" | "table";

function Day({ day }: { readonly day: UsageDay }) {
  const { t } = useTexts();
  const { zone } = useAccount().school;
  const [show, setShow] = useState<Show>("pictures");
  const devices = day.rooms.flatMap((room) => room.devices);
  const sum = (of: (device: (typeof devices)[number]) => number) =>
    devices.reduce((total, device) => total + of(device), 0);
  const axis = axisOf(day, zone);
  const lessons = new Set(
    devices.flatMap((device) => device.lessons.flatMap(({ sessionId }) => sessionId ?? [])),
  );
  return (
    <>
      <Sums
        devicesOn={devices.filter(({ firstAt }) => firstAt !== null).length}
        devices={devices.length}
        onMinutes={sum(({ onMinutes }) => onMinutes)}
        lessonMinutes={sum(({ lessonMinutes }) => lessonMinutes)}
        sessions={lessons.size}
        runs={sum(({ runs }) => runs)}
        powerLosses={sum(({ powerLosses }) => powerLosses)}
      />
      <div className="usage-show">
        <SegmentedControl
          aria-label={t("show")}
          size="sm"
          value={show}
          onChange={(value) => setShow(value as Show)}
          data={[
            { value: "pictures", label: t("pictures") },
            { value: "table", label: t("table") },
          ]}
        />
        {show === "pictures" && (
          <p className="usage-legend small soft">
            <span className="usage-key usage-key-on" aria-hidden="true" /> {t("legend.on")}
            <span className="usage-key usage-key-lesson" aria-hidden="true" /> {t("legend.lesson")}
          </p>
        )}
      </div>
      <div className="usage-rooms">
        {day.rooms.map((room) => (
          <section key={room.roomId ?? ""} className="card usage-room">
            <header>
              <h2>{room.name || t(room.roomId === null ? "noRoom" : "goneRoom")}</h2>
              <span className="soft small numbers">
                {t("roomSum", {
                  on: room.devices.filter(({ firstAt }) => firstAt !== null).length,
                  all: room.devices.length,
                })}
              </span>
            </header>
            {show === "pictures" ? (
              <RoomBars date={day.date} axis={axis} devices={room.devices} />
            ) : (
              <RoomTable devices={room.devices} />
            )}
          </section>
        ))}
      </div>
      {day.classes.length > 0 && (
        <section className="card usage-room">
          <header>
            <h2>{t("classes")}</h2>
          </header>
          <ClassTable classes={day.classes} />
        </section>
      )}
    </>
  );
}
