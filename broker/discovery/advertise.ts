// Owns telling the school's network by mDNS where the hub is, so that nobody types an address. Who hears it still has to check the authority.
import { hostname } from "node:os";
import type { Log } from "../../runtime/log.ts";

export type Advertisement = { stop(): Promise<void> };

/** A hub on a network without multicast works all the same: problems are logged, never thrown. */
export async function advertiseHub(deps: {
  readonly httpsPort: number;
  readonly mqttsPort: number;
  readonly fingerprint: string;
  readonly log: Log;
  /** One of this computer's own addresses, to be told on its network alone. */
  readonly network?: { readonly interface?: string };
}): Promise<Advertisement> {
  const { httpsPort, mqttsPort, fingerprint, log } = deps;
  const ownName = hostname();
  const { Bonjour } = await import("bonjour-service");
  // The options are those of multicast-dns, where the library hands them on; its own types name a service.
  const bonjour = new Bonjour((deps.network ?? {}) as never, (error: Error) =>
    log.warn(
      { error: error.message },
      "the network does not hear where the hub is; addresses have to be typed",
    ),
  );
  bonjour.publish({
    // Two hubs in one network differ by it; a name that exists would end the advertisement.
    name: `Kidsmart ${ownName} ${fingerprint.slice(0, 4)}`,
    type: "kidsmart",
    host: ownName.includes(".") ? ownName : `${ownName}.local`,
    port: httpsPort,
    txt: { v: "1", ca: fingerprint, mqtts: String(mqttsPort) },
    probe: false,
  });
  return {
    stop: () =>
      new Promise((resolve) => {
        bonjour.unpublishAll(() => bonjour.destroy(() => resolve()));
      }),
  };
}
