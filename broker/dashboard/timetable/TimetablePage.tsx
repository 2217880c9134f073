// Owns the week of the timetable: which week, room and version is shown, and what can be done with it.
import { ActionIcon, Button, Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconCalendarRepeat,
  IconCopyPlus,
  IconDots,
  IconPrinter,
  IconSettings,
  IconSquare,
  IconSquareCheck,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Suspense, useMemo, useState } from "react";
import { Link, useLocation, useParams, useSearchParams } from "wouter";
import { mondayOf } from "../../../protocol/timetable/schoolYear.ts";
import { addDays, localTimeOf } from "../../../protocol/timetable/zone.ts";
import { useAccount, usePermission } from "../account/account.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { EditingDialogs } from "./changes/EditingDialogs.tsx";
import { useFollowing } from "./changes/useFollowing.ts";
import { CopyWeekDialog } from "./copy/CopyWeekDialog.tsx";
import { PublishBar } from "./draft/PublishBar.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useSchoolWeeks } from "./useSchoolWeeks.ts";
import { ViewTabs } from "./ViewTabs.tsx";
import { WeekBoard } from "./week/WeekBoard.tsx";
import { allRooms, WeekToolbar } from "./week/WeekToolbar.tsx";
import { layOutWeek, plannedRooms } from "./week/weekRows.ts";
import "./timetable.css";

const ExchangeMenu = lazyPart(async () => (await import("../exchange/ExchangeMenu.tsx")).ExchangeMenu);

const earlierDays = 35;

