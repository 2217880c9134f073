// Owns by which address a device reaches the hub: the one its person typed, unless that means "this computer".
import type { NetworkInterfaceInfo } from "node:os";
import type { HubAddresses } from "./handlers/deviceHandlers.ts";

export type HubAddressesDependencies = {
  /** Where HTTP listens: "0.0.0.0" or one address. */
  readonly httpHost: string;
  readonly httpPort: () => number;
  /** Where MQTT listens. */
  readonly mqttHost: string;
  readonly mqttPort: () => number;
  readonly networkInterfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
};

export function makeHubAddresses(dependencies: HubAddressesDependencies): HubAddresses {
  const { httpHost, httpPort, mqttHost, mqttPort, networkInterfaces } = dependencies;
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
    // Whoever can reach an MQTT on loopback at all, reaches it there: this computer, or the end of a tunnel.
    mqttUrl: ({ hostname }) =>
      `mqtt://${isLoopback(hostname) || isLoopback(mqttHost) ? "127.0.0.1" : hostname}:${mqttPort()}`,
    ownHttpUrl: () =>
      isLoopback(mqttHost)
        ? `http://${httpHost === "0.0.0.0" ? "127.0.0.1" : httpHost}:${httpPort()}`
        : undefined,
  };
}

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");

function lanAddress(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string | undefined {
  return Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
}
