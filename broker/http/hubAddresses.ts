// Owns by which address a device reaches the hub: the one its person typed, unless that means "this computer".
import type { NetworkInterfaceInfo } from "node:os";
import type { HubAddresses } from "./handlers/deviceHandlers.ts";

export type HubAddressesDependencies = {
  /** Where HTTP listens: "0.0.0.0" or one address. */
  readonly httpHost: string;
  readonly mqttPort: () => number;
  readonly networkInterfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
};

export function makeHubAddresses(dependencies: HubAddressesDependencies): HubAddresses {
  const { httpHost, mqttPort, networkInterfaces } = dependencies;
  return {
    httpUrl({ protocol, hostname, port }) {
      // A QR code with "localhost" would send a tablet to itself.
      const reachable =
        isLoopback(hostname) && !isLoopback(httpHost)
          ? (lanAddress(networkInterfaces()) ?? hostname)
          : hostname;
      const usual = protocol === "https" ? 443 : 80;
      return `${protocol}://${reachable}${port === usual ? "" : `:${port}`}`;
    },
    mqttUrl: ({ hostname }) => `mqtt://${isLoopback(hostname) ? "127.0.0.1" : hostname}:${mqttPort()}`,
  };
}

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");

function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  return Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
