// Owns the timetable for the wall: one room's or one class's week on one sheet, A4 or A3, landscape.
import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconArrowLeft, IconPrinter } from "@tabler/icons-react";
import { Link, useSearchParams } from "wouter";
import { mondayOf } from "../../../../protocol/timetable/schoolYear.ts";
import { localTimeOf } from "../../../../protocol/timetable/zone.ts";
import { useAccount, usePermission } from "../../account/account.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useHubQuery } from "../../client/hubQuery.ts";
import { PageHeader } from "../../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../../parts/states.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { plannedRooms } from "../week/weekRows.ts";
import { WallSheet, type WallSubject } from "./WallSheet.tsx";
import "../timetable.css";
import "./print.css";

export function PrintPage() {
  const { t } = useTexts();
  const { school } = useAccount();
  const mayEdit = usePermission("timetable.edit");
  const [search, setSearch] = useSearchParams();
  const monday = mondayOf(search.get("date") ?? localTimeOf(hubNow(), school.zone).date);
  const view = mayEdit && search.get("view") === "draft" ? "draft" : "published";
  const size = search.get("size") === "a3" ? "a3" : "a4";
  const query = useHubQuery("showWeek", { query: { date: monday, view } });
  const change = (name: string, value: string, without?: string) =>
    setSearch((old) => {
      const next = new URLSearchParams(old);
      next.set(name, value);
      if (without !== undefined) next.delete(without);
      return next;
    });
  if (query.data === undefined)
    return query.isError ? (
      <ErrorState error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <LoadingRows rows={1} height={560} />
    );
  const week = query.data;
  const schoolClass = week.classes.find(({ id }) => id === search.get("class"));
  const rooms = plannedRooms(week);
  const room = week.rooms.find(({ id }) => id === search.get("room")) ?? rooms[0] ?? week.rooms[0];
  const subject: WallSubject | null =
    schoolClass !== undefined
      ? { of: "class", schoolClass }
      : room !== undefined
        ? { of: "room", room }
        : null;
  return (
    <>
      <div className="print-tools">
        <PageHeader
          title={t("print.title")}
          lead={t("print.preview")}
          actions={
            <>
              <Button
                component={Link}
                href={`/timetable?date=${monday}`}
                variant="default"
                leftSection={<IconArrowLeft size={17} />}
              >
                {t("print.back")}
              </Button>
              <Button leftSection={<IconPrinter size={17} />} onClick={() => window.print()}>
                {t("print.print")}
              </Button>
            </>
          }
        />
        <div className="week-toolbar">
          <Select
            aria-label={t("print.what")}
            searchable
            allowDeselect={false}
            data={[
              {
                group: t("print.ofRoom"),
                items: rooms.map(({ id, name }) => ({ value: `room:${id}`, label: name })),
              },
              {
                group: t("print.ofClass"),
                items: week.classes.map(({ id, name }) => ({ value: `class:${id}`, label: name })),
              },
            ]}
            value={schoolClass !== undefined ? `class:${schoolClass.id}` : `room:${room?.id}`}
            onChange={(value) => {
              const [of = "room", id = ""] = (value ?? "").split(":");
              change(of, id, of === "room" ? "class" : "room");
            }}
          />
          <SegmentedControl
            aria-label={t("print.size")}
            data={[
              { value: "a4", label: "A4" },
              { value: "a3", label: "A3" },
            ]}
            value={size}
            onChange={(value) => change("size", value)}
          />
          {mayEdit && (
            <SegmentedControl
              aria-label={t("shown.label")}
              data={[
                { value: "draft", label: t("shown.draft") },
                { value: "published", label: t("shown.published") },
              ]}
              value={view}
              onChange={(value) => change("view", value)}
            />
          )}
        </div>
      </div>
      {subject !== null && <WallSheet week={week} subject={subject} size={size} draft={view === "draft"} />}
    </>
  );
}
