// Owns who may connect, publish and subscribe over MQTT: credentials from the registry, topics from the protocol's table alone.
import type { DeviceId, SchoolId } from "../../protocol/ids.ts";
import { mayPublish, maySubscribe, type Party, parseTopic, type TopicName } from "../../protocol/topics.ts";
import type { Registry } from "../devices/registry.ts";
import type { Admission, Credentials } from "../hubServices.ts";

export type Access = {
  /** Lets in when name, client id and secret are one and right. */
  admit(
    clientId: string,
    username: string | undefined,
    secret: Uint8Array | undefined,
  ): Admission | Promise<Admission>;
  /** The row of the topics table that the device may publish to under this topic; undefined: refused. */
  publishable(device: DeviceId, topic: string): TopicName | undefined;
  subscribable(device: DeviceId, filter: string): boolean;
};

const stranger: Admission = { ok: false, why: "unknown", device: null };

export function makeAccess({
  registry,
  credentials,
  school,
}: {
  readonly registry: Registry;
  readonly credentials: Pick<Credentials, "admit">;
  readonly school: SchoolId;
}): Access {
  // The same few topics come with every message; reading the table each time would be the costliest part of relaying.
  const decided = new Map<DeviceId, Map<string, TopicName>>();

  function partyOf(id: DeviceId): Party | undefined {
    const device = registry.find(id)?.device;
    if (device === undefined || device.revokedAt !== null) return undefined;
    return { kind: "device", school, device: id, room: device.roomId };
  }

  return {
    admit(clientId, username, secret) {
      if (username === undefined || secret === undefined || username !== clientId) return stranger;
      // A web screen's secret opens its own link only.
      if (registry.find(clientId as DeviceId)?.device.via !== "agent") return stranger;
      return credentials.admit(clientId, secret);
    },
    publishable(device, topic) {
      const party = partyOf(device);
      if (party === undefined) return undefined;
      const known = decided.get(device)?.get(topic);
      if (known !== undefined) return known;
      const name = mayPublish(party, topic) ? parseTopic(topic)?.name : undefined;
      if (name === undefined) return undefined;
      // Only allowed topics are kept, so a device's list has as many lines as the table.
      const topics = decided.get(device) ?? new Map<string, TopicName>();
      decided.set(device, topics.set(topic, name));
      return name;
    },
    subscribable(device, filter) {
      const party = partyOf(device);
      return party !== undefined && maySubscribe(party, filter);
    },
  };
}
