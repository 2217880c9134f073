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
export const lookForHubs: LookForHubs = async (withinMs, enough) => {
  // Loaded when somebody looks: an enrolled device that reaches its hub never does.
  const { Bonjour } = await import("bonjour-service");
  const found: FoundHub[] = [];
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      bonjour.destroy();
      resolve(found);
    };
    // The library tells of a socket's error through this function; without it, it throws.
    const bonjour = new Bonjour({}, () => end());
    const timer = setTimeout(end, withinMs);
    bonjour.find({ type: "kidsmart" }, ({ addresses = [], host, port, txt }) => {
      const said = (txt ?? {}) as Record<string, unknown>;
      const mqttsPort = Number(said["mqtts"]);
      const hub: FoundHub = {
        hosts: [...addresses.filter((address) => /^\d+(\.\d+){3}$/.test(address)), ...(host ? [host] : [])],
        httpsPort: port,
        mqttsPort: Number.isInteger(mqttsPort) && mqttsPort > 0 ? mqttsPort : null,
        fingerprint: typeof said["ca"] === "string" ? said["ca"] : null,
      };
      found.push(hub);
      if (enough(hub)) end();
    });
  });
};
