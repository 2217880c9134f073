// Owns the address of a ticket's photo: bytes, so not a row of the API table. Only for whoever may see the ticket.
import type { FastifyInstance } from "fastify";
import type { Kysely } from "kysely";
import type { Accounts } from "../accounts/accounts.ts";
import { ticketId, ticketPhotoId, ticketPhotoPath } from "../api/tickets.ts";
import type { Tables } from "../store/schema.ts";
import type { Tickets } from "../tickets/tickets.ts";
import { readViewer } from "../tickets/viewers.ts";
import { refuse } from "./refusal.ts";
import { admit, sendRefusal } from "./registerRoutes.ts";

export type TicketPhotoDependencies = {
  readonly accounts: Accounts;
  readonly query: Kysely<Tables>;
  readonly tickets: Tickets;
};

export function serveTicketPhotos(
  app: FastifyInstance,
  { accounts, query, tickets }: TicketPhotoDependencies,
): void {
  app.get<{ Params: { ticketId: string; photoId: string } }>(ticketPhotoPath, async (request, reply) => {
    const admitted = await admit(accounts, request, "tickets.report");
    if (!admitted.ok) return sendRefusal(reply, admitted);
    const id = ticketId.safeParse(request.params.ticketId);
    const photoId = ticketPhotoId.safeParse(request.params.photoId);
    const photo =
      id.success && photoId.success
        ? await tickets.photo(await readViewer(query, admitted.value), id.data, photoId.data)
        : null;
    if (photo === null) return sendRefusal(reply, refuse("NOT_FOUND", { detail: request.params.photoId }));
    // A photo never changes, but who may see it does.
    return reply
      .header("cache-control", "private, max-age=600")
      .header("content-disposition", "inline")
      .type(photo.type)
      .send(photo.bytes);
  });
}
