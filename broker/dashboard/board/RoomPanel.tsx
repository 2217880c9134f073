// Owns one room on the board: its slot now and next, its stations, and the way to leading it.

import { Button } from "@mantine/core";
import { IconHandClick, IconPlayerPlayFilled, IconPlus } from "@tabler/icons-react";
import { type CSSProperties, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { Board, BoardRoom } from "../../api/rooms.ts";
import { usePermission } from "../account/account.ts";
import { lazyPart } from "../client/lazyPart.ts";
import { RoomReadiness } from "./RoomReadiness.tsx";
import { SlotLine } from "./SlotLine.tsx";
import { StationTile } from "./StationTile.tsx";

const AddDeviceDialog = lazyPart(
  async () => (await import("../enrolment/AddDeviceDialog.tsx")).AddDeviceDialog,
);

/** Rows of equal length read like the rows of tables in the room: 12 as 6 + 6, not 9 + 3. */
const evenColumns = (count: number) => Math.ceil(count / Math.ceil(count / 8));

type RoomPanelProps = { readonly room: BoardRoom; readonly board: Board };

export function RoomPanel({ room, board }: RoomPanelProps) {
  const { t } = useTranslation();
  const mayLead = usePermission("sessions.lead");
  const mayAdd = usePermission("devices.manage");
  const [adds, setAdds] = useState(false);
  const online = room.stations.filter(({ reachability }) => reachability === "online").length;
  const running = room.current !== null && room.current.endedAt === null;
  const leads = mayLead && room.stations.some(({ kind }) => kind !== "office");
  return (
    <section
      className={`card room-panel${room.kind === "kidsmart" ? " room-panel-wide" : ""}`}
      aria-labelledby={`room-${room.id}`}
    >
      <header className="room-panel-head">
        <div className="room-panel-name">
          <h2 id={`room-${room.id}`}>{room.name}</h2>
          <p className="soft small">
            {t(`roomKind.${room.kind}`)}
            {room.stations.length > 0 &&
              ` · ${t("board.stationsOnline", { online, total: room.stations.length })}`}
          </p>
        </div>
        <SlotLine room={room} board={board} />
        {leads && (
          <div className="room-panel-actions">
            <Button
              component={Link}
              href={`/rooms/${room.id}`}
              variant={running ? "default" : "light"}
              leftSection={running ? <IconHandClick size={16} /> : <IconPlayerPlayFilled size={15} />}
            >
              {running ? t("board.lead") : t("board.start")}
            </Button>
          </div>
        )}
      </header>
      {mayLead && <RoomReadiness room={room} />}
      {room.stations.length === 0 ? (
        <div className="room-panel-empty">
          <p>
            <strong>{t("board.noDevices")}</strong>
            {mayAdd && <span className="soft"> {t("board.noDevicesHint")}</span>}
          </p>
          {mayAdd && (
            <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => setAdds(true)}>
              {t("board.addDevice")}
            </Button>
          )}
        </div>
      ) : (
        <ul
          className="station-grid"
          style={{ "--columns": evenColumns(room.stations.length) } as CSSProperties}
        >
          {room.stations.map((station) => (
            <li key={station.deviceId}>
              <StationTile station={station} />
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {adds && <AddDeviceDialog roomId={room.id} onClose={() => setAdds(false)} />}
      </Suspense>
    </section>
  );
}
