// Owns reporting something broken from the dashboard, mostly a phone: where, what, and if one likes a word and a photo.
import { Button, Textarea, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconSend, IconX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BrokenPart } from "../../../protocol/records/report.ts";
import type { TicketPlace } from "../../api/tickets.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { PartPicture } from "./PartPicture.tsx";
import { PhotoButton } from "./PhotoButton.tsx";
import { type BrokenPlace, PlaceChoice, PlaceName } from "./PlaceChoice.tsx";
import { partsInOrder } from "./partPictures.ts";
import { refetchTickets } from "./refetchTickets.ts";
import type { SmallPhoto } from "./shrinkPhoto.ts";
import { useTexts } from "./texts/useTexts.ts";
import { whatOf } from "./ticketWords.ts";
import "./tickets.css";

type NewTicketDialogProps = {
  /** Where that is known already. */
  readonly deviceId: string | null;
  readonly onClose: () => void;
};

export function NewTicketDialog({ deviceId, onClose }: NewTicketDialogProps) {
  const { t } = useTexts();
  const onPhone = useMediaQuery("(max-width: 720px)") ?? false;
  const places = useHubQuery("listTicketPlaces", {});
  return (
    <Dialog opened onClose={onClose} title={t("new.title")} size="lg" fullScreen={onPhone}>
      {places.data !== undefined ? (
        <ReportForm places={places.data} given={placeOf(places.data, deviceId)} onClose={onClose} />
      ) : places.isError ? (
        <ErrorState error={places.error} onRetry={() => void places.refetch()} />
      ) : (
        <LoadingRows rows={3} height={90} />
      )}
    </Dialog>
  );
}

function placeOf(places: readonly TicketPlace[], deviceId: string | null): BrokenPlace | null {
  for (const room of places)
    for (const device of room.devices) if (device.deviceId === deviceId) return { room, device };
  return null;
}

type ReportFormProps = {
  readonly places: readonly TicketPlace[];
  readonly given: BrokenPlace | null;
  readonly onClose: () => void;
};

function ReportForm({ places, given, onClose }: ReportFormProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const open = useHubMutation("openTicket");
  const [place, setPlace] = useState(given);
  const [part, setPart] = useState<BrokenPart | null>(null);
  const [thing, setThing] = useState("");
  const [note, setNote] = useState("");
  const [photo, setPhoto] = useState<SmallPhoto | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => () => revoke(photo), [photo]);

  if (place === null) return <PlaceChoice places={places} onChoose={setPlace} />;
  const ofThing = place.device === null;
  const chosen: BrokenPart | null = ofThing ? "other" : part;
  const ready = ofThing ? thing.trim() !== "" : part !== null;
  const send = () => {
    setAsked(true);
    if (!ready || chosen === null) return;
    open.mutate(
      {
        body: {
          deviceId: place.device?.deviceId ?? null,
          roomId: place.device === null ? place.room.roomId : null,
          thing: ofThing ? thing.trim() : "",
          part: chosen,
          note: note.trim(),
          photo: photo?.base64 ?? null,
        },
      },
      {
        onSuccess: (ticket) => {
          const what = whatOf(t, ticket);
          notifications.show({
            color: "lagoon",
            message: ticket.fresh
              ? t("new.sent", { what, number: ticket.number })
              : t("new.counted", { number: ticket.number }),
          });
          void refetchTickets(client);
          onClose();
        },
      },
    );
  };
  return (
    <div className="form-rows">
      <div className="ticket-chosen">
        <PlaceName place={place} />
        {given === null && (
          <Button variant="subtle" onClick={() => setPlace(null)}>
            {t("new.change")}
          </Button>
        )}
      </div>
      {ofThing ? (
        <TextInput
          label={t("new.thingLabel")}
          placeholder={t("new.thingPlaceholder")}
          maxLength={120}
          data-autofocus
          value={thing}
          onChange={({ currentTarget }) => setThing(currentTarget.value)}
          error={asked && !ready ? t("new.thingNeeded") : null}
        />
      ) : (
        <fieldset className="ticket-parts">
          <legend>{t("new.what")}</legend>
          {partsInOrder.map((each) => (
            <button
              key={each}
              type="button"
              className="ticket-part"
              aria-pressed={part === each}
              onClick={() => setPart(each)}
            >
              <PartPicture part={each} size={44} />
              {t(`parts.${each}`)}
            </button>
          ))}
        </fieldset>
      )}
      <Textarea
        label={t("new.note")}
        placeholder={t("new.notePlaceholder")}
        maxLength={1000}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {photo === null ? (
        <div>
          <PhotoButton label={t("new.photo")} onPhoto={setPhoto} />
          <p className="soft small">{t("new.photoHint")}</p>
        </div>
      ) : (
        <div className="ticket-preview">
          <img src={photo.address} alt={t("hasPhoto")} />
          <Button variant="default" leftSection={<IconX size={16} />} onClick={() => setPhoto(null)}>
            {t("new.removePhoto")}
          </Button>
        </div>
      )}
      <FormError error={open.error} />
      <Button
        size="lg"
        fullWidth
        leftSection={<IconSend size={20} aria-hidden="true" />}
        loading={open.isPending}
        disabled={!ofThing && !ready}
        onClick={send}
      >
        {t("new.send")}
      </Button>
    </div>
  );
}

function revoke(photo: SmallPhoto | null): void {
  if (photo !== null) URL.revokeObjectURL(photo.address);
}
