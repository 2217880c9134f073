// Owns the book of use: a day by room in pictures or as a table, a month by day, device and class, and the way to a workbook.
import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconFileSpreadsheet } from "@tabler/icons-react";
import { useState } from "react";
import { addDays, instantOf, localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useAccount } from "../account/account.ts";
import { usageExportPath } from "../client/contractRoutes.ts";
import { useHubNow } from "../client/hubClock.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { useFormat } from "../text/format.ts";
import { DayView } from "./DayView.tsx";
import { MonthView } from "./MonthView.tsx";
import { monthOf, monthsAway } from "./months.ts";
import { useTexts } from "./texts/useTexts.ts";
import "./usage.css";

type View = "day" | "month";
const minuteMs = 60_000;

export function UsagePage() {
  const { t } = useTexts();
  const format = useFormat();
  const { zone } = useAccount().school;
  const today = localTimeOf(useHubNow(minuteMs), zone).date;
  const [view, setView] = useState<View>("day");
  /** Null: today, whichever day that becomes. */
  const [chosen, setChosen] = useState<string | null>(null);
  const date = chosen ?? today;
  const month = monthOf(date);
  const isNow = view === "day" ? date >= today : month.from === monthOf(today).from;
  const move = (by: number) => {
    const moved = view === "day" ? addDays(date, by) : monthsAway(date, by);
    setChosen(moved < today ? moved : null);
  };
  const [year, monthNumber] = date.split("-");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            component="a"
            href={`${usageExportPath}?${new URLSearchParams(month)}`}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} />}
          >
            {t("workbook")}
          </Button>
        }
      />
      <div className="usage-controls">
        <SegmentedControl
          aria-label={t("view")}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: "day", label: t("day") },
            { value: "month", label: t("month") },
          ]}
        />
        <div className="usage-steps">
          <ActionIcon variant="default" size={40} aria-label={t("before")} onClick={() => move(-1)}>
            <IconChevronLeft size={20} />
          </ActionIcon>
          <strong className="usage-when numbers">
            {view === "day"
              ? format.longDay(instantOf(date, 12 * 60, zone))
              : t("monthOf", { month: `${monthNumber}/${year}` })}
          </strong>
          <ActionIcon
            variant="default"
            size={40}
            aria-label={t("after")}
            disabled={isNow}
            onClick={() => move(1)}
          >
            <IconChevronRight size={20} />
          </ActionIcon>
          {!isNow && (
            <Button variant="default" onClick={() => setChosen(null)}>
              {t(view === "day" ? "today" : "thisMonth")}
            </Button>
          )}
        </div>
      </div>
      {view === "day" ? (
        <DayView date={date} isToday={date === today} />
      ) : (
        <MonthView
          month={month}
          onDay={(day) => {
            setChosen(day);
            setView("day");
          }}
        />
      )}
    </>
  );
}
