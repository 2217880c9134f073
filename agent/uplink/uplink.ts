// Owns the way up: which records go when, what the hub's answers mean, and what the hub says to this device.
import { decode, encode } from "../../protocol/codec.ts";
import type { DeviceIdentity } from "../../protocol/enrolment.ts";
import type { BootId, RoomId } from "../../protocol/ids.ts";
import type { Ack } from "../../protocol/messages/ack.ts";
import type { Ask } from "../../protocol/messages/ask.ts";
import type { DeviceCommand, RoomCommand } from "../../protocol/messages/command.ts";
import type { Desired } from "../../protocol/messages/desired.ts";
import type { DeviceState } from "../../protocol/messages/deviceState.ts";
import type { DeviceFilePart } from "../../protocol/messages/file.ts";
import type { HubState } from "../../protocol/messages/hubState.ts";
import type { Live } from "../../protocol/messages/live.ts";
import { foldBatch } from "../../protocol/messages/upBatch.ts";
import type { Watch } from "../../protocol/messages/watch.ts";
import {
  parseTopic,
  subscriptionsOf,
  type TopicMessage,
  type TopicName,
  topicOf,
  topics,
} from "../../protocol/topics.ts";
import type { Log } from "../../runtime/log.ts";
import { type DeviceSecrets, fixedSecret } from "../enrolment/deviceSecrets.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Cancel, Clock } from "../time/clock.ts";
import type { Random } from "../time/random.ts";
import { makeConnection } from "./connection.ts";
import { hubAddresses } from "./hubAddresses.ts";
import { type LinkQuality, makeLinkQuality } from "./linkQuality.ts";
import { askWatermark } from "./watermarkQuestion.ts";
import { makeWindow } from "./window.ts";

export type UplinkSettings = {
  /** Batches on their way at once. */
  readonly windowBatches: number;
  readonly maxBatchBytes: number;
  readonly maxBatchRecords: number;
  /** How long health may wait for company, ms. */
  readonly holdHealthMs: () => number;
  /** No answer for this long: send again. ms */
  readonly ackWithinMs: number;
  /** Longest random wait before a new announcement to a hub that has just started, ms. */
  readonly announceJitterMs: number;
};

export const usualSettings: UplinkSettings = {
  windowBatches: 4,
  maxBatchBytes: 200 * 1024,
  maxBatchRecords: 2000,
  holdHealthMs: () => 5 * 60_000,
  ackWithinMs: 15_000,
  announceJitterMs: 5000,
};

/** What the hub may make this device do. */
export type UplinkEvents = {
  readonly desired: (document: Desired) => void;
  /** A desired document that does not fit its schema; the payload as it came. */
  readonly desiredRefused: (detail: string, payload: Uint8Array) => void;
  readonly deviceCommand: (command: DeviceCommand) => void;
  readonly roomCommand: (command: RoomCommand) => void;
  /** Somebody looks at this device, or no longer. */
  readonly watch: (watch: Watch) => void;
  /** The hub's clock, UTC ms. */
  readonly hubTime: (hubTime: number) => void;
  readonly online: (online: boolean) => void;
};

export type UplinkDeps = {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly outbox: Outbox;
  readonly identity: Pick<
    DeviceIdentity,
    "schoolId" | "deviceId" | "secret" | "mqttUrl" | "caPem" | "hubUrls"
  >;
  /** The secret while it may change; the identity's own and no other without it. */
  readonly secrets?: DeviceSecrets;
  /** Where the hub may be when none of its addresses answers, as MQTT addresses. */
  readonly findHub?: () => Promise<readonly string[]>;
  readonly room: () => RoomId | null;
  readonly boot: BootId;
  readonly run: number;
  /** What the birth says beside boot and run. */
  readonly birth: () => Omit<Extract<DeviceState, { state: "online" }>, "state" | "boot" | "run">;
  readonly events: UplinkEvents;
  readonly settings?: Partial<UplinkSettings>;
};

