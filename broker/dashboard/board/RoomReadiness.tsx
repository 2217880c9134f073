// Owns what the board says before a lesson: how many stations are ready, and which one needs somebody.
import { IconAlertTriangleFilled, IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { BoardRoom } from "../../api/rooms.ts";
import { useHubNow } from "../client/hubClock.ts";
import { readinessOf, showsReadiness, stationsOf } from "../lead/leadView.ts";

/** One sentence at a station is enough here; the room's own page has all of them. */
const mostSentences = 3;

export function RoomReadiness({ room }: { readonly room: BoardRoom }) {
  const { t } = useTranslation();
  const now = useHubNow(10_000);
  if (!showsReadiness(room.next?.startAt ?? null, now)) return null;
  const { ready, problems } = readinessOf(stationsOf(room));
  if (ready === 0 && problems.length === 0) return null;
  const stations = [...Map.groupBy(problems, ({ station }) => station).entries()];
  return (
    <div className="room-readiness small" role="status">
      {ready > 0 && (
        <p className="room-readiness-ready">
          <IconCircleCheckFilled size={17} aria-hidden="true" />
          {t("board.ready", { count: ready })}
        </p>
      )}
      {stations.slice(0, mostSentences).map(([station, [first]]) => (
        <p key={station.deviceId}>
          <IconAlertTriangleFilled size={17} aria-hidden="true" />
          <span>
            <strong>{station.name}:</strong> {first?.sentence}
          </span>
        </p>
      ))}
      {stations.length > mostSentences && (
        <p className="soft">{t("board.notReadyMore", { count: stations.length - mostSentences })}</p>
      )}
    </div>
  );
}
