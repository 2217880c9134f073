// Owns a bare MQTT 3.1.1 client for load: packets made beforehand, no queues, so that the server is what gets measured.
import { connect } from "node:net";
import { generate, type Packet, parser } from "mqtt-packet";

export type WireClient = {
  /** Writes an already generated packet. */
  write(packet: Buffer): void;
  close(): void;
};

export type WireOptions = {
  readonly port: number;
  readonly clientId: string;
  readonly username?: string;
  readonly password?: string;
  readonly subscribe?: readonly { topic: string; qos: 0 | 1 }[];
  readonly will?: { readonly topic: string; readonly payload: Buffer };
  readonly keepaliveSeconds?: number;
  onPacket(packet: Packet, client: WireClient): void;
  /** The connection is gone, by whomever. */
  onClosed?(): void;
};

/** Resolves when the server accepted the connection and every subscription; rejects when it ends before. */
export function openWireClient(options: WireOptions): Promise<WireClient> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: options.port, host: "127.0.0.1", noDelay: true });
    const reader = parser({ protocolVersion: 4 });
    const client: WireClient = {
      write: (packet) => void socket.write(packet),
      close: () => socket.destroy(),
    };
    const subscriptions = options.subscribe ?? [];
    reader.on("packet", (packet: Packet) => {
      if (packet.cmd === "connack") {
        if (packet.returnCode !== 0) return reject(new Error(`connection refused: ${packet.returnCode}`));
        if (subscriptions.length === 0) return resolve(client);
        return client.write(
          generate({
            cmd: "subscribe",
            messageId: 1,
            subscriptions: subscriptions.map(({ topic, qos }) => ({ topic, qos })),
          }),
        );
      }
      if (packet.cmd === "suback") return resolve(client);
      if (packet.cmd === "publish" && packet.qos === 1 && packet.messageId !== undefined)
        client.write(puback(packet.messageId));
      return options.onPacket(packet, client);
    });
    reader.on("error", reject);
    socket.on("data", (bytes: Buffer) => reader.parse(bytes));
    socket.on("error", reject);
    socket.on("close", () => {
      reject(new Error("the connection was closed"));
      options.onClosed?.();
    });
    socket.on("connect", () =>
      client.write(
        generate({
          cmd: "connect",
          protocolId: "MQTT",
          protocolVersion: 4,
          clean: true,
          keepalive: options.keepaliveSeconds ?? 300,
          clientId: options.clientId,
          ...(options.username === undefined ? {} : { username: options.username }),
          ...(options.password === undefined ? {} : { password: Buffer.from(options.password) }),
          ...(options.will === undefined ? {} : { will: { ...options.will, qos: 1, retain: false } }),
        }),
      ),
    );
  });
}

const puback = (messageId: number): Buffer => Buffer.from([0x40, 2, messageId >> 8, messageId & 255]);