export type Uplink = {
  readonly start: () => void;
  readonly isOnline: () => boolean;
  /** How well batches and their acknowledgements pass lately. */
  readonly linkQuality: LinkQuality["reading"];
  /** Sends everything that waits, health too. */
  readonly flush: () => void;
  /** Tells the hub anew what this device is and holds, about a second later. */
  readonly announceSoon: () => void;
  /** Says what only matters now; kept as the latest for the next connection. */
  readonly sendLive: (live: Live) => void;
  /** To the hub now, or never: nothing is kept while it is away. */
  readonly ask: (ask: Ask) => void;
  /** One part of a file that a command asked for; now or never, too. */
  readonly sendFilePart: (part: DeviceFilePart) => void;
  /** Announces itself at once as a device that holds no document: the hub sends them all. */
  readonly askForDocuments: () => void;
  /** Connects again, for example with another room's topics. */
  readonly reconnect: (reason: string) => void;
  readonly stop: () => Promise<void>;
};

/** Unanswered rounds before the connection itself is suspected. */
const silentRoundsAllowed = 3;
const announceDelayMs = 1000;

export function makeUplink(deps: UplinkDeps): Uplink {
  const { clock, random, log, outbox, identity, boot, run, events } = deps;
  const settings = { ...usualSettings, ...deps.settings };
  const secrets = deps.secrets ?? fixedSecret(identity.secret);
  const window = makeWindow(outbox.released());
  const quality = makeLinkQuality(clock);
  const address = { school: identity.schoolId, device: identity.deviceId };
  let sendUpto = 0;
  /** Until the hub has said on this connection how far it knows the stream, nothing is sent and nothing released. */
  let watermarkKnown = false;
  let epoch: string | undefined;
  let latestLive: Live | undefined;
  let silentRounds = 0;
  let cancelHold: Cancel | undefined;
  let cancelAckWait: Cancel | undefined;
  let cancelAnnounce: Cancel | undefined;

  const outgoing = <Name extends TopicName>(name: Name, message: TopicMessage<Name>) => ({
    topic: topicOf(name, address),
    payload: encode(name, message),
    qos: topics[name].qos,
  });

  const connection = makeConnection({
    clock,
    random,
    log,
    urls: hubAddresses(identity),
    caPem: identity.caPem,
    findHub: deps.findHub,
    clientId: identity.deviceId,
    secrets,
    will: () => outgoing("state", { state: "lost", boot, run }),
    subscriptions: () =>
      subscriptionsOf({
        kind: "device",
        school: identity.schoolId,
        device: identity.deviceId,
        room: deps.room(),
      }),
    onMessage: receive,
    onUp() {
      window.rewind();
      watermarkKnown = false;
      silentRounds = 0;
      announce();
      events.online(true);
      if (latestLive !== undefined) connection.publish(outgoing("live", latestLive));
      askHowFar();
      flush();
    },
    onDown() {
      cancelAckWait?.();
      cancelAckWait = undefined;
      quality.forget();
      events.online(false);
    },
  });

  function announce(): void {
    cancelAnnounce?.();
    cancelAnnounce = undefined;
    connection.publish(outgoing("state", { state: "online", boot, run, ...deps.birth() }));
  }

  function askForDocuments(): void {
    const birth = { ...deps.birth(), have: { plan: 0, config: 0, content: 0 } };
    connection.publish(outgoing("state", { state: "online", boot, run, ...birth }));
    // The next one tells what is held again.
    announceWithin(announceDelayMs);
  }

  function announceWithin(delayMs: number): void {
    cancelAnnounce ??= clock.after(delayMs, announce);
  }

  function flush(): void {
    cancelHold?.();
    cancelHold = undefined;
    sendUpto = outbox.lastSeq();
    pump();
  }

  function askHowFar(): void {
    if (outbox.ownsStream()) connection.publish(outgoing("up", askWatermark(outbox.stream(), boot)));
    cancelAckWait ??= clock.after(settings.ackWithinMs, unanswered);
  }

  function pump(): void {
    if (!watermarkKnown) return;
    while (connection.isUp() && window.size() < settings.windowBatches && window.position() < sendUpto) {
      const after = window.position();
      const taken = outbox.take(after, {
        maxRecords: settings.maxBatchRecords,
        maxBytes: settings.maxBatchBytes,
      });
      if (taken === undefined || !outbox.noteSending()) break;
      connection.publish(outgoing("up", foldBatch(outbox.stream(), after, taken.records)));
      window.sent({ after, last: taken.last });
      quality.sent(taken.last);
    }
    if (window.size() > 0) cancelAckWait ??= clock.after(settings.ackWithinMs, unanswered);
  }

  function unanswered(): void {
    cancelAckWait = undefined;
    silentRounds += 1;
    log.warn({ code: "ACK_MISSING", rounds: silentRounds }, "no ack from the hub, sending again");
    window.rewind();
    quality.unanswered();
    if (silentRounds >= silentRoundsAllowed) connection.replace("the hub does not answer");
    else if (watermarkKnown) pump();
    else askHowFar();
  }

  function receive(topic: string, payload: Uint8Array): void {
    const name = parseTopic(topic)?.name;
    switch (name) {
      case "ack":
        accept(name, payload, receiveAck);
        break;
      case "hub":
        accept(name, payload, receiveHubState);
        break;
      case "deviceCommand":
        accept(name, payload, events.deviceCommand);
        break;
      case "secret":
        accept(name, payload, ({ secret }) => {
          if (secrets.receive(secret)) connection.replace("the hub gave a new secret");
        });
        break;
      case "roomCommand":
        accept(name, payload, events.roomCommand);
        break;
      case "watch":
        accept(name, payload, events.watch);
        break;
      case "desired":
        accept(name, payload, events.desired, (detail) => events.desiredRefused(detail, payload));
        break;
      default:
        log.warn({ code: "TOPIC_UNEXPECTED", topic }, "message on a topic that is not for devices");
    }
  }

  function accept<Name extends TopicName>(
    name: Name,
    payload: Uint8Array,
    handle: (message: TopicMessage<Name>) => void,
    refuse?: (detail: string) => void,
  ): void {
    const message = decode(name, payload);
    if (message.ok) {
      handle(message.value);
      return;
    }
    log.warn(
      { code: message.code, topic: name, detail: message.detail },
      "message from the hub not understood",
    );
    refuse?.(message.detail);
  }

  function receiveAck({ stream, upto, hubTime }: Ack): void {
    events.hubTime(hubTime);
    if (stream !== outbox.stream()) return;
    connection.proved();
    const meaning = window.acked(upto, outbox.sentUpto());
    quality.acked(upto);
    const answered = !watermarkKnown;
    watermarkKnown = true;
    if (meaning === "ahead") {
      log.error(
        { code: "STREAM_BEHIND", upto, sentUpto: outbox.sentUpto() },
        "the hub knows more: new stream",
      );
      // No room for the change: the numbers above are still the hub's own. It is asked again after the usual wait.
      if (outbox.renewStream()) window.restart();
      else watermarkKnown = false;
    } else outbox.release(upto);
    if (!watermarkKnown) return;
    if (answered || meaning !== "repeat") {
      silentRounds = 0;
      cancelAckWait?.();
      cancelAckWait = undefined;
    }
    pump();
  }

  function receiveHubState(state: HubState): void {
    events.hubTime(state.hubTime);
    const known = epoch;
    epoch = state.epoch;
    if (known === state.epoch) return;
    announceWithin(Math.round(settings.announceJitterMs * random.fraction()));
    // What the hub that was replaced had not committed is gone with it.
    window.rewind();
    pump();
  }

  const stopListening = outbox.onStored((urgent) => {
    if (urgent) flush();
    else cancelHold ??= clock.after(settings.holdHealthMs(), flush);
  });

  return {
    start: connection.start,
    isOnline: connection.isUp,
    linkQuality: quality.reading,
    flush,
    announceSoon: () => announceWithin(announceDelayMs),
    sendLive(live) {
      latestLive = live;
      connection.publish(outgoing("live", live));
    },
    ask: (message) => connection.publish(outgoing("ask", message)),
    sendFilePart: (part) => connection.publish(outgoing("file", part)),
    askForDocuments,
    reconnect: connection.replace,
    stop() {
      stopListening();
      for (const cancel of [cancelHold, cancelAckWait, cancelAnnounce]) cancel?.();
      return connection.stop(outgoing("state", { state: "stopped", boot, run }));
    },
  };
}
