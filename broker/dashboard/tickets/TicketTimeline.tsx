// Owns everything that happened to a ticket, oldest first, and saying something about it.
import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { TicketFlow } from "../../api/ticketFlow.ts";
import type { TicketEvent, TicketPage } from "../../api/tickets.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { useFormat } from "../text/format.ts";
import { refetchTickets } from "./refetchTickets.ts";
import { type TicketsText, useTexts } from "./texts/useTexts.ts";

type TimelineProps = { readonly ticket: TicketPage; readonly flow: TicketFlow };

export function TicketTimeline({ ticket, flow }: TimelineProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const comment = useHubMutation("commentTicket");
  const [text, setText] = useState("");
  const send = () => {
    if (text.trim() === "") return;
    comment.mutate(
      { params: { ticketId: ticket.ticketId }, body: { text: text.trim() } },
      {
        onSuccess: () => {
          setText("");
          void refetchTickets(client);
        },
      },
    );
  };
  return (
    <section className="card ticket-box ticket-history">
      <h2>{t("whatHappened")}</h2>
      <TicketEvents events={ticket.events} flow={flow} />
      <div className="ticket-comment">
        <Textarea
          aria-label={t("comment")}
          placeholder={t("commentPlaceholder")}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button variant="default" disabled={text.trim() === ""} loading={comment.isPending} onClick={send}>
          {t("send")}
        </Button>
      </div>
      <FormError error={comment.error} />
    </section>
  );
}

type EventsProps = { readonly events: readonly TicketEvent[]; readonly flow: TicketFlow };

export function TicketEvents({ events, flow }: EventsProps) {
  const { t, language } = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const stepName = (code: string | null) =>
    flow.steps.find((step) => step.code === code)?.name[language] ?? code ?? "";
  const stateOf = (code: string | null) => flow.states.find((state) => state.code === code);
  return (
    <ol className="ticket-events">
      {events.map((event) => (
        <li key={event.id} data-phase={stateOf(event.toState)?.phase ?? "said"}>
          <p>
            <strong>{headOf(t, event, stepName(event.step))}</strong>
            <time className="soft small numbers" dateTime={new Date(event.at).toISOString()}>
              {format.moment(event.at, now)}
            </time>
          </p>
          {event.text !== "" && event.kind !== "assign" && <p className="ticket-said">{event.text}</p>}
        </li>
      ))}
    </ol>
  );
}

function headOf(t: TicketsText, { kind, actor, text }: TicketEvent, step: string): string {
  if (kind === "assign" && text === "") return t("event.unassign", { name: actor });
  return t(`event.${kind}`, { name: actor, step, text });
}
