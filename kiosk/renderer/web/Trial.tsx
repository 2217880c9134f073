// Owns a game tried out by a teacher: the same host, sandbox and voice as at a station, and nothing of it is recorded.
import "../withoutEval.ts";
import "./olderBrowsers.ts";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Catalogue, catalogue, type Locale } from "../../../protocol/game.ts";
import { type GameHost, hostPort, openGameHost } from "../game/gameHost.ts";
import { piecesFor } from "../game/piecesFor.ts";
import { levelPicture } from "../screens/levelPicture.ts";
import { browserVoices } from "../speech/browserVoices.ts";
import { openSpeaker } from "../speech/speaker.ts";
import styles from "./Trial.module.css";
import { localeOf, type TrialWish, trialWish, wayBack } from "./trialWish.ts";
import { trialWords } from "./trialWords.ts";

/** Sound for a room with one listener. */
const volume = 0.7;
const loadedWithinMs = 10_000;
const gameFile = (game: string, path: string) => `/games/${game}/${path}`;

type Shown =
  | "loading"
  | "unreached"
  | "gone"
  | { readonly wish: TrialWish; readonly run: number; readonly end: End };
type End = "playing" | "over" | "broken";

/** `asked`: the address's query. */
export function Trial({ asked }: { readonly asked: URLSearchParams }) {
  const locale = localeOf(asked);
  const words = trialWords(locale);
  const back = wayBack(asked, location.origin);
  const [shown, setShown] = useState<Shown>("loading");
  const [tries, setTries] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every try asks again
  useEffect(() => {
    let left = false;
    fetchCatalogue().then(
      (found) => {
        const wish = trialWish(found, asked);
        if (!left) setShown(wish === undefined ? "gone" : { wish, run: 1, end: "playing" });
      },
      () => {
        if (!left) setShown("unreached");
      },
    );
    return () => {
      left = true;
    };
  }, [asked, tries]);

  if (shown === "loading") return null;
  if (shown === "gone")
    return (
      <div className={styles["trial"]}>
        <Card title={words.gone} hint={words.goneHint} back={[back, words.back]} />
      </div>
    );
  if (shown === "unreached") {
    const retry = () => {
      setShown("loading");
      setTries(tries + 1);
    };
    return (
      <div className={styles["trial"]}>
        <Card
          title={words.unreached}
          hint={words.unreachedHint}
          back={[back, words.back]}
          again={[retry, words.retry]}
        />
      </div>
    );
  }
  const { wish, run, end } = shown;
  const again = () => setShown({ wish, run: run + 1, end: "playing" });
  return (
    <div className={styles["trial"]}>
      <header className={styles["bar"]}>
        <a className={styles["back"]} href={back}>
          ← {words.back}
        </a>
        <strong>
          {wish.game.title[locale]} · {wish.level.title[locale]}
        </strong>
        <span>{words.unrecorded}</span>
      </header>
      {end === "playing" ? (
        <Play
          key={run}
          wish={wish}
          run={run}
          locale={locale}
          onEnd={(how) => setShown({ wish, run, end: how })}
        />
      ) : (
        <Card
          title={end === "over" ? words.over : words.broken}
          hint={end === "over" ? words.overHint : words.brokenHint}
          back={[back, words.back]}
          again={[again, words.again]}
        />
      )}
    </div>
  );
}

async function fetchCatalogue(): Promise<Catalogue> {
  const answer = await fetch("/catalogue.json", { cache: "no-cache" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return catalogue.parse(await answer.json());
}

type CardProps = {
  readonly title: string;
  readonly hint: string;
  readonly back: readonly [address: string, label: string];
  readonly again?: readonly [act: () => void, label: string];
};

function Card({ title, hint, back, again }: CardProps) {
  return (
    <div className={styles["card"]} role="status">
      <h1>{title}</h1>
      <p>{hint}</p>
      <div>
        {again !== undefined && (
          <button type="button" onClick={again[0]}>
            {again[1]}
          </button>
        )}
        <a href={back[0]}>{back[1]}</a>
      </div>
    </div>
  );
}

type PlayProps = {
  readonly wish: TrialWish;
  readonly run: number;
  readonly locale: Locale;
  readonly onEnd: (how: End) => void;
};

function Play({ wish: { game, level, mode }, run, locale, onEnd }: PlayProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<GameHost | null>(null);
  const [interactive, setInteractive] = useState(false);
  const speaker = useMemo(
    () => openSpeaker(browserVoices({ ownRecording: () => null, spokenBy: () => undefined })),
    [],
  );
  const ended = useRef(onEnd);
  ended.current = onEnd;

  const offerPort = () => {
    const guest = frame.current?.contentWindow;
    if (!guest) return;
    // A second page in its frame: the game went away from the one that was opened.
    if (host.current !== null) return ended.current("broken");
    const { port1, port2 } = new MessageChannel();
    host.current = openGameHost({
      port: hostPort(port1),
      start: {
        ...{
          type: "start",
          mode,
          level: level.id,
          ageBand: level.ageBand,
          seed: run,
          locale,
          volume,
          turns: [],
        },
        reducedMotion: matchMedia("(prefers-reduced-motion: reduce)").matches,
      },
      mono: () => performance.now(),
      every: (ms, watch) => {
        const timer = setInterval(watch, ms);
        return () => clearInterval(timer);
      },
      say: (keys, interrupt) =>
        speaker.say(
          piecesFor(game, keys, locale, (path) => gameFile(game.id, path)),
          { interrupt },
        ),
      hush: speaker.hush,
      onInteractive: () => setInteractive(true),
      onRound: () => undefined,
      onFinished: () => ended.current("over"),
      onLeft: () => ended.current("over"),
      onFault: () => ended.current("broken"),
    });
    frame.current?.focus();
    // An opaque origin has no name to send to; the port goes to this window and nowhere else.
    guest.postMessage({ kidsmart: "port", protocol: 1 }, "*", [port2]);
  };

  useEffect(() => {
    speaker.setVolume(volume);
    const timer = setTimeout(() => {
      if (host.current === null) ended.current("broken");
    }, loadedWithinMs);
    return () => {
      clearTimeout(timer);
      host.current?.dispose();
      speaker.hush();
    };
  }, [speaker]);

  return (
    <div className={styles["play"]} data-interactive={interactive}>
      <iframe
        ref={frame}
        title={game.title[locale]}
        src={gameFile(game.id, "index.html")}
        sandbox="allow-scripts"
        allow=""
        referrerPolicy="no-referrer"
        onLoad={offerPort}
      />
      {!interactive && <img src={gameFile(game.id, levelPicture(game, level.id))} alt="" />}
    </div>
  );
}
