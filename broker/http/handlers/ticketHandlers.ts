// Owns the routes of tickets.
import type { Kysely } from "kysely";
import type { Person } from "../../accounts/person.ts";
import type { TicketId, ticketRoutes } from "../../api/tickets.ts";
import { mostPhotosOfTicket } from "../../api/tickets.ts";
import type { Devices } from "../../hubServices.ts";
import type { Tables, TicketTable } from "../../store/schema.ts";
import { phaseOf } from "../../tickets/flow.ts";
import { placesFor } from "../../tickets/places.ts";
import { eventsOf, pageOf, rowsOf, shownEvents } from "../../tickets/showTickets.ts";
import type { OpenProblem, StepProblem, TicketChange, Tickets } from "../../tickets/tickets.ts";
import { inScope, readViewer, type Viewer, visibleTo } from "../../tickets/viewers.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Handlers } from "../routeHandlers.ts";

export type TicketHandlersDependencies = {
  readonly query: Kysely<Tables>;
  readonly tickets: Tickets;
  readonly devices: Pick<Devices, "list">;
  readonly clock: { now(): number };
};

export function ticketHandlers({
  query,
  tickets,
  devices,
  clock,
}: TicketHandlersDependencies): Handlers<keyof typeof ticketRoutes> {
  const showing = { query, shelf: tickets.shelf, clock };
  const seen = (viewer: Viewer) => query.selectFrom("ticket").where(visibleTo(viewer)).selectAll();
  const page = async (viewer: Viewer, ticket: TicketTable) => ({
    ok: true as const,
    value: await pageOf(showing, await tickets.flow(), viewer, ticket),
  });

  async function changed(person: Person, id: TicketId, change: (viewer: Viewer) => TicketChange) {
    const viewer = await readViewer(query, person);
    const outcome = await change(viewer);
    if (outcome.ok) return page(viewer, outcome.value);
    return notChanged(
      outcome.code,
      outcome.detail,
      outcome.code === "CHANGED" ? await whoMoved(id) : undefined,
    );
  }

  /** Who was quicker, and how the ticket stands since. */
  async function whoMoved(id: TicketId): Promise<string | undefined> {
    const last = await query
      .selectFrom("ticketEvent")
      .innerJoin("ticket", "ticket.id", "ticketEvent.ticketId")
      .where("ticketEvent.ticketId", "=", id)
      .where("ticketEvent.kind", "in", ["step", "undo", "assign", "reportedAgain"])
      .orderBy("ticketEvent.id", "desc")
      .select(["ticketEvent.actor", "ticket.state"])
      .executeTakeFirst();
    if (last === undefined) return undefined;
    const state =
      (await tickets.flow()).states.find(({ code }) => code === last.state)?.name.vi ?? last.state;
    return `${last.actor} vừa xử lý phiếu này (giờ là “${state}”) nên bước của bạn chưa được ghi. Không mất gì. Hãy xem phiếu như bây giờ rồi làm tiếp nếu còn cần.`;
  }

  return {
    showTicketFlow: async () => ({ ok: true, value: await tickets.flow() }),
    async listTicketPlaces({ person }) {
      return { ok: true, value: await placesFor(query, devices.list(), await readViewer(query, person)) };
    },
    async listTickets({ person, query: { closed, before, limit } }) {
      const all = seen(await readViewer(query, person));
      const rows = closed
        ? await all
            .where("closedAt", "<", before ?? Number.MAX_SAFE_INTEGER)
            .orderBy("closedAt", "desc")
            .limit(limit)
            .execute()
        : await all.where("closedAt", "is", null).orderBy("openedAt", "desc").execute();
      return { ok: true, value: await rowsOf(query, await tickets.flow(), rows) };
    },
    async countTickets({ person }) {
      const viewer = await readViewer(query, person);
      const flow = await tickets.flow();
      const rows = await query
        .selectFrom("ticket")
        .where(visibleTo(viewer))
        .where("closedAt", "is", null)
        .select(["state", "classId", "roomId"])
        .execute();
      const inPhase = (phase: string) => rows.filter(({ state }) => phaseOf(flow, state) === phase);
      const [open, working, done] = [inPhase("open"), inPhase("working"), inPhase("done")];
      const toRepair = viewer.permissions.has("tickets.work") ? open.length : 0;
      const toAccept = viewer.permissions.has("tickets.accept")
        ? done.filter((row) => inScope(viewer, row)).length
        : 0;
      return {
        ok: true,
        value: {
          open: open.length,
          working: working.length,
          done: done.length,
          mine: toRepair + toAccept,
        },
      };
    },
    async listDeviceTickets({ person, params }) {
      const rows = await seen(await readViewer(query, person))
        .where("deviceId", "=", params.deviceId)
        .orderBy("openedAt", "desc")
        .execute();
      const events = await eventsOf(
        query,
        rows.map(({ id }) => id),
      );
      const shown = await rowsOf(query, await tickets.flow(), rows);
      return {
        ok: true,
        value: shown.map((row) => ({
          ...row,
          events: shownEvents(events.filter((event) => event.ticketId === row.ticketId)),
        })),
      };
    },
    async showTicket({ person, params }) {
      const viewer = await readViewer(query, person);
      const ticket = await tickets.find(viewer, params.ticketId);
      return ticket === undefined ? refuse("NOT_FOUND", { detail: params.ticketId }) : page(viewer, ticket);
    },
    async openTicket({ actor, body }) {
      const outcome = await tickets.open(actor, {
        ...body,
        photo: body.photo === null ? null : Buffer.from(body.photo, "base64"),
      });
      if (!outcome.ok) return notOpened(outcome.code, outcome.detail);
      const { ticketId, fresh } = outcome.value;
      // Its own reporter always sees it.
      const row = await query
        .selectFrom("ticket")
        .where("id", "=", ticketId)
        .selectAll()
        .executeTakeFirstOrThrow();
      const [shown] = await rowsOf(query, await tickets.flow(), [row]);
      return shown === undefined
        ? refuse("INTERNAL", { detail: `ticket ${ticketId} is unreadable` })
        : { ok: true, value: { ...shown, fresh } };
    },
    stepTicket: ({ actor, person, params, body: { step, revision, text } }) =>
      changed(person, params.ticketId, (viewer) =>
        tickets.step(actor, viewer, params.ticketId, { code: step, revision, text }),
      ),
    undoTicketStep: ({ actor, person, params, body }) =>
      changed(person, params.ticketId, (viewer) =>
        tickets.undo(actor, viewer, params.ticketId, body.revision),
      ),
    assignTicket: ({ actor, person, params, body }) =>
      changed(person, params.ticketId, (viewer) => tickets.assign(actor, viewer, params.ticketId, body)),
    commentTicket: ({ actor, person, params, body }) =>
      changed(person, params.ticketId, (viewer) =>
        tickets.comment(actor, viewer, params.ticketId, body.text),
      ),
    addTicketPhoto: ({ actor, person, params, body }) =>
      changed(person, params.ticketId, (viewer) =>
        tickets.addPhoto(actor, viewer, params.ticketId, Buffer.from(body.photo, "base64")),
      ),
  };
}

