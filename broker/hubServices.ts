// Owns the types of what the hub's core offers to the HTTP routes, the live channel and the screen link.
// Every service that changes something writes its own audit entry: pass who did it, and no route can forget.

import type { DeviceKind } from "../protocol/documents/config.ts";
import type { PlanDocument } from "../protocol/documents/plan.ts";
import type { DeviceIdentity, EnrolmentClaim, EnrolmentRefusal } from "../protocol/enrolment.ts";
import type { CommandId, DeviceId, RecordId, RoomId, SchoolId, SessionId, StaffId } from "../protocol/ids.ts";
import type { LessonLead } from "../protocol/lesson/lessonLead.ts";
import type { LessonOrder } from "../protocol/lesson/lessonOrder.ts";
import type { OrderRefusal } from "../protocol/lesson/orderRefusal.ts";
import type { KioskMessage, KioskRecord } from "../protocol/link.ts";
import type { Ask } from "../protocol/messages/ask.ts";
import type { DeviceCommand, RoomCommand } from "../protocol/messages/command.ts";
import type { Desired, DocumentName } from "../protocol/messages/desired.ts";
import type { HeldVersions } from "../protocol/messages/deviceState.ts";
import type { DeviceFileKind } from "../protocol/messages/file.ts";
import type { KioskLive } from "../protocol/messages/live.ts";
import type { Inventory } from "../protocol/records/inventory.ts";
import type { Failure, Ok, Result } from "../protocol/result.ts";
import type { ResolvedSlot } from "../protocol/timetable/resolveSlots.ts";
import type {
  CommandOrder,
  CommandTarget,
  CommandWait,
  DeviceCommandRow,
  SentCommands,
} from "./api/commands.ts";
import type { DeviceRow } from "./api/devices.ts";
import type { ErrorCode } from "./api/error.ts";
import type { ConditionFigures } from "./api/fleet.ts";
import type { Station } from "./api/rooms.ts";
import type { ScheduleId } from "./api/schedules.ts";
import type { HubCertificates } from "./certificates/hubCertificates.ts";
import type { ClockKnowledge } from "./ingest/correctTimes.ts";

/** The hub's time: `now` UTC ms, which a hand may set; `mono` ms since any moment, which only grows, for waits. */
export type HubClock = { now(): number; mono(): number };

/** The school as it is now; name and zone may change while the hub runs. */
export type SchoolIdentity = { readonly id: SchoolId; readonly name: string; readonly zone: string };

/** Who asks for a change. */
export type Actor = {
  /** Null when the hub itself acts. */
  readonly staffId: StaffId | null;
  /** As the audit log shows it. */
  readonly name: string;
};

/** A device as the hub holds it in memory. Revoked devices stay, with `revokedAt`. */
export type Device = {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly roomId: RoomId | null;
  readonly stationNumber: number | null;
  readonly emblem: string;
  readonly via: "agent" | "web";
  readonly allowReboot: boolean;
  readonly allowScreenshot: boolean;
  readonly enrolledAt: number;
  readonly revokedAt: number | null;
};

export type DeviceVitals = {
  readonly reachability: "online" | "lost" | "stopped" | "neverSeen";
  /** UTC ms; null when never seen. */
  readonly lastSeenAt: number | null;
  readonly clock: ClockKnowledge;
  /** Versions it holds; null until its agent said so. */
  readonly held: HeldVersions | null;
  /** Versions it should hold; 0 for a document it has none of. */
  readonly newest: HeldVersions;
};

export type DeviceChange = {
  readonly name?: string | undefined;
  readonly roomId?: RoomId | null | undefined;
  readonly stationNumber?: number | null | undefined;
  readonly emblem?: string | undefined;
  readonly allowReboot?: boolean | undefined;
  readonly allowScreenshot?: boolean | undefined;
};

