// Owns the week timetable of one room: choosing the room, seeing the week, adding and removing slots.
import { Button, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useParams } from "wouter";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { AddSlotDialog, type NewSlotPlace } from "./AddSlotDialog.tsx";
import { useRemoveSlot } from "./useRemoveSlot.tsx";
import { WeekGrid } from "./WeekGrid.tsx";
import { WeekSummary } from "./WeekSummary.tsx";
import "./timetable.css";

export function TimetablePage() {
  const { t } = useTranslation();
  const { roomId: asked } = useParams<{ roomId?: string }>();
  const [, navigate] = useLocation();
  const mayEdit = usePermission("timetable.edit");
  const rooms = useHubQuery("listRooms", {});
  // The Kidsmart room is what a timetable is mostly about.
  const room =
    rooms.data?.find(({ id }) => id === asked) ??
    rooms.data?.find(({ kind }) => kind === "kidsmart") ??
    rooms.data?.[0];
  const week = useHubQuery(
    "showTimetable",
    { params: { roomId: room?.id ?? "" } },
    { enabled: room !== undefined },
  );
  const [place, setPlace] = useState<NewSlotPlace | null>(null);
  const removeSlot = useRemoveSlot();

  if (rooms.data !== undefined && room === undefined)
    return (
      <>
        <PageHeader title={t("timetable.title")} />
        <EmptyState emblem="hatching-chick" title={t("timetable.noRooms")} hint={t("board.noRoomsHint")} />
      </>
    );
  const failed = rooms.isError ? rooms : week.isError && week.data === undefined ? week : null;
  return (
    <>
      <PageHeader
        title={t("timetable.title")}
        lead={week.data && <WeekSummary week={week.data} />}
        actions={
          room !== undefined && (
            <>
              <Select
                aria-label={t("timetable.room")}
                allowDeselect={false}
                data={(rooms.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={room.id}
                onChange={(id) => id !== null && navigate(`/timetable/${id}`)}
              />
              {mayEdit && (
                <Button leftSection={<IconPlus size={17} />} onClick={() => setPlace({})}>
                  {t("timetable.add")}
                </Button>
              )}
            </>
          )
        }
      />
      {failed !== null ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : week.data === undefined || room === undefined ? (
        <LoadingRows rows={1} height={560} />
      ) : (
        <>
          {week.data.slots.length === 0 && (
            <p className="timetable-empty">
              <strong>{t("timetable.empty")}.</strong>{" "}
              {t(mayEdit ? "timetable.emptyHint" : "timetable.emptyView")}
            </p>
          )}
          <WeekGrid
            week={week.data}
            onAdd={mayEdit ? setPlace : null}
            onRemove={mayEdit ? (slot) => removeSlot(room.id, slot, week.data) : null}
          />
          {place !== null && (
            <AddSlotDialog room={room} week={week.data} place={place} onClose={() => setPlace(null)} />
          )}
        </>
      )}
    </>
  );
}
