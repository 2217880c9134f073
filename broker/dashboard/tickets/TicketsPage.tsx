// Owns the page of everything that is broken: by who has to do something about it, and what is done.
import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { usePermission } from "../account/account.ts";
import { callApi } from "../client/callApi.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { TicketCard } from "./TicketCard.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./tickets.css";

const NewTicketDialog = lazyPart(async () => (await import("./NewTicketDialog.tsx")).NewTicketDialog);

const shownPhases = ["open", "working", "done"] as const;

export function TicketsPage() {
  const { t } = useTexts();
  const [tab, setTab] = useState<string | null>("open");
  const [reporting, setReporting] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            size="md"
            className="ticket-report"
            leftSection={<IconPlus size={20} aria-hidden="true" />}
            onClick={() => setReporting(true)}
          >
            {t("report")}
          </Button>
        }
      />
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="open">{t("tabs.open")}</Tabs.Tab>
          <Tabs.Tab value="closed">{t("tabs.closed")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="open" pt="md">
          <OpenTickets onReport={() => setReporting(true)} />
        </Tabs.Panel>
        <Tabs.Panel value="closed" pt="md">
          <ClosedTickets />
        </Tabs.Panel>
      </Tabs>
      <Suspense fallback={null}>
        {reporting && <NewTicketDialog deviceId={null} onClose={() => setReporting(false)} />}
      </Suspense>
    </>
  );
}

function OpenTickets({ onReport }: { readonly onReport: () => void }) {
  const { t } = useTexts();
  const seesAll = usePermission("tickets.view");
  const tickets = useHubQuery("listTickets", { query: {} });
  if (tickets.data === undefined)
    return tickets.isError ? (
      <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
    ) : (
      <LoadingRows rows={4} height={104} />
    );
  if (tickets.data.length === 0)
    return (
      <EmptyState
        emblem="hatching-chick"
        title={t("empty")}
        hint={seesAll ? t("emptyHint") : t("emptyOwnHint")}
        action={
          <Button variant="default" onClick={onReport}>
            {t("report")}
          </Button>
        }
      />
    );
  const { data } = tickets;
  return (
    <div className="ticket-board">
      {shownPhases.map((phase) => {
        const rows = data.filter((ticket) => ticket.phase === phase);
        return (
          <section key={phase} className="ticket-column" data-empty={rows.length === 0}>
            <h2>
              {t(`phases.${phase}`)} <small className="numbers">{rows.length}</small>
            </h2>
            {rows.length === 0 ? (
              <p className="soft small">{t(`phaseEmpty.${phase}`)}</p>
            ) : (
              rows.map((ticket) => <TicketCard key={ticket.ticketId} ticket={ticket} />)
            )}
          </section>
        );
      })}
    </div>
  );
}

const pageSize = 30;

function ClosedTickets() {
  const { t } = useTexts();
  const pages = useInfiniteQuery({
    queryKey: ["listTickets", { query: { closed: "true" } }],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      callApi(
        "listTickets",
        {
          query: {
            closed: "true",
            limit: pageSize,
            ...(pageParam === undefined ? {} : { before: pageParam }),
          },
        },
        signal,
      ),
    getNextPageParam: (last) => (last.length < pageSize ? undefined : (last.at(-1)?.closedAt ?? undefined)),
  });
  const rows = pages.data?.pages.flat();
  if (rows === undefined)
    return pages.isError ? (
      <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
    ) : (
      <LoadingRows rows={4} height={104} />
    );
  if (rows.length === 0)
    return <EmptyState emblem="owl" title={t("closedEmpty")} hint={t("closedEmptyHint")} />;
  return (
    <div className="ticket-closed">
      {rows.map((ticket) => (
        <TicketCard key={ticket.ticketId} ticket={ticket} />
      ))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t("older")}
        </Button>
      )}
    </div>
  );
}
