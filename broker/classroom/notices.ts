// Owns notices and their approval: nobody but who may approve lets one out to the screens, and whoever changes one takes it off them
// until it is approved again. Nothing is deleted: a withdrawn notice stays in the list with who wrote and who approved it.
import type { Kysely } from "kysely";
import { v7 } from "uuid";
import type { ShownNotice } from "../../protocol/documents/classroom.ts";
import type { ClassId, NoticeId } from "../../protocol/ids.ts";
import { failure, ok, type Result } from "../../protocol/result.ts";
import { type Notice, notice } from "../api/classroom.ts";
import type { Audit } from "../audit/audit.ts";
import type { HubEvents } from "../events/hubEvents.ts";
import type { Actor } from "../hubServices.ts";
import type { NoticeTable, Tables } from "../store/schema.ts";

export type NoticeOrder = Omit<ShownNotice, "id"> & {
  /** Null: every class. */
  readonly classIds: readonly ClassId[] | null;
};

export type Notices = {
  /** Newest first. */
  list(): Promise<Notice[]>;
  /** A draft. NOT_FOUND: no such class. */
  add(actor: Actor, order: NoticeOrder): Promise<Result<Notice, "NOT_FOUND">>;
  /** A draft again, also when it was approved or withdrawn. */
  change(actor: Actor, id: NoticeId, order: NoticeOrder): Promise<Result<Notice, "NOT_FOUND">>;
  /** Undefined: no such notice. */
  find(id: NoticeId): Promise<Notice | undefined>;
  /**
   * `revision`: what was read. WITHDRAWN: whoever wants it back changes it first; CHANGED: it says something else now.
   * Approving twice keeps the first approval.
   */
  approve(
    actor: Actor,
    id: NoticeId,
    revision: number,
  ): Promise<Result<Notice, "NOT_FOUND" | "WITHDRAWN" | "CHANGED">>;
  withdraw(actor: Actor, id: NoticeId): Promise<Result<Notice, "NOT_FOUND">>;
};

export type NoticesDependencies = {
  readonly query: Kysely<Tables>;
  readonly events: HubEvents;
  readonly audit: Audit;
  readonly clock: { now(): number };
};

const readNotice = (row: NoticeTable): Notice =>
  notice.parse({ ...row, classIds: row.classIds === null ? null : (JSON.parse(row.classIds) as unknown) });

export function makeNotices({ query, events, audit, clock }: NoticesDependencies): Notices {
  async function find(id: NoticeId): Promise<Notice | undefined> {
    const row = await query.selectFrom("notice").where("id", "=", id).selectAll().executeTakeFirst();
    return row && readNotice(row);
  }

  async function areClasses(ids: readonly ClassId[] | null): Promise<boolean> {
    if (ids === null) return true;
    const wanted = [...new Set(ids)];
    const found = await query.selectFrom("schoolClass").where("id", "in", wanted).select("id").execute();
    return found.length === wanted.length;
  }

  async function tell(
    actor: Actor,
    action: "notice.add" | "notice.change" | "notice.approve" | "notice.withdraw",
    id: NoticeId,
  ): Promise<Result<Notice, never>> {
    const found = await find(id);
    if (found === undefined) throw new Error(`notice ${id} vanished`);
    await audit.write({ actor: actor.name, action, subject: found.title, detail: { noticeId: id } });
    events.publish({ type: "classroomChanged" });
    return ok(found);
  }

  const fieldsOf = ({ classIds, ...rest }: NoticeOrder) => ({
    ...rest,
    classIds: classIds === null ? null : JSON.stringify([...new Set(classIds)]),
  });
  const asDraft = { state: "draft", approvedBy: null, approvedAt: null } as const;

  return {
    async list() {
      const rows = await query.selectFrom("notice").orderBy("id", "desc").selectAll().execute();
      return rows.map(readNotice);
    },
    async add(actor, order) {
      if (!(await areClasses(order.classIds))) return failure("NOT_FOUND", "no such class");
      const id = v7() as NoticeId;
      await query
        .insertInto("notice")
        .values({
          id,
          ...fieldsOf(order),
          ...asDraft,
          createdBy: actor.name,
          authorId: actor.staffId,
          revision: 1,
          createdAt: clock.now(),
        })
        .execute();
      return tell(actor, "notice.add", id);
    },
    async change(actor, id, order) {
      if ((await find(id)) === undefined) return failure("NOT_FOUND", `no notice ${id}`);
      if (!(await areClasses(order.classIds))) return failure("NOT_FOUND", "no such class");
      await query
        .updateTable("notice")
        .set(({ eb }) => ({ ...fieldsOf(order), ...asDraft, revision: eb("revision", "+", 1) }))
        .where("id", "=", id)
        .execute();
      return tell(actor, "notice.change", id);
    },
    find,
    async approve(actor, id, revision) {
      const { numUpdatedRows } = await query
        .updateTable("notice")
        .set({ state: "approved", approvedBy: actor.name, approvedAt: clock.now() })
        .where("id", "=", id)
        .where("state", "=", "draft")
        .where("revision", "=", revision)
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return tell(actor, "notice.approve", id);
      const found = await find(id);
      if (found === undefined) return failure("NOT_FOUND", `no notice ${id}`);
      if (found.state === "withdrawn") return failure("WITHDRAWN", `notice ${id} was withdrawn`);
      return found.revision === revision ? ok(found) : failure("CHANGED", `notice ${id} was changed`);
    },
    async withdraw(actor, id) {
      const { numUpdatedRows } = await query
        .updateTable("notice")
        .set({ state: "withdrawn" })
        .where("id", "=", id)
        .where("state", "!=", "withdrawn")
        .executeTakeFirst();
      if (numUpdatedRows > 0n) return tell(actor, "notice.withdraw", id);
      const found = await find(id);
      return found === undefined ? failure("NOT_FOUND", `no notice ${id}`) : ok(found);
    },
  };
}
