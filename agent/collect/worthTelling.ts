// Owns the rule of which change of the condition is worth a record. Pure. Each figure has its own noise (ADR 0030).
import type { Condition, DiskCondition, VolumeCondition } from "../../protocol/records/condition.ts";

/** `urgent`: somebody should know at once. `noise`: it can wait for the next record. */
export type Worth = "urgent" | "worth" | "noise";

const mib = 1;
const gib = 1024 * mib;
/** A volume with less than this is nearly full: there, little is much. */
const nearlyFullMiB = 2 * gib;
const nearlyFullStepMiB = 128 * mib;
const leastStepMiB = 256 * mib;
const temperatureStepC = 10;
const batteryStepPercent = 10;
const batteryWearStepPercent = 2;
const signalStepPercent = 15;
const lostStepPercent = 5;
const roundTripStepMs = 20;
const volumeStepPercent = 10;
const clockStepMs = 2000;

export function worthTelling(before: Condition, now: Condition): Worth {
  if (powerCut(before, now) || verdictChanged(before, now)) return "urgent";
  return parts.some((differs) => differs(before, now)) ? "worth" : "noise";
}

type Differs = (before: Condition, now: Condition) => boolean;

const powerCut: Differs = (before, now) =>
  before.power !== null &&
  now.power !== null &&
  before.power.onMains !== null &&
  now.power.onMains !== null &&
  before.power.onMains !== now.power.onMains;

const verdictChanged: Differs = (before, now) =>
  (now.disks ?? []).some(({ name, smart }) => {
    const known = before.disks?.find((disk) => disk.name === name)?.smart;
    return smart?.verdict === "failing" && known?.verdict !== "failing";
  });

const parts: readonly Differs[] = [
  listDiffers(
    ({ disks }) => disks,
    ({ name }) => name,
    diskDiffers,
  ),
  listDiffers(
    ({ volumes }) => volumes,
    ({ mount }) => mount,
    volumeDiffers,
  ),
  (before, now) =>
    (before.power === null) !== (now.power === null) || before.power?.onMains !== now.power?.onMains,
  listDiffers(
    ({ power }) => power?.batteries ?? null,
    ({ name }) => name,
    (one, other) =>
      moved(one.percent, other.percent, batteryStepPercent) ||
      moved(one.wearPercent, other.wearPercent, batteryWearStepPercent) ||
      // Between full, idle and charging a battery wavers for hours.
      (one.state === "discharging") !== (other.state === "discharging"),
  ),
  linkDiffers,
  sameJson(({ displays }) => displays),
  listDiffers(
    ({ sound }) => sound,
    ({ name }) => name,
    (one, other) =>
      one.muted !== other.muted || moved(one.volumePercent, other.volumePercent, volumeStepPercent),
  ),
  sameJson(({ input }) => input),
  sameJson(({ usb }) => usb?.map(({ id }) => id).sort() ?? null),
  sameJson(({ updates }) => updates),
  (before, now) =>
    before.clock.trusted !== now.clock.trusted ||
    moved(before.clock.offsetMs, now.clock.offsetMs, clockStepMs),
  sameJson(({ counts }) => counts),
  sameJson(({ unmeasured }) => unmeasured),
];

function diskDiffers(one: DiskCondition, other: DiskCondition): boolean {
  if (one.sizeMiB !== other.sizeMiB || (one.smart === null) !== (other.smart === null)) return true;
  const [before, now] = [one.smart, other.smart];
  if (before === null || now === null) return false;
  return (
    before.verdict !== now.verdict ||
    moved(before.wearPercent, now.wearPercent, 1) ||
    moved(before.reallocatedSectors, now.reallocatedSectors, 1) ||
    moved(before.pendingSectors, now.pendingSectors, 1) ||
    moved(before.temperatureC, now.temperatureC, temperatureStepC)
  );
}

function volumeDiffers(one: VolumeCondition, other: VolumeCondition): boolean {
  if (one.sizeMiB !== other.sizeMiB || one.holdsData !== other.holdsData) return true;
  const usual = Math.max(leastStepMiB, Math.min(gib, one.sizeMiB / 100));
  const nearlyFull = Math.min(one.freeMiB, other.freeMiB) < nearlyFullMiB;
  return moved(one.freeMiB, other.freeMiB, nearlyFull ? nearlyFullStepMiB : usual);
}

function linkDiffers({ link: one }: Condition, { link: other }: Condition): boolean {
  if (one === null || other === null) return one !== other;
  if (one.interface !== other.interface || one.kind !== other.kind) return true;
  // A radio chooses another speed every few seconds; a cable that drops from 1000 to 100 is damaged.
  const speedStep = other.kind === "wired" ? 1 : Math.max(1, (one.speedMbps ?? 0) / 2);
  const [slow, fast] = [
    Math.min(one.roundTripMs ?? 0, other.roundTripMs ?? 0),
    Math.max(one.roundTripMs ?? 0, other.roundTripMs ?? 0),
  ];
  return (
    moved(one.speedMbps, other.speedMbps, speedStep) ||
    moved(one.signalPercent, other.signalPercent, signalStepPercent) ||
    moved(one.lostPercent, other.lostPercent, lostStepPercent) ||
    (fast - slow >= roundTripStepMs && fast >= 2 * slow)
  );
}

/** Known where it was unknown, or further than its noise. */
function moved(one: number | null, other: number | null, step: number): boolean {
  if (one === null || other === null) return one !== other;
  return Math.abs(one - other) >= step;
}

function listDiffers<Entry>(
  read: (condition: Condition) => readonly Entry[] | null,
  nameOf: (entry: Entry) => string,
  differs: (one: Entry, other: Entry) => boolean,
): Differs {
  return (before, now) => {
    const [old, fresh] = [read(before), read(now)];
    if (old === null || fresh === null) return old !== fresh;
    // In their order: two of one name are told apart by their place.
    return (
      old.length !== fresh.length ||
      old.some((entry, place) => {
        const other = fresh[place] as Entry;
        return nameOf(entry) !== nameOf(other) || differs(entry, other);
      })
    );
  };
}

function sameJson(read: (condition: Condition) => unknown): Differs {
  return (before, now) => JSON.stringify(read(before)) !== JSON.stringify(read(now));
}
