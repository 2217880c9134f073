// Owns the hub that tests talk to: real SQLite in a folder of its own, real Aedes on a free port, a clock that tests may move.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import { pino } from "pino";
import { v7 } from "uuid";
import type { DeviceIdentity } from "../protocol/enrolment.ts";
import type { BootId, DeviceId, RoomId, SchoolId, StreamId } from "../protocol/ids.ts";
import { foldBatch } from "../protocol/messages/upBatch.ts";
import type { DeviceRecord } from "../protocol/records/records.ts";
import { ok } from "../protocol/result.ts";
import { type TopicName, topicOf } from "../protocol/topics.ts";
import { type Audit, makeAudit } from "./audit/audit.ts";
import { type HubEvent, type HubEvents, makeHubEvents } from "./events/hubEvents.ts";
import { type HubCoreDeps, makeHubCore } from "./hubCore.ts";
import type { Actor, HubCore } from "./hubServices.ts";
import { openStore, type Store } from "./store/store.ts";

export const actor: Actor = { staffId: null, name: "Nguyễn Thử" };
export const boot = "00000000000000b1" as BootId;
export const newStream = () => randomBytes(8).toString("hex") as StreamId;

export type TestHub = {
  readonly core: HubCore;
  readonly store: Store;
  readonly events: HubEvents;
  readonly audit: Audit;
  /** `by`: time that passed beyond the real one; `setBy`: what a hand on the clock added, which is no time. Both ms. */
  readonly clock: { now(): number; mono(): number; by: number; setBy: number };
  readonly port: number;
  readonly folder: string;
  readonly school: SchoolId;
  readonly room: RoomId;
  enrol(name?: string, room?: RoomId | null): Promise<Identity>;
  connect(identity: Identity, options?: IClientOptions): Promise<MqttClient>;
  /** Resolves with the next event that fits. */
  event(fits: (event: HubEvent) => boolean): Promise<HubEvent>;
  /** Audit entries of one action, oldest first. */
  audited(action: string): Promise<{ actor: string; subject: string; detail: string }[]>;
  /** What was audited and stored, as read when the hub had stopped: it writes the last refusals then. */
  auditedAtClose(action: string): { actor: string; subject: string; count: number }[];
  recordsAtClose(): number;
  /** Another run of the hub over the same store, on a port of its own; `core` and `port` are the new one's. */
  restart(): Promise<void>;
  /** May be called twice. */
  close(): Promise<void>;
};

export type Identity = Omit<DeviceIdentity, "mqttUrl">;

export async function startTestHub({
  unstarted = false,
  ...more
}: Partial<HubCoreDeps> & { unstarted?: boolean } = {}): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), "kidsmart-hub-"));
  const store = await openStore(join(folder, "hub.db"));
  const clock: TestHub["clock"] = {
    by: 0,
    setBy: 0,
    now: () => Date.now() + clock.by + clock.setBy,
    mono: () => performance.now() + clock.by,
  };
  const school = v7() as SchoolId;
  const room = v7() as RoomId;
  await store.query
    .insertInto("school")
    .values({ id: school, name: "Mầm non Thử Nghiệm", zone: "Asia/Ho_Chi_Minh", createdAt: clock.now() })
    .execute();
  await store.query
    .insertInto("room")
    .values({ id: room, name: "Phòng Kidsmart", kind: "kidsmart", position: 1 })
    .execute();
  const events = makeHubEvents((error) => {
    throw error;
  });
  const audit = makeAudit({ query: store.query, clock });
  const coreDeps: HubCoreDeps = {
    store,
    events,
    audit,
    clock,
    log: pino({ level: "silent" }),
    random: { bytes: randomBytes },
    catalogueFile: join(folder, "catalogue.json"),
    ...more,
  };
  let core = await makeHubCore(coreDeps);
  let started = unstarted ? ok(0) : await core.start("127.0.0.1", 0);
  if (!started.ok) throw new Error(started.detail);
  let left: { audit: { actor: string; action: string; subject: string; detail: string }[]; records: number };
  let closing: Promise<void> | undefined;
  const clients: MqttClient[] = [];
  return {
    get core() {
      return core;
    },
    get port() {
      return started.ok ? started.value : 0;
    },
    store,
    events,
    audit,
    clock,
    folder,
    school,
    room,
    async enrol(name = "Trạm 1", place = room) {
      const order = {
        deviceName: name,
        kind: "station",
        roomId: place,
        stationNumber: 1,
        emblem: "rabbit",
      } as const;
      const code = await core.enrolments.create(actor, order);
      if (!code.ok) throw new Error(code.detail);
      const claim = { code: code.value.code, via: "agent", hostname: "tram-1" } as const;
      const identity = await core.enrolments.claim(claim, "127.0.0.1");
      if (!identity.ok) throw new Error(identity.detail);
      await core.desired.settled();
      return identity.value;
    },
    async connect({ deviceId, secret }, options = {}) {
      const client = await connectAsync(`mqtt://127.0.0.1:${started.ok ? started.value : 0}`, {
        clientId: deviceId,
        username: deviceId,
        password: secret,
        reconnectPeriod: 0,
        ...options,
      });
      clients.push(client);
      return client;
    },
    event: (fits) =>
      new Promise((resolve) => {
        const stop = events.subscribe((event) => {
          if (!fits(event)) return;
          stop();
          resolve(event);
        });
      }),
    audited: (action) =>
      store.query
        .selectFrom("audit")
        .select(["actor", "subject", "detail"])
        .where("action", "=", action)
        .orderBy("id")
        .execute(),
    auditedAtClose: (action) =>
      left.audit
        .filter((entry) => entry.action === action)
        .map(({ actor: who, subject, detail }) => ({ actor: who, subject, ...JSON.parse(detail) })),
    recordsAtClose: () => left.records,
    async restart() {
      await core.stop();
      core = await makeHubCore(coreDeps);
      started = await core.start("127.0.0.1", 0);
      if (!started.ok) throw new Error(started.detail);
    },
    close() {
      closing ??= (async () => {
        for (const client of clients) client.end(true);
        await core.stop();
        const all = await store.query.selectFrom("audit").selectAll().orderBy("id").execute();
        left = { audit: all, records: core.figures().records };
        await store.close();
        await rm(folder, { recursive: true, force: true });
      })();
      return closing;
    },
  };
}

/** The device's topic under the hub's own school. */
export const deviceTopic = (hub: TestHub, device: DeviceId, name: TopicName) =>
  topicOf(name, { school: hub.school, device, room: hub.room });

/** The next message on a topic, parsed. */
export function nextMessage(client: MqttClient, topic: string): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (found: string, payload: Buffer) => {
      if (found !== topic) return;
      client.off("message", listen);
      resolve(JSON.parse(payload.toString()));
    };
    client.on("message", listen);
  });
}

export const healthRecord = (seq: number, at = Date.now()): DeviceRecord => ({
  seq,
  type: "health",
  at,
  mono: seq * 1000,
  boot,
  body: {
    cpuPercent: 12.5,
    memoryPercent: 40,
    diskFreeMiB: 51_200,
    temperatureC: 48,
    receivedKiB: 3,
    sentKiB: 1,
    kiosk: "waiting",
  },
});

export const faultRecord = (seq: number, detail = "thử"): DeviceRecord => ({
  seq,
  type: "fault",
  at: Date.now(),
  mono: seq * 1000,
  boot,
  body: { kind: "other", detail },
});

export const batchText = (stream: StreamId, after: number, records: readonly DeviceRecord[]) =>
  JSON.stringify(foldBatch(stream, after, records));
