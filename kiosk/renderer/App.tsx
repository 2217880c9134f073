// Owns which screen is shown, and what lies over it.
import { lazy, Suspense, useLayoutEffect } from "react";
import type { LessonView } from "../lesson/model.ts";
import { loadGameScreen } from "./game/loadGameScreen.ts";
import { TeacherCorner } from "./panel/TeacherCorner.tsx";
import { CalmScreen } from "./screens/CalmScreen.tsx";
import { CameraFrame } from "./screens/CameraFrame.tsx";
import { EyeBreak } from "./screens/EyeBreak.tsx";
import { Goodbye } from "./screens/Goodbye.tsx";
import { Identify } from "./screens/Identify.tsx";
import { LockedScreen } from "./screens/LockedScreen.tsx";
import { MenuScreen } from "./screens/MenuScreen.tsx";
import { MessageCard } from "./screens/MessageCard.tsx";
import { PausedScreen } from "./screens/PausedScreen.tsx";
import { SoonScreen } from "./screens/SoonScreen.tsx";
import { TwoMinuteWarning } from "./screens/TwoMinuteWarning.tsx";
import { WaitingScreen } from "./screens/WaitingScreen.tsx";
import { useVolume } from "./speech/useVolume.ts";
import { useStation, useStationState, useWords } from "./station/StationContext.tsx";

// What a child cannot reach in the first second is no part of the first picture.
const GameScreen = lazy(loadGameScreen);
// Only a classroom screen ever loads it.
const ClassroomScreen = lazy(() => import("./classroom/ClassroomScreen.tsx"));
const TeacherPanel = lazy(() => import("./panel/TeacherPanel.tsx"));

export function App() {
  const { setPanelOpen } = useStation();
  const panelOpen = useStationState((state) => state.panelOpen);
  const locked = useStationState((state) => state.locked !== null);
  useVolume();
  return (
    <>
      {/* Inert: a key meant for the PIN must not open a game behind the panel, nor go into one. */}
      <div inert={panelOpen || locked}>
        <Screen />
      </div>
      <TwoMinuteWarning />
      {locked && <LockedScreen />}
      <MessageCard />
      <TeacherCorner onOpen={() => setPanelOpen(true)} />
      {panelOpen && (
        <Suspense>
          <TeacherPanel onClose={() => setPanelOpen(false)} />
        </Suspense>
      )}
      <Identify />
      <CameraFrame />
    </>
  );
}

function Screen() {
  const words = useWords();
  const view = useStationState((state) => state.view);
  const run = useStationState((state) => state.lesson.run);
  const session = useStationState((state) => state.lesson.session);
  const begun = useStationState((state) => state.status !== null);
  const onScreen = useStationState((state) => state.status?.config?.kind === "screen");
  // Big touch targets: a television is reached from afar and by many hands.
  useLayoutEffect(() => {
    document.documentElement.dataset["kind"] = onScreen ? "screen" : "station";
  }, [onScreen]);
  if (onScreen && isBetweenLessons(view))
    return (
      <Suspense fallback={<WaitingScreen next={null} />}>
        <ClassroomScreen next={"next" in view ? view.next : null} />
      </Suspense>
    );
  // A game stays loaded behind a pause or an eye break: the child goes on where it was.
  const game =
    run !== null && session !== null ? (
      <Suspense fallback={<WaitingScreen next={null} />}>
        <GameScreen key={run.seed} run={run} />
      </Suspense>
    ) : null;
  switch (view.kind) {
    case "noPlan":
      return begun ? (
        <CalmScreen picture="owl" title={words.noPlanTitle} text={words.noPlanText} />
      ) : (
        <WaitingScreen next={null} />
      );
    case "waitsForTeacher":
      return (
        <CalmScreen
          picture="owl"
          title={words.askTeacherTitle}
          text={words.askTeacherText}
          spoken="ask-teacher"
        />
      );
    case "waiting":
      return <WaitingScreen next={view.next} />;
    case "dayUsed":
      return <CalmScreen picture="sloth" title={words.dayUsed} text="" spoken="day-used" />;
    case "soon":
      return <SoonScreen next={view.next} />;
    case "menu":
      return <MenuScreen session={view.session} sun={view.sun} />;
    case "game":
      return game;
    case "paused":
      return (
        <>
          {game}
          <PausedScreen schoolClass={view.session.schoolClass} />
        </>
      );
    case "eyeBreak":
      return (
        <>
          {game}
          <EyeBreak leftMs={view.leftMs} />
        </>
      );
    case "goodbye":
      return <Goodbye schoolClass={view.schoolClass} />;
  }
}

/** Then a classroom's screen shows the class its day. */
const isBetweenLessons = (view: LessonView): boolean =>
  view.kind === "waiting" ||
  view.kind === "soon" ||
  view.kind === "dayUsed" ||
  (view.kind === "waitsForTeacher" && view.schoolClass === null);
