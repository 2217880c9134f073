// Owns the looking at one device: while its page is on the screen, the hub hears again and again that somebody looks.
import { useEffect } from "react";
import { callApi } from "../client/callApi.ts";
import { watchAgainMs } from "../client/contractRoutes.ts";

/** A page in a hidden tab looks at nothing. `watched`: false for a device that has nothing to tell. */
export function useWatch(deviceId: string, watched: boolean): void {
  useEffect(() => {
    if (!watched) return;
    const look = () => {
      if (document.visibilityState === "hidden") return;
      // A device that went away meanwhile shows so by itself, and a lost sign-in is told by the next real question.
      callApi("watchDevice", { params: { deviceId } }).catch(() => undefined);
    };
    look();
    const timer = setInterval(look, watchAgainMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [deviceId, watched]);
}
