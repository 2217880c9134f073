// Owns what the hub itself writes to a device's socket: receipts (PUBACK) in order of arrival and acks, all of one turn in one write.
import type { Writable } from "node:stream";

export type Outbound = {
  /**
   * A PUBLISH of QoS 1 arrived. Whoever has dealt with it calls the result: its receipt goes out then,
   * but never before those of earlier ones (MQTT 3.1.1, 4.6).
   */
  received(messageId: number): () => void;
  /** QoS 1, sent once: sessions are clean, so nobody would ever send it again. */
  publish(topic: string, payload: string): void;
};

type Receipt = { readonly messageId: number; settled: boolean };

/** `mostUnsent`: bytes a socket may owe us; a device that reads no more than that is cut off. */
export function makeOutbound(socket: Writable, mostUnsent: number): Outbound {
  let receipts: Receipt[] = [];
  let packets: Buffer[] = [];
  let planned = false;
  let lastId = 0;

  function flushSoon(): void {
    if (planned) return;
    planned = true;
    setImmediate(flush);
  }

  function flush(): void {
    planned = false;
    let settled = receipts.findIndex((receipt) => !receipt.settled);
    if (settled === -1) settled = receipts.length;
    const chunks = packets;
    packets = [];
    if (settled > 0) {
      chunks.unshift(receiptPackets(receipts, settled));
      receipts = settled === receipts.length ? [] : receipts.slice(settled);
    }
    if (socket.destroyed || chunks.length === 0) return;
    socket.write(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks));
    if (socket.writableLength > mostUnsent) socket.destroy(new Error("the device does not read"));
  }

  return {
    received(messageId) {
      const receipt: Receipt = { messageId, settled: false };
      receipts.push(receipt);
      return () => {
        receipt.settled = true;
        flushSoon();
      };
    },
    publish(topic, payload) {
      // Ids from 1 to 65,535. The broker beneath counts its own, which may meet these: a receiver of QoS 1 only returns them.
      lastId = (lastId % 65_535) + 1;
      packets.push(publishPacket(topic, payload, lastId));
      flushSoon();
    },
  };
}

function receiptPackets(receipts: readonly Receipt[], count: number): Buffer {
  const bytes = Buffer.allocUnsafe(count * 4);
  for (let index = 0; index < count; index++) {
    const { messageId } = receipts[index] as Receipt;
    bytes.writeUInt16BE(0x4002, index * 4);
    bytes.writeUInt16BE(messageId, index * 4 + 2);
  }
  return bytes;
}

function publishPacket(topic: string, payload: string, messageId: number): Buffer {
  const topicBytes = Buffer.byteLength(topic);
  const payloadBytes = Buffer.byteLength(payload);
  let length = 4 + topicBytes + payloadBytes;
  // Bytes of seven bits each say the length (2.2.3).
  const header = [0x32];
  do {
    const rest = Math.floor(length / 128);
    header.push((length % 128) | (rest > 0 ? 0x80 : 0));
    length = rest;
  } while (length > 0);
  const bytes = Buffer.allocUnsafe(header.length + 4 + topicBytes + payloadBytes);
  bytes.set(header);
  let offset = bytes.writeUInt16BE(topicBytes, header.length);
  offset += bytes.write(topic, offset);
  offset = bytes.writeUInt16BE(messageId, offset);
  bytes.write(payload, offset);
  return bytes;
}
