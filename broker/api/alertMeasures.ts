// Owns what an alert rule can measure: unit, which side is bad, sensible range, and how its population behaves. Pure data, also for the page.
export const measureNames = [
  "lost",
  "off",
  "diskFreeMiB",
  "smartFailing",
  "temperatureC",
  "noSound",
  "pointerMissing",
  "clockErrorSeconds",
  "kioskCrashes",
  "contentBehind",
  "credentialsTwice",
  "onBattery",
  "updatesPending",
  "hubDiskFull",
  "hubDiskFreeMiB",
] as const;
export type MeasureName = (typeof measureNames)[number];

export type Measure = {
  /** `state`: 1 while it is so, 0 while it is not; thresholds are 1 and 0. */
  readonly kind: "number" | "state";
  /** Which side is bad. */
  readonly bad: "above" | "below";
  /** Of thresholds; in the measure's unit. */
  readonly least: number;
  readonly most: number;
  /** Judged without its sign. */
  readonly signless?: true;
  /** It only counts when it began within the hours its rule is for: a machine switched off last night is nobody's fault. */
  readonly beginsInHours?: true;
  /** Measured of the hub itself, not of a device. */
  readonly ofHub?: true;
  /** Many at once are one cause only when they began within this span, ms. */
  readonly togetherMs?: number;
  /** Devices whose values lie this close have one cause, wherever they stand: the hub's own clock. */
  readonly sameWithin?: number;
  /** This one is not told while that one is: it follows from it. */
  readonly hiddenBy?: MeasureName;
  /** It lasts for days: neither a night nor a restart of the hub begins it anew. */
  readonly slow?: true;
  /** Known without the device's help, so also while it is away. */
  readonly knownWhenAway?: true;
};

const state = { kind: "state", bad: "above", least: 0, most: 1 } as const;

export const measures: Readonly<Record<MeasureName, Measure>> = {
  /** The connection broke without a goodbye. Three minutes: keep-alives of a room end within one and a half of theirs. */
  lost: { ...state, beginsInHours: true, togetherMs: 3 * 60_000, knownWhenAway: true },
  /** Not connected, for whatever reason. */
  off: { ...state, hiddenBy: "lost", knownWhenAway: true },
  diskFreeMiB: { kind: "number", bad: "below", least: 10, most: 10_000_000 },
  smartFailing: state,
  temperatureC: { kind: "number", bad: "above", least: 30, most: 120 },
  noSound: state,
  pointerMissing: state,
  /** Device minus hub. */
  clockErrorSeconds: {
    kind: "number",
    bad: "above",
    least: 1,
    most: 1_000_000_000,
    signless: true,
    sameWithin: 60,
  },
  /** Of the last fifteen minutes. */
  kioskCrashes: { kind: "number", bad: "above", least: 0, most: 100 },
  contentBehind: state,
  /** Two machines used the same credentials, and no person has dealt with it. */
  credentialsTwice: { ...state, knownWhenAway: true },
  onBattery: state,
  /** Waiting updates of the operating system. */
  updatesPending: { kind: "number", bad: "above", least: 0, most: 10_000, slow: true },
  hubDiskFull: { ...state, ofHub: true },
  hubDiskFreeMiB: { kind: "number", bad: "below", least: 10, most: 10_000_000, ofHub: true },
};

/** How far back crashes count, ms. */
export const crashWindowMs = 15 * 60_000;
