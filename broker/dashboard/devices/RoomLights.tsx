// Owns the overview: every room with a light for each device, those that need a person first.
import { IconTable } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { type MouseEvent, memo, useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { FleetRow } from "../../api/fleet.ts";
import type { HealthLight as Light } from "../../api/rooms.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { HealthLight } from "../parts/HealthLight.tsx";
import { lightOrder } from "./filterDevices.ts";
import { type FleetFilter, lights } from "./fleetFilter.ts";
import { type FleetText, useTexts } from "./texts/useTexts.ts";

/** Above this many a device is a small square: the whole district on a few screens. */
const roomyUpTo = 240;
/** Reasons written out in one room. */
const mostTold = 4;

type Room = {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly FleetRow[];
  readonly counts: Readonly<Record<Light, number>>;
};

type RoomLightsProps = {
  readonly rows: readonly FleetRow[];
  readonly filter: FleetFilter;
  readonly onChange: (filter: FleetFilter) => void;
};

export const RoomLights = memo(function RoomLights({ rows, filter, onChange }: RoomLightsProps) {
  const { t, common } = useTexts();
  const [, navigate] = useLocation();
  const noRoom = common("devices.noRoom");
  // Thousands of links would each listen to the address; one ear hears for all of them.
  const follow = (event: MouseEvent<HTMLElement>) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a.light-tile") : null;
    const address = link?.getAttribute("href");
    if (address == null) return;
    event.preventDefault();
    navigate(address);
  };
  const rooms = useMemo(() => roomsOf(rows, noRoom), [rows, noRoom]);
  const small = rows.length > roomyUpTo;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what keyboards use; this only spares each its own listener
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link is a click on it
    <div className={`room-lights${small ? " room-lights-small" : ""}`} onClick={follow}>
      {rooms.map((room) => (
        <section
          key={room.id}
          className={`card room-light room-light-${worstOf(room)}`}
          aria-label={room.name}
        >
          <RoomHead room={room} onTable={() => onChange({ ...filter, view: "table", roomId: room.id })} />
          <Told rows={room.rows} />
          <div className="light-tiles">
            {room.rows.map((row) => (
              <Tile key={row.deviceId} row={row} small={small} t={t} common={common} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
});

function RoomHead({ room, onTable }: { readonly room: Room; readonly onTable: () => void }) {
  const { t, common } = useTexts();
  return (
    <header className="room-light-head">
      <h2>{room.name}</h2>
      <span className="room-light-counts numbers">
        {lights.map((light) =>
          room.counts[light] === 0 ? null : (
            <span key={light} title={common(`light.${light}`)}>
              <HealthLight light={light} size={15} />
              {room.counts[light]}
            </span>
          ),
        )}
      </span>
      <button
        type="button"
        className="room-light-table"
        onClick={onTable}
        title={t("room.table")}
        aria-label={`${t("room.table")}: ${room.name}`}
      >
        <IconTable size={18} aria-hidden="true" />
      </button>
    </header>
  );
}

/** What is wrong, in words: a light alone says only that somebody should look. */
function Told({ rows }: { readonly rows: readonly FleetRow[] }) {
  const { t } = useTexts();
  const troubled = rows.filter(({ light }) => light === "red" || light === "yellow");
  if (troubled.length === 0) return null;
  troubled.sort((a, b) => lightOrder[a.light] - lightOrder[b.light]);
  return (
    <ul className="room-told">
      {troubled.slice(0, mostTold).map(({ deviceId, name, light, reasons }) => (
        <li key={deviceId}>
          <HealthLight light={light} size={16} />
          <Link href={`/devices/${deviceId}`}>{name}</Link>
          <span>{reasons[0]}</span>
        </li>
      ))}
      {troubled.length > mostTold && <li>{t("room.more", { count: troubled.length - mostTold })}</li>}
    </ul>
  );
}

/** Drawn again only when its own row changed. */
type TileProps = {
  readonly row: FleetRow;
  readonly small: boolean;
  readonly t: FleetText;
  readonly common: TFunction;
};
const Tile = memo(function Tile({ row, small, t, common }: TileProps) {
  const { deviceId, name, light, emblem, stationNumber, reasons } = row;
  const words = t("tile", {
    name,
    room: row.roomName ?? common("devices.noRoom"),
    light: common(`light.${light}`),
    reason: reasons[0] ?? "",
  });
  const mark = stationNumber === null ? initials(name) : String(stationNumber);
  return (
    <a
      href={`/devices/${deviceId}`}
      className={`light-tile light-tile-${light}`}
      title={words}
      aria-label={words}
    >
      {small ? (
        <span aria-hidden="true">{mark}</span>
      ) : (
        <>
          <span className="light-tile-top" aria-hidden="true">
            <Emblem name={emblem} size={30} />
            <HealthLight light={light} size={26} />
          </span>
          <span className="light-tile-name" aria-hidden="true">
            {name}
          </span>
        </>
      )}
    </a>
  );
});

/** "ML" of "Màn hình Lớp Thỏ" is no help; the last word's first letters are. */
const initials = (name: string) => (name.trim().split(/\s+/).at(-1) ?? "").slice(0, 2).toUpperCase();

const worstOf = ({ counts }: Room): Light =>
  counts.red > 0 ? "red" : counts.yellow > 0 ? "yellow" : counts.green > 0 ? "green" : "grey";

const collator = new Intl.Collator("vi", { numeric: true });

/** The worst first, then by name; devices in their rooms stay in the order they came in. */
function roomsOf(rows: readonly FleetRow[], noRoom: string): Room[] {
  const groups = Map.groupBy(rows, ({ roomId }) => roomId ?? "none");
  const rooms = [...groups].map(([id, inRoom]): Room => {
    const counts = { red: 0, yellow: 0, green: 0, grey: 0 };
    for (const { light, revokedAt } of inRoom) if (revokedAt === null) counts[light]++;
    return { id, name: inRoom[0]?.roomName ?? noRoom, rows: inRoom, counts };
  });
  const rank = ({ counts }: Room) => [counts.red > 0 ? 0 : counts.yellow > 0 ? 1 : 2, -counts.red] as const;
  return rooms.sort((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    return one[0] - other[0] || one[1] - other[1] || collator.compare(a.name, b.name);
  });
}
