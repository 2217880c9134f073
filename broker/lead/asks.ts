// Owns the asks of station panels: whose they are, whether they still hold, and that each is done once. What they order is the leads' affair.
import type { Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import { type Ask, askHoldsMs } from "../../protocol/messages/ask.ts";
import type { Log } from "../../runtime/log.ts";
import { findPerson } from "../accounts/person.ts";
import type { Actor, Device, Leads } from "../hubServices.ts";
import type { Refusals } from "../mqtt/refusals.ts";
import type { Tables } from "../store/schema.ts";

export type AskDependencies = {
  readonly query: Kysely<Tables>;
  readonly leads: Leads;
  readonly refusals: Refusals;
  readonly log: Log;
  readonly clock: { now(): number };
};

export type Asks = {
  /** Never rejects: a refused ask is the log's and the audit's affair, and the station sees that nothing changed. */
  hear(device: Device, ask: Ask): Promise<void>;
};

/** Ids that are remembered: a repeat comes within seconds, and an older one is void by its age. */
const remembered = 500;

export function makeAsks({ query, leads, refusals, log, clock }: AskDependencies): Asks {
  const seen = new Set<string>();

  function isRepeat(id: string): boolean {
    if (seen.has(id)) return true;
    seen.add(id);
    for (const oldest of seen) {
      if (seen.size <= remembered) break;
      seen.delete(oldest);
    }
    return false;
  }

  /** Undefined: nobody who may lead, whatever a station says. */
  async function leaderOf(staffId: StaffId): Promise<Actor | undefined> {
    const alive = await query
      .selectFrom("staff")
      .select("id")
      .where("id", "=", staffId)
      .where("disabledAt", "is", null)
      .executeTakeFirst();
    const person = alive && (await findPerson(query, staffId));
    if (person === undefined || !person.permissions.has("sessions.lead")) return undefined;
    return { staffId, name: person.displayName };
  }

  async function hear(device: Device, { id, askedAt, staffId, order }: Ask): Promise<void> {
    if (isRepeat(id)) return;
    const { id: deviceId, roomId } = device;
    if (device.revokedAt !== null || roomId === null) {
      log.warn({ device: deviceId }, "an ask of a device without a room");
      return;
    }
    const now = clock.now();
    // A station that does not know the time asks now. One from ahead of the hub's clock would hold too long.
    if (Math.abs(now - (askedAt ?? now)) > askHoldsMs) {
      log.warn({ device: deviceId, order: order.order, askedAt }, "an ask came too late, or from the future");
      return;
    }
    const leader = await leaderOf(staffId);
    if (leader === undefined) {
      refusals.note({
        device: deviceId,
        actor: device.name,
        action: "lesson.askRefused",
        subject: order.order,
        detail: { staffId },
      });
      return;
    }
    const answer = await leads.giveOrder(leader, roomId, order, device);
    if (!answer.ok)
      log.info({ device: deviceId, order: order.order, code: answer.code }, "an ask was refused");
  }

  return {
    hear: (device, ask) =>
      hear(device, ask).catch((error: unknown) => {
        log.error({ err: error, device: device.id }, "an ask was not carried out");
      }),
  };
}
