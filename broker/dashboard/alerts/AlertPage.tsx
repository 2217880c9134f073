// Owns the page of one alert: why it was told, which machines, who was told, and what can be done.
import { Button, Textarea } from "@mantine/core";
import { IconArrowLeft, IconBell, IconHandStop, IconTool } from "@tabler/icons-react";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { AlertId, AlertPage as AlertPageData } from "../../api/alerts.ts";
import { usePermission } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { MeasureIcon } from "./MeasureIcon.tsx";
import { useRuleWords } from "./ruleWords.ts";
import { SeverityMark } from "./SeverityMark.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { useAlertActions } from "./useAlertActions.ts";
import "./alerts.css";

export function AlertPage() {
  const { t } = useTexts();
  const { alertId } = useParams<{ alertId: AlertId }>();
  const alert = useHubQuery("showAlert", { params: { alertId } });
  const back = (
    <Button component={Link} href="/alerts" variant="subtle" leftSection={<IconArrowLeft size={18} />}>
      {t("page.back")}
    </Button>
  );
  if (alert.isError && alert.data === undefined)
    return (
      <>
        {back}
        <ErrorState error={alert.error} onRetry={() => void alert.refetch()} />
      </>
    );
  if (alert.data === undefined) return <LoadingRows rows={3} height={120} />;
  return (
    <>
      <PageHeader title={alert.data.ruleName} actions={back} />
      <Head alert={alert.data} />
      <div className="alert-columns">
        <Why alert={alert.data} />
        {alert.data.clearedAt === null && <Handling alert={alert.data} />}
      </div>
      {alert.data.folded.length > 0 && <Folded alert={alert.data} />}
    </>
  );
}

type Part = { readonly alert: AlertPageData };

function Head({ alert }: Part) {
  const over = alert.clearedAt !== null;
  return (
    <div className="alert-head card" data-severity={over ? "over" : alert.severity}>
      <MeasureIcon measure={alert.measure} tone={over ? "over" : alert.severity} />
      <div className="alert-words">
        <SeverityMark severity={alert.severity} over={over} />
        <p className="alert-head-sentence">{alert.sentence}</p>
      </div>
    </div>
  );
}

function Why({ alert }: Part) {
  const { t } = useTexts();
  const format = useFormat();
  const words = useRuleWords();
  const now = useHubNow(30_000);
  const { subject, rule, value, clearedAt, told } = alert;
  const where =
    subject.kind === "school" ? (
      t("page.school")
    ) : subject.kind === "hub" ? (
      t("page.hub")
    ) : subject.kind === "device" ? (
      <>
        <Link href={`/devices/${subject.id}`}>{subject.name}</Link>
        {subject.roomName !== null && ` · ${subject.roomName}`}
      </>
    ) : (
      subject.name
    );
  const rows: readonly (readonly [name: string, value: React.ReactNode])[] = [
    [t("page.where"), where],
    [t("page.since"), format.coming(alert.sinceAt, now)],
    [t("page.openedAt"), format.coming(alert.openedAt, now)],
    [
      clearedAt === null ? t("page.lasted") : t("page.clearedAt"),
      clearedAt === null
        ? `${format.span(now - alert.sinceAt)}, ${t("page.still")}`
        : `${format.coming(clearedAt, now)} (${format.span(clearedAt - alert.sinceAt)})`,
    ],
    ...(value === null || words.isState(alert.measure)
      ? []
      : [[t("page.measured"), words.value(alert.measure, value)] as const]),
    [t("page.rule"), rule === null ? t("page.ruleGone") : words.sentence(rule)],
    [
      t("page.told"),
      told.length === 0
        ? t("page.notTold")
        : told
            .map(({ channel, sentAt }) =>
              sentAt === null
                ? t("page.waiting", { channel })
                : t("page.sent", { channel, time: format.coming(sentAt, now) }),
            )
            .join("; "),
    ],
  ];
  return (
    <section className="card alert-panel">
      <h2>{t("page.why")}</h2>
      <dl className="alert-facts">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {alert.flapping && <p className="soft small">{t("page.flapping")}</p>}
    </section>
  );
}

