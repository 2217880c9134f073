// Owns enrolment: one-time codes, and the trade of a code for a device's identity.
import { v7 } from "uuid";
import { enrolmentCode, mostCodesInFile } from "../../protocol/enrolment.ts";
import { crockford } from "../../protocol/fingerprint.ts";
import type { DeviceId, RoomId, SchoolId } from "../../protocol/ids.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor, Device, EnrolmentCode, EnrolmentOrder, Enrolments, HubClock } from "../hubServices.ts";
import type { EnrolmentTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { noCredential } from "./credentials.ts";
import { type Registry, secretHashOf } from "./registry.ts";
import { makeTryBudget } from "./tryBudget.ts";

export type EnrolmentDeps = {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: HubClock;
  readonly random: { bytes(count: number): Uint8Array };
  readonly school: SchoolId;
  /** Ends the live connection of the machine whose place is taken. */
  readonly disconnect: (device: DeviceId, reason: "revoked") => void;
};

const codeLifeMs = 24 * 3_600_000;
/** A stick goes from room to room for a week. */
const fileLifeMs = 7 * 24 * 3_600_000;
const listedForMs = 7 * 24 * 3_600_000;
const secretBytes = 32;

export function makeEnrolments(deps: EnrolmentDeps): Enrolments {
  const { store, registry, events, audit, clock, random, school, disconnect } = deps;
  const budget = makeTryBudget();

  return {
    async create(actor, order) {
      if (!(await isRoom(order.roomId))) return failure("NOT_FOUND", `no room ${order.roomId}`);
      const row = newRow(actor, order, codeLifeMs);
      await store.query.insertInto("enrolment").values(row).execute();
      await audit.write({
        actor: actor.name,
        action: "enrolment.create",
        subject: order.deviceName,
        detail: { kind: order.kind, roomId: order.roomId, stationNumber: order.stationNumber },
      });
      events.publish({ type: "enrolmentsChanged" });
      return ok(shown(row));
    },

    async createFile(actor, orders) {
      if (orders.length === 0 || orders.length > mostCodesInFile) return failure("NOT_FOUND", "no orders");
      for (const room of new Set(orders.map(({ roomId }) => roomId)))
        if (!(await isRoom(room))) return failure("NOT_FOUND", `no room ${room}`);
      const fileId = v7();
      const rows = orders.map((order) => ({ ...newRow(actor, order, fileLifeMs), fileId }));
      await store.query.insertInto("enrolment").values(rows).execute();
      await audit.write({
        actor: actor.name,
        action: "enrolment.createFile",
        subject: `${orders[0]?.deviceName} … ${orders.at(-1)?.deviceName}`,
        detail: { fileId, count: rows.length },
      });
      events.publish({ type: "enrolmentsChanged" });
      return ok(rows.map(shown));
    },

    async createReplacement(actor, id) {
      const device = registry.find(id)?.device;
      if (device === undefined) return failure("NOT_FOUND", `no device ${id}`);
      const { name: deviceName, kind, roomId, stationNumber, emblem } = device;
      const order = { deviceName, kind, roomId, stationNumber, emblem };
      const row = { ...newRow(actor, order, codeLifeMs), replacesId: id };
      await store.query.insertInto("enrolment").values(row).execute();
      await audit.write({
        actor: actor.name,
        action: "enrolment.create",
        subject: deviceName,
        detail: { kind, roomId, stationNumber, replaces: id },
      });
      events.publish({ type: "enrolmentsChanged" });
      return ok(shown(row));
    },

    async list() {
      const rows = await store.query
        .selectFrom("enrolment")
        .selectAll()
        .where("createdAt", ">", clock.now() - listedForMs)
        .orderBy("createdAt", "desc")
        .limit(200)
        .execute();
      return rows.map(shown);
    },

    async withdraw(actor, code) {
      const wanted = enrolmentCode.safeParse(code);
      if (!wanted.success) return failure("NOT_FOUND", "not a code");
      const deleted = await store.query
        .deleteFrom("enrolment")
        .where("code", "=", wanted.data)
        .where("usedAt", "is", null)
        .returning("deviceName")
        .executeTakeFirst();
      if (deleted === undefined) {
        const used = await find(wanted.data);
        return used === undefined
          ? failure("NOT_FOUND", "no such code")
          : failure("CODE_USED", "the code became a device");
      }
      await audit.write({
        actor: actor.name,
        action: "enrolment.withdraw",
        subject: deleted.deviceName,
      });
      events.publish({ type: "enrolmentsChanged" });
      return ok(null);
    },

    async withdrawFile(actor, fileId) {
      const deleted = await store.query
        .deleteFrom("enrolment")
        .where("fileId", "=", fileId)
        .where("usedAt", "is", null)
        .returning("deviceName")
        .execute();
      if (deleted.length === 0) return failure("NOT_FOUND", "no code of this file waits");
      await audit.write({
        actor: actor.name,
        action: "enrolment.withdraw",
        subject: `${deleted[0]?.deviceName} … ${deleted.at(-1)?.deviceName}`,
        detail: { fileId, count: deleted.length },
      });
      events.publish({ type: "enrolmentsChanged" });
      return ok(null);
    },

    async claim({ code, others = [], via, hostname }, address) {
      const now = clock.now();
      if (budget.spent(address, clock.mono()))
        return failure("TOO_MANY_TRIES", `too many wrong codes from ${address}`);
      const wanted = [code, ...others].flatMap((each) => {
        const read = enrolmentCode.safeParse(each);
        return read.success ? [read.data] : [];
      });
      const rows = wanted.length === 0 ? [] : await findAll(wanted);
      if (rows.length === 0) return refuse("CODE_UNKNOWN");
      const secret = Buffer.from(random.bytes(secretBytes)).toString("base64url");
      // In the file's order; where another station was faster, the next one.
      for (const row of rows.filter(({ usedAt, expiresAt }) => usedAt === null && expiresAt > now)) {
        const taken = await take(row, { via, secret, now });
        if (taken === undefined) continue;
        return welcome(row, taken, secret);
      }
      return refuse(rows.some(({ usedAt }) => usedAt === null) ? "CODE_EXPIRED" : "CODE_USED");

      async function welcome(row: EnrolmentTable, deviceId: DeviceId, secretGiven: string) {
        const replaces = row.replacesId !== null;
        const entry = await (replaces ? registry.replaced(deviceId) : registry.reload(deviceId));
        if (entry === undefined) throw new Error("the device that was just enrolled is not in the store");
        if (replaces) disconnect(deviceId, "revoked");
        await audit.write({
          actor: row.deviceName,
          action: replaces ? "device.replace" : "device.enrol",
          subject: entry.device.name,
          detail: { deviceId, via, hostname, address, createdBy: row.createdBy },
        });
        events.publish({ type: "deviceListChanged", device: deviceId });
        events.publish({ type: "enrolmentsChanged" });
        if (replaces) events.publish({ type: "credentialsChanged", device: deviceId });
        const { device } = entry;
        return ok({
          schoolId: school,
          deviceId,
          roomId: device.roomId,
          kind: device.kind,
          deviceName: device.name,
          secret: secretGiven,
        });
      }

      async function refuse<Code extends "CODE_UNKNOWN" | "CODE_USED" | "CODE_EXPIRED">(refused: Code) {
        budget.wrong(address, clock.mono());
        await audit.write({
          actor: address,
          action: "enrolment.refused",
          subject: hostname,
          detail: { code: refused },
        });
        return failure(refused, `claim from ${address} refused`);
      }
    },
  };

  /** Undefined when another claim was faster. */
  function take(
    row: EnrolmentTable,
    { via, secret, now }: { readonly via: Device["via"]; readonly secret: string; readonly now: number },
  ): Promise<DeviceId | undefined> {
    const secretHash = secretHashOf(secret).toString("hex");
    const deviceId = (row.replacesId ?? v7()) as DeviceId;
    return store.query.transaction().execute(async (transaction) => {
      // The condition and not the look above decides: of two claims at once only one finds the code unused.
      const taken = await transaction
        .updateTable("enrolment")
        .set({ usedAt: now, deviceId })
        .where("code", "=", row.code)
        .where("usedAt", "is", null)
        .returning("code")
        .executeTakeFirst();
      if (taken === undefined) return undefined;
      const machine = {
        secretHash,
        via,
        revokedAt: null,
        reachability: "neverSeen",
        lastSeenAt: null,
        boot: null,
        run: null,
        agentVersion: null,
        kioskVersion: null,
        clockErrorMs: null,
        bootStartedAt: null,
        inventory: null,
      };
      if (row.replacesId === null) {
        await transaction
          .insertInto("device")
          .values({
            id: deviceId,
            name: row.deviceName,
            kind: row.kind,
            roomId: row.roomId,
            stationNumber: row.stationNumber,
            emblem: row.emblem,
            allowReboot: 0,
            allowScreenshot: 0,
            enrolledAt: now,
            ...machine,
          })
          .execute();
        return deviceId;
      }
      await transaction.updateTable("device").set(machine).where("id", "=", deviceId).execute();
      await transaction.deleteFrom("credential").where("deviceId", "=", deviceId).execute();
      await transaction
        .insertInto("credential")
        .values({ ...noCredential, deviceId, secretSince: now })
        .execute();
      return deviceId;
    });
  }

  function newRow(actor: Actor, order: EnrolmentOrder, lifeMs: number): EnrolmentTable {
    const now = clock.now();
    return {
      // 32 divides 256, so a byte's remainder is as random as the byte.
      code: Array.from(random.bytes(8), (byte) => crockford[byte % 32]).join(""),
      ...order,
      createdBy: actor.name,
      createdAt: now,
      expiresAt: now + lifeMs,
      usedAt: null,
      deviceId: null,
      replacesId: null,
      fileId: null,
    };
  }

  async function isRoom(id: RoomId | null): Promise<boolean> {
    if (id === null) return true;
    const room = await store.query.selectFrom("room").select("id").where("id", "=", id).executeTakeFirst();
    return room !== undefined;
  }

  async function findAll(codes: readonly string[]): Promise<EnrolmentTable[]> {
    const rows = await store.query.selectFrom("enrolment").selectAll().where("code", "in", codes).execute();
    return rows.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
  }

  function find(code: string): Promise<EnrolmentTable | undefined> {
    return store.query.selectFrom("enrolment").selectAll().where("code", "=", code).executeTakeFirst();
  }
}

function shown(row: EnrolmentTable): EnrolmentCode {
  return {
    code: `${row.code.slice(0, 4)}-${row.code.slice(4)}`,
    deviceName: row.deviceName,
    kind: row.kind as EnrolmentCode["kind"],
    roomId: row.roomId as RoomId | null,
    stationNumber: row.stationNumber,
    emblem: row.emblem,
    expiresAt: row.expiresAt,
    usedAt: row.usedAt,
    deviceId: row.deviceId as DeviceId | null,
    replacesId: row.replacesId as DeviceId | null,
    fileId: row.fileId,
  };
}
