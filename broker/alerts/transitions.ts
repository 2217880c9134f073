// Owns the types of judging: what holds at a moment, and what was decided. Pure.
import type { MeasureName } from "../api/alertMeasures.ts";
import type { AlertId, AlertRuleId, Severity } from "../api/alerts.ts";

/** What holds at the moment of a tick. */
export type Moment = {
  /** UTC ms. */
  readonly now: number;
  /** Start of the school hours that run now, UTC ms; null outside of them. */
  readonly hoursStartAt: number | null;
  /** A lesson runs in the room or begins within half an hour. */
  lessonNear(roomId: string): boolean;
  /** Maintenance keeps it quiet; both null: the hub. */
  quiet(deviceId: string | null, roomId: string | null): boolean;
};

export type OpenedAlert = {
  readonly id: AlertId;
  readonly ruleId: AlertRuleId;
  readonly measure: MeasureName;
  readonly severity: Severity;
  readonly subject: { readonly kind: "device" | "room" | "school" | "hub"; readonly id: string };
  /** Folded under this one: not told. */
  readonly causeId: AlertId | null;
  readonly sinceAt: number;
  readonly openedAt: number;
  /** For one cause that many share: null, or what they share. */
  readonly value: number | null;
  readonly flapping: boolean;
};

export type Transition =
  | { readonly type: "opened"; readonly alert: OpenedAlert }
  | { readonly type: "closed"; readonly id: AlertId; readonly at: number }
  /** It was told alone; one cause tells for it from now on. */
  | { readonly type: "folded"; readonly id: AlertId; readonly causeId: AlertId }
  /** Its cause is over and it is still there: told as new. */
  | { readonly type: "unfolded"; readonly id: AlertId; readonly at: number }
  | { readonly type: "flapping"; readonly id: AlertId; readonly flapping: boolean };

/** An open alert as it was stored. */
export type KeptAlert = Omit<OpenedAlert, "measure" | "severity">;
