// Owns the game on screen: its sandboxed frame, the way back, and the sun's path above it.
import { useEffect, useRef, useState } from "react";
import type { CatalogueEntry } from "../../../protocol/game.ts";
import type { OpenRun } from "../../lesson/model.ts";
import { levelPicture } from "../screens/levelPicture.ts";
import { SunPath } from "../screens/SunPath.tsx";
import { useVolumeShare } from "../speech/useVolume.ts";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import { TurnRow } from "../turns/TurnRow.tsx";
import styles from "./GameScreen.module.css";
import { type GameHost, hostPort, loadedWithinMs, openGameHost } from "./gameHost.ts";
import { piecesFor } from "./piecesFor.ts";

export default function GameScreen({ run }: { readonly run: OpenRun }) {
  const station = useStation();
  const words = useWords();
  const view = useStationState((state) => state.view);
  const held = useStationState(
    (state) => state.panelOpen || state.locked !== null || state.view.kind !== "game",
  );
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  const ageBand = useStationState((state) => state.lesson.session?.schoolClass.ageBand ?? "4-5");
  const entry = useStationState((state) =>
    state.status?.catalogue?.games.find((game) => game.id === run.gameId),
  );
  const volume = useVolumeShare();
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<GameHost | null>(null);
  const [playing, setPlaying] = useState(false);

  const offerPort = () => {
    const guest = frame.current?.contentWindow;
    if (!guest || !entry) return;
    if (host.current) {
      // A second page in its frame: the game went away from the one that was opened.
      host.current.dispose();
      station.send({ type: "gameFaulted", kind: "gameCrash", detail: "left its page" });
      return;
    }
    const { port1, port2 } = new MessageChannel();
    host.current = openGameHost({
      port: hostPort(port1),
      start: {
        type: "start",
        mode: run.mode,
        level: run.level,
        ageBand,
        seed: run.seed,
        locale,
        volume,
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
        // Whose turn it is, the bar above the game says, alone: a rotation of the game's own could tell the children otherwise.
        turns: [],
      },
      mono: () => performance.now(),
      every: (ms, watch) => {
        const timer = setInterval(watch, ms);
        return () => clearInterval(timer);
      },
      say: (keys, interrupt) => station.speaker.say(pieces(entry, keys), { interrupt }),
      hush: station.speaker.hush,
      onInteractive: () => setPlaying(true),
      onRound: ({ correctFirstTry, hints, durationMs }) =>
        station.send({ type: "roundPlayed", correctFirstTry, hints, durationMs }),
      onFinished: (played) => station.send({ type: "gameFinished", played }),
      onLeft: () => station.send({ type: "gameLeft" }),
      onFault: (kind, detail) => station.send({ type: "gameFaulted", kind, detail }),
    });
    host.current.setPaused(held);
    // An opaque origin has no name to send to; the port goes to this window and nowhere else.
    // Keys belong to the game from the first moment.
    frame.current?.focus();
    guest.postMessage({ kidsmart: "port", protocol: 1 }, "*", [port2]);
  };
  const pieces = (game: CatalogueEntry, keys: readonly string[]) =>
    piecesFor(game, keys, locale, (path) => station.link.gameFile(game.id, path));

  useEffect(() => host.current?.setPaused(held), [held]);
  useEffect(() => host.current?.setVolume(volume), [volume]);
  useEffect(() => () => host.current?.dispose(), []);
  useEffect(() => {
    // The port is offered when the page has loaded; a page that never does must not keep the child waiting.
    const timer = setTimeout(() => {
      if (host.current === null)
        station.send({ type: "gameFaulted", kind: "gameHang", detail: "its page did not load" });
    }, loadedWithinMs);
    return () => clearTimeout(timer);
  }, [station]);
  // A game that is not installed here cannot be opened; the child is back at the menu.
  const known = entry !== undefined;
  useEffect(() => {
    if (!known) station.send({ type: "gameLeft" });
  }, [known, station]);

  return (
    <div className={styles["game"]}>
      <div className={styles["bar"]}>
        <button
          type="button"
          className={styles["leave"]}
          aria-label={words.leaveGame}
          title={words.leaveGame}
          onClick={() => (host.current ? host.current.leave() : station.send({ type: "gameLeft" }))}
        >
          <svg viewBox="0 0 48 48" aria-hidden="true">
            <path
              d="M8 24 L24 10 L40 24"
              fill="none"
              stroke="currentColor"
              strokeWidth="5"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
            <path
              d="M13 23 V38 H35 V23"
              fill="none"
              stroke="currentColor"
              strokeWidth="5"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
        </button>
        {view.kind === "game" && <SunPath sun={view.sun} small />}
        <TurnRow inGame />
      </div>
      <iframe
        ref={frame}
        className={styles["frame"]}
        title={entry?.title[locale] ?? run.gameId}
        src={station.link.gameAddress(run.gameId)}
        sandbox="allow-scripts"
        allow=""
        referrerPolicy="no-referrer"
        onLoad={offerPort}
      />
      {!playing && entry && (
        <div className={styles["loading"]}>
          <img src={station.link.gameFile(entry.id, levelPicture(entry, run.level))} alt="" />
        </div>
      )}
    </div>
  );
}