const snoozes = { hour: 60, day: 24 * 60, week: 7 * 24 * 60 } as const;

function Handling({ alert }: Part) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(30_000);
  const mayManage = usePermission("alerts.manage");
  const mayReport = usePermission("tickets.report");
  const { take, snooze, openTicket } = useAlertActions();
  const [note, setNote] = useState(alert.acknowledged?.note ?? "");
  const { acknowledged, snoozedUntil, ticketId } = alert;
  const resting = snoozedUntil !== null && snoozedUntil > now;
  if (!mayManage && !mayReport && acknowledged === null) return null;
  return (
    <section className="card alert-panel alert-handling">
      <h2>{t("page.handling")}</h2>
      {acknowledged !== null && (
        <p>{t("page.takenBy", { name: acknowledged.by, time: format.coming(acknowledged.at, now) })}</p>
      )}
      {mayManage && (
        <>
          <Textarea
            label={t("page.note")}
            placeholder={t("page.notePlaceholder")}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value)}
          />
          <Button leftSection={<IconHandStop size={18} />} onClick={() => void take(alert, note.trim())}>
            {acknowledged === null ? t("list.take") : t("page.saveNote")}
          </Button>
        </>
      )}
      {!mayManage && acknowledged !== null && acknowledged.note !== "" && <p>“{acknowledged.note}”</p>}
      {ticketId !== null ? (
        <Button
          component={Link}
          href={`/tickets/${ticketId}`}
          variant="default"
          leftSection={<IconTool size={18} />}
        >
          {t("page.toTicket")}
        </Button>
      ) : (
        mayReport && (
          <Button
            variant="default"
            leftSection={<IconTool size={18} />}
            onClick={() => void openTicket(alert)}
          >
            {t("page.openTicket")}
          </Button>
        )
      )}
      {mayManage &&
        (resting ? (
          <>
            <p className="soft small">{t("page.snoozed", { time: format.coming(snoozedUntil, now) })}</p>
            <Button
              variant="default"
              leftSection={<IconBell size={18} />}
              onClick={() => void snooze(alert, 0)}
            >
              {t("page.wake")}
            </Button>
          </>
        ) : (
          <fieldset className="alert-snooze">
            <legend>{t("page.snooze")}</legend>
            {(Object.keys(snoozes) as (keyof typeof snoozes)[]).map((length) => (
              <Button
                key={length}
                variant="default"
                size="sm"
                onClick={() => void snooze(alert, snoozes[length])}
              >
                {t(`page.snoozeFor.${length}`)}
              </Button>
            ))}
          </fieldset>
        ))}
    </section>
  );
}

/** Those still in trouble first; "Trạm 10" after "Trạm 9". */
const inOrder = (a: AlertPageData["folded"][number], b: AlertPageData["folded"][number]) =>
  Number(a.clearedAt !== null) - Number(b.clearedAt !== null) ||
  a.name.localeCompare(b.name, "vi", { numeric: true });

function Folded({ alert }: Part) {
  const { t } = useTexts();
  const format = useFormat();
  const words = useRuleWords();
  const now = useHubNow(60_000);
  const showValue = !words.isState(alert.measure);
  return (
    <section className="card alert-panel">
      <h2>
        {t("page.folded")} <small className="soft">{alert.folded.length}</small>
      </h2>
      <p className="soft small">{t("page.foldedHint")}</p>
      <ul className="alert-folded">
        {alert.folded.toSorted(inOrder).map(({ deviceId, name, roomName, value, clearedAt }) => (
          <li key={deviceId} data-over={clearedAt !== null}>
            <Link href={`/devices/${deviceId}`}>{name}</Link>
            <span className="soft small">
              {[
                ...(roomName === null || alert.subject.kind === "room" ? [] : [roomName]),
                ...(showValue && value !== null ? [words.value(alert.measure, value)] : []),
                clearedAt === null
                  ? t("page.inTrouble")
                  : t("page.wellAgain", { time: format.moment(clearedAt, now) }),
              ].join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
