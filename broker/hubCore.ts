// Owns the composition of the hub's core: ingest, MQTT, devices, desired documents, commands. No HTTP in here.
import { decode } from "../protocol/codec.ts";
import type { DeviceId } from "../protocol/ids.ts";
import type { TopicName } from "../protocol/topics.ts";
import type { NamedFile } from "../protocol/voices.ts";
import type { Log } from "../runtime/log.ts";
import { sendMagicPackets } from "../runtime/wakeOnLan.ts";
import type { Audit } from "./audit/audit.ts";
import { makeCommands } from "./commands/commands.ts";
import { makeDesired } from "./desired/desired.ts";
import { makeCredentials } from "./devices/credentials.ts";
import { makeDevices } from "./devices/devices.ts";
import { makeEnrolments } from "./devices/enrolments.ts";
import { makePresence } from "./devices/presence.ts";
import { loadRegistry } from "./devices/registry.ts";
import { makeScreens, type ScreenService } from "./devices/screens.ts";
import type { HubEvents } from "./events/hubEvents.ts";
import { startRetention } from "./history/retention.ts";
import type { HubClock, HubCore } from "./hubServices.ts";
import { knowsNothing } from "./ingest/correctTimes.ts";
import { makeIngest } from "./ingest/ingest.ts";
import { startWriterThread } from "./ingest/writer.ts";
import { makeAsks } from "./lead/asks.ts";
import { openLeads } from "./lead/leads.ts";
import { lessonNow } from "./live/roomLesson.ts";
import { makeWatching } from "./live/watching.ts";
import { makeAccess } from "./mqtt/access.ts";
import { type MqttBroker, makeMqttBroker } from "./mqtt/mqttBroker.ts";
import { makeRefusals } from "./mqtt/refusals.ts";
import { openSchoolIdentity } from "./school/schoolIdentity.ts";
import type { Store } from "./store/store.ts";

export type HubCoreDeps = {
  readonly store: Store;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly log: Log;
  readonly clock: HubClock;
  /** Cryptographic: secrets and codes come from it. */
  readonly random: { bytes(count: number): Uint8Array };
  /** dist/content/catalogue.json; read at each rebuild of documents; may be absent. */
  readonly catalogueFile: string;
  /** The list of the school's own voices for the content document; none without it. */
  readonly voices?: () => Promise<NamedFile | null>;
  /** Wakes computers from this machine; real packets without it. */
  readonly wake?: (macs: readonly string[]) => Promise<void>;
};

