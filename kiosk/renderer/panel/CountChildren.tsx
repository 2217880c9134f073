// Owns counting: how many children are in the room, and how many share this station. Never names.
import { useWords } from "../station/StationContext.tsx";
import styles from "./LessonPage.module.css";

const most = 60;
/** Where counting begins for a teacher who presses + first: an ordinary class. */
const usual = 20;

export type Count = { readonly headcount: number | null; readonly seats: number | null };

export function CountChildren({
  count,
  onCount,
  withSeats,
}: {
  readonly count: Count;
  readonly onCount: (count: Count) => void;
  /** The hub shares the room's children out; a station alone is told. */
  readonly withSeats: boolean;
}) {
  const words = useWords();
  const { headcount } = count;
  const step = (by: number) =>
    onCount({
      ...count,
      headcount: headcount === null ? usual : Math.min(most, Math.max(0, headcount + by)),
    });
  return (
    <>
      <fieldset>
        <legend>{words.panel.headcount}</legend>
        <div className={styles["counter"]}>
          <button type="button" aria-label={words.panel.fewer} onClick={() => step(-1)}>
            −
          </button>
          <output aria-live="polite">{headcount ?? "–"}</output>
          <button type="button" aria-label={words.panel.more} onClick={() => step(1)}>
            +
          </button>
          <button
            type="button"
            className={styles["uncounted"]}
            aria-pressed={headcount === null}
            onClick={() => onCount({ ...count, headcount: null })}
          >
            {words.panel.notCounted}
          </button>
        </div>
      </fieldset>
      {withSeats && (
        <fieldset>
          <legend>{words.panel.headcountHere}</legend>
          <div className={styles["choices"]}>
            {[null, 1, 2, 3].map((seats) => (
              <button
                key={seats ?? "none"}
                type="button"
                aria-pressed={seats === count.seats}
                onClick={() => onCount({ ...count, seats })}
              >
                {seats ?? words.panel.notCounted}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
