// Owns the menu: the lesson's games as big pictures, spoken when touched by pointer or keyboard.
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { CatalogueEntry, GameMode } from "../../../protocol/game.ts";
import type { RunningSession, SunPath as Sun } from "../../lesson/model.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useDayPart } from "../scene/useDaylight.ts";
import { useSpokenOnce } from "../speech/useSpeech.ts";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import { useInteractive } from "../station/useInteractive.ts";
import { TurnRow } from "../turns/TurnRow.tsx";
import { CalmScreen } from "./CalmScreen.tsx";
import { HouseMark } from "./HouseMark.tsx";
import { levelPicture } from "./levelPicture.ts";
import styles from "./MenuScreen.module.css";
import { namePieces } from "./namePieces.ts";
import { SunPath } from "./SunPath.tsx";

export function MenuScreen({ session, sun }: { readonly session: RunningSession; readonly sun: Sun }) {
  const offers = useOffers(session);
  const words = useWords();
  const empty = useStaysEmpty(offers.length === 0);
  useSpokenOnce(offers.length > 0 ? "choose-game" : null);
  useInteractive();
  const part = useDayPart();
  // Every game of the lesson is missing or damaged: a child is not asked to choose among nothing.
  if (empty) return <CalmScreen picture="owl" title={words.noGamesTitle} text={words.noGamesText} />;
  return (
    <Scene part={part}>
      <SunPath sun={sun} />
      <div className={styles["class"]}>
        <Picture name={session.schoolClass.emblem} />
      </div>
      <TurnRow />
      <Cards offers={offers} />
    </Scene>
  );
}

/** A web screen reads what is installed a moment after it began, ms. */
const settlesMs = 3_000;

function useStaysEmpty(isEmpty: boolean): boolean {
  const [stays, setStays] = useState(false);
  useEffect(() => {
    if (!isEmpty) return;
    const timer = setTimeout(() => setStays(true), settlesMs);
    return () => {
      clearTimeout(timer);
      setStays(false);
    };
  }, [isEmpty]);
  return stays && isEmpty;
}

function Cards({ offers }: { readonly offers: readonly Offer[] }) {
  const { send, link, speaker } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  const words = useWords();
  const row = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | null>(null);

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
  const sayName = ({ game, level }: Offer) => speaker.say(namePieces(game, level, locale, link));
  const choose = ({ game, place }: Offer) => {
    // Wild clicking opens one game once.
    if (chosen !== null) return;
    setChosen(place);
    send({ type: "gameChosen", place, gameVersion: game.version });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div ref={row} className={styles["cards"]} data-count={Math.min(offers.length, 7)} onKeyDown={move}>
      {offers.map((offer, index) => (
        <button
          key={offer.place}
          type="button"
          className={styles["card"]}
          data-house={offer.game.house}
          // biome-ignore lint/a11y/noAutofocus: the keyboard alone must do, from the first moment
          autoFocus={index === 0}
          onClick={() => choose(offer)}
          onPointerEnter={(event) => event.pointerType === "mouse" && void sayName(offer)}
          onFocus={(event) => event.target.matches(":focus-visible") && index > 0 && void sayName(offer)}
        >
          <span className={styles["picture"]}>
            <img
              src={link.gameFile(offer.game.id, levelPicture(offer.game, offer.level?.id ?? null))}
              className={styles["shown"]}
              alt=""
              draggable={false}
            />
            <Picture name={modePictures[offer.mode]} className={styles["mode"]} />
          </span>
          <span className={styles["title"]}>
            <HouseMark house={offer.game.house} label={words.houses[offer.game.house]} />
            {offer.game.title[locale]}
          </span>
          {offer.level !== null && <span className={styles["level"]}>{offer.level.title[locale]}</span>}
        </button>
      ))}
    </div>
  );
}

type Offer = {
  /** In the lesson's list. */
  readonly place: number;
  readonly game: CatalogueEntry;
  readonly mode: GameMode;
  /** Null when the pack has no such level; the game then chooses one. */
  readonly level: CatalogueEntry["levels"][number] | null;
};

/** Khám phá looks around; hỏi – đáp talks. */
const modePictures: Record<GameMode, string> = {
  explore: "magnifying-glass-tilted-left",
  quiz: "speech-balloon",
};

/** The lesson's games that are installed and whole, in the lesson's order. */
function useOffers(session: RunningSession): readonly Offer[] {
  const catalogue = useStationState((state) => state.status?.catalogue ?? null);
  const damaged = useStationState((state) => state.status?.damagedGames);
  const planned = session.lesson.games;
  return planned.flatMap(({ gameId, level, mode }, place) => {
    // The teacher chose one for all.
    if (session.place !== null && place !== session.place) return [];
    const game = catalogue?.games.find((entry) => entry.id === gameId);
    if (game === undefined || damaged?.includes(gameId)) return [];
    return [{ place, game, mode, level: game.levels.find((one) => one.id === level) ?? null }];
  });
}
