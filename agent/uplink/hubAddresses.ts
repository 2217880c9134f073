// Owns under which MQTT addresses the hub may be reached: the one of the enrolment, its other names, and where it has moved to.
import { createHash, X509Certificate } from "node:crypto";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import { fingerprintText } from "../../protocol/fingerprint.ts";
import type { LookForHubs } from "../enrolment/discovery.ts";

const lookForMs = 5000;

export function hubAddresses({
  mqttUrl,
  hubUrls = [],
}: Pick<DeviceIdentity, "mqttUrl" | "hubUrls">): string[] {
  const { protocol, port } = new URL(mqttUrl);
  if (protocol !== "mqtts:") return [mqttUrl];
  const others = hubUrls.flatMap((url) =>
    URL.canParse(url) ? [`mqtts://${new URL(url).hostname}:${port}`] : [],
  );
  return [...new Set([mqttUrl, ...others])];
}

/** The hub of this authority wherever it says it is now; whether it is, it has to prove. */
export function findHubOf(caPem: string, lookForHubs: LookForHubs): () => Promise<readonly string[]> {
  const own = fingerprintText(createHash("sha256").update(new X509Certificate(caPem).raw).digest());
  return async () => {
    const found = await lookForHubs(lookForMs, ({ fingerprint }) => fingerprint === own);
    return found
      .filter(({ fingerprint }) => fingerprint === own)
      .flatMap(({ hosts, mqttsPort }) =>
        mqttsPort === null ? [] : hosts.map((host) => `mqtts://${host}:${mqttsPort}`),
      );
  };
}