/** Needs the school's row in the store; throws when there is none: the caller makes the school first. */
export async function makeHubCore(deps: HubCoreDeps): Promise<HubCore> {
  const { store, events, audit, log, clock, random, catalogueFile } = deps;
  const voices = deps.voices ?? (async () => null);
  const identity = await openSchoolIdentity({
    query: store.query,
    events,
    report: (error) => log.error({ err: error }, "the school's name and zone could not be read again"),
  });
  const school = identity.school.id;

  const registry = await loadRegistry(store);
  const presence = makePresence({ registry, store, events, log, clock });
  const writer = await startWriterThread(store.file);
  const retention = startRetention({ prune: writer.prune, clock, after, log });
  const ingest = makeIngest({
    writer,
    events,
    audit,
    log,
    clock,
    device: (id) => {
      const entry = registry.find(id);
      return { room: entry?.device.roomId ?? null, clock: entry?.clock.knowledge ?? knowsNothing };
    },
  });
  const refusals = makeRefusals({ audit, clock, log });
  // Channel and documents know each other; messages only flow after both are made.
  const reach: { mqtt?: MqttBroker; screens?: ScreenService } = {};
  const isConnected = (device: DeviceId) =>
    reach.mqtt?.isConnected(device) === true || reach.screens?.isConnected(device) === true;
  const disconnect = (device: DeviceId, reason: "revoked") => {
    reach.mqtt?.disconnect(device);
    reach.screens?.disconnect(device, reason);
  };
  const roomOf = (device: DeviceId) => registry.find(device)?.device.roomId ?? null;

  const desired = makeDesired({
    store,
    events,
    registry,
    log,
    audit,
    clock,
    catalogueFile,
    voices,
    send(device, document) {
      reach.mqtt?.send(device, "desired", { school, device }, document);
      reach.screens?.sendDocument(device, document);
    },
  });
  const commands = makeCommands({
    store,
    registry,
    events,
    audit,
    log,
    clock,
    zone: () => identity.school.zone,
    roomName: desired.roomName,
    lessonUntil(room) {
      const now = clock.now();
      const planned = desired.slots(room, now, now + 1).find(({ startAt }) => startAt <= now);
      const { current } = lessonNow(planned, leads.of(room), now);
      return current === null || current.endedAt !== null ? null : current.endAt;
    },
    offer: desired.offer,
    wake: deps.wake ?? sendMagicPackets,
    fileRefused(device, why) {
      const { name } = registry.find(device)?.device ?? { name: device };
      refusals.note({ device, actor: name, action: "device.fileRefused", subject: name, detail: { why } });
    },
    isConnected,
    sendToDevice(device, command) {
      reach.mqtt?.send(device, "deviceCommand", { school, device }, command);
      reach.screens?.sendCommand(device, command);
    },
  });
  await commands.load();
  const leads = await openLeads({
    store,
    registry,
    events,
    audit,
    log,
    clock,
    desired,
    sendToRoom(room, command) {
      const inRoom: DeviceId[] = [];
      for (const { device } of registry.entries()) if (device.roomId === room) inRoom.push(device.id);
      reach.mqtt?.sendToAll(inRoom, "roomCommand", { school, room }, command);
      reach.screens?.sendToRoom(room, command);
    },
    sendToDevice(device, room, command) {
      reach.mqtt?.send(device, "roomCommand", { school, room }, command);
      reach.screens?.sendRoomCommand(device, command);
    },
  });
  const asks = makeAsks({ query: store.query, leads, refusals, log, clock });
  const credentials = makeCredentials({
    store,
    registry,
    events,
    audit,
    clock,
    random,
    send: (device, message) => reach.mqtt?.send(device, "secret", { school, device }, message),
  });
  const mqtt = await makeMqttBroker({
    access: makeAccess({ registry, credentials, school }),
    refusals,
    log,
    clock,
    school,
    epoch: Buffer.from(random.bytes(8)).toString("hex"),
    onMessage,
    onDisconnected: (device) => presence.disconnected(device, clock.now()),
    onUsedTwice: (device, addresses) =>
      void credentials
        .usedTwice(device, addresses)
        .catch((error: unknown) => log.error({ err: error, device }, "misused credentials were not noted")),
  });
  reach.mqtt = mqtt;
  const screens = makeScreens({
    ingest,
    presence,
    clock,
    random,
    offer(device, have) {
      desired.offer(device, have);
      leads.offer(device);
      commands.cameOnline(device);
    },
    roomOf,
    finishCommand: commands.finish,
    hearAsk: asks.hear,
  });
  reach.screens = screens;

  function onMessage(
    device: DeviceId,
    name: TopicName,
    topic: string,
    payload: Uint8Array,
    settled: () => void,
  ) {
    const receivedAt = clock.now();
    const incoming = { device, topic, payload, receivedAt };
    if (name === "up") {
      ingest
        .accept(incoming)
        .then((ack) => {
          if (ack !== undefined) mqtt.send(device, "ack", { school, device }, ack);
        })
        .catch((error: unknown) => log.error({ err: error, device }, "a batch was not handled"))
        .finally(settled);
      return ingest.pressure();
    }
    settled();
    if (name === "state") {
      const read = decode("state", payload);
      if (!read.ok) quarantine(read);
      else {
        presence.state(device, read.value, receivedAt);
        if (read.value.state === "online") {
          desired.offer(device, read.value.have);
          leads.offer(device);
          commands.cameOnline(device);
          offerSecret(device);
        }
      }
      return undefined;
    }
    if (name === "file") {
      const read = decode("file", payload);
      if (!read.ok) quarantine(read);
      else void commands.acceptFile(device, read.value);
      return undefined;
    }
    if (name === "ask") {
      const read = decode("ask", payload);
      const asker = registry.find(device)?.device;
      if (!read.ok) quarantine(read);
      else if (asker !== undefined) void asks.hear(asker, read.value);
      return undefined;
    }
    const read = decode("live", payload);
    if (!read.ok) quarantine(read);
    else {
      presence.kioskLive(device, read.value.kiosk);
      const { load } = read.value;
      if (load !== null) {
        presence.load(device, load);
        events.publish({ type: "deviceLoad", device, at: receivedAt, load });
      }
    }
    return undefined;

    function quarantine({ code, detail }: { code: string; detail: string }): void {
      ingest
        .quarantine(incoming, code, detail)
        .catch((error: unknown) => log.error({ err: error, device }, "a message was not quarantined"));
    }
  }

  function offerSecret(device: DeviceId): void {
    credentials
      .offer(device, mqtt.isEncrypted(device))
      .catch((error: unknown) => log.error({ err: error, device }, "a new secret was not offered"));
  }
  // One who asks while the device is on need not wait for its next birth.
  const stopOffering = events.subscribe((event) => {
    if (event.type === "credentialsChanged" && mqtt.isConnected(event.device)) offerSecret(event.device);
  });

  const devices = makeDevices({
    store,
    registry,
    events,
    audit,
    clock,
    desired,
    leads,
    school: identity.school,
    disconnect,
  });

  await desired.rebuild();

  return {
    school: identity.school,
    devices,
    enrolments: makeEnrolments({ store, registry, events, audit, clock, random, school, disconnect }),
    credentials,
    isEncrypted: (device) => (mqtt.isConnected(device) ? mqtt.isEncrypted(device) : null),
    desired,
    commands,
    leads,
    watching: makeWatching({
      find: devices.find,
      isConnected: mqtt.isConnected,
      send: (device, watch) => mqtt.send(device, "watch", { school, device }, watch),
      clock,
    }),
    screens,
    figures() {
      let known = 0;
      let online = 0;
      for (const { device, reachability } of registry.entries())
        if (device.revokedAt === null) {
          known++;
          if (reachability === "online") online++;
        }
      return { ...ingest.figures(), devices: { known, online }, mqttConnections: mqtt.connections() };
    },
    async start(host, port) {
      const started = await mqtt.start(host, port);
      if (started.ok) commands.start();
      return started;
    },
    startSecure: mqtt.startSecure,
    async stop() {
      stopOffering();
      screens.stop();
      await mqtt.stop();
      await retention.stop();
      await ingest.stop();
      commands.stop();
      await desired.stop();
      await presence.stop();
      await refusals.stop();
      await identity.stop();
    },
  };
}

function after(delayMs: number, call: () => void): () => void {
  // A hub that could not start must not live on for it.
  const timer = setTimeout(call, delayMs).unref();
  return () => clearTimeout(timer);
}
