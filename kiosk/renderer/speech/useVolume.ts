// Owns the cap on loudness: the school's setting, followed at once.
import { useEffect } from "react";
import { useStation, useStationState } from "../station/StationContext.tsx";

export const useVolumeShare = (): number =>
  useStationState((state) => (state.status?.config?.volumePercent ?? 80) / 100);

export function useVolume(): void {
  const { speaker } = useStation();
  const volume = useVolumeShare();
  useEffect(() => speaker.setVolume(volume), [speaker, volume]);
}
