// Owns when a change of the clock is worth telling: the kiosk needs the offset to a second, the hub one fault.
import type { ClockReading } from "../../protocol/link.ts";

export type ClockWatchDeps = {
  readonly reading: () => ClockReading;
  readonly changed: (reading: ClockReading) => void;
  readonly untrusted: () => void;
};

const toldFromMs = 1000;

export function makeClockWatch({ reading, changed, untrusted }: ClockWatchDeps): {
  readonly look: () => void;
} {
  let told: ClockReading | undefined;
  return {
    look() {
      const now = reading();
      if (!now.trusted && told?.trusted !== false) untrusted();
      const near =
        told !== undefined &&
        told.trusted === now.trusted &&
        (told.offsetMs === null
          ? now.offsetMs === null
          : now.offsetMs !== null && Math.abs(told.offsetMs - now.offsetMs) < toldFromMs);
      if (near) return;
      told = now;
      changed(now);
    },
  };
}
