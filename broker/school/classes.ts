// Owns the school's classes: adding, changing, archiving, and their order. A class that ended keeps its past.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { ClassId } from "../../protocol/ids.ts";
import { ok, type Result } from "../../protocol/result.ts";
import { type WholeClass, wholeClass } from "../api/school.ts";
import type { Actor } from "../hubServices.ts";
import type { Tables } from "../store/schema.ts";
import type { SchoolDependencies } from "./frame.ts";
import { keepDayCaps, tellAge } from "./keepDayCaps.ts";
import { notFound, orRefused, type Refused, refuseFields } from "./refused.ts";

type ClassFields = Omit<WholeClass, "id" | "archivedAt">;
type Outcome = Promise<Result<WholeClass, never> | Refused>;

export type SchoolClasses = ReturnType<typeof makeSchoolClasses>;

export function makeSchoolClasses({ query, events, audit, clock }: SchoolDependencies) {
  const readAll = (from: Kysely<Tables> = query) =>
    from.selectFrom("schoolClass").orderBy("position").selectAll().execute();

  /** Only classes that are still there share names and rooms. */
  async function judge(transaction: Kysely<Tables>, wanted: WholeClass): Promise<Record<string, string>> {
    const fields: Record<string, string> = {};
    if (wanted.archivedAt !== null) return fields;
    const others = (await readAll(transaction)).filter(
      ({ id, archivedAt }) => id !== wanted.id && archivedAt === null,
    );
    if (others.some(({ name }) => name.toLowerCase() === wanted.name.toLowerCase()))
      fields["name"] = "Đã có lớp tên này";
    if (wanted.homeRoomId === null) return fields;
    const room = await transaction
      .selectFrom("room")
      .where("id", "=", wanted.homeRoomId)
      .select("id")
      .executeTakeFirst();
    const holder = others.find(({ homeRoomId }) => homeRoomId === wanted.homeRoomId);
    if (room === undefined) fields["homeRoomId"] = "Phòng này không còn trong danh sách phòng";
    else if (holder !== undefined) fields["homeRoomId"] = `Phòng này đã là phòng của ${holder.name}`;
    return fields;
  }

  return {
    list: async (): Promise<WholeClass[]> => wholeClass.array().parse(await readAll()),

    async add(actor: Actor, fields: ClassFields): Outcome {
      const made = wholeClass.parse({ id: v7(), ...fields, archivedAt: null });
      const refused = await query.transaction().execute(async (transaction) => {
        const wrong = await judge(transaction, made);
        if (Object.keys(wrong).length > 0) return refuseFields(wrong);
        const position = Math.max(-1, ...(await readAll(transaction)).map((row) => row.position)) + 1;
        await transaction
          .insertInto("schoolClass")
          .values({ ...made, position })
          .execute();
        return undefined;
      });
      if (refused !== undefined) return refused;
      await audit.write({ actor: actor.name, action: "class.add", subject: made.name, detail: fields });
      events.publish({ type: "schoolChanged" });
      return ok(made);
    },

    async change(
      actor: Actor,
      id: ClassId,
      {
        archived,
        ...fields
      }: { [Key in keyof ClassFields]?: ClassFields[Key] | undefined } & { archived?: boolean | undefined },
    ): Outcome {
      const changed = await orRefused(() =>
        query.transaction().execute(async (transaction): Promise<Result<WholeClass, never> | Refused> => {
          const row = (await readAll(transaction)).find((each) => each.id === id);
          if (row === undefined) return notFound(`no class ${id}`);
          const archivedAt =
            archived === undefined ? row.archivedAt : archived ? (row.archivedAt ?? clock.now()) : null;
          const wanted = wholeClass.parse({ ...row, ...fields, archivedAt });
          const wrong = await judge(transaction, wanted);
          if (Object.keys(wrong).length > 0) return refuseFields(wrong);
          const { id: _, ...columns } = wanted;
          const write = async () => {
            await transaction.updateTable("schoolClass").set(columns).where("id", "=", id).execute();
          };
          // Another age has another limit: stations would end the class's last lesson of a day without a word.
          if (wanted.ageBand === row.ageBand) await write();
          else await keepDayCaps(transaction, clock.now(), write, tellAge);
          return ok(wanted);
        }),
      );
      if (!changed.ok) return changed;
      const detail = { ...fields, ...(archived !== undefined && { archived }) };
      await audit.write({ actor: actor.name, action: "class.change", subject: changed.value.name, detail });
      events.publish({ type: "schoolChanged" });
      return changed;
    },

    /** Classes that are not named keep their order behind the others. */
    async sort(actor: Actor, classIds: readonly ClassId[]): Promise<Result<null, never>> {
      await query.transaction().execute(async (transaction) => {
        const rows = await transaction.selectFrom("schoolClass").orderBy("position").select("id").execute();
        const known = new Set(rows.map(({ id }) => id));
        const named = [...new Set<string>(classIds)].filter((id) => known.has(id));
        const order = [...named, ...rows.map(({ id }) => id).filter((id) => !named.includes(id))];
        for (const [position, id] of order.entries())
          await transaction.updateTable("schoolClass").set({ position }).where("id", "=", id).execute();
      });
      await audit.write({ actor: actor.name, action: "class.change", subject: "Thứ tự các lớp" });
      events.publish({ type: "schoolChanged" });
      return ok(null);
    },
  };
}
