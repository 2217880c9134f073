// Owns by which names and addresses this computer is called in the school's network.
import { hostname, type NetworkInterfaceInfo } from "node:os";

export type HubNames = { readonly hostnames: readonly string[]; readonly addresses: readonly string[] };

/** What a certificate may hold as a name. */
const isHostname = /^[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?$/i;

/** IPv4 only: a school's network has no other, and a computer's temporary IPv6 addresses change every day. */
export function hubNames(
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
  ownName: string = hostname(),
): HubNames {
  const own = isHostname.test(ownName) ? ownName.toLowerCase() : undefined;
  const named = own === undefined ? [] : [own, ...(own.includes(".") ? [] : [`${own}.local`])];
  return {
    hostnames: [...new Set(["localhost", ...named])],
    addresses: ["127.0.0.1", "::1", ...lanAddresses(interfaces)],
  };
}

/** IPv4 addresses by which other computers may reach this one, without those a machine gives itself (169.254). */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const found = Object.values(interfaces)
    .flatMap((each) => each ?? [])
    .filter(
      ({ family, internal, address }) => family === "IPv4" && !internal && !address.startsWith("169.254."),
    )
    .map(({ address }) => address);
  return [...new Set(found)].sort();
}
