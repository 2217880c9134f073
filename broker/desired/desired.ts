// Owns the desired documents: builds what every device should hold, numbers each change, sends what is newer (ADR 0002).
import { z } from "zod";
import type { ContentDocument } from "../../protocol/documents/content.ts";
import type { PlanDocument } from "../../protocol/documents/plan.ts";
import type { DeviceId, RoomId } from "../../protocol/ids.ts";
import { type Desired, type DocumentName, desired, documentNames } from "../../protocol/messages/desired.ts";
import { type HeldVersions, highestVersion } from "../../protocol/messages/deviceState.ts";
import { resolveSlots } from "../../protocol/timetable/resolveSlots.ts";
import type { NamedFile } from "../../protocol/voices.ts";
import type { Log } from "../../runtime/log.ts";
import type { Audit } from "../audit/audit.ts";
import type { Registry } from "../devices/registry.ts";
import type { HubEvent, HubEvents } from "../events/hubEvents.ts";
import type { DesiredDocuments, Device } from "../hubServices.ts";
import { warnOfDamagedSettings } from "../school/settings.ts";
import { readJson } from "../store/readJson.ts";
import type { Store } from "../store/store.ts";
import { buildConfig } from "./buildConfig.ts";
import { buildContent, readCatalogue } from "./buildContent.ts";
import { canonicalJson } from "./canonicalJson.ts";
import { makeRoomPlans, type RoomChoice } from "./roomPlans.ts";

export type DesiredDeps = {
  readonly store: Store;
  readonly events: HubEvents;
  readonly registry: Registry;
  readonly log: Log;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly catalogueFile: string;
  /** The list of the school's own voices as it is now; null when there are none. */
  readonly voices: () => Promise<NamedFile | null>;
  /** Hands a document to the device if it is connected. */
  readonly send: (device: DeviceId, document: Desired) => void;
};

export type DesiredStore = DesiredDocuments & {
  /** Null for an unknown room. */
  roomName(room: RoomId): string | null;
  /** Reads everything anew and numbers what changed. */
  rebuild(): Promise<void>;
  /** After a birth: sends what is newer than the device has. */
  offer(device: DeviceId, have: HeldVersions): void;
  stop(): Promise<void>;
};

/** Which rooms' plans are made anew, and which devices' documents are compared with what they have. */
type Choice = {
  readonly room: RoomChoice;
  readonly device: (device: Device) => boolean;
};
const rowsAtOnce = 300;
const everything: Choice = { room: "all", device: () => true };
const inRoom = (room: RoomId): Choice => ({ room, device: ({ roomId }) => roomId === room });

/** A document's body with its one text. Devices whose bodies are equal share one: ten thousand copies of the list of games would fill the memory. */
type Written = { readonly body: Desired["body"]; readonly text: string };

type Bodies = { [Name in DocumentName]?: Extract<Desired, { doc: Name }>["body"] };

