// Owns keeping the phone's screen on while a lesson runs, where the browser can (only on a safe address).
import { useEffect } from "react";

export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | undefined;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      // Refused with a low battery: the lesson goes on all the same.
      const held = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (over) await held?.release();
      else lock = held;
    };
    void hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, [wanted]);
}
