// Owns the page of schedules: what is given every week by itself, what a school is proposed, and the commands sent lately.
import { Button, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Schedule, ScheduleDraft, ScheduleOutcome } from "../../api/schedules.ts";
import { usePermission } from "../account/account.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { formatMinute, useFormat } from "../text/format.ts";
import { CommandResults } from "./CommandResults.tsx";
import { commandIcons } from "./offeredCommands.ts";
import { ScheduleDialog } from "./ScheduleDialog.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./commands.css";

export function SchedulesPage() {
  const { t } = useTexts();
  const maySend = usePermission("devices.command");
  const query = useHubQuery("listSchedules", {});
  const [open, setOpen] = useState<{ readonly schedule: Schedule | null } | null>(null);
  const addButton = maySend && (
    <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen({ schedule: null })}>
      {t("page.add")}
    </Button>
  );
  const { schedules, proposals } = query.data ?? { schedules: [], proposals: [] };
  return (
    <>
      <PageHeader title={t("page.title")} lead={t("page.lead")} actions={addButton} />
      {query.data === undefined &&
        (query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingRows rows={2} height={120} />
        ))}
      {query.data !== undefined && schedules.length === 0 && proposals.length === 0 && (
        <EmptyState title={t("page.emptyTitle")} hint={t("page.emptyHint")} emblem="owl" action={addButton} />
      )}
      {schedules.length > 0 && (
        <div className="schedule-list">
          {schedules.map((schedule) => (
            <ScheduleCard key={schedule.id} schedule={schedule} onEdit={() => setOpen({ schedule })} />
          ))}
        </div>
      )}
      {maySend && proposals.length > 0 && (
        <>
          <h2 className="schedule-heading">{t("page.proposals")}</h2>
          <div className="schedule-list">
            {proposals.map((proposal) => (
              <Proposal key={`${proposal.roomId} ${proposal.order.name}`} proposal={proposal} />
            ))}
          </div>
        </>
      )}
      <RecentCommands />
      {open !== null && <ScheduleDialog schedule={open.schedule} onClose={() => setOpen(null)} />}
    </>
  );
}

const recentShown = 40;

function RecentCommands() {
  const { t } = useTexts();
  const query = useHubQuery("listCommands", { query: { limit: `${recentShown}` } });
  if (query.data === undefined) return null;
  return (
    <>
      <h2 className="schedule-heading">{t("allCommands")}</h2>
      <section className="card command-recent">
        <CommandResults commands={query.data} withDevice />
      </section>
    </>
  );
}

function useDaysText(): (weekdays: readonly number[]) => string {
  const { t } = useTexts();
  return (weekdays) => {
    const sorted = [...weekdays].sort();
    if (sorted.length === 7) return t("page.everyDay");
    if (sorted.join("") === "12345") return t("page.workdays");
    return sorted.map((day) => t(`page.weekday.${day as 1}`)).join(", ");
  };
}

function Head({ of, targetName }: { readonly of: ScheduleDraft; readonly targetName: string }) {
  const { t } = useTexts();
  const daysText = useDaysText();
  const Picture = commandIcons[of.order.name];
  return (
    <>
      <span className={`command-tile-${of.order.name}`}>
        <span className="command-tile-picture">
          <Picture size={22} stroke={1.75} aria-hidden="true" />
        </span>
      </span>
      <div>
        <p className="schedule-time">{formatMinute(of.minute)}</p>
        <p className="schedule-name">{of.name}</p>
        <p className="soft small">
          {t(`name.${of.order.name}`)} · {targetName}
        </p>
        <p className="soft small">{daysText(of.weekdays)}</p>
      </div>
    </>
  );
}

function ScheduleCard({ schedule, onEdit }: { readonly schedule: Schedule; readonly onEdit: () => void }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(30_000);
  const client = useQueryClient();
  const maySend = usePermission("devices.command");
  const change = useHubMutation("changeSchedule");
  const remove = useHubMutation("removeSchedule");
  const { id, name, enabled, nextRunAt, last } = schedule;
  const params = { scheduleId: id };
  const refresh = () => void client.invalidateQueries({ queryKey: ["listSchedules"] });
  const nextText =
    nextRunAt === null ? t("page.never") : t("page.next", { when: format.coming(nextRunAt, now) });
  return (
    <article className="card schedule-card" data-off={!enabled}>
      <Head of={schedule} targetName={schedule.targetName} />
      <Switch
        aria-label={t("page.onLabel", { name })}
        checked={enabled}
        disabled={!maySend || change.isPending}
        onChange={({ currentTarget }) =>
          change.mutate({ params, body: { enabled: currentTarget.checked } }, { onSuccess: refresh })
        }
      />
      <div className="schedule-more">
        <p>{enabled ? nextText : t("page.off")}</p>
        {last !== null && <LastRun last={last} now={now} />}
        <FormError error={change.error ?? remove.error} />
      </div>
      {maySend && (
        <div className="schedule-actions">
          <Button size="compact-sm" variant="default" leftSection={<IconPencil size={15} />} onClick={onEdit}>
            {t("page.edit")}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={15} />}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(
                { params },
                {
                  onSuccess: () => {
                    notifications.show({ color: "lagoon", message: t("page.removed", { name }) });
                    refresh();
                  },
                },
              )
            }
          >
            {t("page.remove")}
          </Button>
        </div>
      )}
    </article>
  );
}

function LastRun({ last, now }: { readonly last: ScheduleOutcome; readonly now: number }) {
  const { t } = useTexts();
  const format = useFormat();
  const when = format.moment(last.dueAt, now);
  if (last.kind === "missed")
    return <p className="small schedule-missed">{t("page.lastMissed", { when })}</p>;
  if (last.sent === 0 && last.unsent.length === 0)
    return <p className="soft small">{t("page.lastNone", { when })}</p>;
  return (
    <>
      <p className="soft small">{t("page.lastRun", { when, count: last.sent })}</p>
      {last.unsent.length > 0 && (
        <details className="small">
          <summary>{t("page.lastUnsent", { count: last.unsent.length })}</summary>
          {last.unsent.map(({ deviceName, message }) => (
            <p key={`${deviceName} ${message}`}>
              <strong>{deviceName}</strong>: {message}
            </p>
          ))}
        </details>
      )}
    </>
  );
}

function Proposal({ proposal }: { readonly proposal: ScheduleDraft & { readonly targetName: string } }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const add = useHubMutation("addSchedule");
  const { name, weekdays, minute, target, order, skipClosed, targetName } = proposal;
  const body = { name, weekdays, minute, target, order, skipClosed, enabled: true };
  return (
    <article className="card schedule-card" data-off>
      <Head of={proposal} targetName={targetName} />
      <div className="schedule-actions">
        <Button
          size="compact-sm"
          loading={add.isPending}
          onClick={() =>
            add.mutate(
              { body },
              { onSuccess: () => void client.invalidateQueries({ queryKey: ["listSchedules"] }) },
            )
          }
        >
          {t("page.switchOn")}
        </Button>
        <FormError error={add.error} />
      </div>
    </article>
  );
}
