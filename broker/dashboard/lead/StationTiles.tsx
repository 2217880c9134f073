// Owns every station as a tile: number, animal, what it shows now, whether it follows already; a tap leads it alone.
import { Button } from "@mantine/core";
import { IconEye, IconHandClick, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type LessonLead, seatsOf } from "../../../protocol/lesson/lessonLead.ts";
import type { GameInLesson } from "../../api/lessons.ts";
import type { BoardSlot, Station } from "../../api/rooms.ts";
import { useStationText } from "../board/stationText.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Emblem } from "../parts/Emblem.tsx";
import { GameChoices, pictureOf } from "./GameChoices.tsx";
import { isOn, nextPlace, orderedFor, waitsFor } from "./leadView.ts";
import { EndButton } from "./RunningCard.tsx";
import type { Orders } from "./useOrders.ts";

type StationTilesProps = {
  readonly stations: readonly Station[];
  readonly games: readonly GameInLesson[];
  readonly lead: LessonLead | null;
  readonly running: BoardSlot | null;
  readonly orders: Orders;
  readonly away: boolean;
};

export function StationTiles(props: StationTilesProps) {
  const { t } = useTranslation("lead");
  const { stations, games, lead, running } = props;
  const [openId, setOpenId] = useState<string | null>(null);
  const open = stations.find(({ deviceId }) => deviceId === openId);
  const waiting = stations.filter((station) => waitsFor(lead, station)).length;
  if (stations.length === 0) return null;
  return (
    <section className="lead-stations" aria-label={t("stations")}>
      <h2>{t("stations")}</h2>
      {lead !== null && (
        <p className={waiting > 0 ? "lead-waiting" : "soft small"} role="status">
          {waiting > 0 ? t("waiting", { count: waiting }) : t("allFollow")}
        </p>
      )}
      <ul>
        {stations.map((station) => (
          <li key={station.deviceId}>
            <Tile
              station={station}
              games={games}
              lead={lead}
              onOpen={running === null ? null : () => setOpenId(station.deviceId)}
            />
          </li>
        ))}
      </ul>
      {open !== undefined && running !== null && (
        <AloneDialog {...props} running={running} station={open} onClose={() => setOpenId(null)} />
      )}
    </section>
  );
}

type TileProps = {
  readonly station: Station;
  readonly games: readonly GameInLesson[];
  readonly lead: LessonLead | null;
  readonly onOpen: (() => void) | null;
};

function Tile({ station, games, lead, onOpen }: TileProps) {
  const { t } = useTranslation("lead");
  const stationText = useStationText();
  const { kiosk, name, stationNumber, emblem } = station;
  const on = isOn(station);
  const waits = waitsFor(lead, station);
  const game =
    on && kiosk?.state === "game" ? games.find(({ gameId }) => gameId === kiosk.gameId) : undefined;
  const picture = game === undefined ? null : pictureOf(game);
  const problem = station.readiness?.problems[0];
  const seats = lead === null ? null : seatsOf(lead, station.deviceId);
  return (
    <button
      type="button"
      className={`lead-tile${on ? "" : " lead-tile-off"}${waits ? " lead-tile-waits" : ""}`}
      disabled={onOpen === null}
      aria-label={onOpen === null ? undefined : t("station.lead", { name })}
      onClick={onOpen ?? undefined}
    >
      <span className="lead-tile-top">
        <Emblem name={emblem} size={30} />
        <strong>{stationNumber ?? name}</strong>
        {picture !== null && <img src={picture} alt="" width={36} height={36} />}
      </span>
      <span>{on && kiosk?.paused ? t("station.paused") : stationText(station)}</span>
      {waits && <em>{t("station.waiting")}</em>}
      {seats !== null && <span className="soft">{t("station.seats", { count: seats })}</span>}
      {problem !== undefined && <span className="lead-problem">{problem}</span>}
    </button>
  );
}

type AloneDialogProps = Omit<StationTilesProps, "running"> & {
  readonly running: BoardSlot;
  readonly station: Station;
  readonly onClose: () => void;
};

/** The same orders as for the room, for one station. */
function AloneDialog({ station, games, lead, running, orders, away, onClose }: AloneDialogProps) {
  const { t } = useTranslation("lead");
  const ordered = orderedFor(lead, station.deviceId);
  const idle = away || orders.sent !== null;
  const target = { sessionId: running.sessionId, stations: [station.deviceId] };
  return (
    <Dialog opened onClose={onClose} title={`${station.name} · ${t("station.alone")}`} size="sm">
      <div className="form-rows">
        {!isOn(station) && <p className="soft">{t("station.catchesUp")}</p>}
        <Button
          size="lg"
          disabled={idle}
          leftSection={ordered.paused ? <IconPlayerPlayFilled size={22} /> : <IconEye size={24} />}
          onClick={() => orders.give({ order: ordered.paused ? "resume" : "pause", ...target })}
        >
          {ordered.paused ? t("running.resume") : t("running.pause")}
        </Button>
        <Button
          size="md"
          variant="light"
          disabled={idle}
          leftSection={<IconHandClick size={20} />}
          onClick={() => orders.give({ order: "choose", ...target })}
        >
          {t("running.choose")}
        </Button>
        <GameChoices
          games={games}
          playing={ordered.place}
          next={nextPlace(ordered.place, games.length)}
          disabled={idle}
          onPlay={(place) => orders.give({ order: "play", ...target, place })}
        />
        <EndButton
          disabled={idle || ordered.ended}
          onEnd={() => {
            orders.give({ order: "end", ...target });
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
