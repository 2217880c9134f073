// Owns the page of one ticket: what and where, what can be done now, photos, everything that happened, and what was known then.
import { Anchor, Button, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconArrowLeft, IconHourglass } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { TicketFlow, TicketStep } from "../../api/ticketFlow.ts";
import type { TicketPage as Ticket } from "../../api/tickets.ts";
import { usePermission } from "../account/account.ts";
import { isCode } from "../client/apiError.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useErrorText } from "../parts/errorText.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { PartPicture } from "./PartPicture.tsx";
import { refetchTickets } from "./refetchTickets.ts";
import { StepDialog } from "./StepDialog.tsx";
import { TicketAge } from "./TicketCard.tsx";
import { TicketPhotos } from "./TicketPhotos.tsx";
import { TicketSnapshot } from "./TicketSnapshot.tsx";
import { TicketTimeline } from "./TicketTimeline.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { whatOf } from "./ticketWords.ts";
import "./tickets.css";

export function TicketPage() {
  const { t } = useTexts();
  const { ticketId = "" } = useParams<{ ticketId: string }>();
  const ticket = useHubQuery("showTicket", { params: { ticketId } });
  const flow = useHubQuery("showTicketFlow", {});
  const error = ticket.error ?? flow.error;
  return (
    <>
      <Anchor component={Link} href="/tickets" className="ticket-back">
        <IconArrowLeft size={16} aria-hidden="true" />
        {t("back")}
      </Anchor>
      {ticket.data !== undefined && flow.data !== undefined ? (
        <Content key={ticketId} ticket={ticket.data} flow={flow.data} />
      ) : isCode(error, "NOT_FOUND") ? (
        <EmptyState emblem="owl" title={t("notFound")} hint={t("notFoundHint")} />
      ) : error !== null ? (
        <ErrorState error={error} onRetry={() => void ticket.refetch()} />
      ) : (
        <LoadingRows rows={3} height={160} />
      )}
    </>
  );
}

function Content({ ticket, flow }: { readonly ticket: Ticket; readonly flow: TicketFlow }) {
  const { t, language } = useTexts();
  const stateName = flow.states.find(({ code }) => code === ticket.state)?.name[language] ?? ticket.state;
  return (
    <>
      <PageHeader
        title={whatOf(t, ticket)}
        lead={
          <>
            {t("number", { number: ticket.number })} · <TicketAge ticket={ticket} />
          </>
        }
      />
      <div className="ticket-columns">
        <div className="ticket-side">
          <section className="card ticket-box ticket-state" data-phase={ticket.phase}>
            <div className="ticket-state-head">
              <PartPicture part={ticket.part} size={56} />
              <div>
                <p className="ticket-state-name">{stateName}</p>
                {ticket.waitsFor !== null && (
                  <p className="ticket-state-waits">
                    <IconHourglass size={16} aria-hidden="true" /> {t("waitsFor", { part: ticket.waitsFor })}
                  </p>
                )}
                <p className="soft small">
                  {ticket.roomName ?? t("noRoom")}
                  {ticket.className !== null && ` · ${ticket.className}`}
                  {ticket.reports > 1 && ` · ${t("times", { count: ticket.reports })}`}
                </p>
              </div>
            </div>
            {ticket.note !== "" && <p className="ticket-first-note">{ticket.note}</p>}
            <TicketSteps ticket={ticket} flow={flow} />
            <Assignee ticket={ticket} />
          </section>
          <TicketPhotos ticket={ticket} />
        </div>
        <TicketTimeline ticket={ticket} flow={flow} />
        <TicketSnapshot ticket={ticket} />
      </div>
    </>
  );
}

function TicketSteps({ ticket, flow }: { readonly ticket: Ticket; readonly flow: TicketFlow }) {
  const { t, language } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const [asks, setAsks] = useState<TicketStep | null>(null);
  const take = useHubMutation("stepTicket");
  const undo = useHubMutation("undoTicketStep");
  const { ticketId, revision } = ticket;
  const steps = flow.steps.filter(({ code }) => ticket.steps.includes(code));
  // Somebody was quicker, or the step is not possible any more: the page shows what is now.
  const onError = (error: Error) => {
    notifications.show({ color: "red", message: errorText(error), autoClose: 9_000 });
    void refetchTickets(client);
  };
  const tell = (message: string) => {
    notifications.show({ color: "lagoon", message });
    void refetchTickets(client);
  };
  const choose = (step: TicketStep) => {
    if (step.needs !== null) return setAsks(step);
    take.mutate(
      { params: { ticketId }, body: { step: step.code, revision } },
      { onSuccess: () => tell(doneText(step)), onError },
    );
  };
  const doneText = (step: TicketStep) =>
    t("stepDone", {
      ticket: t("number", { number: ticket.number }),
      state: flow.states.find(({ code }) => code === step.to)?.name[language] ?? step.to,
    });
  if (steps.length === 0 && !ticket.mayUndo) return null;
  return (
    <div className="ticket-steps">
      {steps.map((step, place) => (
        <Button
          key={step.code}
          size={step.look === "back" ? "compact-md" : "md"}
          variant={variantOf(step, place)}
          {...(step.look === "back" ? { color: "gray" } : {})}
          loading={take.isPending && take.variables.body.step === step.code}
          onClick={() => choose(step)}
        >
          {step.name[language]}
        </Button>
      ))}
      {ticket.mayUndo && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
          loading={undo.isPending}
          onClick={() =>
            undo.mutate(
              { params: { ticketId }, body: { revision } },
              { onSuccess: () => tell(t("undone")), onError },
            )
          }
        >
          {t("undo")}
        </Button>
      )}
      {asks !== null && (
        <StepDialog
          ticket={ticket}
          step={asks}
          onDone={() => tell(doneText(asks))}
          onClose={() => setAsks(null)}
        />
      )}
    </div>
  );
}

/** One button asks to be pressed; what else could be done next stands beside it. */
function variantOf({ look }: TicketStep, place: number): "filled" | "light" | "default" | "subtle" {
  if (look === "main") return place === 0 ? "filled" : "light";
  return look === "aside" ? "default" : "subtle";
}

function Assignee({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const works = usePermission("tickets.work");
  const assign = useHubMutation("assignTicket");
  if (ticket.phase === "closed" || !works)
    return ticket.assignee === null ? null : (
      <p className="soft small">{t("fixes", { name: ticket.assignee })}</p>
    );
  return (
    <Select
      label={t("assignee")}
      placeholder={t("nobody")}
      data={ticket.workers.map(({ staffId, name }) => ({ value: staffId, label: name }))}
      value={ticket.assigneeId}
      clearable
      disabled={assign.isPending}
      onChange={(staffId) =>
        assign.mutate(
          // The list holds the hub's own ids.
          {
            params: { ticketId: ticket.ticketId },
            body: { staffId, revision: ticket.revision },
          },
          {
            onSettled: () => void refetchTickets(client),
            onError: (error) => notifications.show({ color: "red", message: errorText(error) }),
          },
        )
      }
      renderOption={({ option }) => (
        <span className="class-option">
          <Emblem name="owl" size={18} />
          {option.label}
        </span>
      )}
    />
  );
}
