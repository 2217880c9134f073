// Owns the block of a device's tickets: every one there ever was, with its steps.
import { Anchor, Button } from "@mantine/core";
import { IconTool } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Link } from "wouter";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { PartPicture } from "./PartPicture.tsx";
import { TicketEvents } from "./TicketTimeline.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./tickets.css";

const NewTicketDialog = lazyPart(async () => (await import("./NewTicketDialog.tsx")).NewTicketDialog);

/** Shown until somebody asks for all. */
const shownFirst = 3;

type DeviceTicketsProps = {
  readonly deviceId: string;
  /** False for a device that is no more. */
  readonly mayReport: boolean;
};

export function DeviceTickets({ deviceId, mayReport }: DeviceTicketsProps) {
  const { t } = useTexts();
  const sees = usePermission("tickets.report");
  const tickets = useHubQuery("listDeviceTickets", { params: { deviceId } }, { enabled: sees });
  const [reporting, setReporting] = useState(false);
  if (!sees) return null;
  return (
    <section className="card device-card-box ticket-of-device">
      <h2>{t("ofDevice")}</h2>
      {tickets.data !== undefined ? (
        <Rows tickets={tickets.data} />
      ) : tickets.isError ? (
        <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
      ) : (
        <LoadingRows rows={2} height={40} />
      )}
      {mayReport && (
        <Button
          variant="default"
          leftSection={<IconTool size={16} aria-hidden="true" />}
          onClick={() => setReporting(true)}
        >
          {t("reportDevice")}
        </Button>
      )}
      <Suspense fallback={null}>
        {reporting && <NewTicketDialog deviceId={deviceId} onClose={() => setReporting(false)} />}
      </Suspense>
    </section>
  );
}

type RowsProps = {
  readonly tickets: NonNullable<ReturnType<typeof useHubQuery<"listDeviceTickets">>["data"]>;
};

function Rows({ tickets }: RowsProps) {
  const { t, language } = useTexts();
  const format = useFormat();
  const flow = useHubQuery("showTicketFlow", {}).data;
  const [all, setAll] = useState(false);
  if (flow === undefined) return <LoadingRows rows={2} height={40} />;
  if (tickets.length === 0) return <p className="soft">{t("ofDeviceNone")}</p>;
  const stateName = (code: string) =>
    flow.states.find((state) => state.code === code)?.name[language] ?? code;
  return (
    <>
      <ul className="ticket-rows">
        {tickets.slice(0, all ? undefined : shownFirst).map((ticket) => (
          <li key={ticket.ticketId}>
            <details open={ticket.closedAt === null}>
              <summary>
                <PartPicture part={ticket.part} size={26} />
                <span className="ticket-row-words">
                  <strong>{t(`parts.${ticket.part}`)}</strong>
                  <span className="soft small">{format.day(ticket.openedAt)}</span>
                </span>
                <span className="tag ticket-tag-state" data-phase={ticket.phase}>
                  {stateName(ticket.state)}
                </span>
              </summary>
              <TicketEvents events={ticket.events} flow={flow} />
              <Anchor component={Link} href={`/tickets/${ticket.ticketId}`}>
                {t("number", { number: ticket.number })}
              </Anchor>
            </details>
          </li>
        ))}
      </ul>
      {!all && tickets.length > shownFirst && (
        <Button variant="subtle" size="compact-md" onClick={() => setAll(true)}>
          {t("all", { count: tickets.length })}
        </Button>
      )}
    </>
  );
}
