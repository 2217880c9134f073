// Tests tickets over HTTP and from stations, against a whole hub with the sample school.

import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeviceId, RecordId, StaffId } from "../../protocol/ids.ts";
import type { BrokenPart } from "../../protocol/records/report.ts";
import type { TicketPage, TicketRow } from "../api/tickets.ts";
import { exif, tinyJpeg } from "../tickets/photoFixture.ts";
import { type Client, type ServedHub, startServedHub } from "./servedHubFixture.ts";

let served: ServedHub;
let officer: Client & { readonly cookie: string };
let head: Client & { readonly cookie: string };
let teacher: Client & { readonly cookie: string };
let rooms: { id: string; name: string }[];
beforeAll(async () => {
  served = await startServedHub();
  officer = await served.as("itOfficer");
  head = await served.as("gradeHead");
  teacher = await served.as("teacher");
  rooms = await served.hub.store.query.selectFrom("room").select(["id", "name"]).execute();
});
afterAll(() => served.close());

const roomId = (name: string) => rooms.find((room) => room.name.includes(name))?.id ?? "";
const json = async <Shape>(answer: Promise<Response>) => (await (await answer).json()) as Shape;
const open = (client: Client, body: object) =>
  json<TicketRow & { fresh: boolean; code?: string }>(client("openTicket", { body }));
const list = (client: Client) => json<TicketRow[]>(client("listTickets"));
const show = (client: Client, ticketId: string) =>
  json<TicketPage>(client("showTicket", { params: { ticketId } }));
const step = (client: Client, ticket: { ticketId: string; revision: number }, code: string, text = "") =>
  client("stepTicket", {
    params: { ticketId: ticket.ticketId },
    body: { step: code, revision: ticket.revision, text },
  });

/** What a station sends when somebody taps a picture there. */
async function tap(
  device: string,
  part: BrokenPart,
  { at = served.clock.now(), staffId = null as StaffId | null, id = v7() } = {},
): Promise<void> {
  const found = served.hub.core.devices.find(device as DeviceId);
  if (found === undefined) throw new Error("no device");
  const link = { document() {}, deviceCommand() {}, roomCommand() {}, close() {} };
  const screen = served.hub.core.screens.open(
    found,
    { kiosk: "0.0.0", have: { plan: 0, config: 0, content: 0 } },
    link as never,
  );
  await screen.records([
    { id: id as RecordId, at, type: "report", body: { part, note: "", staffId, sessionId: null } },
  ]);
  screen.closed(true);
}
const ofDevice = (device: string) =>
  expect.poll(async () =>
    (await list(officer))
      .filter(({ deviceId }) => deviceId === device)
      .map(({ part, reports, source }) => [part, reports, source]),
  );

test("twenty taps of a child at one station are one ticket a part, counted, told once", async () => {
  const { deviceId } = await served.enrolScreen();
  for (let count = 0; count < 20; count++) await tap(deviceId, "mouse");
  await tap(deviceId, "sound");
  await ofDevice(deviceId).toEqual([
    ["sound", 1, "station"],
    ["mouse", 20, "station"],
  ]);
  const mouse = (await list(officer)).find((each) => each.deviceId === deviceId && each.part === "mouse");
  const page = await show(officer, mouse?.ticketId ?? "");
  expect(page.events.map(({ kind }) => kind)).toEqual(["opened"]);
  expect(page).toMatchObject({ openedBy: "Màn hình", openedById: null, state: "open" });
});

test("a record that comes twice is counted once, and a report that travelled stands at its own time", async () => {
  const { deviceId } = await served.enrolScreen();
  const at = served.clock.now() - 3 * 3_600_000;
  const id = v7();
  await tap(deviceId, "keyboard", { at, id });
  await tap(deviceId, "keyboard", { at, id });
  await ofDevice(deviceId).toEqual([["keyboard", 1, "station"]]);
  const ticket = (await list(officer)).find((each) => each.deviceId === deviceId);
  expect(ticket?.openedAt).toBe(at);
});

