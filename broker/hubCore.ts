// Owns the composition of the hub's core: ingest, MQTT, devices, desired documents, commands. No HTTP in here.
import type { Log } from "../runtime/log.ts";
import type { Audit } from "./audit/audit.ts";
import type { HubEvents } from "./events/hubEvents.ts";
import type { HubCore } from "./hubServices.ts";
import type { Store } from "./store/store.ts";

export type HubCoreDeps = {
  readonly store: Store;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: { now(): number };
  /** Cryptographic: secrets and codes come from it. */
  readonly random: { bytes(count: number): Uint8Array };
  /** dist/content/catalogue.json; read at start and again when `reloadContent` is asked; may be absent. */
  readonly catalogueFile: string;
};

/** Needs the school's row in the store; throws when there is none: the caller makes the school first. */
export declare function makeHubCore(deps: HubCoreDeps): Promise<HubCore>;
