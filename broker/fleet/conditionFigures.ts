// Owns what of a device's condition stands in lists: a few figures instead of the whole, which a hub of thousands could not hold. Pure.
import type { Condition } from "../../protocol/records/condition.ts";
import type { ConditionFigures } from "../api/fleet.ts";

/** `at`: corrected, UTC ms. */
export function figuresOf(condition: Condition, at: number): ConditionFigures {
  const { disks, volumes, power, link, displays, sound, input, updates, counts } = condition;
  const volume = volumes?.find(({ holdsData }) => holdsData) ?? volumes?.[0];
  const battery = power?.batteries.find(({ kind }) => kind === "battery") ?? power?.batteries[0];
  const verdicts = (disks ?? []).flatMap(({ smart }) => (smart?.verdict == null ? [] : [smart.verdict]));
  return {
    at,
    volumeSizeMiB: volume?.sizeMiB ?? null,
    volumeFreeMiB: volume?.freeMiB ?? null,
    smart: verdicts.includes("failing") ? "failing" : (verdicts[0] ?? null),
    batteryPercent: battery?.percent ?? null,
    onMains: power?.onMains ?? null,
    linkKind: link?.kind ?? null,
    linkMbps: link?.speedMbps ?? null,
    signalPercent: link?.signalPercent ?? null,
    roundTripMs: link?.roundTripMs ?? null,
    lostPercent: link?.lostPercent ?? null,
    displays: displays?.length ?? null,
    volumePercent: loudest(sound),
    soundDevices: sound?.length ?? null,
    mice: input?.mice ?? null,
    keyboards: input?.keyboards ?? null,
    touchScreens: input?.touchScreens ?? null,
    updates: updates?.pending ?? null,
    securityUpdates: updates?.security ?? null,
    restartNeeded: updates?.restartNeeded ?? null,
    powerLosses: counts.powerLosses,
    kioskCrashes: counts.kioskCrashes,
    gameCrashes: counts.gameCrashes,
  };
}

function loudest(sound: Condition["sound"]): number | null {
  if (sound === null) return null;
  const heard = sound.flatMap(({ muted, volumePercent }) =>
    muted === true ? [0] : volumePercent === null ? [] : [volumePercent],
  );
  return heard.length === 0 ? null : Math.max(...heard);
}
