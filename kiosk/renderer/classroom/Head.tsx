// Owns the head of the classroom screen: whose it is, the date, the pages for parents, the clock.
import { Picture } from "../scene/Picture.tsx";
import { timeText } from "./classroomWords.ts";
import styles from "./Head.module.css";
import { type ShownClassroom, useClassroomWords } from "./useClassroom.ts";

export type Tab = "today" | "week" | "notices";

const tabs: readonly { readonly tab: Tab; readonly picture: string }[] = [
  { tab: "today", picture: "sun" },
  { tab: "week", picture: "steaming-bowl" },
  { tab: "notices", picture: "megaphone" },
];

type HeadProps = {
  readonly shown: ShownClassroom;
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
};

export function Head({ shown, tab, onTab }: HeadProps) {
  const words = useClassroomWords();
  const { schoolClass, moment } = shown;
  return (
    <header className={styles["head"]}>
      <div className={styles["class"]}>
        <span className={styles["emblem"]}>
          <Picture name={schoolClass?.emblem ?? "glowing-star"} />
        </span>
        <div>
          <strong>{schoolClass?.name}</strong>
          {moment !== null && <span>{words.longDate(moment.date)}</span>}
        </div>
      </div>
      <nav className={styles["tabs"]} aria-label={words.tabsLabel}>
        {tabs.map((each) => (
          <button
            key={each.tab}
            type="button"
            className={styles["tab"]}
            aria-pressed={tab === each.tab}
            onClick={() => onTab(each.tab)}
          >
            <Picture name={each.picture} />
            <span>{words.tabs[each.tab]}</span>
          </button>
        ))}
      </nav>
      {moment !== null && <Clock minute={moment.minute} />}
    </header>
  );
}

/** Hands for the children who learn to read them, digits for the teacher. */
function Clock({ minute }: { readonly minute: number }) {
  const hands = [
    { angle: (minute / 720) * 360, length: 20, width: 6, colour: "#3c4a57" },
    { angle: ((minute % 60) / 60) * 360, length: 29, width: 4, colour: "#e0693f" },
  ];
  return (
    <div className={styles["clock"]}>
      <svg viewBox="-50 -50 100 100" aria-hidden="true">
        <circle r="47" fill="#fff" stroke="#ffc94d" strokeWidth="6" />
        {[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((hour) => (
          <line
            key={hour}
            y1={hour % 3 === 0 ? -40 : -39}
            y2={hour % 3 === 0 ? -32 : -35}
            stroke={hour % 3 === 0 ? "#8a97a3" : "#c4ccd3"}
            strokeWidth={hour % 3 === 0 ? 4 : 3}
            strokeLinecap="round"
            transform={`rotate(${hour * 30})`}
          />
        ))}
        {hands.map(({ angle, length, width, colour }) => (
          <line
            key={length}
            y1="5"
            y2={-length}
            stroke={colour}
            strokeWidth={width}
            strokeLinecap="round"
            transform={`rotate(${angle})`}
          />
        ))}
        <circle r="4" fill="#3c4a57" />
      </svg>
      <span>{timeText(minute)}</span>
    </div>
  );
}
