// Owns what the draft changes, week by week, and making it public or discarding it.
import { Button, SegmentedControl } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowLeft, IconSend } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { PlacedSlot } from "../../../../protocol/timetable/placedSlot.ts";
import { mondayOf } from "../../../../protocol/timetable/schoolYear.ts";
import { localTimeOf } from "../../../../protocol/timetable/zone.ts";
import type { DraftWeek, Week } from "../../../api/timetable.ts";
import { useAccount, usePermission } from "../../account/account.ts";
import { callApi } from "../../client/callApi.ts";
import { hubNow } from "../../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Emblem } from "../../parts/Emblem.tsx";
import { FormError } from "../../parts/FormError.tsx";
import { PageHeader } from "../../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../../parts/states.tsx";
import { useEditing } from "../changes/useEditing.ts";
import { useTexts } from "../texts/useTexts.ts";
import { useSchoolWeeks } from "../useSchoolWeeks.ts";
import { hoursText } from "../week/conflictText.ts";
import { dayMonth, useWeekNames } from "../week/useWeekNames.ts";
import { countKinds, type DraftSpan, type DraftSpanName, draftSpan, weeksWithin } from "./draftSpans.ts";
import "../timetable.css";
import "./draft.css";

export function DraftPage() {
  const { t } = useTexts();
  const { school } = useAccount();
  const [search] = useSearchParams();
  const mayPublish = usePermission("timetable.publish");
  const monday = mondayOf(search.get("date") ?? localTimeOf(hubNow(), school.zone).date);
  const draft = useHubQuery("listDraft", {});
  const week = useHubQuery("showWeek", { query: { date: monday, view: "draft" } });
  const { weeks } = useSchoolWeeks(monday);
  const [name, setName] = useState<DraftSpanName>("all");
  const [asking, setAsking] = useState<"publish" | "discard" | null>(null);
  const back = (
    <Button
      component={Link}
      href={`/timetable?date=${monday}`}
      variant="default"
      leftSection={<IconArrowLeft size={17} />}
    >
      {t("draft.back")}
    </Button>
  );
  const header = <PageHeader title={t("draft.title")} lead={t("draft.lead")} actions={back} />;
  const failed = draft.isError ? draft : week.isError ? week : null;
  if (failed !== null)
    return (
      <>
        {header}
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    );
  if (draft.data === undefined || week.data === undefined)
    return (
      <>
        {header}
        <LoadingRows rows={4} height={84} />
      </>
    );
  if (draft.data.length === 0)
    return (
      <>
        {header}
        <EmptyState
          emblem="hatching-chick"
          title={t("draft.none")}
          hint={t("draft.noneHint")}
          action={back}
        />
      </>
    );
  const span = draftSpan(name, monday, weeks, draft.data);
  const shown = weeksWithin(draft.data, span);
  const counts = countKinds(shown);
  const total = counts.added + counts.changed + counts.removed;
  return (
    <>
      {header}
      <div className="draft-bar card">
        <SegmentedControl
          aria-label={t("draft.span")}
          data={[
            { value: "week", label: t("draft.thisWeek") },
            { value: "term", label: t("draft.thisTerm") },
            { value: "all", label: t("draft.all") },
          ]}
          value={name}
          onChange={(value) => setName(value as DraftSpanName)} // one of the three above
        />
        <p className="draft-counts">{t("draft.counts", counts)}</p>
        <Button variant="subtle" color="red" disabled={total === 0} onClick={() => setAsking("discard")}>
          {t("draft.discard")}
        </Button>
        {mayPublish && (
          <Button
            leftSection={<IconSend size={16} />}
            disabled={total === 0}
            onClick={() => setAsking("publish")}
          >
            {t("draft.publish", { count: total })}
          </Button>
        )}
      </div>
      {!mayPublish && <p className="soft small draft-who">{t("draft.whoMay")}</p>}
      {shown.map((one) => (
        <WeekOfChanges key={one.monday} draft={one} week={week.data} />
      ))}
      {asking !== null && span !== null && (
        <ConfirmDialog what={asking} span={span} count={total} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

function WeekOfChanges({ draft, week }: { readonly draft: DraftWeek; readonly week: Week }) {
  const { t } = useTexts();
  const names = useWeekNames(week);
  const sayOf = (slot: PlacedSlot) => (
    <span className="draft-slot">
      <Emblem name={week.classes.find(({ id }) => id === slot.classId)?.emblem ?? "star"} size={24} />
      <span>
        <strong>{names.className(slot.classId)}</strong> · {names.lessonTitle(slot.lessonId)}
        <span className="soft numbers">
          {" "}
          {names.day(slot.date)}, {hoursText(slot)} · {names.roomName(slot.roomId)}
        </span>
      </span>
    </span>
  );
  return (
    <section className="draft-week card" aria-label={t("weekNumber", { number: draft.number ?? "–" })}>
      <header>
        <h2>
          {draft.number === null ? t("weekOutside") : t("weekNumber", { number: draft.number })}{" "}
          <span className="soft small numbers">{dayMonth(draft.monday)}</span>
        </h2>
        <Link href={`/timetable?date=${draft.monday}`}>{t("draft.openWeek")}</Link>
      </header>
      <ul>
        {draft.changes.map(({ kind, before, now, by }) => (
          <li key={(now ?? before)?.id}>
            <span className={`draft-kind draft-kind-${kind}`}>{t(`draft.kind.${kind}`)}</span>
            <div className="draft-what">
              {before !== null && <div className={now === null ? "" : "draft-before"}>{sayOf(before)}</div>}
              {now !== null && sayOf(now)}
            </div>
            {by !== "" && <span className="soft small">{t("draft.by", { name: by })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

type ConfirmDialogProps = {
  readonly what: "publish" | "discard";
  readonly span: DraftSpan;
  readonly count: number;
  readonly onClose: () => void;
};

function ConfirmDialog({ what, span, count, onClose }: ConfirmDialogProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const editing = useEditing();
  const publish = useHubMutation("publishTimetable");
  const [waiting, setWaiting] = useState(false);
  const go = async () => {
    if (what === "publish")
      return publish.mutate(
        { body: span },
        {
          onSuccess: (counts) => {
            notifications.show({ color: "lagoon", message: t("draft.published", counts) });
            void client.invalidateQueries();
            onClose();
          },
        },
      );
    setWaiting(true);
    const outcome = await editing.run(() => callApi("discardDraft", { body: span }), t("did.discard"));
    setWaiting(false);
    if (outcome !== null) notifications.show({ color: "gray", message: t("draft.discarded") });
    onClose();
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(what === "publish" ? "draft.confirmTitle" : "draft.discardTitle", { count })}
    >
      <div className="form-rows">
        <p>
          {what === "publish"
            ? t("draft.confirmText", { from: dayMonth(span.fromDate), until: dayMonth(span.untilDate) })
            : t("draft.discardText")}
        </p>
        <FormError error={publish.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button
            data-autofocus
            color={what === "publish" ? "lagoon" : "red"}
            loading={waiting || publish.isPending}
            onClick={() => void go()}
          >
            {t(what === "publish" ? "draft.confirm" : "draft.discard")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
