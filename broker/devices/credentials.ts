// Owns the secrets of devices: who may come in, how a secret is changed so that a kill at any point leaves one that works, and secrets that two machines use (ADR 0032).
import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { DeviceId } from "../../protocol/ids.ts";
import type { NewSecret } from "../../protocol/messages/newSecret.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { CredentialState, Credentials, HubClock } from "../hubServices.ts";
import { readJson } from "../store/readJson.ts";
import type { CredentialTable } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import { type Registry, secretHashOf } from "./registry.ts";

/** A secret that was offered and not used for this long is worth nothing; another one is offered then. */
const offerHoldsMs = 10 * 60_000;
/** The same misuse is told again after this. */
const tellAgainAfterMs = 3_600_000;

export function makeCredentials(deps: {
  readonly store: Store;
  readonly registry: Registry;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: HubClock;
  readonly random: { bytes(count: number): Uint8Array };
  readonly send: (device: DeviceId, message: NewSecret) => void;
}): Credentials {
  const { store, registry, events, audit, clock, random, send } = deps;
  const toldAt = new Map<DeviceId, number>();
  const offering = new Set<DeviceId>();

  const rowOf = (id: DeviceId): Promise<CredentialTable | undefined> =>
    store.query.selectFrom("credential").selectAll().where("deviceId", "=", id).executeTakeFirst();

  async function write(id: DeviceId, values: Partial<Omit<CredentialTable, "deviceId">>): Promise<void> {
    const row = { ...noCredential, ...values, deviceId: id };
    await store.query
      .insertInto("credential")
      .values(row)
      .onConflict((conflict) => conflict.column("deviceId").doUpdateSet(values))
      .execute();
  }

  /** The next secret was used: from now on it is the only one. */
  async function promote(id: DeviceId, hash: Buffer): Promise<void> {
    const now = clock.now();
    await store.query.transaction().execute(async (transaction) => {
      await transaction
        .updateTable("device")
        .set({ secretHash: hash.toString("hex") })
        .where("id", "=", id)
        .execute();
      await transaction
        .updateTable("credential")
        .set({ secretSince: now, askedAt: null, nextHash: null, nextUntil: null })
        .where("deviceId", "=", id)
        .execute();
    });
    const entry = registry.find(id);
    if (entry === undefined) return;
    entry.secretHash = hash;
    entry.nextSecret = null;
    await audit.write({
      actor: entry.device.name,
      action: "device.secretChanged",
      subject: entry.device.name,
      detail: { deviceId: id },
    });
    events.publish({ type: "credentialsChanged", device: id });
  }

  async function stateOf(id: DeviceId): Promise<Result<CredentialState, "NOT_FOUND">> {
    const entry = registry.find(id);
    if (entry === undefined) return failure("NOT_FOUND", `no device ${id}`);
    const row = await rowOf(id);
    const from = row?.usedTwiceFrom == null ? null : readJson(row.usedTwiceFrom, z.array(z.string()));
    return ok({
      secretSince: row?.secretSince ?? entry.device.enrolledAt,
      askedAt: row?.askedAt ?? null,
      offered: row?.nextHash != null && (row.nextUntil ?? 0) > clock.now(),
      usedTwice:
        row?.usedTwiceAt == null ? null : { at: row.usedTwiceAt, addresses: from?.ok ? from.value : [] },
    });
  }

  return {
    admit(id, secret) {
      const entry = registry.find(id as DeviceId);
      const given = secretHashOf(secret);
      if (entry === undefined) return { ok: false, why: "unknown", device: null };
      const { device, nextSecret } = entry;
      const isCurrent = timingSafeEqual(entry.secretHash, given);
      const isNext =
        nextSecret !== null && nextSecret.until > clock.now() && timingSafeEqual(nextSecret.hash, given);
      if (!isCurrent && !isNext) return { ok: false, why: "unknown", device };
      if (device.revokedAt !== null) return { ok: false, why: "revoked", device };
      if (isCurrent) return { ok: true, device };
      return promote(device.id, given).then(() =>
        entry.device.revokedAt === null
          ? { ok: true, device: entry.device }
          : { ok: false, why: "revoked", device: entry.device },
      );
    },

    async offer(id, encrypted) {
      const entry = registry.find(id);
      // In the clear a new secret would be worth less than the old one.
      if (!encrypted || entry === undefined || offering.has(id)) return;
      offering.add(id);
      try {
        const row = await rowOf(id);
        if (row?.askedAt == null || entry.device.revokedAt !== null) return;
        const now = clock.now();
        // It was offered a moment ago and may be on its way: a second one would only cross it.
        if (row.nextHash !== null && (row.nextUntil ?? 0) - offerHoldsMs + offerAgainAfterMs > now) return;
        const secret = Buffer.from(random.bytes(32)).toString("base64url");
        const next = { hash: secretHashOf(secret), until: now + offerHoldsMs };
        await write(id, { nextHash: next.hash.toString("hex"), nextUntil: next.until });
        entry.nextSecret = next;
        send(id, { secret });
        events.publish({ type: "credentialsChanged", device: id });
      } finally {
        offering.delete(id);
      }
    },

    async rotate(actor, id) {
      const entry = registry.find(id);
      if (entry === undefined || entry.device.revokedAt !== null)
        return failure("NOT_FOUND", `no device ${id}`);
      if (entry.device.via !== "agent") return failure("NOT_AN_AGENT", entry.device.name);
      await write(id, { askedAt: clock.now() });
      await audit.write({
        actor: actor.name,
        action: "device.rotateSecret",
        subject: entry.device.name,
        detail: { deviceId: id },
      });
      events.publish({ type: "credentialsChanged", device: id });
      return stateOf(id);
    },

    show: stateOf,

    async usedTwice(id, addresses) {
      const entry = registry.find(id);
      const now = clock.mono();
      const before = toldAt.get(id);
      if (entry === undefined || (before !== undefined && now - before < tellAgainAfterMs)) return;
      toldAt.set(id, now);
      await write(id, { usedTwiceAt: clock.now(), usedTwiceFrom: JSON.stringify(addresses) });
      await audit.write({
        actor: entry.device.name,
        action: "device.connectedTwice",
        subject: entry.device.name,
        detail: { deviceId: id, addresses },
      });
      events.publish({ type: "credentialsUsedTwice", device: id, addresses });
      events.publish({ type: "credentialsChanged", device: id });
    },

    async settleUsedTwice(actor, id) {
      const entry = registry.find(id);
      if (entry === undefined) return failure("NOT_FOUND", `no device ${id}`);
      toldAt.delete(id);
      await write(id, { usedTwiceAt: null, usedTwiceFrom: null });
      await audit.write({
        actor: actor.name,
        action: "device.settleUsedTwice",
        subject: entry.device.name,
        detail: { deviceId: id },
      });
      events.publish({ type: "credentialsChanged", device: id });
      return stateOf(id);
    },
  };
}

/** Long enough for a device to write it down and connect; short beside how long it holds. */
const offerAgainAfterMs = 60_000;

export const noCredential = {
  secretSince: null,
  askedAt: null,
  nextHash: null,
  nextUntil: null,
  usedTwiceAt: null,
  usedTwiceFrom: null,
} satisfies Omit<CredentialTable, "deviceId">;
