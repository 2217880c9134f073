// Owns the facts about this station that a teacher reads out to the IT officer on the phone.
import { useClockText } from "../scene/useDaylight.ts";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./AboutPage.module.css";

export function AboutPage() {
  const words = useWords();
  const clock = useClockText();
  const status = useStationState((state) => state.status);
  if (status === null) return null;
  const { config, about } = status;
  const damaged = status.damagedGames.length;
  const whole = (status.catalogue?.games.length ?? 0) - damaged;
  const rows: readonly (readonly [string, string, boolean | null])[] = [
    [words.panel.station, config ? `${config.deviceName}` : "—", null],
    [words.panel.room, config ? `${config.roomName} · ${config.schoolName}` : "—", null],
    [words.panel.version, `${about.version} · ${about.shell}`, null],
    [
      words.panel.agent,
      status.serverOnline ? words.panel.connected : words.panel.disconnected,
      status.serverOnline,
    ],
    [words.panel.hub, status.hubOnline ? words.panel.connected : words.panel.disconnected, status.hubOnline],
    [
      words.panel.clock,
      status.clock.trusted
        ? `${words.panel.clockRight}${clock ? ` · ${clock}` : ""}`
        : words.panel.clockUnsure,
      status.clock.trusted,
    ],
    [words.panel.games, words.panel.gamesWhole(whole), damaged === 0],
    ...(damaged > 0 ? [[words.panel.games, words.panel.gamesDamaged(damaged), false] as const] : []),
  ];
  return (
    <dl className={styles["facts"]}>
      {rows.map(([name, value, good]) => (
        <div key={name + value}>
          <dt>{name}</dt>
          <dd>
            {good !== null && <i data-good={good} />}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
