// Owns by which address a device reaches the hub: the one its person typed, unless that means "this computer".
import type { NetworkInterfaceInfo } from "node:os";
import type { Authority } from "../certificates/authority.ts";
import { lanAddresses } from "../certificates/hubNames.ts";
import type { HubAddresses } from "./handlers/deviceHandlers.ts";

export type HubAddressesDependencies = {
  /** Where HTTP, HTTPS and MQTT over TLS listen: "0.0.0.0" or one address. */
  readonly httpHost: string;
  readonly httpsPort: () => number;
  /** In the clear, on this computer's loopback. */
  readonly mqttPort: () => number;
  readonly mqttsPort: () => number;
  readonly authority: Pick<Authority, "certificatePem" | "fingerprint">;
  readonly networkInterfaces: () => NodeJS.Dict<NetworkInterfaceInfo[]>;
};

export function makeHubAddresses(dependencies: HubAddressesDependencies): HubAddresses {
  const { httpHost, httpsPort, mqttPort, mqttsPort, authority, networkInterfaces } = dependencies;

  function secureHubs(hostname: string): string[] {
    const everywhere = httpHost === "0.0.0.0" || httpHost === "::";
    const own = everywhere ? lanAddresses(networkInterfaces()) : [httpHost];
    // What the person's own browser reaches comes first.
    const hosts = isLoopback(hostname) || !everywhere ? own : [hostname, ...own];
    const named = hosts.length === 0 ? ["127.0.0.1"] : hosts;
    return [...new Set(named)].slice(0, mostHubs).map((host) => `${host}:${httpsPort()}`);
  }

  return {
    authority,
    onThisComputerOnly: isLoopback(httpHost),
    httpUrl({ protocol, hostname, port }) {
      // A QR code with "localhost" would send a tablet to itself.
      const reachable =
        isLoopback(hostname) && !isLoopback(httpHost)
          ? (lanAddresses(networkInterfaces())[0] ?? hostname)
          : hostname;
      const usual = protocol === "https" ? 443 : 80;
      return `${protocol}://${reachable}${port === usual ? "" : `:${port}`}`;
    },
    // Whoever can reach an MQTT on loopback at all, reaches it there: this computer, or the end of a tunnel.
    mqttUrl: () => `mqtt://127.0.0.1:${mqttPort()}`,
    secureHubs: ({ hostname }) => secureHubs(hostname),
    secureWay({ hostname }) {
      const host = hostname === "localhost" ? "127.0.0.1" : hostname;
      const others = secureHubs(hostname).map((hub) => `https://${hub}`);
      return {
        mqttUrl: `mqtts://${host}:${mqttsPort()}`,
        caPem: authority.certificatePem,
        hubUrls: [...new Set([`https://${host}:${httpsPort()}`, ...others])].slice(0, mostHubs),
      };
    },
  };
}

/** A computer with more networks than this is no hub of a school; a QR code must stay readable. */
const mostHubs = 4;

const isLoopback = (host: string) =>
  host === "localhost" || host === "[::1]" || host === "::1" || host.startsWith("127.");
