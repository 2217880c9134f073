// Owns every station as a tile: number, animal, what it shows now, whether it follows already; a tap leads it alone.
import { Button } from "@mantine/core";
import { IconEye, IconHandClick, IconPlayerPlayFilled } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { seatsOf } from "../../../protocol/lesson/leadOf.ts";
import type { LessonLead } from "../../../protocol/lesson/lessonLead.ts";
import type { GameInLesson } from "../../api/lessons.ts";
import type { BoardSlot, Station } from "../../api/rooms.ts";
import { useStationText } from "../board/stationText.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Emblem } from "../parts/Emblem.tsx";
import { GameChoices, pictureOf } from "./GameChoices.tsx";
import { isOn, nextPlace, orderedFor, shownGame, waitsFor } from "./leadView.ts";
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
  const tapHint = useId();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = stations.find(({ deviceId }) => deviceId === openId);
  if (stations.length === 0) return null;
  return (
    <section className="lead-stations" aria-label={t("stations")}>
      <h2>{t("stations")}</h2>
      {running !== null && (
        <p className="soft small" id={tapHint}>
          {t("station.tap")}
        </p>
      )}
      <ul>
        {stations.map((station) => (
          <li key={station.deviceId}>
            <Tile
              station={station}
              games={games}
              lead={lead}
              described={tapHint}
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
  /** Id of what a tap does, in words. */
  readonly described: string;
  readonly onOpen: (() => void) | null;
};

function Tile({ station, games, lead, described, onOpen }: TileProps) {
  const { t } = useTranslation("lead");
  const stationText = useStationText();
  const { kiosk, name, stationNumber, emblem } = station;
  const on = isOn(station);
  const waits = waitsFor(lead, station);
  const game = shownGame(station, games);
  const picture = game === undefined ? null : pictureOf(game);
  const problem = station.readiness?.problems[0];
  const seats = lead === null ? null : seatsOf(lead, station.deviceId);
  const endedAlone = orderedFor(lead, station.deviceId).ended && !orderedFor(lead).ended;
  const shows = endedAlone
    ? t("station.ended")
    : game !== undefined && !kiosk?.paused
      ? game.title
      : stationText(station);
  return (
    <button
      type="button"
      className={`lead-tile${on ? "" : " lead-tile-off"}${waits ? " lead-tile-waits" : ""}`}
      disabled={onOpen === null}
      aria-describedby={onOpen === null ? undefined : described}
      onClick={onOpen ?? undefined}
    >
      <span className="lead-tile-top">
        <Emblem name={emblem} size={30} />
        <strong>
          {stationNumber !== null && <span className="visually-hidden">{t("station.word")} </span>}
          {stationNumber ?? name}
        </strong>
        {on && kiosk?.paused ? (
          <IconEye size={24} className="lead-tile-sign" aria-hidden="true" />
        ) : (
          picture !== null && <img className="lead-tile-sign" src={picture} alt="" width={40} height={30} />
        )}
      </span>
      {(on || problem === undefined) && <span>{shows}</span>}
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
  const idle = away || orders.sent !== null || ordered.ended;
  const target = { sessionId: running.sessionId, stations: [station.deviceId] };
  return (
    <Dialog opened onClose={onClose} title={`${station.name} · ${t("station.alone")}`} size="sm">
      <div className="form-rows">
        {!isOn(station) && <p className="soft">{t("station.catchesUp")}</p>}
        {ordered.ended && <p className="soft">{t("station.endedHint")}</p>}
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
          disabled={idle}
          onEnd={() => {
            orders.give({ order: "end", ...target });
            onClose();
          }}
        />
      </div>
    </Dialog>
  );
}
