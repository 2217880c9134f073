// Owns the room board: every room with its stations, as they are now.
import { useTranslation } from "react-i18next";
import type { Board } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { HealthLight } from "../parts/HealthLight.tsx";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { RoomPanel } from "./RoomPanel.tsx";
import "./board.css";

const kindOrder = { kidsmart: 0, classroom: 1, functional: 2, office: 3 } as const;

export function BoardPage() {
  const { t } = useTranslation();
  const board = useHubQuery("board", {});
  return (
    <>
      <PageHeader title={t("board.title")} lead={board.data && <Summary board={board.data} />} />
      {board.data !== undefined ? (
        <Rooms board={board.data} />
      ) : board.isError ? (
        <ErrorState error={board.error} onRetry={() => void board.refetch()} />
      ) : (
        <LoadingRows rows={2} height={260} />
      )}
    </>
  );
}

function Summary({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useHubNow(60_000);
  const stations = board.rooms.flatMap((room) => room.stations);
  const online = stations.filter(({ reachability }) => reachability === "online").length;
  const red = stations.filter(({ light }) => light === "red").length;
  const yellow = stations.filter(({ light }) => light === "yellow").length;
  return (
    <div className="board-summary">
      <span>{format.longDay(now)}</span>
      <span>{t("board.summaryOnline", { online, total: stations.length })}</span>
      {red > 0 && (
        <span className="board-summary-light">
          <HealthLight light="red" size={16} />
          {t("board.summaryRed", { count: red })}
        </span>
      )}
      {yellow > 0 && (
        <span className="board-summary-light">
          <HealthLight light="yellow" size={16} />
          {t("board.summaryYellow", { count: yellow })}
        </span>
      )}
      {red + yellow === 0 && online > 0 && <span>{t("board.summaryWell")}</span>}
    </div>
  );
}

function Rooms({ board }: { readonly board: Board }) {
  const { t } = useTranslation();
  if (board.rooms.length === 0)
    return <EmptyState emblem="hatching-chick" title={t("board.noRooms")} hint={t("board.noRoomsHint")} />;
  const rooms = [...board.rooms].sort(
    (a, b) => kindOrder[a.kind] - kindOrder[b.kind] || a.name.localeCompare(b.name, "vi", { numeric: true }),
  );
  return (
    <div className="board-rooms">
      {rooms.map((room) => (
        <RoomPanel key={room.id} room={room} board={board} />
      ))}
    </div>
  );
}
