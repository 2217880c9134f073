// Owns the agent's end of the link: a local socket where the kiosk gets its documents and leaves its records (ADR 0010).
import { chmodSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import type { BootId, DeviceId, RecordId } from "../../protocol/ids.ts";
import {
  type ClockReading,
  type KioskMessage,
  type KioskRecord,
  kioskMessage,
  maxLinkBytes,
  type ServerMessage,
} from "../../protocol/link.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { KioskLive } from "../../protocol/messages/live.ts";
import { describeIssues } from "../../protocol/versioned.ts";
import type { HubFile } from "../../protocol/voices.ts";
import { makeLines } from "../../runtime/lines.ts";
import type { Log } from "../../runtime/log.ts";
import type { Appended } from "../outbox/outbox.ts";

export type KioskResult = Omit<Extract<KioskMessage, { type: "commandResult" }>, "type">;
export type KioskFile = Omit<Extract<KioskMessage, { type: "file" }>, "type">;

export type LinkServerDeps = {
  /** As `linkPath` gives it. */
  readonly path: string;
  readonly log: Log;
  readonly deviceId: DeviceId;
  readonly boot: BootId;
  readonly clock: () => ClockReading;
  readonly hubOnline: () => boolean;
  /** Those of another version than the kiosk holds. */
  readonly otherDocuments: (have: { plan: number; config: number; content: number }) => readonly Desired[];
  /** Keeps a kiosk's record; `stored` is called once it is on the disk. */
  readonly keep: (record: KioskRecord, stored: () => void) => Appended;
  readonly commandResult: (result: KioskResult) => void;
  /** What a command asked the kiosk for; its result follows. */
  readonly commandFile: (file: KioskFile) => void;
  /** A teacher at this station leads the room. */
  readonly ask: (ask: Ask) => void;
  /** A kiosk lacks a file of the hub. */
  readonly fetchFile: (file: HubFile, answer: (message: ServerMessage) => void) => void;
  /** A kiosk said hello; it knows nothing of what the one before it was told. */
  readonly kioskCame: () => void;
  /** The kiosk in charge came, changed what it shows, or went (null). */
  readonly kioskChanged: (kiosk: ConnectedKiosk | null) => void;
};

export type ConnectedKiosk = { readonly version: string; readonly live: KioskLive | null };

export type LinkServer = {
  /** Resolves once kiosks can connect. Rejects with the socket's error when the address cannot be used. */
  readonly listen: () => Promise<void>;
  /** To every kiosk that said hello. */
  readonly broadcast: (message: ServerMessage) => void;
  /** To the kiosk in charge; false when there is none. */
  readonly send: (message: ServerMessage) => boolean;
  readonly kiosk: () => ConnectedKiosk | null;
  readonly close: () => Promise<void>;
};

/** A kiosk that reads nothing for this long a queue hangs; it is let go, and comes again. Bytes */
const maxUnreadBytes = 8 * 1024 * 1024;

type Peer = { readonly socket: Socket; version: string | null; live: KioskLive | null };

export function makeLinkServer(deps: LinkServerDeps): LinkServer {
  const { path, log } = deps;
  const peers = new Set<Peer>();
  /** The newest kiosk to say hello. */
  let inCharge: Peer | undefined;

  const server = createServer((socket) => {
    const peer: Peer = { socket, version: null, live: null };
    const lines = makeLines(maxLinkBytes);
    peers.add(peer);
    socket.on("data", (chunk) => {
      const { lines: complete, tooLong } = lines.push(chunk);
      for (const line of complete) if (!socket.destroyed) receive(peer, line);
      if (tooLong) reject(peer, `a line of more than ${maxLinkBytes} bytes`);
    });
    // A kiosk that was killed: `close` follows and tells the rest.
    socket.on("error", (error) => log.debug({ error: error.message }, "kiosk connection broke"));
    socket.on("close", () => forget(peer));
  });

  function reject(peer: Peer, detail: string): void {
    log.warn({ code: "LINK_BAD_LINE", detail }, "kiosk connection closed: not understood");
    peer.socket.destroy();
  }

  function forget(peer: Peer): void {
    peers.delete(peer);
    if (inCharge !== peer) return;
    inCharge = [...peers].findLast(({ version }) => version !== null);
    log.info("kiosk left");
    changed();
  }

  function connected(peer: Peer | undefined): ConnectedKiosk | null {
    if (peer === undefined || peer.version === null) return null;
    return { version: peer.version, live: peer.live };
  }

  const changed = () => deps.kioskChanged(connected(inCharge));

  function write(peer: Peer, message: ServerMessage): void {
    if (peer.socket.destroyed) return;
    peer.socket.write(`${JSON.stringify(message)}\n`);
    if (peer.socket.writableLength > maxUnreadBytes) reject(peer, "it reads nothing any more");
  }

  function receive(peer: Peer, line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      reject(peer, String(error));
      return;
    }
    const message = kioskMessage.safeParse(value);
    if (!message.success) reject(peer, describeIssues(message.error));
    else if (message.data.type === "hello") welcome(peer, message.data);
    else if (peer.version === null) reject(peer, `${message.data.type} before hello`);
    else handle(peer, message.data);
  }

  function welcome(peer: Peer, hello: Extract<KioskMessage, { type: "hello" }>): void {
    peer.version = hello.kiosk;
    inCharge = peer;
    log.info({ kiosk: hello.kiosk }, "kiosk connected");
    const { deviceId, boot } = deps;
    write(peer, { type: "welcome", deviceId, boot, clock: deps.clock(), hubOnline: deps.hubOnline() });
    for (const document of deps.otherDocuments(hello.have)) write(peer, { type: "document", document });
    changed();
    deps.kioskCame();
  }

  function handle(peer: Peer, message: Exclude<KioskMessage, { type: "hello" }>): void {
    switch (message.type) {
      case "record": {
        const id: RecordId = message.record.id;
        const kept = deps.keep(message.record, () => write(peer, { type: "stored", ids: [id] }));
        // The kiosk sends again what was not stored whenever it connects anew.
        if (kept === "refused") reject(peer, "no room for its records now");
        return;
      }
      case "live":
        peer.live = message.live;
        if (peer === inCharge) changed();
        return;
      case "commandResult":
        deps.commandResult(message);
        return;
      case "file":
        deps.commandFile(message);
        return;
      case "ask":
        deps.ask(message.ask);
        return;
      case "fetch":
        deps.fetchFile(message.file, (answer) => write(peer, answer));
        return;
      case "checkPin":
        // Web screens only: in Electron the main process checks PINs itself.
        write(peer, { type: "pin", request: message.request, result: { outcome: "unavailable" } });
        return;
      case "panelClosed":
        // Web screens only, too.
        return;
    }
  }

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const pipe = process.platform === "win32";
        // Whoever left a socket behind is dead: this process holds the data folder.
        if (!pipe) rmSync(path, { force: true });
        server.once("error", reject);
        server.listen(path, () => {
          server.off("error", reject);
          server.on("error", (error) => log.error({ error: error.message }, "link server"));
          if (!pipe) chmodSync(path, 0o600);
          resolve();
        });
      }),
    broadcast(message) {
      for (const peer of peers) if (peer.version !== null) write(peer, message);
    },
    send(message) {
      if (inCharge === undefined) return false;
      write(inCharge, message);
      return true;
    },
    kiosk: () => connected(inCharge),
    close: () =>
      new Promise((resolve) => {
        for (const { socket } of peers) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