test("the ticket keeps what was known then, also when records and device are gone", async () => {
  const { deviceId } = await served.enrolScreen();
  await tap(deviceId, "network");
  await ofDevice(deviceId).toEqual([["network", 1, "station"]]);
  const { query } = served.hub.store;
  await query.deleteFrom("record").where("deviceId", "=", deviceId).execute();
  await officer("revokeDevice", { params: { deviceId } });
  const row = (await list(officer)).find((each) => each.deviceId === deviceId);
  const { snapshot } = await show(officer, row?.ticketId ?? "");
  expect(snapshot).toMatchObject({
    device: { name: "Màn hình", kind: "screen", emblem: "panda" },
    room: { name: "Phòng Kidsmart" },
  });
  expect(snapshot?.events.map(({ type }) => type)).toContain("report");
});

test("from báo hỏng to nghiệm thu: who, when and what stands on it, and only the head of the block accepts", async () => {
  const ticket = await open(teacher, {
    roomId: roomId("Voi Con"),
    thing: "Máy chiếu",
    note: "Không lên hình",
  });
  expect(ticket).toMatchObject({ fresh: true, className: "Lớp Voi Con", source: "web", state: "open" });
  expect((await step(teacher, ticket, "take")).status).toBe(409);
  const taken = await json<TicketPage>(step(officer, ticket, "take"));
  expect(taken).toMatchObject({ state: "fixing", assignee: "Vũ Đức Khôi" });
  expect((await step(officer, taken, "wait")).status).toBe(400);
  const waiting = await json<TicketPage>(step(officer, taken, "wait", "Bóng đèn"));
  expect(waiting).toMatchObject({ state: "waiting", waitsFor: "Bóng đèn" });
  const fixed = await json<TicketPage>(step(officer, waiting, "finish", "Thay bóng"));
  expect(fixed.steps).toEqual([]);
  const asHead = await show(head, ticket.ticketId);
  expect(asHead.steps).toEqual(["accept", "sendBack"]);
  const accepted = await json<TicketPage>(step(head, asHead, "accept"));
  expect(accepted).toMatchObject({ state: "accepted", phase: "closed" });
  expect(accepted.events.map(({ kind, actor, toState, text }) => [kind, actor, toState, text])).toEqual([
    ["opened", "Đặng Mai Chi", "open", "Không lên hình"],
    ["step", "Vũ Đức Khôi", "fixing", ""],
    ["step", "Vũ Đức Khôi", "waiting", "Bóng đèn"],
    ["step", "Vũ Đức Khôi", "fixed", "Thay bóng"],
    ["step", "Bùi Thanh Trúc", "accepted", ""],
  ]);
});

test("everybody sees what concerns them and nothing else", async () => {
  const own = await open(officer, { roomId: roomId("Thỏ Trắng"), thing: "Loa" });
  const block = await open(officer, { roomId: roomId("Voi Con"), thing: "Quạt" });
  const others = await open(officer, { roomId: roomId("Gấu Trúc"), thing: "Tivi" });
  const sees = async (client: Client) => {
    const ids = (await list(client)).map(({ ticketId }) => ticketId);
    return [own, block, others].map(({ ticketId }) => ids.includes(ticketId));
  };
  expect(await sees(officer)).toEqual([true, true, true]);
  expect(await sees(await served.as("principal"))).toEqual([true, true, true]);
  expect(await sees(head)).toEqual([false, true, false]);
  expect(await sees(teacher)).toEqual([true, false, false]);
  const stranger = await served.withPermissions(["tickets.report"]);
  expect(await sees(stranger)).toEqual([false, false, false]);
  for (const client of [head, stranger])
    for (const name of ["showTicket", "commentTicket"] as const)
      expect(
        (
          await client(name, {
            params: { ticketId: others.ticketId },
            body: name === "showTicket" ? undefined : { text: "a" },
          })
        ).status,
      ).toBe(404);
  // What one reported oneself is seen, whatever room it is in; but not accepted.
  const far = await open(head, { roomId: roomId("Gấu Trúc"), thing: "Máy in" });
  await step(officer, far, "finish", "Thay mực");
  const seen = await show(head, far.ticketId);
  expect(seen).toMatchObject({ state: "fixed", steps: [] });
  expect((await step(head, seen, "accept")).status).toBe(409);
});

