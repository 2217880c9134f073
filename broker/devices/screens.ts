// Owns the web screens: pages at /screen for which the hub plays the agent's part (ADR 0010).
import { createHash } from "node:crypto";
import type { BootId, CommandId, DeviceId, RoomId, StreamId } from "../../protocol/ids.ts";
import { commandId } from "../../protocol/ids.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import type { DeviceCommand, RoomCommand } from "../../protocol/messages/command.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { Device, ScreenLink, Screens } from "../hubServices.ts";
import type { Ingest } from "../ingest/ingest.ts";
import type { Presence } from "./presence.ts";

export type ScreenDeps = {
  readonly ingest: Ingest;
  readonly presence: Presence;
  readonly clock: { now(): number };
  readonly random: { bytes(count: number): Uint8Array };
  readonly offer: (device: DeviceId, have: Parameters<Screens["open"]>[1]["have"]) => void;
  readonly roomOf: (device: DeviceId) => RoomId | null;
  /** A web screen has no outbox: the hub files its command results itself. */
  readonly finishCommand: (
    device: DeviceId,
    result: { commandId: CommandId; outcome: "done" | "failed" | "refused"; detail: string },
  ) => Promise<void>;
  readonly hearAsk: (device: Device, ask: Ask) => Promise<void>;
};

export type ScreenService = Screens & {
  isConnected(device: DeviceId): boolean;
  sendDocument(device: DeviceId, document: Desired): void;
  sendCommand(device: DeviceId, command: DeviceCommand): void;
  sendRoomCommand(device: DeviceId, command: RoomCommand): void;
  sendToRoom(room: RoomId, command: RoomCommand): void;
  disconnect(device: DeviceId, reason: "revoked"): void;
  stop(): void;
};

/** The hub numbers a screen's records; one stream for each screen, the same after a restart of the hub. */
const streamOf = (device: DeviceId) =>
  createHash("sha256").update(`screen ${device}`).digest("hex").slice(0, 16) as StreamId;

export function makeScreens(deps: ScreenDeps): ScreenService {
  const { ingest, presence, clock, random, offer, roomOf, finishCommand, hearAsk } = deps;
  const links = new Map<DeviceId, ScreenLink>();
  const boot = Buffer.from(random.bytes(8)).toString("hex") as BootId;
  const startedAt = clock.now();

  return {
    open(device, { kiosk, have }, link) {
      links.get(device.id)?.close("replaced");
      links.set(device.id, link);
      presence.screenOnline(device.id, kiosk, clock.now());
      offer(device.id, have);
      const isCurrent = () => links.get(device.id) === link;
      return {
        boot,
        records: (records) =>
          ingest.acceptFromScreen(
            device.id,
            streamOf(device.id),
            { mono: clock.now() - startedAt, boot },
            records,
          ),
        live(live) {
          if (isCurrent()) presence.kioskLive(device.id, live);
        },
        async commandResult({ commandId: id, outcome, detail }) {
          const read = commandId.safeParse(id);
          if (read.success) await finishCommand(device.id, { commandId: read.data, outcome, detail });
        },
        async ask(ask) {
          if (isCurrent()) await hearAsk(device, ask);
        },
        closed(clean) {
          if (!isCurrent()) return;
          links.delete(device.id);
          presence.screenGone(device.id, clean, clock.now());
        },
      };
    },
    pressure: () => ingest.pressure(),
    isConnected: (device) => links.has(device),
    sendDocument: (device, document) => links.get(device)?.document(document),
    sendCommand: (device, command) => links.get(device)?.deviceCommand(command),
    sendRoomCommand: (device, command) => links.get(device)?.roomCommand(command),
    sendToRoom(room, command) {
      for (const [device, link] of links) if (roomOf(device) === room) link.roomCommand(command);
    },
    disconnect: (device, reason) => links.get(device)?.close(reason),
    stop() {
      for (const link of links.values()) link.close("stopping");
    },
  };
}