export function makeDesired(deps: DesiredDeps): DesiredStore {
  const { store, events, registry, log, audit, clock, catalogueFile, voices, send } = deps;
  const held = new Map<DeviceId, Map<DocumentName, { document: Desired; text: string }>>();
  /** By text. */
  let shared = new Map<string, Written>();
  const plans = makeRoomPlans({ store, log, audit, clock });
  let loaded = false;
  let work = Promise.resolve();

  /** One after another: two rebuilds at once could give one version two bodies. */
  function queue(task: () => Promise<void>): Promise<void> {
    const run = work.then(task);
    work = run.catch((error: unknown) => {
      log.error({ err: error }, "desired documents could not be built; devices keep what they have");
    });
    return run;
  }

  const stopListening = events.subscribe((event) => {
    const chosen = chosenBy(event);
    if (chosen !== undefined) void queue(() => rebuildDevices(chosen)).catch(() => {});
  });

  /** Whose documents an event may change; what comes out equal is no new version and is not sent. */
  function chosenBy(event: HubEvent): Choice | undefined {
    switch (event.type) {
      case "timetableChanged":
        return event.room === null ? everything : inRoom(event.room);
      case "schoolChanged":
      case "lessonsChanged":
      case "classroomChanged":
        return everything;
      case "voicesChanged":
        return { room: "none", device: () => true };
      case "staffChanged":
        // PINs are in every device's config, and in no plan.
        return { room: "none", device: () => true };
      case "deviceListChanged":
        return {
          room: registry.find(event.device)?.device.roomId ?? "none",
          device: ({ id }) => id === event.device,
        };
      default:
        return undefined;
    }
  }

  async function load(): Promise<void> {
    if (loaded) return;
    // Most devices hold the same: what was read once is not read ten thousand times.
    const known = new Map<string, Written>();
    for await (const row of storedRows()) {
      const before = known.get(`${row.doc} ${row.body}`);
      if (before !== undefined && Number.isSafeInteger(row.version)) {
        // `doc` and `body` stood in the same row before.
        const document = { doc: row.doc, version: row.version, body: before.body } as Desired;
        remember(row.deviceId as DeviceId, document, before.text);
        continue;
      }
      const body = readJson(row.body, z.unknown());
      const read = desired.safeParse({
        doc: row.doc,
        version: row.version,
        body: body.ok ? body.value : null,
      });
      if (read.success) {
        const text = canonicalJson(read.data.body);
        known.set(`${row.doc} ${row.body}`, { body: read.data.body, text });
        remember(row.deviceId as DeviceId, read.data, text);
      } else
        log.warn({ device: row.deviceId, doc: row.doc }, "a stored document is unreadable and is made anew");
    }
    await warnOfDamagedSettings(store.query, log);
    loaded = true;
  }

  /** Some at a time: all of a district's at once would be hundreds of megabytes for a moment. */
  async function* storedRows() {
    for (let last = ""; ; ) {
      const rows = await store.query
        .selectFrom("desired")
        .where("deviceId", ">", last)
        .orderBy("deviceId")
        .orderBy("doc")
        .limit(rowsAtOnce)
        .selectAll()
        .execute();
      const cut = rows.at(-1)?.deviceId;
      // The last device of a full page may go on in the next one.
      const whole = rows.length < rowsAtOnce ? rows : rows.filter(({ deviceId }) => deviceId !== cut);
      yield* whole;
      if (rows.length < rowsAtOnce) return;
      last = whole.at(-1)?.deviceId ?? "";
    }
  }

  function remember(device: DeviceId, document: Desired, text: string): void {
    const documents = held.get(device) ?? new Map<DocumentName, { document: Desired; text: string }>();
    const one = shared.get(text) ?? { body: document.body, text };
    shared.set(text, one);
    documents.set(document.doc, { document: { ...document, body: one.body } as Desired, text: one.text });
    held.set(device, documents);
  }

  async function rebuildDevices(chosen: Choice): Promise<void> {
    await load();
    const { school, rooms } = await plans.rebuild(chosen.room);
    const { query } = store;
    const [staff, games, spoken] = await Promise.all([
      query.selectFrom("staff").select(["id", "pinVerifier", "disabledAt"]).execute(),
      readCatalogue(catalogueFile, log),
      voices(),
    ]);
    const built = games && buildContent(games, spoken);
    const builtText = built && canonicalJson(built);
    const roomNames = new Map<string, string>(rooms.map(({ id, name }) => [id, name]));
    const changes: { device: DeviceId; document: Desired; text: string }[] = [];
    for (const { device } of registry.entries()) {
      if (device.revokedAt !== null || !chosen.device(device)) continue;
      const roomName = roomNames.get(device.roomId ?? "") ?? "";
      const planned = device.roomId === null ? undefined : plans.of(device.roomId);
      const plan = device.roomId === null ? emptied(device.id) : planned?.plan;
      const content = built ?? withVoices(device.id, spoken);
      const bodies: Bodies = {
        config: buildConfig({ device, schoolName: school.name, roomName, staff }),
        ...(plan === undefined ? {} : { plan }),
        ...(content === undefined ? {} : { content }),
      };
      for (const doc of documentNames) {
        const body = bodies[doc];
        if (body === undefined) continue;
        const before = held.get(device.id)?.get(doc);
        const text =
          body === planned?.plan
            ? planned.text
            : body === built && builtText !== undefined
              ? builtText
              : canonicalJson(body);
        if (before?.text === text) continue;
        // `doc` and `body` come from the same key of Bodies.
        const document = { doc, version: (before?.document.version ?? 0) + 1, body } as Desired;
        changes.push({ device: device.id, document, text });
      }
    }
    await keep(changes);
  }

  /** Without a catalogue devices keep the games they have; who is heard still changes. */
  function withVoices(device: DeviceId, spoken: NamedFile | null): ContentDocument | undefined {
    const document = held.get(device)?.get("content")?.document;
    return document?.doc === "content" ? { ...document.body, voices: spoken } : undefined;
  }

  /** A device that left its room must not go on with that room's slots. */
  function emptied(device: DeviceId): PlanDocument | undefined {
    const document = held.get(device)?.get("plan")?.document;
    if (document?.doc !== "plan") return undefined;
    const { dated, ...timetable } = document.body.timetable;
    const none = dated && { dated: { ...dated, classIds: [], lessonIds: [], days: {} } };
    return { ...document.body, timetable: { ...timetable, slots: [], ...none }, classroom: null };
  }

  async function keep(
    changes: readonly { device: DeviceId; document: Desired; text: string }[],
  ): Promise<void> {
    if (changes.length === 0) return;
    const changedAt = clock.now();
    await store.query.transaction().execute(async (transaction) => {
      for (const { device, document, text } of changes)
        await transaction
          .insertInto("desired")
          .values({
            deviceId: device,
            doc: document.doc,
            version: document.version,
            body: text,
            changedAt,
          })
          .onConflict((conflict) =>
            conflict
              .columns(["deviceId", "doc"])
              .doUpdateSet({ version: document.version, body: text, changedAt }),
          )
          .execute();
    });
    for (const { device, document, text } of changes) {
      remember(device, document, text);
      send(device, document);
    }
    forgetUnused();
  }

  /** What no device holds any more. */
  function forgetUnused(): void {
    const used = new Map<string, Written>();
    for (const documents of held.values())
      for (const { document, text } of documents.values())
        if (!used.has(text)) used.set(text, { body: document.body, text });
    shared = used;
  }

  return {
    document: <Doc extends DocumentName>(device: DeviceId, doc: Doc) =>
      held.get(device)?.get(doc)?.document as Extract<Desired, { doc: Doc }> | undefined,
    planVersion(room) {
      let highest = 0;
      for (const { device } of registry.entries())
        if (device.roomId === room && device.revokedAt === null)
          highest = Math.max(highest, held.get(device.id)?.get("plan")?.document.version ?? 0);
      return highest;
    },
    slots(room, from, to) {
      const plan = plans.of(room)?.plan;
      return plan === undefined ? [] : resolveSlots(plan.timetable, from, to);
    },
    plan: (room) => plans.of(room)?.plan,
    roomName: plans.nameOf,
    settled: () => work,
    rebuild: () => queue(() => rebuildDevices(everything)),
    offer(device, have) {
      for (const { document, text } of held.get(device)?.values() ?? []) {
        const there = have[document.doc];
        if (document.version > there) send(device, document);
        else if (document.version < there) {
          // Nothing lies above the highest version; no honest device gets near it.
          if (there >= highestVersion) {
            log.warn({ device, doc: document.doc, there }, "a device claims a version that cannot be outbid");
            continue;
          }
          // The hub's database is older than what it once sent (restored from a copy): outbid the device.
          const newer = { ...document, version: there + 1 } as Desired;
          void queue(() => keep([{ device, document: newer, text }])).catch(() => {});
        }
      }
    },
    stop: async () => {
      stopListening();
      await work;
    },
  };
}
