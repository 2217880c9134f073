// Owns the loudness: the school's cap and, below it, what was ordered for this station; followed at once.
import { useEffect } from "react";
import { useStation, useStationState } from "../station/StationContext.tsx";

export const useVolumeShare = (): number =>
  useStationState(
    ({ status }) =>
      ((status?.config?.volumePercent ?? 80) / 100) * ((status?.standing?.volumePercent ?? 100) / 100),
  );

export function useVolume(): void {
  const { speaker } = useStation();
  const volume = useVolumeShare();
  useEffect(() => speaker.setVolume(volume), [speaker, volume]);
}
