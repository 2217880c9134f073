// Owns the menu: the lesson's games as big pictures, spoken when touched by pointer or keyboard.
import { type KeyboardEvent, useRef, useState } from "react";
import type { CatalogueEntry, GameId } from "../../../protocol/game.ts";
import type { RunningSession, SunPath as Sun } from "../../lesson/model.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useDayPart } from "../scene/useDaylight.ts";
import { useSay, useSpokenOnce } from "../speech/useSpeech.ts";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import { useInteractive } from "../station/useInteractive.ts";
import { HouseMark } from "./HouseMark.tsx";
import styles from "./MenuScreen.module.css";
import { SunPath } from "./SunPath.tsx";

export function MenuScreen({ session, sun }: { readonly session: RunningSession; readonly sun: Sun }) {
  const games = useOfferedGames(session);
  useSpokenOnce("choose-game");
  useInteractive();
  return (
    <Scene part={useDayPart()}>
      <SunPath sun={sun} />
      <div className={styles["class"]}>
        <Picture name={session.schoolClass.emblem} />
      </div>
      <Cards games={games} />
    </Scene>
  );
}

function Cards({ games }: { readonly games: readonly CatalogueEntry[] }) {
  const { send, link } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  const say = useSay();
  const words = useWords();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<GameId | null>(null);

  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const buttons = [...(row.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step === undefined || buttons.length === 0) return;
    event.preventDefault();
    const next = at < 0 ? 0 : (at + step + buttons.length) % buttons.length;
    buttons[next]?.focus();
  };
  const sayName = (game: CatalogueEntry) => {
    const recording = `voice/${locale}/title.opus`;
    say(game.title[locale], Object.hasOwn(game.files, recording) ? link.gameFile(game.id, recording) : null);
  };
  const choose = (game: CatalogueEntry) => {
    // Wild clicking opens one game once.
    if (chosen !== null) return;
    setChosen(game.id);
    send({ type: "gameChosen", gameId: game.id, gameVersion: game.version });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div ref={row} className={styles["cards"]} data-count={Math.min(games.length, 7)} onKeyDown={move}>
      {games.map((game, index) => (
        <button
          key={game.id}
          type="button"
          className={styles["card"]}
          data-house={game.house}
          // biome-ignore lint/a11y/noAutofocus: the keyboard alone must do, from the first moment
          autoFocus={index === 0}
          onClick={() => choose(game)}
          onPointerEnter={(event) => event.pointerType === "mouse" && sayName(game)}
          onFocus={(event) => event.target.matches(":focus-visible") && index > 0 && sayName(game)}
        >
          <span className={styles["picture"]}>
            <img src={link.gameFile(game.id, game.icon)} alt="" draggable={false} />
          </span>
          <span className={styles["title"]}>
            <HouseMark house={game.house} label={words.houses[game.house]} />
            {game.title[locale]}
          </span>
        </button>
      ))}
    </div>
  );
}

/** The lesson's games that are installed and whole, in the lesson's order. */
function useOfferedGames(session: RunningSession): readonly CatalogueEntry[] {
  const catalogue = useStationState((state) => state.status?.catalogue ?? null);
  const damaged = useStationState((state) => state.status?.damagedGames);
  return session.lesson.games.flatMap(({ gameId }) => {
    const entry = catalogue?.games.find((game) => game.id === gameId);
    return entry && !damaged?.includes(gameId) ? [entry] : [];
  });
}
