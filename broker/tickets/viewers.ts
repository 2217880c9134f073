// Owns who may see which ticket: everybody's own reports, those of one's classes and grade blocks, or all.
import type { ExpressionBuilder, Kysely } from "kysely";
import type { StaffId } from "../../protocol/ids.ts";
import type { Permission } from "../api/permissions.ts";
import type { Tables } from "../store/schema.ts";

export type Viewer = {
  readonly staffId: StaffId;
  readonly permissions: ReadonlySet<Permission>;
  readonly seesAll: boolean;
  /** Own classes, and those of own grade blocks. */
  readonly classIds: readonly string[];
  /** Home rooms of those classes. */
  readonly roomIds: readonly string[];
};

export async function readViewer(
  query: Kysely<Tables>,
  person: { readonly staffId: StaffId; readonly permissions: ReadonlySet<Permission> },
): Promise<Viewer> {
  const scopes = await query
    .selectFrom("staffScope")
    .where("staffId", "=", person.staffId)
    .select(["kind", "value"])
    .execute();
  const of = (kind: string) => scopes.filter((scope) => scope.kind === kind).map(({ value }) => value);
  const [blocks, own] = [of("gradeBlock"), of("class")];
  const classes =
    scopes.length === 0
      ? []
      : await query
          .selectFrom("schoolClass")
          .where(({ eb, or }) =>
            or([
              ...(blocks.length > 0 ? [eb("ageBand", "in", blocks)] : []),
              ...(own.length > 0 ? [eb("id", "in", own)] : []),
            ]),
          )
          .select(["id", "homeRoomId"])
          .execute();
  return {
    ...person,
    seesAll: person.permissions.has("tickets.view"),
    classIds: classes.map(({ id }) => id),
    roomIds: classes.flatMap(({ homeRoomId }) => homeRoomId ?? []),
  };
}

export function inScope(
  viewer: Viewer,
  ticket: { readonly classId: string | null; readonly roomId: string | null },
): boolean {
  return (
    viewer.seesAll ||
    (ticket.classId !== null && viewer.classIds.includes(ticket.classId)) ||
    (ticket.roomId !== null && viewer.roomIds.includes(ticket.roomId))
  );
}

/** The same for the database, with what the person reported. */
export function visibleTo(viewer: Viewer) {
  return ({ eb, or, exists, selectFrom, lit }: ExpressionBuilder<Tables, "ticket">) =>
    viewer.seesAll
      ? lit(true)
      : or([
          eb("ticket.openedById", "=", viewer.staffId),
          exists(
            selectFrom("ticketReport")
              .whereRef("ticketReport.ticketId", "=", "ticket.id")
              .where("ticketReport.staffId", "=", viewer.staffId)
              .select("ticketReport.id"),
          ),
          ...(viewer.classIds.length > 0 ? [eb("ticket.classId", "in", [...viewer.classIds])] : []),
          ...(viewer.roomIds.length > 0 ? [eb("ticket.roomId", "in", [...viewer.roomIds])] : []),
        ]);
}
