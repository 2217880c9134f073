// Owns the school's rooms by their kind: adding, renaming, removing the empty ones.
import { ActionIcon, Button } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Room } from "../../../api/rooms.ts";
import { callApi } from "../../client/callApi.ts";
import { useHubMutation, useHubQuery } from "../../client/hubQuery.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { FormError } from "../../parts/FormError.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../../parts/states.tsx";
import { refreshRooms } from "../setupData.ts";
import { useTellWithUndo } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { RoomDialog } from "./RoomDialog.tsx";
import { roomKinds, roomPictures } from "./roomPictures.ts";

export function RoomsTab() {
  const { t, common } = useTexts();
  const rooms = useHubQuery("listRooms", {});
  const classes = useHubQuery("listClasses", {});
  const [open, setOpen] = useState<{ readonly room: Room | null } | null>(null);
  if (rooms.data === undefined)
    return rooms.isError ? (
      <ErrorState error={rooms.error} onRetry={() => void rooms.refetch()} />
    ) : (
      <LoadingRows rows={5} height={56} />
    );
  const held = rooms.data;
  return (
    <section className="setup-section">
      <div className="setup-bar">
        <p className="soft">{t("room.lead")}</p>
        <Button leftSection={<IconPlus size={18} />} onClick={() => setOpen({ room: null })}>
          {t("room.add")}
        </Button>
      </div>
      {held.length === 0 && (
        <EmptyState emblem="desktop-computer" title={t("room.emptyTitle")} hint={t("room.emptyHint")} />
      )}
      {roomKinds
        .map((kind) => ({ kind, rooms: held.filter((room) => room.kind === kind) }))
        .filter((group) => group.rooms.length > 0)
        .map((group) => (
          <section key={group.kind}>
            <h2 className="setup-group">{common(`roomKind.${group.kind}`)}</h2>
            <ul className="setup-list">
              {group.rooms.map((room) => (
                <RoomRow
                  key={room.id}
                  room={room}
                  homeOf={classes.data?.find(({ homeRoomId }) => homeRoomId === room.id)?.name}
                  onEdit={() => setOpen({ room })}
                />
              ))}
            </ul>
          </section>
        ))}
      {open !== null && <RoomDialog room={open.room} onClose={() => setOpen(null)} />}
    </section>
  );
}

type RoomRowProps = {
  readonly room: Room;
  readonly homeOf: string | undefined;
  readonly onEdit: () => void;
};

function RoomRow({ room, homeOf, onEdit }: RoomRowProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const tellWithUndo = useTellWithUndo();
  const remove = useHubMutation("removeRoom");
  const { name, kind } = room;
  const takeAway = () =>
    remove.mutate(
      { params: { roomId: room.id } },
      {
        onSuccess: () => {
          tellWithUndo(t("room.removed", { name }), async () => {
            await callApi("addRoom", { body: { name, kind } });
            await refreshRooms(client);
            return t("undone", { name });
          });
          void refreshRooms(client);
        },
      },
    );
  return (
    <li className="setup-row">
      <Emblem name={roomPictures[kind]} size={34} />
      <span className="setup-row-words">
        <strong>{name}</strong>
        {homeOf !== undefined && <span className="soft small">{t("room.homeOf", { name: homeOf })}</span>}
      </span>
      <span className="setup-row-actions">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t("editOf", { name })}
          onClick={onEdit}
        >
          <IconPencil size={18} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          loading={remove.isPending}
          aria-label={t("removeOf", { name })}
          onClick={takeAway}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </span>
      {remove.error !== null && (
        <div className="setup-row-error">
          <FormError error={remove.error} />
        </div>
      )}
    </li>
  );
}