export type Devices = {
  /** Not revoked, by room, station number, name. */
  list(): readonly Device[];
  /** Revoked ones too, in the order of `list`. */
  all(): readonly Device[];
  /** Also finds revoked ones. */
  find(id: DeviceId): Device | undefined;
  /** The device as the room board shows it; throws for an unknown id. Cheap: memory only. */
  station(id: DeviceId): Station;
  /** Many at once, in their order: what is the same for a whole room is looked up once. */
  stations(ids: readonly DeviceId[]): Station[];
  /** The device as the devices list shows it. */
  rows(ids: readonly DeviceId[]): DeviceRow[];
  row(id: DeviceId): DeviceRow;
  inventory(id: DeviceId): Inventory | null;
  /** Of its newest condition; null before the first one. */
  condition(id: DeviceId): ConditionFigures | null;
  /** Device minus hub, ms; null when unknown. */
  clockErrorMs(id: DeviceId): number | null;
  /** What alerts judge it by; throws for an unknown id. Cheap: memory only, and nothing is made of it. */
  vitals(id: DeviceId): DeviceVitals;
  change(actor: Actor, id: DeviceId, change: DeviceChange): Promise<Result<Device, "NOT_FOUND">>;
  /** Takes the credentials away, closes the live connection; the history stays. */
  revoke(actor: Actor, id: DeviceId): Promise<Result<Device, "NOT_FOUND">>;
  /** For the screen link: the device when the secret is right and it is not revoked. Constant-time. */
  authenticate(id: string, secret: string): Device | undefined;
};

export type EnrolmentOrder = {
  readonly deviceName: string;
  readonly kind: DeviceKind;
  readonly roomId: RoomId | null;
  readonly stationNumber: number | null;
  readonly emblem: string;
};

export type EnrolmentCode = EnrolmentOrder & {
  /** ABCD-EFGH. */
  readonly code: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly deviceId: DeviceId | null;
  /** The device whose place and history the new machine takes over. */
  readonly replacesId: DeviceId | null;
  /** Codes of one file for a USB stick have this in common. */
  readonly fileId: string | null;
};

export type Enrolments = {
  /** A code for each station of a file, in their order; they live a week. At most 99. */
  createFile(actor: Actor, orders: readonly EnrolmentOrder[]): Promise<Result<EnrolmentCode[], "NOT_FOUND">>;
  /** A code by which a new machine takes over the device's place and history; the old machine goes on until it is used. */
  createReplacement(actor: Actor, id: DeviceId): Promise<Result<EnrolmentCode, "NOT_FOUND">>;
  /** Withdraws what is unused of a file. */
  withdrawFile(actor: Actor, fileId: string): Promise<Result<null, "NOT_FOUND">>;
  create(actor: Actor, order: EnrolmentOrder): Promise<Result<EnrolmentCode, "NOT_FOUND">>;
  /** Waiting ones, and those used or expired in the last week, newest first. */
  list(): Promise<EnrolmentCode[]>;
  /** NOT_FOUND: no such code; CODE_USED: it became a device. */
  withdraw(actor: Actor, code: string): Promise<Result<null, "NOT_FOUND" | "CODE_USED">>;
  /** `address`: who tries, for the budget of wrong tries. Of several codes the first that is unused. Everything of the identity but how to reach the hub, which depends on the host the claim was sent to. */
  claim(
    claim: EnrolmentClaim,
    address: string,
  ): Promise<Result<Omit<DeviceIdentity, "mqttUrl">, EnrolmentRefusal>>;
};

export type CredentialState = {
  /** When the secret in use was given, UTC ms. */
  readonly secretSince: number;
  /** Since when somebody wants a new one; null when nobody does. */
  readonly askedAt: number | null;
  /** The device has a new secret and has not used it yet. */
  readonly offered: boolean;
  readonly usedTwice: { readonly at: number; readonly addresses: readonly string[] } | null;
};

