// Owns how this device reaches its hub: by which interface, how fast, and how well the hub's answers come back.
import { createSocket } from "node:dgram";
import { networkInterfaces } from "node:os";
import type { Condition } from "../../protocol/records/condition.ts";

export type HubLink = NonNullable<Condition["link"]>;
export type NetworkInterface = {
  readonly name: string;
  readonly kind: "wired" | "wireless" | "other";
  readonly speedMbps: number | null;
  readonly signalPercent: number | null;
};
/** What the uplink sees of its own batches. */
export type LinkQuality = Pick<HubLink, "roundTripMs" | "lostPercent">;

/** Name of the interface that the operating system would send by to `host`; `local` for this very computer. Null: no way. */
export async function routeTo(host: string): Promise<string | "local" | null> {
  const address = await sourceAddressTowards(host);
  if (address === null) return null;
  for (const [name, addresses] of Object.entries(networkInterfaces()))
    for (const each of addresses ?? [])
      if (each.address === address) return each.internal || address === host ? "local" : name;
  return null;
}

/** Connecting a datagram socket sends nothing: it only makes the operating system choose a way. */
function sourceAddressTowards(host: string): Promise<string | null> {
  const plain = host.replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = createSocket(plain.includes(":") ? "udp6" : "udp4");
    const settle = (address: string | null) => {
      socket.close();
      resolve(address);
    };
    // No such name, no such network: what the condition then says is that nobody knows.
    socket.once("error", () => settle(null));
    socket.connect(9, plain, () => settle(socket.address().address));
  });
}

export function describeLink(
  route: string | "local" | null,
  interfaces: readonly NetworkInterface[],
  quality: LinkQuality,
): HubLink {
  const way = interfaces.find(({ name }) => name === route);
  return {
    interface: route === null ? null : route === "local" ? "lo" : route.slice(0, 200),
    kind: route === "local" ? "local" : (way?.kind ?? "other"),
    speedMbps: way?.speedMbps ?? null,
    signalPercent: way?.signalPercent ?? null,
    ...quality,
  };
}
