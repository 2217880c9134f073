// Owns the school's rooms: adding, renaming, and removing those that nothing stands in.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { RoomId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import { type Room, room } from "../api/rooms.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import type { SchoolDependencies } from "./frame.ts";
import { notFound, type Refused, refuseFields, refuseUse } from "./refused.ts";

type RoomFields = Pick<Room, "name" | "kind">;
type Outcome = Promise<Result<Room, never> | Refused>;

export type SchoolRooms = ReturnType<typeof makeSchoolRooms>;

export function makeSchoolRooms({ query, events, audit }: Omit<SchoolDependencies, "clock">) {
  /** Judged and written in one: two people at once could each see a school without the other's room. */
  const inOne = <Value>(work: (transaction: Kysely<Tables>) => Promise<Value>) =>
    query.transaction().execute(work);
  const find = (transaction: Kysely<Tables>, id: RoomId) =>
    transaction.selectFrom("room").where("id", "=", id).selectAll().executeTakeFirst();
  async function isTaken(transaction: Kysely<Tables>, name: string, but: RoomId | null): Promise<boolean> {
    const rows = await transaction.selectFrom("room").select(["id", "name"]).execute();
    return rows.some((row) => row.id !== but && row.name.toLowerCase() === name.toLowerCase());
  }
  const nameTaken = () => refuseFields({ name: "Đã có phòng tên này" });

  return {
    async add(actor: Actor, fields: RoomFields): Outcome {
      const added = await inOne(async (transaction): Outcome => {
        if (await isTaken(transaction, fields.name, null)) return nameTaken();
        const last = await transaction
          .selectFrom("room")
          .select(({ fn }) => fn.max("position").as("position"))
          .executeTakeFirst();
        const row = { id: v7(), ...fields, position: Number(last?.position ?? -1) + 1 };
        await transaction.insertInto("room").values(row).execute();
        return ok(room.parse(row));
      });
      if (!added.ok) return added;
      await audit.write({ actor: actor.name, action: "room.add", subject: fields.name, detail: fields });
      events.publish({ type: "schoolChanged" });
      return added;
    },

    async change(
      actor: Actor,
      id: RoomId,
      fields: { [Key in keyof RoomFields]?: RoomFields[Key] | undefined },
    ): Outcome {
      const changed = await inOne(async (transaction): Outcome => {
        const row = await find(transaction, id);
        if (row === undefined) return notFound(`no room ${id}`);
        if (fields.name !== undefined && (await isTaken(transaction, fields.name, id))) return nameTaken();
        const wanted = { ...row, name: fields.name ?? row.name, kind: fields.kind ?? row.kind };
        await transaction
          .updateTable("room")
          .set({ name: wanted.name, kind: wanted.kind })
          .where("id", "=", id)
          .execute();
        return ok(room.parse(wanted));
      });
      if (!changed.ok) return changed;
      await audit.write({
        actor: actor.name,
        action: "room.change",
        subject: changed.value.name,
        detail: fields,
      });
      events.publish({ type: "schoolChanged" });
      return changed;
    },

    async remove(actor: Actor, id: RoomId): Promise<Result<null, never> | Refused> {
      const removed = await inOne(async (transaction): Promise<Result<string, never> | Refused> => {
        const row = await find(transaction, id);
        if (row === undefined) return notFound(`no room ${id}`);
        const device = await transaction
          .selectFrom("device")
          .where("roomId", "=", id)
          .where("revokedAt", "is", null)
          .select("name")
          .executeTakeFirst();
        if (device !== undefined)
          return refuseUse(
            `${row.name} còn thiết bị (${device.name}) nên chưa xóa. Hãy chuyển hoặc gỡ thiết bị trước.`,
          );
        for (const table of ["slot", "publishedSlot"] as const)
          if (
            (await transaction.selectFrom(table).where("roomId", "=", id).select("id").executeTakeFirst()) !==
            undefined
          )
            return refuseUse(
              `${row.name} có tiết trong thời khóa biểu nên chưa xóa. Các tiết vẫn giữ nguyên.`,
            );
        const home = await transaction
          .selectFrom("schoolClass")
          .where("homeRoomId", "=", id)
          .select("name")
          .executeTakeFirst();
        if (home !== undefined)
          return refuseUse(
            `${row.name} là phòng của ${home.name} nên chưa xóa. Hãy đổi phòng của lớp trước.`,
          );
        await transaction.deleteFrom("room").where("id", "=", id).execute();
        return ok(row.name);
      });
      if (!removed.ok) return removed;
      await audit.write({ actor: actor.name, action: "room.remove", subject: removed.value });
      events.publish({ type: "schoolChanged" });
      return ok(null);
    },
  };
}
