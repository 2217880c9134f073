// Owns the topics table: the ONE list of what travels over MQTT. ACLs, subscriptions, docs and simulated devices derive from it.
import type { z } from "zod";
import { type DeviceId, deviceId, type RoomId, roomId, type SchoolId, schoolId } from "./ids.ts";
import { ack } from "./messages/ack.ts";
import { ask } from "./messages/ask.ts";
import { deviceCommand, roomCommand } from "./messages/command.ts";
import { desired } from "./messages/desired.ts";
import { deviceState } from "./messages/deviceState.ts";
import { file } from "./messages/file.ts";
import { hubState } from "./messages/hubState.ts";
import { live } from "./messages/live.ts";
import { newSecret } from "./messages/newSecret.ts";
import { upBatch } from "./messages/upBatch.ts";
import { watch } from "./messages/watch.ts";

type Row = {
  /** Below the school's root; `{device}` and `{room}` stand for ids. */
  readonly pattern: string;
  readonly qos: 0 | 1;
  readonly from: "device" | "hub";
  readonly schema: z.ZodType;
  readonly purpose: string;
};

export const topics = {
  state: {
    pattern: "device/{device}/state",
    qos: 1,
    from: "device",
    schema: deviceState,
    purpose: "birth, last will, clean stop",
  },
  up: {
    pattern: "device/{device}/up",
    qos: 1,
    from: "device",
    schema: upBatch,
    purpose: "durable record batches",
  },
  live: {
    pattern: "device/{device}/live",
    qos: 0,
    from: "device",
    schema: live,
    purpose: "what only matters now",
  },
  ask: {
    pattern: "device/{device}/ask",
    qos: 1,
    from: "device",
    schema: ask,
    purpose: "a teacher at this station leads the room",
  },
  file: {
    pattern: "device/{device}/file",
    qos: 1,
    from: "device",
    schema: file,
    purpose: "one part of a file that a command asked for",
  },
  ack: {
    pattern: "device/{device}/ack",
    qos: 1,
    from: "hub",
    schema: ack,
    purpose: "committed up to this record",
  },
  desired: {
    pattern: "device/{device}/desired",
    qos: 1,
    from: "hub",
    schema: desired,
    purpose: "a document the device should hold",
  },
  deviceCommand: {
    pattern: "device/{device}/cmd",
    qos: 1,
    from: "hub",
    schema: deviceCommand,
    purpose: "one command",
  },
  watch: {
    pattern: "device/{device}/watch",
    qos: 0,
    from: "hub",
    schema: watch,
    purpose: "somebody looks: tell the load every two seconds",
  },
  roomCommand: {
    pattern: "room/{room}/cmd",
    qos: 1,
    from: "hub",
    schema: roomCommand,
    purpose: "lesson control for the whole room",
  },
  secret: {
    pattern: "device/{device}/secret",
    qos: 1,
    from: "hub",
    schema: newSecret,
    purpose: "the secret to use from now on",
  },
  hub: { pattern: "hub/state", qos: 1, from: "hub", schema: hubState, purpose: "hello after a start" },
} as const satisfies Record<string, Row>;
export type TopicName = keyof typeof topics;
export type TopicMessage<Name extends TopicName> = z.infer<(typeof topics)[Name]["schema"]>;

const prefix = "kidsmart/v1";

/** Largest payload, bytes. */
export const maxPayloadBytes = 256 * 1024;

/** One end of the wire. A device knows its room from its enrolment; null until it has one. */
export type Party =
  | { readonly kind: "hub"; readonly school: SchoolId }
  | {
      readonly kind: "device";
      readonly school: SchoolId;
      readonly device: DeviceId;
      readonly room: RoomId | null;
    };

export type TopicAddress = { readonly school: SchoolId; readonly device?: DeviceId; readonly room?: RoomId };

/** The topic's full text. Throws when the address lacks an id that the pattern needs: that is a bug. */
export function topicOf(name: TopicName, address: TopicAddress): string {
  const filled = topics[name].pattern.replace(/\{(device|room)\}/g, (_, part: "device" | "room") => {
    const id = address[part];
    if (id === undefined) throw new Error(`topic ${name} needs a ${part}`);
    return id;
  });
  return `${prefix}/${address.school}/${filled}`;
}

/** The subscription the hub uses for all devices of a topic. */
export function filterForAll(name: TopicName, school: SchoolId): string {
  return `${prefix}/${school}/${topics[name].pattern.replace(/\{(device|room)\}/g, "+")}`;
}

export type ParsedTopic = { readonly name: TopicName } & TopicAddress;

/** Reads a topic's text; undefined when it is no row of the table. */
export function parseTopic(text: string): ParsedTopic | undefined {
  const parts = text.split("/");
  if (parts.length < 5 || `${parts[0]}/${parts[1]}` !== prefix) return undefined;
  const school = schoolId.safeParse(parts[2]);
  if (!school.success) return undefined;
  const rest = parts.slice(3);
  for (const name of Object.keys(topics) as TopicName[]) {
    const address = match(topics[name].pattern.split("/"), rest);
    if (address !== undefined) return { name, school: school.data, ...address };
  }
  return undefined;
}

function match(
  pattern: readonly string[],
  parts: readonly string[],
): Omit<TopicAddress, "school"> | undefined {
  if (pattern.length !== parts.length) return undefined;
  let address: Omit<TopicAddress, "school"> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index];
    if (expected === "{device}") {
      const id = deviceId.safeParse(part);
      if (!id.success) return undefined;
      address = { ...address, device: id.data };
    } else if (expected === "{room}") {
      const id = roomId.safeParse(part);
      if (!id.success) return undefined;
      address = { ...address, room: id.data };
    } else if (expected !== part) return undefined;
  }
  return address;
}

export function mayPublish(party: Party, topic: string): boolean {
  const parsed = parseTopic(topic);
  if (parsed === undefined || parsed.school !== party.school) return false;
  if (topics[parsed.name].from !== party.kind) return false;
  return party.kind === "hub" || parsed.device === party.device;
}

/** What a party subscribes to after connecting: exact topics for a device, one filter a row for the hub. */
export function subscriptionsOf(party: Party): { topic: string; qos: 0 | 1 }[] {
  const rows = (Object.keys(topics) as TopicName[]).filter((name) => topics[name].from !== party.kind);
  if (party.kind === "hub")
    return rows.map((name) => ({ topic: filterForAll(name, party.school), qos: topics[name].qos }));
  return rows
    .filter((name) => party.room !== null || !topics[name].pattern.includes("{room}"))
    .map((name) => ({
      topic: topicOf(name, {
        school: party.school,
        device: party.device,
        ...(party.room === null ? {} : { room: party.room }),
      }),
      qos: topics[name].qos,
    }));
}

/** Only the party's own subscriptions, to the letter: no wildcard is ever needed by a device. */
export function maySubscribe(party: Party, filter: string): boolean {
  return subscriptionsOf(party).some(({ topic }) => topic === filter);
}
