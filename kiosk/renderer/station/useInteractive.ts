// Owns the mark of readiness: once, after the first picture that a child can use has been painted.
import { useEffect } from "react";
import { loadGameScreen } from "../game/loadGameScreen.ts";
import { useStation } from "./StationContext.tsx";

let told = false;

export function useInteractive(): void {
  const { link } = useStation();
  useEffect(() => {
    if (told) return;
    told = true;
    // The second frame begins when the first has been painted.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        performance.mark("kidsmart:interactive");
        link.interactive();
        void loadGameScreen();
      }),
    );
  }, [link]);
}
