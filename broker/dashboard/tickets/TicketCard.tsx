// Owns a ticket in a list: the picture of what is broken, where, since when, and who waits for what.
import { IconHourglass, IconMessage, IconRepeat } from "@tabler/icons-react";
import { Link } from "wouter";
import type { TicketRow } from "../../api/tickets.ts";
import { useHubNow } from "../client/hubClock.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";
import { PartPicture } from "./PartPicture.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { photoAddress, whatOf } from "./ticketWords.ts";

export function TicketCard({ ticket }: { readonly ticket: TicketRow }) {
  const { t } = useTexts();
  const { ticketId, part, photoId, roomName, className, classEmblem, waitsFor, reports, comments } = ticket;
  return (
    <Link href={`/tickets/${ticketId}`} className="ticket-card card" data-phase={ticket.phase}>
      <span className="ticket-picture">
        <PartPicture part={part} size={44} />
        {ticket.emblem !== null && (
          <span className="ticket-picture-emblem">
            <Emblem name={ticket.emblem} size={22} />
          </span>
        )}
      </span>
      <span className="ticket-words">
        <strong>{whatOf(t, ticket)}</strong>
        <span className="soft small ticket-place">
          {roomName ?? t("noRoom")}
          {className !== null && (
            <span className="ticket-class">
              {classEmblem !== null && <Emblem name={classEmblem} size={16} />}
              {className}
            </span>
          )}
        </span>
        {ticket.note !== "" && <span className="ticket-note small">{ticket.note}</span>}
        <span className="soft small">
          <TicketAge ticket={ticket} />
        </span>
        <span className="ticket-tags">
          {waitsFor !== null && (
            <span className="tag ticket-tag-waits">
              <IconHourglass size={13} aria-hidden="true" /> {t("waitsFor", { part: waitsFor })}
            </span>
          )}
          {ticket.phase !== "open" && ticket.assignee !== null && (
            <span className="tag">{t("fixes", { name: ticket.assignee })}</span>
          )}
          {reports > 1 && (
            <span className="tag">
              <IconRepeat size={13} aria-hidden="true" /> {t("times", { count: reports })}
            </span>
          )}
          {comments > 0 && (
            <span className="tag">
              <IconMessage size={13} aria-hidden="true" /> {t("comments", { count: comments })}
            </span>
          )}
        </span>
      </span>
      {photoId !== null && (
        <img
          className="ticket-thumb"
          src={photoAddress(ticketId, photoId)}
          alt={t("hasPhoto")}
          loading="lazy"
          width={64}
          height={64}
        />
      )}
    </Link>
  );
}

export function TicketAge({ ticket }: { readonly ticket: TicketRow }) {
  const { t } = useTexts();
  const format = useFormat();
  const now = useHubNow(60_000);
  const when = format.ago(ticket.openedAt, now);
  if (ticket.source === "alert") return t("byAlert", { when });
  return ticket.openedById === null ? t("atStation", { when }) : t("by", { name: ticket.openedBy, when });
}
