// Owns looking for hubs in the school's network by mDNS. What is found is an address to ask, never a reason to trust.
export type FoundHub = {
  /** IPv4 addresses and its name. */
  readonly hosts: readonly string[];
  readonly httpsPort: number;
  readonly mqttsPort: number | null;
  /** What it says its authority's fingerprint is. */
  readonly fingerprint: string | null;
};

export type LookForHubs = (withinMs: number, enough: (hub: FoundHub) => boolean) => Promise<FoundHub[]>;

/** Never rejects: a network without multicast has no hub to find. */
export const lookForHubs: LookForHubs = (withinMs, enough) => lookOn({}, withinMs, enough);

/** `network`: one of this computer's own addresses, to look on its network alone. */
export async function lookOn(
  network: { readonly interface?: string },
  withinMs: number,
  enough: (hub: FoundHub) => boolean,
): Promise<FoundHub[]> {
  // Loaded when somebody looks: an enrolled device that reaches its hub never does.
  const { Bonjour } = await import("bonjour-service");
  const found: FoundHub[] = [];
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      bonjour.destroy();
      resolve(found);
    };
    // The options are those of multicast-dns, where the library hands them on; its own types name a service.
    // It tells of a socket's error through this function; without it, it throws.
    const bonjour = new Bonjour(network as never, () => end());
    const timer = setTimeout(end, withinMs);
    bonjour.find({ type: "kidsmart" }, ({ addresses = [], host, port, txt, referer }) => {
      const said = (txt ?? {}) as Record<string, unknown>;
      const mqttsPort = Number(said["mqtts"]);
      const hub: FoundHub = {
        // Where the answer came from counts too: a hub may not know all of its own addresses.
        hosts: [...new Set([referer?.address ?? "", ...addresses, host])].filter(isHost),
        httpsPort: port,
        mqttsPort: Number.isInteger(mqttsPort) && mqttsPort > 0 ? mqttsPort : null,
        fingerprint: typeof said["ca"] === "string" ? said["ca"] : null,
      };
      found.push(hub);
      if (enough(hub)) end();
    });
  });
}

/** No IPv6: a school's network has no other addresses than IPv4, and link-local ones need a zone. */
const isHost = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z0-9.-]+$/i.test(text);
