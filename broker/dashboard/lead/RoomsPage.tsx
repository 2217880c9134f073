// Owns choosing the room to lead; who has one room goes straight there.
import { useTranslation } from "react-i18next";
import { Link, Redirect } from "wouter";
import type { Board, BoardRoom } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { addArea } from "../text/areaTexts.ts";
import { runningSlot, stationsOf } from "./leadView.ts";
import { en } from "./texts/en.ts";
import { vi } from "./texts/vi.ts";
import "./lead.css";

addArea("lead", { vi, en });

export function RoomsPage() {
  const { t } = useTranslation("lead");
  const board = useHubQuery("board", {});
  if (board.data === undefined)
    return board.isError ? (
      <ErrorState error={board.error} onRetry={() => void board.refetch()} />
    ) : (
      <LoadingRows rows={3} height={88} />
    );
  const rooms = board.data.rooms
    .filter((room) => room.kind === "kidsmart" || stationsOf(room).some(({ kind }) => kind === "station"))
    .sort((a, b) => a.name.localeCompare(b.name, "vi", { numeric: true }));
  const [only] = rooms;
  if (only === undefined)
    return <EmptyState emblem="hatching-chick" title={t("noRooms")} hint={t("noRoomsHint")} />;
  if (rooms.length === 1) return <Redirect to={`/rooms/${only.id}`} replace />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("choose")} />
      <ul className="lead-rooms">
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomChoice room={room} board={board.data} />
          </li>
        ))}
      </ul>
    </>
  );
}

function RoomChoice({ room, board }: { readonly room: BoardRoom; readonly board: Board }) {
  const { t } = useTranslation("lead");
  const running = runningSlot(room, useHubNow(10_000));
  const schoolClass = board.classes.find(({ id }) => id === running?.classId);
  return (
    <Link href={`/rooms/${room.id}`} className="card lead-room">
      <Emblem name={schoolClass?.emblem ?? "house"} size={44} />
      <span>
        <strong>{room.name}</strong>
        <span className="soft">
          {schoolClass === undefined ? t("free") : t("runs", { className: schoolClass.name })}
        </span>
      </span>
    </Link>
  );
}