export type Admission =
  | { readonly ok: true; readonly device: Device }
  /** `unknown`: no such device or a wrong secret; `revoked`: the right secret of a device that was taken out. */
  | { readonly ok: false; readonly why: "unknown" | "revoked"; readonly device: Device | null };

export type Credentials = {
  /** Resolves only when a secret that was used for the first time is on the disk as the only one. */
  admit(id: string, secret: Uint8Array): Admission | Promise<Admission>;
  /** The device is on and hears: gives it a new secret when one is wanted. `encrypted`: nobody else hears it. */
  offer(device: DeviceId, encrypted: boolean): Promise<void>;
  /** NOT_FOUND; NOT_AN_AGENT: a web screen's secret lies in a browser, it is enrolled anew instead. */
  rotate(actor: Actor, id: DeviceId): Promise<Result<CredentialState, "NOT_FOUND" | "NOT_AN_AGENT">>;
  show(id: DeviceId): Promise<Result<CredentialState, "NOT_FOUND">>;
  /** Two machines use the device's secret now. */
  usedTwice(id: DeviceId, addresses: readonly string[]): Promise<void>;
  /** A person has dealt with it. */
  settleUsedTwice(actor: Actor, id: DeviceId): Promise<Result<CredentialState, "NOT_FOUND">>;
};

export type DesiredDocuments = {
  /** What the device should hold now; undefined for a device without that document (a plan needs a room). */
  document<Doc extends DocumentName>(device: DeviceId, doc: Doc): Extract<Desired, { doc: Doc }> | undefined;
  /** Highest plan version among the room's devices; 0 when it has none. */
  planVersion(room: RoomId): number;
  /** The slots of a room that overlap [from, to), from the same rule as on the stations. */
  slots(room: RoomId, from: number, to: number): ResolvedSlot[];
  /** What the room's stations run by; undefined for an unknown room. */
  plan(room: RoomId): PlanDocument | undefined;
  /** Resolves when every rebuild that events asked for so far is stored and sent. */
  settled(): Promise<void>;
};

export type SendHow = {
  readonly wait?: CommandWait;
  /** Also where a lesson runs. */
  readonly insist?: boolean;
  /** The schedule that gives it. */
  readonly schedule?: ScheduleId;
};

/** Why nothing was sent to a device; `message` is for people. */
export type UnsentReason = Failure<ErrorCode> & { readonly message?: string };

export type Commands = {
  /** For one that has to wait, the row says so. One that waits already is not made twice. */
  send(
    actor: Actor,
    device: DeviceId,
    order: CommandOrder,
    how?: SendHow,
  ): Promise<Ok<DeviceCommandRow> | UnsentReason>;
  /** NOT_FOUND: no such room. */
  sendTo(
    actor: Actor,
    target: CommandTarget,
    order: CommandOrder,
    how?: SendHow,
  ): Promise<Result<SentCommands, "NOT_FOUND">>;
  /** Newest first. */
  list(device: DeviceId, limit: number): Promise<DeviceCommandRow[]>;
  listAll(room: RoomId | null, limit: number): Promise<DeviceCommandRow[]>;
  /** CONFLICT: it does not wait any more. */
  cancel(actor: Actor, id: CommandId): Promise<Result<null, "NOT_FOUND" | "CONFLICT">>;
  /** What the command brought; null when there is nothing, or not any more. */
  file(id: CommandId): Promise<{ readonly kind: DeviceFileKind; readonly bytes: Buffer } | null>;
  /** Ends what ran out of time, sends what a lesson held back; the hub does it every few seconds. */
  sweep(): Promise<void>;
  /** Lets every station of the room that is on check itself; those that were asked. */
  checkReadiness(actor: Actor, room: RoomId): Promise<Result<DeviceId[], "NOT_FOUND">>;
};

/** The last lesson that somebody led in a room. */
export type RoomLead = {
  readonly lead: LessonLead;
  /** When all of it was ended by hand, UTC ms; null while nobody did. */
  readonly endedAt: number | null;
  /** Other sessions of the room that are over: their slots do not begin any more. */
  readonly ended: readonly SessionId[];
};