const photoRefusals = {
  PHOTO_TOO_LARGE: {
    status: 413,
    message:
      "Ảnh nặng hơn 400 KB nên máy chủ không nhận. Chưa gửi gì; những gì đã có vẫn an toàn. Hãy chụp lại ngay trên trang này để ảnh được thu nhỏ.",
  },
  PHOTO_UNREADABLE: {
    message:
      "Máy chủ không đọc được tệp này như một tấm ảnh. Chưa gửi gì; những gì đã có vẫn an toàn. Hãy chọn ảnh khác, hoặc gửi không kèm ảnh.",
  },
} as const;

function notOpened(code: OpenProblem, detail: string): Refusal {
  if (code === "NOT_FOUND") return refuse(code, { detail });
  if (code === "NOWHERE")
    return refuse("INVALID_INPUT", {
      detail,
      message: "Chưa biết cái gì hỏng, ở đâu. Chưa gửi gì. Hãy chọn thiết bị hoặc phòng rồi gửi lại.",
    });
  return refuse("INVALID_INPUT", { detail: `${code}: ${detail}`, ...photoRefusals[code] });
}

const changeRefusals: Record<
  Exclude<StepProblem, "NOT_FOUND" | keyof typeof photoRefusals>,
  readonly [code: "CONFLICT" | "NOT_ALLOWED" | "INVALID_INPUT", message: string]
> = {
  CHANGED: [
    "CONFLICT",
    "Người khác vừa xử lý phiếu này nên bước của bạn chưa được ghi. Việc của người đó đã lưu. Hãy xem phiếu như bây giờ rồi làm tiếp nếu còn cần.",
  ],
  STEP_NOT_ALLOWED: [
    "CONFLICT",
    "Bước này không làm được khi phiếu đang như vậy, hoặc không phải việc của bạn. Phiếu không thay đổi. Hãy chọn một bước đang hiện trên phiếu.",
  ],
  TEXT_NEEDED: [
    "INVALID_INPUT",
    "Bước này cần vài chữ (lý do, đã làm gì, hoặc chờ gì). Phiếu chưa thay đổi. Hãy ghi thêm rồi làm lại.",
  ],
  OTHER_OPEN: [
    "CONFLICT",
    "Lỗi này của máy đã có một phiếu khác đang mở nên chưa mở lại phiếu cũ. Không mất gì. Hãy làm tiếp trên phiếu đang mở.",
  ],
  NOTHING_TO_UNDO: [
    "CONFLICT",
    "Không còn bước nào của bạn lấy lại được: đã quá lâu, hoặc người khác đã làm bước sau. Phiếu không thay đổi. Hãy dùng một bước đang hiện trên phiếu.",
  ],
  NO_SUCH_WORKER: [
    "INVALID_INPUT",
    "Người này không còn quyền sửa chữa nên chưa giao việc. Phiếu không thay đổi. Hãy chọn người khác.",
  ],
  TOO_MANY_PHOTOS: [
    "CONFLICT",
    `Phiếu này đã có ${mostPhotosOfTicket} ảnh nên chưa thêm ảnh nữa. Ảnh đã có vẫn còn. Hãy ghi thêm bằng lời.`,
  ],
};

function notChanged(code: StepProblem, detail: string, told?: string): Refusal {
  if (code === "NOT_FOUND") return refuse(code, { detail });
  if (code === "PHOTO_TOO_LARGE" || code === "PHOTO_UNREADABLE")
    return refuse("INVALID_INPUT", { detail: `${code}: ${detail}`, ...photoRefusals[code] });
  const [common, message] = changeRefusals[code];
  return refuse(common, { detail: `${code}: ${detail}`, message: told ?? message });
}
