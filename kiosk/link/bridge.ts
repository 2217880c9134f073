// Owns the bridge between Electron's renderer and its main process: channel names and the shape the preload exposes.
// It is bundled into the sandboxed preload, so it imports types only.
import type { RecordId } from "../../protocol/ids.ts";
import type { PinResult } from "../../protocol/link.ts";
import type { Beginning, StationEvent } from "./stationLink.ts";

export const channels = {
  begin: "station:begin",
  record: "station:record",
  live: "station:live",
  checkPin: "station:checkPin",
  saveLesson: "station:saveLesson",
  ask: "station:ask",
  panelClosed: "station:panelClosed",
  unlock: "station:unlock",
  freeDisk: "station:freeDisk",
  interactive: "station:interactive",
  /** Main → renderer. */
  event: "station:event",
} as const;

/** `window.kidsmart`. Arguments are `unknown` on purpose: the main process checks every one of them. */
export type Bridge = {
  begin(onEvent: (event: StationEvent) => void): Promise<Beginning>;
  record(record: unknown): Promise<RecordId>;
  live(live: unknown): Promise<void>;
  checkPin(pin: unknown): Promise<PinResult>;
  saveLesson(text: unknown): Promise<void>;
  ask(order: unknown): Promise<boolean>;
  panelClosed(): Promise<void>;
  unlock(): Promise<boolean>;
  freeDisk(): Promise<number | null>;
  interactive(): Promise<void>;
};