test("two people at once: the second is told, and nothing of the first is lost", async () => {
  const ticket = await open(officer, { roomId: roomId("Kidsmart"), thing: "Ổ cắm" });
  const other = await served.withPermissions(["tickets.report", "tickets.view", "tickets.work"]);
  const answers = await Promise.all([
    step(officer, ticket, "take"),
    step(other, ticket, "dismiss", "Quên bật công tắc"),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(await refused?.json()).toMatchObject({
    code: "CONFLICT",
    // Who was quicker, and what the ticket is now.
    message: expect.stringMatching(
      /^(Vũ Đức Khôi vừa xử lý phiếu này \(giờ là “Đang sửa”\)|Người Thử vừa xử lý phiếu này \(giờ là “Không phải hỏng”\))/,
    ),
  });
  expect((await show(officer, ticket.ticketId)).revision).toBe(2);
});

test("a step is taken back by whoever took it, for a quarter of an hour, and stands on the ticket with its taking back", async () => {
  const ticket = await open(officer, { roomId: roomId("Kidsmart"), thing: "Bàn phím rời" });
  const dismissed = await json<TicketPage>(step(officer, ticket, "dismiss", "Nhầm"));
  expect(dismissed.mayUndo).toBe(true);
  expect((await show(await served.as("principal"), ticket.ticketId)).mayUndo).toBe(false);
  const undo = (revision: number) =>
    officer("undoTicketStep", { params: { ticketId: ticket.ticketId }, body: { revision } });
  const back = await json<TicketPage>(undo(dismissed.revision));
  expect(back).toMatchObject({ state: "open", closedAt: null, assignee: null, mayUndo: false });
  expect(back.events.map(({ kind }) => kind)).toEqual(["opened", "step", "undo"]);
  const taken = await json<TicketPage>(step(officer, back, "take"));
  served.clock.by += 16 * 60_000;
  expect((await undo(taken.revision)).status).toBe(409);
});

test("the same fault after its repair opens the ticket again, and one that is closed makes a new one", async () => {
  const { deviceId } = await served.enrolScreen();
  const before = served.clock.now();
  served.clock.by += 1000;
  const first = await open(officer, { deviceId, part: "mouse" });
  await step(officer, first, "finish", "Cắm lại dây");
  served.clock.by += 1000;
  await tap(deviceId, "mouse");
  await expect.poll(async () => (await show(officer, first.ticketId)).state).toBe("open");
  served.clock.by += 1000;
  await step(officer, await show(officer, first.ticketId), "dismiss", "Thử");
  // Reported before it was closed, heard only now.
  await tap(deviceId, "mouse", { at: before });
  await expect.poll(async () => (await show(officer, first.ticketId)).reports).toBe(3);
  expect((await show(officer, first.ticketId)).state).toBe("dismissed");
  served.clock.by += 1000;
  const second = await open(officer, { deviceId, part: "mouse" });
  expect(second).toMatchObject({ fresh: true, number: first.number > second.number ? -1 : second.number });
  const reopened = await step(officer, await show(officer, first.ticketId), "reopen", "Lại hỏng");
  expect(await reopened.json()).toMatchObject({ message: expect.stringContaining("phiếu khác đang mở") });
  const history = await json<{ events: unknown[] }[]>(officer("listDeviceTickets", { params: { deviceId } }));
  expect(history.map(({ events }) => events.length > 0)).toEqual([true, true]);
});

test("a photo goes with its report, without what the phone wrote into it, to whoever may see the ticket only", async () => {
  const ticket = await open(teacher, {
    roomId: roomId("Thỏ Trắng"),
    thing: "Bảng",
    photo: tinyJpeg().toString("base64"),
  });
  const address = `${served.hub.url}/api/tickets/${ticket.ticketId}/photos/${ticket.photoId}`;
  const fetchAs = (client: { readonly cookie: string }) =>
    fetch(address, { headers: { cookie: client.cookie } });
  const photo = await fetchAs(officer);
  expect(photo.headers.get("content-type")).toBe("image/jpeg");
  expect(photo.headers.get("x-content-type-options")).toBe("nosniff");
  const bytes = Buffer.from(await photo.arrayBuffer());
  expect(bytes.includes(exif)).toBe(false);
  expect((await fetchAs(head)).status).toBe(404);
  expect((await fetch(address)).status).toBe(401);
  expect(
    (await fetch(address.replace(ticket.photoId ?? "", v7()), { headers: { cookie: officer.cookie } }))
      .status,
  ).toBe(404);
});

test("a file that is no photo refuses the report as a whole, with words about the photo", async () => {
  const before = (await list(officer)).length;
  const page = Buffer.from("<script>alert(1)</script>").toString("base64");
  const answer = await teacher("openTicket", {
    body: { roomId: roomId("Thỏ Trắng"), thing: "Đồng hồ", photo: page },
  });
  expect([answer.status, ((await answer.json()) as { message: string }).message]).toEqual([
    400,
    expect.stringContaining("tấm ảnh"),
  ]);
  const large = await teacher("openTicket", {
    body: { roomId: roomId("Thỏ Trắng"), thing: "Đồng hồ", photo: tinyJpeg(420 * 1024).toString("base64") },
  });
  expect([large.status, ((await large.json()) as { message: string }).message]).toEqual([
    413,
    expect.stringContaining("400 KB"),
  ]);
  expect((await list(officer)).length).toBe(before);
});

test("a report needs a place, and the place must be there", async () => {
  expect((await teacher("openTicket", { body: {} })).status).toBe(400);
  expect((await teacher("openTicket", { body: { deviceId: v7() } })).status).toBe(404);
  expect((await teacher("openTicket", { body: { roomId: v7() } })).status).toBe(404);
});

test("the numbers of what waits are each person's own", async () => {
  const counts = (client: Client) => json<{ open: number; mine: number }>(client("countTickets"));
  const before = [await counts(officer), await counts(head), await counts(teacher)];
  const ticket = await open(officer, { roomId: roomId("Voi Con"), thing: "Quạt trần" });
  expect((await counts(officer)).mine).toBe((before[0]?.mine ?? 0) + 1);
  await step(officer, ticket, "finish", "Tra dầu");
  expect((await counts(officer)).mine).toBe(before[0]?.mine);
  expect((await counts(head)).mine).toBe((before[1]?.mine ?? 0) + 1);
  expect((await counts(teacher)).mine).toBe(0);
});

test("the officer sets a grade head's blocks and a teacher's classes, and sight follows at once", async () => {
  const staff = await json<
    { staffId: string; username: string; gradeBlocks: string[]; classIds: string[] }[]
  >(officer("listStaff"));
  const found = staff.find(({ username }) => username === "totruong");
  expect(found?.gradeBlocks).toEqual(["5-6"]);
  const change = (gradeBlocks: string[]) =>
    officer("changeStaff", { params: { staffId: found?.staffId ?? "" }, body: { gradeBlocks } });
  expect(await (await change(["4-5"])).json()).toMatchObject({ gradeBlocks: ["4-5"] });
  const ticket = await open(officer, { roomId: roomId("Gấu Trúc"), thing: "Rèm" });
  expect((await list(head)).map(({ ticketId }) => ticketId)).toContain(ticket.ticketId);
  await change(["5-6"]);
  expect((await list(head)).map(({ ticketId }) => ticketId)).not.toContain(ticket.ticketId);
});
