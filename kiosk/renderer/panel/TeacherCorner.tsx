// Owns the way in for teachers: a corner held for two seconds, or the F2 key held as long. A child's tap does nothing.
import { useEffect, useRef, useState } from "react";
import { useStationState, useWords } from "../station/StationContext.tsx";
import styles from "./TeacherCorner.module.css";

const holdMs = 2_000;

export function TeacherCorner({ onOpen }: { readonly onOpen: () => void }) {
  const words = useWords();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [held, setHeld] = useState(false);
  const opened = useRef(onOpen);
  opened.current = onOpen;

  const release = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setHeld(false);
  };
  const press = () => {
    if (timer.current !== null) return;
    setHeld(true);
    timer.current = setTimeout(() => {
      release();
      opened.current();
    }, holdMs);
  };
  const hand = useRef({ press, release });
  hand.current = { press, release };

  useEffect(() => {
    const down = (event: KeyboardEvent) => event.key === "F2" && hand.current.press();
    const up = (event: KeyboardEvent) => event.key === "F2" && hand.current.release();
    const lost = () => hand.current.release();
    window.addEventListener("keydown", down);
    window.addEventListener("keyup", up);
    window.addEventListener("blur", lost);
    return () => {
      window.removeEventListener("keydown", down);
      window.removeEventListener("keyup", up);
      window.removeEventListener("blur", lost);
      lost();
    };
  }, []);

  // Keys that a game's frame swallows come by way of the shell.
  const told = useStationState((state) => state.teacherKeyDown);
  useEffect(() => (told ? hand.current.press() : hand.current.release()), [told]);

  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles["corner"]}
      data-held={held}
      aria-label={words.panel.open}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <i />
    </button>
  );
}
