// Owns the dialog that adds a room, or renames one and changes its kind.
import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { Room } from "../../../api/rooms.ts";
import { useHubMutation } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { Emblem } from "../../parts/Emblem.tsx";
import { FormError } from "../../parts/FormError.tsx";
import { fieldError, refreshRooms } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { roomKinds, roomPictures } from "./roomPictures.ts";

type RoomDialogProps = { readonly room: Room | null; readonly onClose: () => void };

export function RoomDialog({ room, onClose }: RoomDialogProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const group = useId();
  const add = useHubMutation("addRoom");
  const change = useHubMutation("changeRoom");
  const [name, setName] = useState(room?.name ?? "");
  const [kind, setKind] = useState<Room["kind"]>(room?.kind ?? "kidsmart");
  const [tried, setTried] = useState(false);
  const error = add.error ?? change.error;
  const missing = name.trim() === "";
  const onSuccess = async (saved: Room) => {
    await refreshRooms(client);
    tellDone(room === null ? t("room.added", { name: saved.name }) : t("saved"));
    onClose();
  };
  const save = () => {
    setTried(true);
    if (missing) return;
    const body = { name: name.trim(), kind };
    if (room === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { roomId: room.id }, body }, { onSuccess });
  };
  return (
    <Dialog opened onClose={onClose} title={room === null ? t("room.newTitle") : t("room.editTitle")}>
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          label={t("room.name")}
          placeholder={t("room.namePlaceholder")}
          maxLength={60}
          data-autofocus
          value={name}
          error={tried && missing ? t("room.nameNeeded") : fieldError(error, "name")}
          onChange={({ currentTarget: { value } }) => {
            setName(value);
            add.reset();
            change.reset();
          }}
        />
        <fieldset className="setup-fieldset">
          <legend>{t("room.kind")}</legend>
          <div className="room-kinds">
            {roomKinds.map((each) => (
              <label key={each} className="room-kind">
                <input
                  type="radio"
                  name={group}
                  value={each}
                  checked={kind === each}
                  onChange={() => setKind(each)}
                />
                <Emblem name={roomPictures[each]} size={36} />
                <span>
                  <strong>{common(`roomKind.${each}`)}</strong>
                  <small className="soft">{t(`room.kindHint.${each}`)}</small>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <FormError error={error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
