// Owns the school's rooms: adding, renaming, and removing those that nothing stands in.
import { v7 } from "uuid";
import type { RoomId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import { type Room, room } from "../api/rooms.ts";
import type { Actor } from "../hubServices.ts";
import type { SchoolDependencies } from "./frame.ts";
import { notFound, type Refused, refuseFields, refuseUse } from "./refused.ts";

type RoomFields = Pick<Room, "name" | "kind">;
type Outcome = Promise<Result<Room, never> | Refused>;

export type SchoolRooms = ReturnType<typeof makeSchoolRooms>;

export function makeSchoolRooms({ query, events, audit }: Omit<SchoolDependencies, "clock">) {
  const find = (id: RoomId) => query.selectFrom("room").where("id", "=", id).selectAll().executeTakeFirst();
  async function isTaken(name: string, but: RoomId | null): Promise<boolean> {
    const rows = await query.selectFrom("room").select(["id", "name"]).execute();
    return rows.some((row) => row.id !== but && row.name.toLowerCase() === name.toLowerCase());
  }
  const nameTaken = () => refuseFields({ name: "Đã có phòng tên này" });

  return {
    async add(actor: Actor, fields: RoomFields): Outcome {
      if (await isTaken(fields.name, null)) return nameTaken();
      const last = await query
        .selectFrom("room")
        .select(({ fn }) => fn.max("position").as("position"))
        .executeTakeFirst();
      const row = { id: v7(), ...fields, position: Number(last?.position ?? -1) + 1 };
      await query.insertInto("room").values(row).execute();
      await audit.write({ actor: actor.name, action: "room.add", subject: fields.name, detail: fields });
      events.publish({ type: "schoolChanged" });
      return ok(room.parse(row));
    },

    async change(
      actor: Actor,
      id: RoomId,
      fields: { [Key in keyof RoomFields]?: RoomFields[Key] | undefined },
    ): Outcome {
      const row = await find(id);
      if (row === undefined) return notFound(`no room ${id}`);
      if (fields.name !== undefined && (await isTaken(fields.name, id))) return nameTaken();
      const changed = { ...row, name: fields.name ?? row.name, kind: fields.kind ?? row.kind };
      await query
        .updateTable("room")
        .set({ name: changed.name, kind: changed.kind })
        .where("id", "=", id)
        .execute();
      await audit.write({ actor: actor.name, action: "room.change", subject: changed.name, detail: fields });
      events.publish({ type: "schoolChanged" });
      return ok(room.parse(changed));
    },

    async remove(actor: Actor, id: RoomId): Promise<Result<null, never> | Refused> {
      const row = await find(id);
      if (row === undefined) return notFound(`no room ${id}`);
      const device = await query
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
          (await query.selectFrom(table).where("roomId", "=", id).select("id").executeTakeFirst()) !==
          undefined
        )
          return refuseUse(`${row.name} có tiết trong thời khóa biểu nên chưa xóa. Các tiết vẫn giữ nguyên.`);
      const home = await query
        .selectFrom("schoolClass")
        .where("homeRoomId", "=", id)
        .select("name")
        .executeTakeFirst();
      if (home !== undefined)
        return refuseUse(`${row.name} là phòng của ${home.name} nên chưa xóa. Hãy đổi phòng của lớp trước.`);
      await query.deleteFrom("room").where("id", "=", id).execute();
      await audit.write({ actor: actor.name, action: "room.remove", subject: row.name });
      events.publish({ type: "schoolChanged" });
      return ok(null);
    },
  };
}
