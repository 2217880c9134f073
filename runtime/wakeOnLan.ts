// Owns waking computers over the network: magic packets to every network this machine stands in.
import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";

/** By custom; a network card looks into any frame whose payload holds the pattern. */
const port = 9;
/** Packets are lost, and a card just falling asleep may miss the first. */
const repeats = 3;

/** Six bytes of ff, then the address sixteen times. `mac`: "aa:bb:cc:dd:ee:ff". */
export function magicPacket(mac: string): Buffer {
  const address = Buffer.from(mac.replaceAll(":", ""), "hex");
  return Buffer.concat([Buffer.alloc(6, 0xff), ...Array.from({ length: 16 }, () => address)]);
}

/** The address that reaches everybody in the network of `address`, IPv4 in dots. */
export function broadcastOf(address: string, netmask: string): string {
  const mask = netmask.split(".").map(Number);
  return address
    .split(".")
    .map((part, place) => (Number(part) | (~(mask[place] ?? 255) & 255)) & 255)
    .join(".");
}

function broadcastAddresses(): string[] {
  const found = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address, netmask }) => broadcastOf(address, netmask));
  return [...new Set([...found, "255.255.255.255"])];
}

/**
 * Resolves when at least one packet left this machine; rejects with the system's reason when none did. Nobody answers
 * such a packet: whether a machine wakes shows only when it comes.
 */
export async function sendMagicPackets(
  macs: readonly string[],
  targets: { readonly addresses: readonly string[]; readonly port: number } = {
    addresses: broadcastAddresses(),
    port,
  },
): Promise<void> {
  const socket = createSocket("udp4");
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once("error", reject);
      socket.bind(0, resolve);
    });
    socket.setBroadcast(true);
    const send = (packet: Buffer, address: string) =>
      new Promise<void>((resolve, reject) =>
        socket.send(packet, targets.port, address, (error) => (error ? reject(error) : resolve())),
      );
    const outcomes = await Promise.allSettled(
      macs.flatMap((mac) =>
        targets.addresses.flatMap((address) =>
          Array.from({ length: repeats }, () => send(magicPacket(mac), address)),
        ),
      ),
    );
    const failed = outcomes.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined && !outcomes.some(({ status }) => status === "fulfilled")) throw failed.reason;
  } finally {
    socket.close();
  }
}
