// Owns the small picture of a class's whole screen, as it is right now.
import { useState } from "react";
import type { DayActivity } from "../../../protocol/documents/classroom.ts";
import type { SchoolClass } from "../../api/rooms.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { ClassSelect } from "../parts/ClassSelect.tsx";
import { Emblem } from "../parts/Emblem.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { formatMinute } from "../text/format.ts";
import { noticeStateOn } from "./noticeState.ts";
import { ScreenPicture } from "./PictureChoice.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { shortDate, useToday } from "./useToday.ts";

export function PreviewTab() {
  const { t } = useTexts();
  const classes = useHubQuery("listClasses", {});
  const [chosen, setChosen] = useState<string | null>(null);
  if (classes.isError && classes.data === undefined)
    return <ErrorState error={classes.error} onRetry={() => void classes.refetch()} />;
  if (classes.data === undefined) return <LoadingRows rows={1} height={360} />;
  const schoolClass =
    classes.data.find(({ id }) => id === chosen) ??
    classes.data.find(({ homeRoomId }) => homeRoomId !== null) ??
    classes.data[0];
  if (schoolClass === undefined)
    return <EmptyState emblem="owl" title={t("preview.noClasses")} hint={t("preview.noClassesHint")} />;
  return (
    <section className="preview-tab">
      <ClassSelect
        label={t("preview.choose")}
        classes={classes.data}
        value={schoolClass.id}
        onChange={setChosen}
        allowDeselect={false}
        maw={360}
      />
      {schoolClass.homeRoomId === null && <p className="notice-again">{t("preview.noHome")}</p>}
      <MiniScreen schoolClass={schoolClass} />
      <p className="soft small">{t("preview.hint")}</p>
    </section>
  );
}

function MiniScreen({ schoolClass }: { readonly schoolClass: SchoolClass }) {
  const { t } = useTexts();
  const { date, minute } = useToday();
  const day = useHubQuery("listDayPlans", {}).data?.find(({ ageBand }) => ageBand === schoolClass.ageBand);
  const meals = useHubQuery("showMenu", { query: { from: date, until: date } }).data?.[0]?.meals ?? [];
  const notice = useHubQuery("listNotices", {}).data?.find(
    (each) =>
      noticeStateOn(each, date) === "showing" &&
      (each.classIds === null || each.classIds.includes(schoolClass.id)),
  );
  const activities = day?.activities ?? [];
  const now = activities.findLast(
    ({ startMinute, endMinute }) => startMinute <= minute && minute < endMinute,
  );
  const next = activities.find(({ startMinute }) => startMinute > minute);
  return (
    <div className="mini-screen" data-whole>
      <div className="mini-head">
        <Emblem name={schoolClass.emblem} size={64} />
        <strong>{schoolClass.name}</strong>
        <span>{shortDate(date)}</span>
        <b>{formatMinute(Math.floor(minute))}</b>
      </div>
      <div className="mini-stage">
        {activities.length === 0 && <p className="mini-quiet">{t("preview.emptyDay")}</p>}
        {activities.length > 0 && now === undefined && next === undefined && (
          <p className="mini-quiet">{t("preview.closed")}</p>
        )}
        {now !== undefined && <MiniActivity activity={now} label={t("preview.now")} huge />}
        {next !== undefined && (
          <MiniActivity activity={next} label={`${t("preview.next")} ${formatMinute(next.startMinute)}`} />
        )}
        {(meals.length > 0 || notice !== undefined) && (
          <div className="mini-cards">
            {meals.length > 0 && (
              <div className="mini-card">
                <strong>{t("preview.menu")}</strong>
                {meals.map((meal) => (
                  <span key={meal.name}>
                    <ScreenPicture name={meal.picture} />
                    {meal.dishes.join(" · ")}
                  </span>
                ))}
              </div>
            )}
            {notice !== undefined && (
              <div className="mini-card">
                <span>
                  <ScreenPicture name={notice.picture} />
                  <strong>{notice.title}</strong>
                </span>
              </div>
            )}
          </div>
        )}
      </div>
      <div className="mini-strip">
        {activities.map((activity) => (
          <span
            key={`${activity.startMinute} ${activity.title}`}
            data-past={activity !== now && activity.startMinute <= minute}
            data-now={activity === now}
          >
            <ScreenPicture name={activity.picture} />
          </span>
        ))}
      </div>
    </div>
  );
}

type MiniActivityProps = { readonly activity: DayActivity; readonly label: string; readonly huge?: boolean };

function MiniActivity({ activity, label, huge = false }: MiniActivityProps) {
  return (
    <div className="mini-activity" data-huge={huge}>
      <small>{label}</small>
      <ScreenPicture name={activity.picture} />
      <strong>{activity.title}</strong>
    </div>
  );
}
