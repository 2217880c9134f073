// Owns the channels: changing them, and trying one out with the other side's real answer.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import { ok, type Result } from "../../protocol/result.ts";
import type { AlertChannel, AlertChannelId, AlertChannelOrder } from "../api/alerts.ts";
import type { Audit } from "../audit/audit.ts";
import type { Actor } from "../hubServices.ts";
import { notFound, type Refused, refuseFields } from "../school/refused.ts";
import type { Tables } from "../store/schema.ts";
import { type KeptChannel, readChannel } from "./alertRows.ts";
import type { ChannelSecrets } from "./channelSecrets.ts";
import { judgeChannel } from "./judgeRule.ts";
import type { Parcel, SendOutcome } from "./senders/parcel.ts";

export type ChannelBookDependencies = {
  readonly query: Kysely<Tables>;
  readonly audit: Audit;
  readonly clock: { now(): number };
  readonly secrets: ChannelSecrets;
  readonly school: () => { readonly name: string };
  readonly send: (channel: KeptChannel, parcel: Parcel) => Promise<SendOutcome>;
  readonly changed: () => Promise<void>;
};

type Outcome<Value> = Promise<Result<Value, never> | Refused>;

export type ChannelBook = {
  list(): Promise<AlertChannel[]>;
  add(actor: Actor, order: AlertChannelOrder): Outcome<AlertChannel>;
  change(actor: Actor, id: AlertChannelId, order: AlertChannelOrder): Outcome<AlertChannel>;
  remove(actor: Actor, id: AlertChannelId): Outcome<null>;
  test(actor: Actor, id: AlertChannelId): Outcome<{ sent: boolean; answer: string }>;
};

export async function readChannels(query: Kysely<Tables>): Promise<KeptChannel[]> {
  const rows = await query.selectFrom("alertChannel").orderBy("id").selectAll().execute();
  return rows.map(readChannel);
}

export function makeChannelBook(deps: ChannelBookDependencies): ChannelBook {
  const { query, audit, clock, secrets, school, send, changed } = deps;

  async function shown(): Promise<AlertChannel[]> {
    const channels = await readChannels(query);
    const waiting = await query
      .selectFrom("alertMessage")
      .where("sentAt", "is", null)
      .select(({ fn }) => ["channelId", fn.countAll<number>().as("count")])
      .groupBy("channelId")
      .execute();
    const countOf = new Map(waiting.map(({ channelId, count }) => [channelId, Number(count)]));
    return channels.map(({ id, secret, createdAt, failures, nextTryAt, ...channel }) => ({
      ...channel,
      id: id as AlertChannelId,
      hasSecret: secret !== null,
      waiting: countOf.get(id) ?? 0,
    }));
  }

  const columnsOf = ({
    name,
    enabled,
    severities,
    quiet,
    urgentAlways,
    tellsCleared,
    settings,
  }: AlertChannelOrder) => ({
    name,
    enabled: enabled ? 1 : 0,
    severities: JSON.stringify([...new Set(severities)]),
    quiet: quiet === null ? null : JSON.stringify(quiet),
    urgentAlways: urgentAlways ? 1 : 0,
    tellsCleared: tellsCleared ? 1 : 0,
    settings: JSON.stringify(settings),
  });

  const secretOf = (given: string | undefined, kept: string | null): string | null =>
    given === undefined ? kept : given === "" ? null : secrets.seal(given);

  async function told(
    actor: Actor,
    action: "alertChannel.add" | "alertChannel.change",
    id: AlertChannelId,
  ): Promise<Result<AlertChannel, never>> {
    const channel = (await shown()).find((each) => each.id === id);
    if (channel === undefined) throw new Error(`alert channel ${id} vanished`);
    const { name, enabled, severities, settings } = channel;
    await audit.write({
      actor: actor.name,
      action,
      subject: name,
      detail: { channelId: id, kind: settings.kind, enabled, severities },
    });
    await changed();
    return ok(channel);
  }

  const find = (id: AlertChannelId) =>
    query.selectFrom("alertChannel").where("id", "=", id).selectAll().executeTakeFirst();

  return {
    list: shown,
    async add(actor, order) {
      const secret = secretOf(order.secret, null);
      const fields = judgeChannel(order, secret !== null);
      if (Object.keys(fields).length > 0) return refuseFields(fields);
      const id = v7() as AlertChannelId;
      await query
        .insertInto("alertChannel")
        .values({
          id,
          ...columnsOf(order),
          secret,
          createdAt: clock.now(),
          sentAt: null,
          lastError: null,
          failures: 0,
          nextTryAt: 0,
        })
        .execute();
      return told(actor, "alertChannel.add", id);
    },
    async change(actor, id, order) {
      const row = await find(id);
      if (row === undefined) return notFound(`no channel ${id}`);
      const secret = secretOf(order.secret, row.secret);
      const fields = judgeChannel(order, secret !== null);
      const before = readChannel(row).settings;
      // Who may change the address must not thereby learn the secret that goes there.
      if (order.secret === undefined && secret !== null && targetOf(before) !== targetOf(order.settings))
        fields["secret"] = "Địa chỉ gửi đã đổi nên cần nhập lại mật khẩu hoặc mã bí mật.";
      if (Object.keys(fields).length > 0) return refuseFields(fields);
      await query
        .updateTable("alertChannel")
        // What did not work may work now: tried at once.
        .set({ ...columnsOf(order), secret, failures: 0, nextTryAt: 0, lastError: null })
        .where("id", "=", id)
        .execute();
      return told(actor, "alertChannel.change", id);
    },
    async remove(actor, id) {
      const row = await find(id);
      if (row === undefined) return notFound(`no channel ${id}`);
      await query.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("alertMessage").where("channelId", "=", id).execute();
        await transaction.deleteFrom("alertChannel").where("id", "=", id).execute();
      });
      await audit.write({
        actor: actor.name,
        action: "alertChannel.remove",
        subject: row.name,
        detail: { channelId: id },
      });
      await changed();
      return ok(null);
    },
    async test(actor, id) {
      const row = await find(id);
      if (row === undefined) return notFound(`no channel ${id}`);
      const outcome = await send(readChannel(row), {
        id: v7(),
        title: "Tin thử: kênh này đã dùng được",
        text: `Đây là tin thử từ ${school().name}. Khi có cảnh báo, tin sẽ đến đúng nơi này.`,
        severity: "info",
        count: 1,
        school: school().name,
        at: clock.now(),
      });
      await audit.write({
        actor: actor.name,
        action: "alertChannel.test",
        subject: row.name,
        detail: { channelId: id, sent: outcome.sent },
      });
      return ok({ sent: outcome.sent, answer: outcome.answer });
    },
  };
}

function targetOf(settings: AlertChannelOrder["settings"]): string {
  // Without TLS the password is readable on its way: that is another target too.
  if (settings.kind === "email")
    return `${settings.host}:${settings.port} ${settings.security} ${settings.username}`;
  return settings.kind === "telegram" ? settings.base : settings.url;
}
