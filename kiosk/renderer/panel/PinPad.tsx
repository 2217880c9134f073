// Owns the PIN pad: four to six digits by big keys or the keyboard, and what a wrong one says.
import { useCallback, useEffect, useState } from "react";
import type { StaffId } from "../../../protocol/ids.ts";
import type { PinResult } from "../../../protocol/link.ts";
import { useStation, useWords } from "../station/StationContext.tsx";
import styles from "./PinPad.module.css";

const shortest = 4;
const longest = 6;
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "enter"] as const;
type Key = (typeof keys)[number];

export function PinPad({ onRight }: { readonly onRight: (staffId: StaffId) => void }) {
  const words = useWords();
  const { link } = useStation();
  const [pin, setPin] = useState("");
  const [checking, setChecking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const check = useCallback(async () => {
    setChecking(true);
    try {
      const result = await link.checkPin(pin);
      if (result.outcome === "right") return onRight(result.staffId);
      setProblem(sentenceFor(result, words.panel));
    } catch {
      // A web screen asks the hub: no answer is an ordinary thing, and the sentence says what still works.
      setProblem(words.panel.offline);
    } finally {
      setChecking(false);
    }
    setPin("");
  }, [link, pin, onRight, words]);

  const press = useCallback(
    (key: Key) => {
      if (checking) return;
      if (key === "enter") {
        if (pin.length >= shortest) void check();
      } else {
        setProblem(null);
        setPin((before) => (key === "erase" ? before.slice(0, -1) : (before + key).slice(0, longest)));
      }
    },
    [checking, pin, check],
  );

  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (/^\d$/.test(event.key)) press(event.key as Key);
      else if (event.key === "Backspace") press("erase");
      else if (event.key === "Enter" && !(event.target instanceof HTMLButtonElement)) press("enter");
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  }, [press]);

  return (
    <div className={styles["pad"]}>
      <p className={styles["ask"]}>{words.panel.enterPin}</p>
      <output className={styles["dots"]} aria-label={words.panel.enterPin}>
        {Array.from({ length: longest }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: six fixed places
          <i key={place} data-filled={place < pin.length} data-needed={place < shortest} />
        ))}
      </output>
      <p className={styles["problem"]} role="alert">
        {problem ?? "\u00a0"}
      </p>
      <div className={styles["keys"]}>
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            data-key={key}
            disabled={checking || (key === "enter" && pin.length < shortest)}
            onClick={() => press(key)}
            aria-label={key === "erase" ? words.panel.erase : key === "enter" ? words.panel.enter : key}
          >
            {key === "erase" ? "⌫" : key === "enter" ? words.panel.enter : key}
          </button>
        ))}
      </div>
    </div>
  );
}

function sentenceFor(
  result: Exclude<PinResult, { outcome: "right" }>,
  words: ReturnType<typeof useWords>["panel"],
): string {
  switch (result.outcome) {
    case "wrong":
      return words.wrong(result.triesLeft);
    case "locked":
      return words.locked(Math.max(1, Math.ceil((result.until - Date.now()) / 60_000)));
    case "unavailable":
      return words.unavailable;
  }
}
