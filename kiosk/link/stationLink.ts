// Owns the StationLink: all that the renderer knows of the world. Electron and web screens each give one (ADR 0010).
import type { ConfigDocument } from "../../protocol/documents/config.ts";
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { Catalogue, GameId } from "../../protocol/game.ts";
import type { RecordId } from "../../protocol/ids.ts";
import type { LessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import type { ClockReading, KioskRecord, PinResult } from "../../protocol/link.ts";
import type { RoomCommand } from "../../protocol/messages/command.ts";
import type { KioskLive } from "../../protocol/messages/live.ts";
import type { OwnVoices } from "./ownVoices.ts";
import type { Standing } from "./standing.ts";

/** The config without what must not reach a renderer. */
export type StationConfig = Omit<ConfigDocument, "pins">;

export type StationStatus = {
  readonly plan: PlanDocument | null;
  readonly config: StationConfig | null;
  /** Installed games that are whole; null while the catalogue is not read. */
  readonly catalogue: Catalogue | null;
  /** The hub has a newer plan that this software cannot read; the older one stays in use. */
  readonly planRefused?: boolean;
  readonly damagedGames: readonly GameId[];
  /** Approved recordings of the school's own voices that can be played here; absent where there are none yet. */
  readonly ownVoices?: OwnVoices;
  /** `judged` false: nobody has yet said whether the clock is right; wait a moment. */
  readonly clock: ClockReading & { readonly judged: boolean };
  /** Whether what serves this screen (agent, or hub for a web screen) is reached. */
  readonly serverOnline: boolean;
  readonly hubOnline: boolean;
  /** Lock, message and volume that somebody ordered; absent where nobody can. */
  readonly standing?: Standing;
  readonly about: {
    /** e.g. "0.1.0". */
    readonly version: string;
    /** e.g. "Electron 45.4.1". */
    readonly shell: string;
  };
};

export type StationEvent =
  | { readonly type: "status"; readonly status: StationStatus }
  /** The teacher's key went down or up; told by the shell, since a game's frame keeps its keys to itself. */
  | { readonly type: "teacherKey"; readonly down: boolean }
  /** The shell saw a game do what no game may; whoever plays it closes it. */
  | {
      readonly type: "gameMisbehaved";
      readonly game: string;
      readonly kind: "gameCrash" | "gameHang";
      readonly detail: string;
    }
  | { readonly type: "identify"; readonly seconds: number }
  /** A picture of the screen is taken within these seconds. */
  | { readonly type: "camera"; readonly seconds: number }
  /** Somebody wants the check before a class now. */
  | { readonly type: "checkReadiness" }
  | { readonly type: "roomCommand"; readonly command: RoomCommand };

export type Beginning = {
  readonly status: StationStatus;
  /** What `saveLesson` kept, or null. */
  readonly lesson: string | null;
};

export type StationLink = {
  /** Called once, before anything else. Events come only after it. */
  begin(onEvent: (event: StationEvent) => void): Promise<Beginning>;
  /** Resolves with the id when the record is durably kept on this device; rejects when the disk refuses it. */
  record(record: KioskRecord): Promise<RecordId>;
  live(live: KioskLive): void;
  checkPin(pin: string): Promise<PinResult>;
  saveLesson(text: string): Promise<void>;
  /**
   * An order for the whole room, to the hub, in the name of whoever's PIN opened the panel: that is known on the other side of
   * this link, never told by the page. False when the hub is not reached or nobody's PIN holds; nothing has changed then.
   */
  ask(order: LessonOrder): Promise<boolean>;
  /** Nobody leads from here any more. */
  panelClosed(): void;
  /** Ends the lock, for whoever's PIN opened the panel; false when nobody's holds: the lock is as it was then. */
  unlock(): Promise<boolean>;
  /** Free space where records are kept; null when that cannot be told. */
  freeDiskBytes(): Promise<number | null>;
  /** Address of a game's page. */
  gameAddress(game: GameId): string;
  /** Address of one of a game's files, for the host: pictures and recordings. */
  gameFile(game: GameId, path: string): string;
  /** Address of one of the `ownVoices`, by its SHA-256. */
  ownVoice(sha256: string): string;
  /** The menu can be used; housekeeping may begin. */
  interactive(): void;
};
