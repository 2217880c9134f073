// Owns where the panel's orders go: to this station's engine, or by the hub to every station of the room.
import { useCallback, useEffect, useRef, useState } from "react";
import type { LessonOrder } from "../../../protocol/lesson/lessonOrder.ts";
import type { LessonInput, LessonState } from "../../lesson/model.ts";
import { useStation, useStationState, useWords } from "../station/StationContext.tsx";

export type Reach = "station" | "room";
export type Lead = {
  readonly reach: Reach;
  readonly choose: (reach: Reach) => void;
  /** False: only this station can be led now. */
  readonly roomReached: boolean;
  readonly sending: boolean;
  readonly problem: string | null;
  /** The same wish in the engine's and in the hub's words. */
  readonly give: (own: Exclude<LessonInput, { type: "tick" }>, order: LessonOrder) => void;
};

/** The hub's answer is a change at this station; one that has not come by then was refused or lost, ms. */
const answerWithinMs = 3_000;

export function useLead(onDone: () => void): Lead {
  const { link, send, store } = useStation();
  const words = useWords();
  const roomReached = useStationState(({ status }) => status?.hubOnline ?? false);
  const [wanted, setWanted] = useState<Reach>("room");
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reach = roomReached ? wanted : "station";
  const stopWaiting = useRef<() => void>(() => undefined);
  useEffect(() => () => stopWaiting.current(), []);

  const give = useCallback<Lead["give"]>(
    (own, order) => {
      if (reach === "station") {
        send(own);
        onDone();
        return;
      }
      const before = led(store.getState().lesson);
      const end = (sentence: string | null) => {
        stopWaiting.current();
        setSending(false);
        setProblem(sentence);
        if (sentence === null) onDone();
      };
      const unsubscribe = store.subscribe(({ lesson }) => led(lesson) !== before && end(null));
      const timer = setTimeout(() => end(words.panel.notDone), answerWithinMs);
      stopWaiting.current = () => {
        unsubscribe();
        clearTimeout(timer);
      };
      setProblem(null);
      setSending(true);
      link.ask(order).then(
        (sent) => !sent && end(words.panel.notSent),
        () => end(words.panel.notSent),
      );
    },
    [reach, send, store, link, words, onDone],
  );
  // What became of an order to the room is no news to who leads this station alone.
  return {
    ...{ reach, choose: setWanted, roomReached, sending, give },
    problem: reach === "room" ? problem : null,
  };
}

/** Changes with every lead that is followed here. */
const led = ({ session, ended }: LessonState): string =>
  `${session?.sessionId} ${session?.led?.revision} ${ended.length} ${ended.at(-1)}`;
