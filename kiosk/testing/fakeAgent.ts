// Owns an agent for tests: a real local socket that answers like the agent's link and remembers what it was sent.
import { mkdirSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import {
  type ClockReading,
  type KioskMessage,
  type KioskRecord,
  kioskMessage,
  type ServerMessage,
} from "../../protocol/link.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import { ids } from "./sampleRoom.ts";

export type FakeAgent = {
  readonly received: KioskMessage[];
  readonly records: KioskRecord[];
  /** Whether records are answered with `stored`; true at first. */
  storing: boolean;
  send(message: unknown): void;
  /** Resolves with the first message, past or future, that fits. */
  until<Message extends KioskMessage>(fits: (message: KioskMessage) => message is Message): Promise<Message>;
  untilRecord(fits: (record: KioskRecord) => boolean): Promise<KioskRecord>;
  dropConnections(): void;
  stop(): Promise<void>;
};

export async function startFakeAgent(
  path: string,
  documents: readonly Desired[] = [],
  clock: ClockReading = { offsetMs: 0, trusted: true },
  deviceId: string = ids.device,
): Promise<FakeAgent> {
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const received: KioskMessage[] = [];
  const records: KioskRecord[] = [];
  const say = (socket: Socket, message: unknown) => socket.write(`${JSON.stringify(message)}\n`);

  const hear = (socket: Socket, message: KioskMessage) => {
    received.push(message);
    if (message.type === "hello") {
      const welcome: ServerMessage = {
        type: "welcome",
        deviceId: deviceId as never,
        boot: "0123456789abcdef" as never,
        clock,
        hubOnline: true,
      };
      say(socket, welcome);
      for (const document of documents)
        if (document.version !== message.have[document.doc]) say(socket, { type: "document", document });
    }
    if (message.type === "record") {
      if (!records.some((record) => record.id === message.record.id)) records.push(message.record);
      if (agent.storing) say(socket, { type: "stored", ids: [message.record.id] });
    }
    for (const look of waiting) look();
  };

  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A kiosk that is killed resets its connection: that is what some tests are about.
    socket.on("error", () => socket.destroy());
    createInterface({ input: socket }).on("line", (line) =>
      hear(socket, kioskMessage.parse(JSON.parse(line))),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });

  const find = <Found>(look: () => Found | undefined): Promise<Found> =>
    new Promise((resolve) => {
      const again = () => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(again);
        resolve(found);
      };
      waiting.add(again);
      again();
    });

  const agent: FakeAgent = {
    received,
    records,
    storing: true,
    send: (message) => {
      for (const socket of sockets) say(socket, message);
    },
    until: (fits) => find(() => received.find(fits)),
    untilRecord: (fits) => find(() => records.find(fits)),
    dropConnections: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return agent;
}
