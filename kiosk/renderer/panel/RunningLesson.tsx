// Owns the running lesson on the panel: what runs, and everything a teacher may do with it.
import { useState } from "react";
import type { RunningSession } from "../../lesson/model.ts";
import { extendableMs, leftOf } from "../../lesson/session.ts";
import { Picture } from "../scene/Picture.tsx";
import { levelPicture } from "../screens/levelPicture.ts";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";
import { type Count, CountChildren } from "./CountChildren.tsx";
import styles from "./LessonPage.module.css";
import type { PageProps } from "./pageProps.ts";
import { ReachSwitch } from "./ReachSwitch.tsx";
import { type Lead, useLead } from "./useLead.ts";

const extendMinutes = 5;
const shortestExtensionMs = 60_000;

export function RunningLesson({
  session,
  staffId,
  onDone,
}: PageProps & { readonly session: RunningSession }) {
  const words = useWords();
  const lead = useLead(onDone);
  const [counting, setCounting] = useState(false);
  const extendable = useStationState(({ lesson }) => extendableMs(lesson) >= shortestExtensionMs);
  const { sessionId } = session;
  const room = { sessionId, stations: null } as const;
  const resting = session.paused || session.unchecked;
  const facts = [
    words.panel.minutesLeft(Math.max(1, Math.round(leftOf(session) / 60_000))),
    ...(session.headcount === null ? [] : [words.panel.children(session.headcount)]),
    ...(session.seats === null ? [] : [words.panel.seatsHere(session.seats)]),
  ];
  return (
    <>
      <div className={styles["now"]}>
        <Picture name={session.schoolClass.emblem} />
        <div>
          <strong>{words.panel.running(session.schoolClass.name, session.lesson.title)}</strong>
          <span>{facts.join(" · ")}</span>
        </div>
      </div>
      <ReachSwitch lead={lead} />
      {counting ? (
        <Counting session={session} staffId={staffId} lead={lead} />
      ) : (
        <>
          <div className={styles["actions"]}>
            {resting ? (
              <button
                type="button"
                data-tone="go"
                disabled={lead.sending}
                onClick={() => lead.give({ type: "teacherResumed", staffId }, { order: "resume", ...room })}
              >
                ▶ {words.panel.resume}
              </button>
            ) : (
              <button
                type="button"
                disabled={lead.sending}
                onClick={() => lead.give({ type: "teacherPaused", staffId }, { order: "pause", ...room })}
              >
                <Picture name="eyes" /> {words.panel.pause}
              </button>
            )}
            <button
              type="button"
              data-tone="end"
              disabled={lead.sending}
              onClick={() => lead.give({ type: "teacherEnded", staffId }, { order: "end", ...room })}
            >
              ■ {words.panel.stop}
            </button>
          </div>
          <Games session={session} staffId={staffId} lead={lead} />
          <div className={styles["small"]}>
            <button
              type="button"
              disabled={lead.sending || !extendable}
              aria-describedby={extendable ? undefined : "extend-not"}
              onClick={() =>
                lead.give(
                  { type: "teacherExtended", staffId, minutes: extendMinutes },
                  { order: "extend", sessionId, minutes: extendMinutes },
                )
              }
            >
              {words.panel.extend}
            </button>
            <button type="button" disabled={lead.sending} onClick={() => setCounting(true)}>
              {words.panel.count}
            </button>
          </div>
          {!extendable && (
            <p id="extend-not" className={styles["note"]}>
              {words.panel.extendNot}
            </p>
          )}
        </>
      )}
    </>
  );
}

type PartProps = Pick<PageProps, "staffId"> & { readonly session: RunningSession; readonly lead: Lead };

function Games({ session, staffId, lead }: PartProps) {
  const words = useWords();
  const { link } = useStation();
  const locale = useStationState((state) => state.status?.config?.locale ?? "vi");
  const catalogue = useStationState((state) => state.status?.catalogue ?? null);
  const room = { sessionId: session.sessionId, stations: null } as const;
  return (
    <fieldset>
      <legend>{words.panel.chooseGame}</legend>
      <div className={styles["games"]}>
        {session.lesson.games.map(({ gameId, level }, place) => {
          const game = catalogue?.games.find(({ id }) => id === gameId);
          if (game === undefined) return null;
          const levelTitle = game.levels.find(({ id }) => id === level)?.title[locale];
          return (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: a place in the lesson's list is what is ordered
              key={place}
              type="button"
              disabled={lead.sending}
              aria-pressed={session.place === place}
              onClick={() =>
                lead.give({ type: "teacherPlaced", staffId, place }, { order: "play", ...room, place })
              }
            >
              <img src={link.gameFile(gameId, levelPicture(game, level))} alt="" />
              <span>
                {game.title[locale]}
                {levelTitle !== undefined && <small>{levelTitle}</small>}
              </span>
            </button>
          );
        })}
        <button
          type="button"
          disabled={lead.sending}
          aria-pressed={session.place === null}
          onClick={() =>
            lead.give({ type: "teacherPlaced", staffId, place: null }, { order: "choose", ...room })
          }
        >
          <Picture name="joystick" />
          <span>{words.panel.letChoose}</span>
        </button>
      </div>
    </fieldset>
  );
}

function Counting({ session, staffId, lead }: PartProps) {
  const words = useWords();
  const [count, setCount] = useState<Count>({ headcount: session.headcount, seats: session.seats });
  return (
    <>
      <CountChildren count={count} onCount={setCount} withSeats={lead.reach === "station"} />
      <div className={styles["actions"]}>
        <button
          type="button"
          data-tone="go"
          disabled={lead.sending}
          onClick={() =>
            lead.give(
              { type: "teacherCounted", staffId, ...count },
              {
                order: "count",
                sessionId: session.sessionId,
                headcount: count.headcount,
                stationsInUse: null,
              },
            )
          }
        >
          {words.panel.countDone}
        </button>
      </div>
    </>
  );
}
