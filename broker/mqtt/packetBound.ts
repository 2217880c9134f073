// Owns the bound on one MQTT packet: the parser beneath waits for as much as a header announces, up to 256 MiB, so it must not see larger headers.
import type { Socket } from "node:net";

export type PacketBound = {
  /** Looks at the next bytes; false when a packet announces more than the bound. */
  admits(chunk: Uint8Array): boolean;
};

/** `maxBytes`: largest "remaining length" (MQTT 3.1.1, 2.2.3) that is let through. */
export function makePacketBound(maxBytes: number): PacketBound {
  // What is left of the packet that is passing; the header is read when nothing is.
  let left = 0;
  let lengthShift = -1;
  let length = 0;
  return {
    admits(chunk) {
      let index = 0;
      while (index < chunk.length) {
        if (left > 0) {
          const step = Math.min(left, chunk.length - index);
          left -= step;
          index += step;
        } else if (lengthShift < 0) {
          // The packet's type and flags; its length begins with the next byte.
          index++;
          lengthShift = 0;
          length = 0;
        } else {
          const byte = chunk[index] as number;
          index++;
          length += (byte & 0x7f) * 2 ** lengthShift;
          if (length > maxBytes) return false;
          if (byte < 0x80) {
            left = length;
            lengthShift = -1;
          } else {
            lengthShift += 7;
            // More than four length bytes is malformed (2.2.3).
            if (lengthShift > 21) return false;
          }
        }
      }
      return true;
    },
  };
}

/** Guards a socket before anyone reads from it: a packet above the bound ends the connection. */
export function boundPackets(socket: Socket, maxBytes: number, onExceeded: () => void): void {
  const bound = makePacketBound(maxBytes);
  const read = socket.read.bind(socket);
  socket.read = (size?: number) => {
    const chunk = read(size) as Buffer | null;
    if (chunk === null || bound.admits(chunk)) return chunk;
    onExceeded();
    socket.destroy();
    return null;
  };
}
