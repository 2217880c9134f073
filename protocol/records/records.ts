// Owns the list of record types: what a device may send on `up`.
import type { z } from "zod";
import type { BootId, RecordId } from "../ids.ts";
import { commandResult } from "./commandResult.ts";
import { condition } from "./condition.ts";
import { fault } from "./fault.ts";
import { gameRun } from "./gameRun.ts";
import { health } from "./health.ts";
import { inventory } from "./inventory.ts";
import { outboxDropped } from "./outboxDropped.ts";
import { peripheral } from "./peripheral.ts";
import { power } from "./power.ts";
import { readiness } from "./readiness.ts";
import { report } from "./report.ts";
import { session } from "./session.ts";
import { software } from "./software.ts";

export const recordTypes = {
  health,
  inventory,
  condition,
  software,
  peripheral,
  power,
  session,
  gameRun,
  fault,
  readiness,
  commandResult,
  report,
  outboxDropped,
} as const;
export type RecordType = keyof typeof recordTypes;
export type RecordBody<Type extends RecordType> = z.infer<(typeof recordTypes)[Type]["schema"]>;

export const isRecordType = (type: string): type is RecordType => Object.hasOwn(recordTypes, type);

/** Types an overfull outbox must never drop. */
export const neverDropped: readonly RecordType[] = ["session", "gameRun", "report", "commandResult"];

/** When and where a record was made. */
export type Stamp = {
  /** Wall time by the device's clock, UTC ms. It may be wrong; see `mono` (ADR 0006). */
  readonly at: number;
  /** Time since the operating system started, ms. */
  readonly mono: number;
  readonly boot: BootId;
};

/** A record before the outbox gave it a number. */
export type NewRecord = {
  [Type in RecordType]: Stamp & {
    readonly type: Type;
    readonly id?: RecordId;
    readonly body: RecordBody<Type>;
  };
}[RecordType];

/** A record with its place in the stream. Numbers grow by one, with gaps only where the outbox dropped. */
export type DeviceRecord = NewRecord & { readonly seq: number };
