// Owns the photos of a ticket, and adding one.
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import type { TicketPage } from "../../api/tickets.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { useErrorText } from "../parts/errorText.ts";
import { PhotoButton } from "./PhotoButton.tsx";
import { refetchTickets } from "./refetchTickets.ts";
import { useTexts } from "./texts/useTexts.ts";
import { photoAddress } from "./ticketWords.ts";

export function TicketPhotos({ ticket }: { readonly ticket: TicketPage }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const errorText = useErrorText();
  const add = useHubMutation("addTicketPhoto");
  const { ticketId, photoList } = ticket;
  return (
    <section className={photoList.length > 0 ? "card ticket-box" : "ticket-no-photos"}>
      {photoList.length > 0 && (
        <div className="ticket-photos">
          {photoList.map(({ photoId, addedBy, damaged }) =>
            damaged ? (
              <p key={photoId} className="ticket-problem small">
                {t("photoDamaged")}
              </p>
            ) : (
              <a key={photoId} href={photoAddress(ticketId, photoId)} target="_blank" rel="noreferrer">
                <img src={photoAddress(ticketId, photoId)} alt={t("photo", { name: addedBy })} />
              </a>
            ),
          )}
        </div>
      )}
      <PhotoButton
        label={t("addPhoto")}
        loading={add.isPending}
        onPhoto={({ base64, address }) => {
          URL.revokeObjectURL(address);
          add.mutate(
            { params: { ticketId }, body: { photo: base64 } },
            {
              onSettled: () => void refetchTickets(client),
              onError: (error) => notifications.show({ color: "red", message: errorText(error) }),
            },
          );
        }}
      />
    </section>
  );
}