export function TimetablePage() {
  const { t } = useTexts();
  const { school: account } = useAccount();
  const mayEdit = usePermission("timetable.edit");
  const mayPublish = usePermission("timetable.publish");
  const { roomId } = useParams<{ roomId?: string }>();
  const [search] = useSearchParams();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const follow = useFollowing();
  const narrow = useMediaQuery("(max-width: 860px)") ?? false;
  const [weekend, setWeekend] = useState(false);
  const [copying, setCopying] = useState(false);

  const day = localTimeOf(hubNow(), account.zone).date;
  const today = mondayOf(day);
  const asked = search.get("date");
  const monday = asked !== null && /^\d{4}-\d\d-\d\d$/.test(asked) ? mondayOf(asked) : today;
  const view = !mayEdit || search.get("view") === "published" ? "published" : "draft";
  const query = useHubQuery("showWeek", { query: { date: monday, view } }, { keepPrevious: true });
  const { school, weeks } = useSchoolWeeks(monday);
  const earlier = useHubQuery(
    "showSpan",
    { query: { from: addDays(monday, -earlierDays), until: addDays(monday, -1), view } },
    { enabled: mayEdit },
  );
  const week = query.data;
  const rooms = useMemo(() => (week === undefined ? [] : plannedRooms(week)), [week]);
  // The Kidsmart room is what a timetable is mostly about.
  const room =
    roomId === allRooms && rooms.length > 1
      ? allRooms
      : (week?.rooms.find(({ id }) => id === roomId)?.id ??
        rooms.find(({ kind }) => kind === "kidsmart")?.id ??
        week?.rooms[0]?.id);
  const layout = useMemo(
    () =>
      week &&
      layOutWeek(week, room === allRooms ? rooms : week.rooms.filter(({ id }) => id === room), weekend, day),
    [week, rooms, room, weekend, day],
  );

  const go = (to: { room?: string; monday?: string; view?: string }) => {
    const parts = new URLSearchParams();
    const [date, shown] = [to.monday ?? monday, to.view ?? view];
    if (date !== today) parts.set("date", date);
    if (mayEdit && shown === "published") parts.set("view", shown);
    navigate(`/timetable/${to.room ?? room ?? ""}${parts.size === 0 ? "" : `?${parts}`}`);
  };

  const header = (
    <PageHeader
      title={t("title")}
      actions={
        <>
          <ViewTabs view="week" />
          <Suspense fallback={null}>
            <ExchangeMenu
              from={weeks[0]?.monday ?? monday}
              until={addDays(weeks.at(-1)?.monday ?? monday, 6)}
              view={view}
              mayEdit={mayEdit}
              mayPublish={mayPublish}
            />
          </Suspense>
          <Menu position="bottom-end" width={290}>
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={t("more")}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {mayEdit && (
                <Menu.Item
                  leftSection={<IconCopyPlus size={17} />}
                  disabled={week === undefined || weeks.length === 0}
                  onClick={() => setCopying(true)}
                >
                  {t("copyWeek.action")}
                </Menu.Item>
              )}
              {mayEdit && (
                <Menu.Item
                  component={Link}
                  href="/timetable/rotation"
                  leftSection={<IconCalendarRepeat size={17} />}
                >
                  {t("links.rotation")}
                </Menu.Item>
              )}
              <Menu.Item
                component={Link}
                href={`/timetable/print?date=${monday}${room === undefined || room === allRooms ? "" : `&room=${room}`}&view=${view}`}
                leftSection={<IconPrinter size={17} />}
              >
                {t("print.action")}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                leftSection={weekend ? <IconSquareCheck size={17} /> : <IconSquare size={17} />}
                closeMenuOnClick={false}
                role="menuitemcheckbox"
                aria-checked={weekend}
                onClick={() => setWeekend(!weekend)}
              >
                {t("weekend")}
              </Menu.Item>
              <SetupItem />
            </Menu.Dropdown>
          </Menu>
        </>
      }
    />
  );
  if (week === undefined || layout === undefined)
    return (
      <>
        {header}
        {query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingRows rows={1} height={560} />
        )}
      </>
    );
  const missing =
    week.rooms.length === 0
      ? "noRooms"
      : week.periods.length === 0 && week.slots.length === 0
        ? "noPeriods"
        : school?.years.length === 0 && week.slots.length === 0
          ? "noYear"
          : null;
  if (missing !== null || room === undefined)
    return (
      <>
        {header}
        <SetupNeeded what={missing ?? "noRooms"} />
      </>
    );
  const editable = mayEdit && view === "draft";
  return (
    <>
      {header}
      <WeekToolbar
        monday={monday}
        today={today}
        number={week.monday === monday ? week.number : null}
        term={week.monday === monday ? week.term : null}
        weeks={weeks}
        rooms={rooms.some(({ id }) => id === room) || room === allRooms ? rooms : week.rooms}
        room={room}
        view={view}
        mayEdit={mayEdit}
        onMonday={(chosen) => go({ monday: chosen })}
        onRoom={(chosen) => go({ room: chosen })}
        onView={(chosen) => go({ view: chosen })}
      />
      {editable && <PublishBar unpublished={week.unpublished} monday={monday} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <div className={query.isPlaceholderData ? "week-coming" : undefined}>
        <WeekBoard
          week={week}
          layout={layout}
          editable={editable && !query.isPlaceholderData}
          marks={editable}
          earlier={earlier.data?.slots ?? []}
          narrow={narrow}
          onCopyFollowing={(slot) =>
            void follow({
              slot,
              before: null,
              now: [],
              label: t("did.following", {
                class: week.classes.find(({ id }) => id === slot.classId)?.name ?? "?",
              }),
              client,
            })
          }
        />
      </div>
      <p className="soft small week-hint">{editable ? !narrow && t("grid.hint") : t("grid.readOnly")}</p>
      {copying && (
        <CopyWeekDialog week={week} weeks={weeks} rooms={rooms} onClose={() => setCopying(false)} />
      )}
      <EditingDialogs week={week} />
    </>
  );
}

function SetupItem() {
  const { t } = useTexts();
  if (!usePermission("school.manage")) return null;
  return (
    <Menu.Item component={Link} href="/setup" leftSection={<IconSettings size={17} />}>
      {t("links.setup")}
    </Menu.Item>
  );
}

function SetupNeeded({ what }: { readonly what: "noYear" | "noPeriods" | "noRooms" }) {
  const { t } = useTexts();
  const may = usePermission("school.manage");
  return (
    <EmptyState
      emblem="hatching-chick"
      title={t(`setup.${what}`)}
      hint={may ? t(`setup.${what}Hint`) : t("setup.ask")}
      action={
        may && (
          <Button component={Link} href="/setup">
            {t("setup.open")}
          </Button>
        )
      }
    />
  );
}
