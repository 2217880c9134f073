// Owns the hub's in-process event bus: facts after they are committed, never requests (ADR 0012 keeps it behind this interface).
import type { DeviceId, RoomId, StaffId } from "../../protocol/ids.ts";
import type { DeviceLoad, KioskLive } from "../../protocol/messages/live.ts";
import type { DeviceRecord } from "../../protocol/records/records.ts";

export type HubEvent =
  /** Reachability, versions or the light of a device changed. */
  | { readonly type: "deviceChanged"; readonly device: DeviceId }
  /** Devices were enrolled, revoked, moved or renamed. */
  | { readonly type: "deviceListChanged"; readonly device: DeviceId }
  /** What a device is or how it is changed: its inventory or its newest condition. */
  | { readonly type: "deviceFactsChanged"; readonly device: DeviceId }
  /** That a device came or went is on the disk. */
  | { readonly type: "presenceWritten"; readonly device: DeviceId }
  | { readonly type: "kioskLive"; readonly device: DeviceId; readonly kiosk: KioskLive | null }
  /** How hard a device works now; only while somebody looks at it. `at`: UTC ms by the hub's clock. */
  | {
      readonly type: "deviceLoad";
      readonly device: DeviceId;
      readonly at: number;
      readonly load: DeviceLoad;
    }
  /** Records that were just committed, in stream order. */
  | {
      readonly type: "recordsCommitted";
      readonly device: DeviceId;
      readonly records: readonly DeviceRecord[];
    }
  | { readonly type: "commandChanged"; readonly device: DeviceId }
  | { readonly type: "enrolmentsChanged" }
  /** Two machines use one device's credentials: one of them is not the school's (ADR 0032). */
  | {
      readonly type: "credentialsUsedTwice";
      readonly device: DeviceId;
      readonly addresses: readonly string[];
    }
  /** A device's credentials are to be changed, were changed, or a person has dealt with their misuse. */
  | { readonly type: "credentialsChanged"; readonly device: DeviceId }
  /** The draft changed on some days; devices do not hear of it. */
  | { readonly type: "draftChanged" }
  /** What was published changed, or what plans are made of: the plan of this room (null: every room) must be made anew. */
  | { readonly type: "timetableChanged"; readonly room: RoomId | null }
  /** School years, hours, closures, rooms, classes or screen-time rules changed. */
  | { readonly type: "schoolChanged" }
  | { readonly type: "lessonsChanged" }
  /** The day, the menu or notices of classroom screens changed. */
  | { readonly type: "classroomChanged" }
  /** A recording of the school's own voices was made, judged or taken back. */
  | { readonly type: "voicesChanged" }
  /** Somebody led a lesson in a room: started, paused, ended it. */
  | { readonly type: "lessonChanged"; readonly room: RoomId }
  /** A person was added, renamed, locked out or let in, or has another role, PIN or password. */
  | { readonly type: "staffChanged"; readonly staff: StaffId }
  /** A ticket was opened, reported again, commented or moved on. */
  | { readonly type: "ticketsChanged" }
  /** A schedule of commands was made, changed, removed or run. */
  | { readonly type: "schedulesChanged" }
  /** Ingest found the disk full, or writes again. */
  | { readonly type: "diskFull"; readonly full: boolean }
  /** The space on the hub's disk is enough, little or none now; `freeBytes` is null where the system does not say. */
  | { readonly type: "hubDisk"; readonly state: "ok" | "low" | "full"; readonly freeBytes: number | null }
  /** An alert was opened, closed, taken or put to rest, or what is watched changed. */
  | { readonly type: "alertsChanged" }
  | { readonly type: "quarantined" };

export type HubEvents = {
  publish(event: HubEvent): void;
  /** Returns the way to stop listening. A listener that throws is logged and does not stop the others. */
  subscribe(listener: (event: HubEvent) => void): () => void;
};

export function makeHubEvents(report: (error: unknown) => void): HubEvents {
  const listeners = new Set<(event: HubEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          report(error);
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