export type Leads = {
  /** Null: nobody has ever led there. Memory only. */
  of(room: RoomId): RoomLead | null;
  /** One at a time in each room, stored before it is sent. `panel`: the station at which it was given. */
  giveOrder(
    actor: Actor,
    room: RoomId,
    order: LessonOrder,
    panel?: Device,
  ): Promise<Ok<LessonLead> | OrderRefusal>;
};

/** The way from the hub to one connected web screen; each call is one `ServerMessage` of protocol/link.ts. */
export type ScreenLink = {
  document(document: Desired): void;
  deviceCommand(command: DeviceCommand): void;
  roomCommand(command: RoomCommand): void;
  /** The hub ends the link: the device was revoked, or another screen took its place. */
  close(reason: "revoked" | "replaced" | "stopping"): void;
};

/** The way from one web screen to the hub. */
export type ScreenConnection = {
  /** Boot id to name in `welcome`. */
  readonly boot: string;
  /** Ids that are committed (also those that were already known): answer with `stored`. Throws only when the disk is full; then say nothing, the screen sends again. */
  records(records: readonly KioskRecord[]): Promise<RecordId[]>;
  live(kiosk: KioskLive): void;
  commandResult(result: Extract<KioskMessage, { type: "commandResult" }>): Promise<void>;
  /** A teacher at this screen leads the room. Whose PIN was right is for the caller to know, never for the page to say. */
  ask(ask: Ask): Promise<void>;
  /** The socket ended. `clean`: the page was left, not lost. */
  closed(clean: boolean): void;
};

export type Screens = {
  /** After `hello` of an authenticated screen: sends the documents it lacks through `link` and marks it online. */
  open(device: Device, hello: { kiosk: string; have: HeldVersions }, link: ScreenLink): ScreenConnection;
  /** Set while more waits to be stored than memory should hold: resolves when there is room. Nobody's socket is read meanwhile. */
  pressure(): Promise<void> | undefined;
};

export type Figures = {
  readonly devices: { readonly known: number; readonly online: number };
  /** Records and health samples taken in, also those that were let go of since. */
  readonly records: number;
  /** Different messages in quarantine. */
  readonly quarantine: number;
  /** 99th percentile of receive → commit over the last minute, ms; 0 when nothing came. */
  readonly ingestLagMs: number;
  /** True while the database cannot grow: nothing is acked, devices keep everything. */
  readonly diskFull: boolean;
  readonly batches: number;
  readonly commits: number;
  readonly mqttConnections: number;
};

/** Devices that somebody looks at closely. */
export type Watching = {
  /** It tells its load for so long from now on. DEVICE_OFFLINE also for a web screen, which has none. */
  watch(id: DeviceId): Result<{ readonly seconds: number }, "NOT_FOUND" | "DEVICE_OFFLINE">;
};

export type HubCore = {
  readonly school: SchoolIdentity;
  readonly devices: Devices;
  readonly enrolments: Enrolments;
  readonly credentials: Credentials;
  readonly desired: DesiredDocuments;
  readonly commands: Commands;
  readonly leads: Leads;
  readonly watching: Watching;
  readonly screens: Screens;
  /** Whether nobody hears what the device says; null while it is not connected over MQTT. */
  isEncrypted(device: DeviceId): boolean | null;
  figures(): Figures;
  /** Listens for MQTT; the port that was taken (0 asks for any). */
  start(host: string, port: number): Promise<Result<number, "PORT_TAKEN">>;
  /** Listens for MQTT over TLS. */
  startSecure(
    host: string,
    port: number,
    certificates: Pick<HubCertificates, "context" | "follow">,
  ): Promise<Result<number, "PORT_TAKEN">>;
  /** Ends connections, commits what arrived. */
  stop(): Promise<void>;
};
