// Owns how loud the microphone hears, and how a take looks from beginning to end.
import { useEffect, useRef } from "react";
import { useTexts } from "./texts/useTexts.ts";

/** Lit from the left; the last two say that it is too much. */
const lamps = Array.from({ length: 24 }, (_, place) => place);

export function LevelMeter({ level }: { readonly level: () => number }) {
  const { t } = useTexts();
  const row = useRef<HTMLDivElement>(null);
  const read = useRef(level);
  read.current = level;
  useEffect(() => {
    let shown = 0;
    let frame = 0;
    const draw = () => {
      // Up at once, down slowly, as the eye likes it.
      shown = Math.max(read.current(), shown - 0.03);
      row.current?.style.setProperty("--lit", String(Math.round(shown * lamps.length)));
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <div ref={row} className="voice-meter" role="img" aria-label={t("recorder.level")}>
      {lamps.map((place) => (
        <span key={place} style={{ "--place": place } as React.CSSProperties} data-high={place > 21} />
      ))}
    </div>
  );
}

export function Waveform({ bars }: { readonly bars: readonly number[] }) {
  const step = 5;
  return (
    <svg
      className="voice-wave"
      viewBox={`0 0 ${bars.length * step} 56`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((size, place) => {
        const height = Math.max(3, Math.min(1, size) * 54);
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place in time
            key={place}
            x={place * step + 1}
            y={28 - height / 2}
            width={3}
            height={height}
            rx={1.5}
          />
        );
      })}
    </svg>
  );
}
