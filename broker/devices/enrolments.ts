// Owns enrolment: one-time codes, and the trade of a code for a device's identity.
import { v7 } from "uuid";
import { enrolmentCode } from "../../protocol/enrolment.ts";
import type { DeviceId, RoomId, SchoolId } from "../../protocol/ids.ts";
import { failure, ok } from "../../protocol/result.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { EnrolmentCode, Enrolments, HubClock } from "../hubServices.ts";
import type { EnrolmentTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
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
};

const codeLifeMs = 24 * 3_600_000;
const listedForMs = 7 * 24 * 3_600_000;
const secretBytes = 32;
/** Crockford's base 32: no I, L, O, U. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function makeEnrolments(deps: EnrolmentDeps): Enrolments {
  const { store, registry, events, audit, clock, random, school } = deps;
  const budget = makeTryBudget();

  return {
    async create(actor, order) {
      if (order.roomId !== null) {
        const room = await store.query
          .selectFrom("room")
          .select("id")
          .where("id", "=", order.roomId)
          .executeTakeFirst();
        if (room === undefined) return failure("NOT_FOUND", `no room ${order.roomId}`);
      }
      const now = clock.now();
      const row: EnrolmentTable = {
        // 32 divides 256, so a byte's remainder is as random as the byte.
        code: Array.from(random.bytes(8), (byte) => alphabet[byte % 32]).join(""),
        ...order,
        createdBy: actor.name,
        createdAt: now,
        expiresAt: now + codeLifeMs,
        usedAt: null,
        deviceId: null,
      };
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

    async claim({ code, via, hostname }, address) {
      const now = clock.now();
      if (budget.spent(address, clock.mono()))
        return failure("TOO_MANY_TRIES", `too many wrong codes from ${address}`);
      const wanted = enrolmentCode.safeParse(code);
      const row = wanted.success ? await find(wanted.data) : undefined;
      if (row === undefined) return refuse("CODE_UNKNOWN");
      if (row.usedAt !== null) return refuse("CODE_USED");
      if (row.expiresAt <= now) return refuse("CODE_EXPIRED");
      const deviceId = v7() as DeviceId;
      const secret = Buffer.from(random.bytes(secretBytes)).toString("base64url");
      const won = await store.query.transaction().execute(async (transaction) => {
        // The condition and not the look above decides: of two claims at once only one finds the code unused.
        const taken = await transaction
          .updateTable("enrolment")
          .set({ usedAt: now, deviceId })
          .where("code", "=", row.code)
          .where("usedAt", "is", null)
          .returning("code")
          .executeTakeFirst();
        if (taken === undefined) return false;
        await transaction
          .insertInto("device")
          .values({
            id: deviceId,
            name: row.deviceName,
            kind: row.kind,
            roomId: row.roomId,
            stationNumber: row.stationNumber,
            emblem: row.emblem,
            secretHash: secretHashOf(secret).toString("hex"),
            via,
            allowReboot: 0,
            enrolledAt: now,
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
          })
          .execute();
        return true;
      });
      if (!won) return refuse("CODE_USED");
      const entry = await registry.reload(deviceId);
      if (entry === undefined) throw new Error("the device that was just enrolled is not in the store");
      await audit.write({
        actor: row.deviceName,
        action: "device.enrol",
        subject: row.deviceName,
        detail: { deviceId, via, hostname, address, createdBy: row.createdBy },
      });
      events.publish({ type: "deviceListChanged", device: deviceId });
      events.publish({ type: "enrolmentsChanged" });
      const { device } = entry;
      return ok({
        schoolId: school,
        deviceId,
        roomId: device.roomId,
        kind: device.kind,
        deviceName: device.name,
        secret,
      });

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
  };
}
