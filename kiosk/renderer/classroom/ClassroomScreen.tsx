// Owns the classroom screen while no lesson runs: its head, and which of its pages is shown.
import { useEffect, useState } from "react";
import type { NextLesson } from "../../lesson/model.ts";
import { loadGameScreen } from "../game/loadGameScreen.ts";
import { Picture } from "../scene/Picture.tsx";
import { Scene } from "../scene/Scene.tsx";
import { useDayPart } from "../scene/useDaylight.ts";
import { WaitingScreen } from "../screens/WaitingScreen.tsx";
import { useWords } from "../station/StationContext.tsx";
import styles from "./ClassroomScreen.module.css";
import { DayPage } from "./DayPage.tsx";
import { Head, type Tab } from "./Head.tsx";
import { MenuWeekPage } from "./MenuWeekPage.tsx";
import { NoticesPage } from "./NoticesPage.tsx";
import { QuietPage } from "./QuietPage.tsx";
import { type ShownClassroom, useClassroom } from "./useClassroom.ts";

/** A page that a parent opened goes back to the class's day by itself, ms after the last touch. */
const returnsMs = 60_000;

/** A lesson announces itself this long before, ms. */
const soonMs = 10 * 60_000;

/** The default export is what `lazy` loads. */
export default function ClassroomScreen({ next }: { readonly next: NextLesson | null }) {
  const shown = useClassroom();
  const words = useWords();
  const part = useDayPart();
  const [tab, setTab] = useReturningTab();
  useGamesAtHand();
  // A room of many classes: its timetable is what there is to tell.
  if (shown === null || (shown.classroom === null && next !== null)) return <WaitingScreen next={next} />;
  const dark = part === "night";
  const withHead = shown.schoolClass !== null && !(dark && shown.view.kind !== "day" && tab === "today");
  return (
    <Scene part={part}>
      <div className={styles["page"]} data-dark={dark}>
        {withHead && <Head shown={shown} tab={tab} onTab={setTab} />}
        <main className={styles["main"]} key={tab}>
          <Page shown={shown} tab={tab} />
        </main>
        {next !== null && next.inMs <= soonMs && (
          <div className={styles["soon"]}>
            <Picture name="joystick" />
            {words.soon(next.schoolClass.name)}
          </div>
        )}
      </div>
    </Scene>
  );
}

function Page({ shown, tab }: { readonly shown: ShownClassroom; readonly tab: Tab }) {
  const { view, classroom, moment } = shown;
  if (tab === "week") return <MenuWeekPage classroom={classroom} today={moment?.date ?? null} />;
  if (tab === "notices") return <NoticesPage classroom={classroom} today={moment?.date ?? null} />;
  return view.kind === "day" ? <DayPage view={view} shown={shown} /> : <QuietPage view={view} />;
}

function useReturningTab(): [Tab, (tab: Tab) => void] {
  const [tab, setTab] = useState<Tab>("today");
  useEffect(() => {
    if (tab === "today") return;
    let timer = setTimeout(() => setTab("today"), returnsMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTab("today"), returnsMs);
    };
    window.addEventListener("pointerdown", again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointerdown", again);
    };
  }, [tab]);
  return [tab, setTab];
}

/** A lesson may begin weeks from now, without the hub: what shows a game is fetched while there is one. */
function useGamesAtHand(): void {
  useEffect(() => {
    // One that fails is asked for again when a game is opened.
    void Promise.allSettled([loadGameScreen()]);
  }, []);
}
