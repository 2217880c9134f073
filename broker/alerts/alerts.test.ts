import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DeviceId, RoomId, SchoolId } from "../../protocol/ids.ts";
import type { AlertChannelOrder } from "../api/alerts.ts";
import { makeAudit } from "../audit/audit.ts";
import { makeHubEvents } from "../events/hubEvents.ts";
import type { Device, DeviceVitals } from "../hubServices.ts";
import { knowsNothing } from "../ingest/correctTimes.ts";
import { openStore, type Store } from "../store/store.ts";
import { type Alerts, openAlerts } from "./alerts.ts";

const minute = 60_000;
const officer = { staffId: null, name: "Nhân Viên Thử" };
const room = randomUUID() as RoomId;

let folder: string;
let store: Store;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kidsmart-alerts-"));
  store = await openStore(join(folder, "hub.db"));
  await store.query
    .insertInto("school")
    .values({ id: randomUUID(), name: "Mầm non Thử", zone: "Asia/Ho_Chi_Minh", createdAt: 0 })
    .execute();
  await store.query
    .insertInto("room")
    .values({ id: room, name: "Phòng Kidsmart", kind: "kidsmart", position: 0 })
    .execute();
  await store.query
    .insertInto("period")
    .values({
      id: randomUUID(),
      position: 0,
      name: "Tiết 1",
      summerStart: 420,
      summerEnd: 1020,
      winterStart: 420,
      winterEnd: 1020,
      afterLunch: 0,
    })
    .execute();
});
afterEach(async () => {
  for (const undo of cleanups.splice(0).reverse()) await undo();
  await store.close();
  await rm(folder, { recursive: true });
});

/** Monday 1 March 2027, 8:00 in Vietnam. */
const mondayMorning = Date.parse("2027-03-01T01:00:00Z");

type Machine = { device: Device; vitals: DeviceVitals };

function makeSchool(count: number) {
  const clock = { at: mondayMorning, now: () => clock.at, mono: () => clock.at - mondayMorning + 3_600_000 };
  const machines = new Map<DeviceId, Machine>();
  for (let index = 0; index < count; index++) {
    const id = randomUUID() as DeviceId;
    machines.set(id, {
      device: {
        id,
        name: `Trạm ${index + 1}`,
        kind: "station",
        roomId: room,
        stationNumber: index + 1,
        emblem: "rabbit",
        via: "agent",
        allowReboot: false,
        allowScreenshot: false,
        enrolledAt: 0,
        revokedAt: null,
      },
      vitals: {
        reachability: "online",
        lastSeenAt: clock.at,
        clock: { ...knowsNothing, clockErrorMs: 0 },
        held: { plan: 1, config: 1, content: 1 },
        newest: { plan: 1, config: 1, content: 1 },
      },
    });
  }
  const events = makeHubEvents((error) => {
    throw error;
  });
  const machine = (id: DeviceId): Machine => {
    const found = machines.get(id);
    if (found === undefined) throw new Error(`no device ${id}`);
    return found;
  };
  return {
    clock,
    events,
    ids: [...machines.keys()],
    devices: {
      list: () => [...machines.values()].map(({ device }) => device),
      find: (id: DeviceId) => machines.get(id)?.device,
      vitals: (id: DeviceId) => machine(id).vitals,
    },
    /** The hub hears that a device is otherwise. */
    change(id: DeviceId, vitals: Partial<DeviceVitals>) {
      const found = machine(id);
      found.vitals = { ...found.vitals, ...vitals };
      events.publish({ type: "deviceChanged", device: id });
    },
  };
}

async function start(school: ReturnType<typeof makeSchool>) {
  const notes: string[] = [];
  const { query } = store;
  const alerts = await openAlerts({
    query,
    events: school.events,
    audit: makeAudit({ query, clock: school.clock }),
    log: pino({ level: "silent" }),
    clock: school.clock,
    random: () => 0.5,
    devices: school.devices,
    desired: { slots: () => [] },
    leads: { of: () => null },
    school: { id: randomUUID() as SchoolId, name: "Mầm non Thử", zone: "Asia/Ho_Chi_Minh" },
    figures: () => ({ diskFull: false }),
    folder,
    every: () => () => undefined,
    noteOnTicket: async (id, text) => {
      notes.push(`${id} ${text}`);
    },
  });
  cleanups.push(() => alerts.close());
  /** Ticks every half minute. */
  const pass = async (ms: number) => {
    for (let spent = 0; spent < ms; spent += 30_000) {
      school.clock.at += 30_000;
      await alerts.tick();
    }
  };
  return { alerts, notes, pass };
}

const open = async (alerts: Alerts) =>
  (await alerts.book.list("open")).alerts.filter(({ measure }) => !measure.startsWith("hub"));

/** A real SMTP server; what came, as text. */
async function startMailServer(port = 0) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      let text = "";
      stream.on("data", (part: Buffer) => {
        text += part.toString("utf8");
      });
      stream.on("end", () => {
        mails.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { mails, port: address.port, close };
}

async function startHttpServer(answer: (body: string) => { status: number; text: string }) {
  const seen: { path: string; body: string; headers: Record<string, unknown> }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part.toString("utf8");
    });
    request.on("end", () => {
      seen.push({ path: request.url ?? "", body, headers: request.headers });
      const { status, text } = answer(body);
      response.writeHead(status, { "content-type": "application/json" }).end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  cleanups.push(() => new Promise((resolve) => server.close(resolve)));
  return { seen, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const everySeverity: AlertChannelOrder["severities"] = ["urgent", "warning", "info"];
const mailChannel = (port: number, more: Partial<AlertChannelOrder> = {}): AlertChannelOrder => ({
  name: "Thư của phòng máy",
  enabled: true,
  severities: everySeverity,
  quiet: null,
  urgentAlways: true,
  tellsCleared: false,
  settings: {
    kind: "email",
    host: "127.0.0.1",
    port,
    security: "none",
    username: "",
    from: "hub@truong.example",
    to: ["it@truong.example"],
  },
  ...more,
});

const bodyOf = (mail: string): string => {
  const text = mail.slice(mail.indexOf("\r\n\r\n") + 4);
  if (/content-transfer-encoding: base64/i.test(mail)) return Buffer.from(text, "base64").toString("utf8");
  const bytes = text
    .replaceAll("=\r\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
};

test("a lost station is one alert with its place, is told by mail once, and clears by itself", async () => {
  const school = makeSchool(10);
  const { alerts, pass } = await start(school);
  const mail = await startMailServer();
  cleanups.push(mail.close);
  await alerts.channels.add(officer, mailChannel(mail.port, { tellsCleared: true }));
  await pass(6 * minute);
  const [id] = school.ids;
  school.change(id as DeviceId, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(10 * minute);
  const [alert, ...others] = await open(alerts);
  expect(others).toEqual([]);
  expect(alert).toMatchObject({
    severity: "warning",
    sentence: expect.stringContaining("Trạm 1 (Phòng Kidsmart) mất liên lạc"),
  });
  expect(mail.mails).toHaveLength(1);
  expect(bodyOf(mail.mails[0] ?? "")).toContain("Trạm 1 (Phòng Kidsmart) mất liên lạc");
  school.change(id as DeviceId, { reachability: "online" });
  await pass(5 * minute);
  expect(await open(alerts)).toEqual([]);
  expect(mail.mails).toHaveLength(2);
});

test("a room without power is one alert and one mail, with its devices folded under it", async () => {
  const school = makeSchool(20);
  const { alerts, pass } = await start(school);
  const mail = await startMailServer();
  cleanups.push(mail.close);
  await alerts.channels.add(officer, mailChannel(mail.port));
  await pass(6 * minute);
  for (const id of school.ids) school.change(id, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(10 * minute);
  const [alert, ...others] = await open(alerts);
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ subject: { kind: "room", name: "Phòng Kidsmart" }, devices: 20 });
  const page = alert && (await alerts.book.show(alert.id));
  expect(page?.ok && page.value.folded).toHaveLength(20);
  expect(mail.mails).toHaveLength(1);
});

test("SMTP that is down for a day: mails wait in the database, also over a restart, and come as one digest", async () => {
  const school = makeSchool(10);
  const first = await start(school);
  const mail = await startMailServer();
  await mail.close();
  await first.alerts.channels.add(officer, mailChannel(mail.port));
  await first.pass(6 * minute);
  const [a, b, c] = school.ids as [DeviceId, DeviceId, DeviceId];
  school.change(a, { clock: { ...knowsNothing, clockErrorMs: 7_200_000 } });
  await first.pass(30 * minute);
  school.change(b, { clock: { ...knowsNothing, clockErrorMs: -90_000_000 } });
  await first.pass(30 * minute);
  school.change(c, { held: { plan: 0, config: 1, content: 1 } });
  await first.pass(60 * minute);
  school.change(c, { held: { plan: 1, config: 1, content: 1 } });
  await first.pass(5 * minute);
  const [channel] = await first.alerts.channels.list();
  expect(channel).toMatchObject({
    waiting: 3,
    sentAt: null,
    lastError: expect.stringContaining("ECONNREFUSED"),
  });
  await first.alerts.close();
  school.clock.at += 20 * 60 * minute;
  const second = await start(school);
  const back = await startMailServer(mail.port);
  cleanups.push(back.close);
  await second.pass(70 * minute);
  expect(back.mails).toHaveLength(1);
  const text = bodyOf(back.mails[0] ?? "");
  expect(text).toContain("Trạm 1 (Phòng Kidsmart) chạy nhanh 2 giờ");
  expect(text).toContain("Trạm 2 (Phòng Kidsmart) chạy chậm 25 giờ");
  expect(text).toContain("ĐÃ TỰ HẾT (1)");
  expect(await second.alerts.channels.list()).toMatchObject([{ waiting: 0, lastError: null }]);
});

test("what was under way at a kill goes out again under the same id and nothing else with it", async () => {
  const school = makeSchool(10);
  const { alerts, pass } = await start(school);
  const mail = await startMailServer();
  cleanups.push(mail.close);
  await alerts.channels.add(officer, mailChannel(mail.port));
  await pass(6 * minute);
  school.change(school.ids[0] as DeviceId, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(5 * minute);
  // As a kill between the server's yes and the note of it leaves it.
  await store.query.updateTable("alertMessage").set({ sentAt: null }).execute();
  school.change(school.ids[1] as DeviceId, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(5 * minute);
  const ids = mail.mails.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  expect(ids).toHaveLength(3);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[2]).not.toBe(ids[0]);
});

test("quiet hours hold messages and end in one digest; urgent ones need not wait", async () => {
  const school = makeSchool(10);
  const { alerts, pass } = await start(school);
  const mail = await startMailServer();
  cleanups.push(mail.close);
  // 7:00 to 10:00; it is 8:00.
  const quiet = { startMinute: 420, endMinute: 600 };
  await alerts.channels.add(officer, mailChannel(mail.port, { quiet }));
  await pass(6 * minute);
  const [a, b, c] = school.ids as [DeviceId, DeviceId, DeviceId];
  school.change(a, { clock: { ...knowsNothing, clockErrorMs: 7_200_000 } });
  school.change(b, { held: { plan: 0, config: 1, content: 1 } });
  await pass(45 * minute);
  expect(mail.mails).toEqual([]);
  school.events.publish({ type: "credentialsUsedTwice", device: c, addresses: ["10.0.0.2", "10.0.0.3"] });
  await pass(2 * minute);
  expect(mail.mails).toHaveLength(1);
  expect(bodyOf(mail.mails[0] ?? "")).toContain("dùng chung danh tính");
  await pass(90 * minute);
  expect(mail.mails).toHaveLength(2);
  expect(bodyOf(mail.mails[1] ?? "")).toContain("CẦN XEM (1)");
});

test("open alerts outlive a restart; nobody is missed while devices come back, and a weekend off raises nothing", async () => {
  const school = makeSchool(10);
  const first = await start(school);
  await first.pass(6 * minute);
  const [id] = school.ids as [DeviceId];
  school.change(id, { reachability: "lost", lastSeenAt: school.clock.at });
  await first.pass(5 * minute);
  const [before] = await open(first.alerts);
  await first.alerts.close();
  // The next Monday: the hub was off, and so is everything.
  const left = school.clock.at;
  school.clock.at = mondayMorning + 7 * 24 * 60 * minute;
  for (const each of school.ids) school.change(each, { reachability: "lost", lastSeenAt: left });
  const second = await start(school);
  await second.pass(30 * minute);
  const after = await open(second.alerts);
  expect(after.map(({ id: found }) => found)).toEqual([before?.id]);
  school.change(id, { reachability: "online" });
  await second.pass(3 * minute);
  expect(await open(second.alerts)).toEqual([]);
});

test("records of yesterday that come after an outage raise nothing", async () => {
  const school = makeSchool(3);
  const { alerts, pass } = await start(school);
  await pass(6 * minute);
  const [id] = school.ids as [DeviceId];
  const at = school.clock.at - 24 * 60 * minute;
  const boot = "00000000000000aa" as never;
  const body = {
    cpuPercent: 1,
    memoryPercent: 1,
    diskFreeMiB: 100,
    temperatureC: 99,
    receivedKiB: 0,
    sentKiB: 0,
    kiosk: "menu" as const,
  };
  const crash = { kind: "kioskCrash" as const, detail: "" };
  for (let seq = 1; seq <= 40; seq += 2) {
    school.events.publish({
      type: "recordsCommitted",
      device: id,
      records: [
        { type: "health", seq, at: at + seq * minute, mono: seq * minute, boot, body },
        { type: "fault", seq: seq + 1, at: at + seq * minute, mono: seq * minute, boot, body: crash },
      ],
    });
    await pass(minute);
  }
  expect(await open(alerts)).toEqual([]);
  for (let seq = 1; seq <= 3; seq++)
    school.events.publish({
      type: "recordsCommitted",
      device: id,
      records: [{ type: "fault", seq: seq + 100, at: school.clock.at, mono: 0, boot, body: crash }],
    });
  await pass(minute);
  expect(await open(alerts)).toMatchObject([{ measure: "kioskCrashes", severity: "urgent", value: 3 }]);
});

test("an identity that two machines use is told until a person has dealt with it, also over a restart", async () => {
  const school = makeSchool(3);
  const first = await start(school);
  const [id] = school.ids as [DeviceId];
  const row = { deviceId: id, secretSince: null, askedAt: null, nextHash: null, nextUntil: null };
  await store.query
    .insertInto("credential")
    .values({ ...row, usedTwiceAt: school.clock.at, usedTwiceFrom: "[]" })
    .execute();
  school.events.publish({ type: "credentialsUsedTwice", device: id, addresses: [] });
  await first.pass(minute);
  expect(await open(first.alerts)).toMatchObject([{ measure: "credentialsTwice", severity: "urgent" }]);
  await first.alerts.close();
  const second = await start(school);
  await second.pass(90 * minute);
  expect(await open(second.alerts)).toHaveLength(1);
  await store.query.updateTable("credential").set({ usedTwiceAt: null }).execute();
  school.events.publish({ type: "credentialsChanged", device: id });
  await expect.poll(() => second.pass(2 * minute).then(() => open(second.alerts))).toEqual([]);
});

test("a kiosk's crashes that were told before a restart are over after it", async () => {
  const school = makeSchool(3);
  const first = await start(school);
  const crash = { kind: "kioskCrash" as const, detail: "" };
  const boot = "00000000000000aa" as never;
  for (let seq = 1; seq <= 3; seq++)
    school.events.publish({
      type: "recordsCommitted",
      device: school.ids[0] as DeviceId,
      records: [{ type: "fault", seq, at: school.clock.at, mono: 0, boot, body: crash }],
    });
  await first.pass(minute);
  expect(await open(first.alerts)).toHaveLength(1);
  await first.alerts.close();
  const second = await start(school);
  await second.pass(12 * minute);
  expect(await open(second.alerts)).toEqual([]);
});

test("a maintenance window keeps a room quiet, with one word after it about what is still wrong", async () => {
  const school = makeSchool(10);
  const { alerts, pass } = await start(school);
  await pass(6 * minute);
  const made = await alerts.rules.addWindow(officer, {
    reason: "Thay ổ cắm",
    place: { of: "room", id: room },
    time: { repeats: "once", fromAt: school.clock.at, untilAt: school.clock.at + 60 * minute },
  });
  expect(made).toMatchObject({ ok: true, value: { running: true } });
  for (const id of school.ids) school.change(id, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(30 * minute);
  const [first, ...rest] = school.ids as [DeviceId, ...DeviceId[]];
  for (const id of rest) school.change(id, { reachability: "online" });
  await pass(29 * minute);
  expect((await alerts.book.list("open")).alerts.filter(({ measure }) => measure === "lost")).toEqual([]);
  expect((await alerts.book.list("cleared")).alerts).toEqual([]);
  await pass(10 * minute);
  expect(await open(alerts)).toMatchObject([{ subject: { id: first } }]);
});

test("an alert is taken with name and note, rests until its hour, is told again, and says so on its ticket when it is over", async () => {
  const school = makeSchool(10);
  const { alerts, notes, pass } = await start(school);
  const mail = await startMailServer();
  cleanups.push(mail.close);
  await alerts.channels.add(officer, mailChannel(mail.port));
  await pass(6 * minute);
  const [id] = school.ids as [DeviceId];
  school.change(id, { reachability: "lost", lastSeenAt: school.clock.at });
  await pass(5 * minute);
  const [alert] = await open(alerts);
  if (alert === undefined) throw new Error("no alert");
  expect(await alerts.book.count()).toMatchObject({ open: 1 });
  await alerts.book.snooze(officer, alert.id, 60);
  expect(await alerts.book.count()).toMatchObject({ open: 0 });
  await pass(30 * minute);
  expect(mail.mails).toHaveLength(1);
  await pass(35 * minute);
  expect(mail.mails).toHaveLength(2);
  expect(await alerts.book.count()).toMatchObject({ open: 1 });
  const taken = await alerts.book.acknowledge(officer, alert.id, "Đang xem");
  expect(taken).toMatchObject({ ok: true, value: { acknowledged: { by: officer.name, note: "Đang xem" } } });
  expect(await alerts.book.count()).toMatchObject({ open: 0 });
  school.change(id, { reachability: "online" });
  await pass(3 * minute);
  expect(notes).toHaveLength(1);
  expect(notes[0]).toContain(alert.id);
});

test("Telegram and webhooks get what they need, say what was wrong, and no answer shows the secret", async () => {
  const school = makeSchool(1);
  const { alerts } = await start(school);
  const telegram = await startHttpServer((body) =>
    body.includes("-100")
      ? { status: 200, text: '{"ok":true}' }
      : { status: 400, text: '{"ok":false,"description":"chat not found for 123:abc"}' },
  );
  const channel = mailChannel(1);
  const added = await alerts.channels.add(officer, {
    ...channel,
    secret: "123:abc",
    settings: { kind: "telegram", base: telegram.base, chatId: "-100" },
  });
  if (!added.ok) throw new Error(added.detail);
  expect(JSON.stringify(added.value)).not.toContain("123:abc");
  expect(await alerts.channels.test(officer, added.value.id)).toMatchObject({
    ok: true,
    value: { sent: true },
  });
  expect(telegram.seen[0]).toMatchObject({ path: "/bot123:abc/sendMessage" });
  await alerts.channels.change(officer, added.value.id, {
    ...channel,
    settings: { kind: "telegram", base: telegram.base, chatId: "wrong" },
  });
  const failed = await alerts.channels.test(officer, added.value.id);
  expect(failed).toMatchObject({ value: { sent: false, answer: expect.stringContaining("chat not found") } });
  expect(JSON.stringify(failed)).not.toContain("123:abc");

  const zalo = await startHttpServer((body) =>
    body.includes("Tin thử")
      ? { status: 200, text: '{"error":-216,"message":"Access token is invalid"}' }
      : { status: 500, text: "" },
  );
  const hook = await alerts.channels.add(officer, {
    ...channel,
    secret: "oa-token",
    settings: {
      kind: "webhook",
      url: `${zalo.base}/v3.0/oa/message/cs`,
      headers: { access_token: "{{secret}}" },
      template: '{"recipient":{"user_id":"77"},"message":{"text":"{{title}}\\n{{text}}"}}',
    },
  });
  if (!hook.ok) throw new Error(hook.detail);
  expect(await alerts.channels.test(officer, hook.value.id)).toMatchObject({
    value: { sent: false, answer: expect.stringContaining("Access token is invalid") },
  });
  expect(zalo.seen[0]?.headers["access_token"]).toBe("oa-token");
  expect(JSON.parse(zalo.seen[0]?.body ?? "")).toMatchObject({ recipient: { user_id: "77" } });
  const kept = await store.query.selectFrom("alertChannel").select("secret").execute();
  expect(JSON.stringify(kept)).not.toContain("oa-token");
});

test("a secret stays where it was given for: a channel with another address needs it anew", async () => {
  const { alerts } = await start(makeSchool(1));
  const channel = mailChannel(1);
  const settings = { kind: "telegram" as const, base: "https://api.telegram.org", chatId: "1" };
  const added = await alerts.channels.add(officer, { ...channel, secret: "123:abc", settings });
  if (!added.ok) throw new Error(added.detail);
  const elsewhere = { ...channel, settings: { ...settings, base: "https://elsewhere.example" } };
  expect(await alerts.channels.change(officer, added.value.id, elsewhere)).toMatchObject({
    ok: false,
    fields: { secret: expect.any(String) },
  });
  const mail = mailChannel(25);
  if (mail.settings.kind !== "email") throw new Error("no mail");
  const safe = { ...mail.settings, security: "tls" as const, username: "hub" };
  const byMail = await alerts.channels.add(officer, { ...mail, secret: "mật khẩu", settings: safe });
  if (!byMail.ok) throw new Error(byMail.detail);
  const readable = { ...mail, settings: { ...safe, security: "none" as const } };
  expect(await alerts.channels.change(officer, byMail.value.id, readable)).toMatchObject({
    ok: false,
    fields: { secret: expect.any(String) },
  });
});

test("a rule that makes no sense is refused at its field, and nothing of it is kept", async () => {
  const { alerts } = await start(makeSchool(1));
  const before = await alerts.rules.rules();
  const [rule] = before;
  if (rule === undefined) throw new Error("no rule");
  const { id, ...order } = rule;
  const refused = { ok: false, code: "INVALID_INPUT", fields: { setForSeconds: expect.any(String) } };
  expect(await alerts.rules.addRule(officer, { ...order, setForSeconds: -1 })).toMatchObject(refused);
  expect(await alerts.rules.changeRule(officer, id, { ...order, setForSeconds: -1 })).toMatchObject(refused);
  expect(await alerts.rules.rules()).toEqual(before);
});

test("quiet hours that cover the day, and a maintenance that never ends, are refused", async () => {
  const { alerts } = await start(makeSchool(1));
  for (const quiet of [
    { startMinute: 480, endMinute: 480 },
    { startMinute: 0, endMinute: 1440 },
    { startMinute: 480, endMinute: 450 },
  ])
    expect(await alerts.channels.add(officer, mailChannel(25, { quiet }))).toMatchObject({
      ok: false,
      fields: { quiet: expect.any(String) },
    });
  const everyDay = {
    repeats: "weekly" as const,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    startMinute: 0,
    endMinute: 1440,
  };
  expect(
    await alerts.rules.addWindow(officer, { reason: "Mãi", place: { of: "school" }, time: everyDay }),
  ).toMatchObject({ ok: false, fields: { "time.endMinute": expect.any(String) } });
});

test("a school starts with the proposed rules, all of which make sense", async () => {
  const { alerts } = await start(makeSchool(1));
  const rules = await alerts.rules.rules();
  expect(rules.map(({ measure }) => measure).sort()).toEqual([
    "clockErrorSeconds",
    "contentBehind",
    "credentialsTwice",
    "diskFreeMiB",
    "hubDiskFreeMiB",
    "hubDiskFull",
    "kioskCrashes",
    "lost",
    "noSound",
    "off",
    "onBattery",
    "pointerMissing",
    "smartFailing",
    "temperatureC",
    "updatesPending",
  ]);
  for (const { id, ...rule } of rules)
    expect([rule.measure, await alerts.rules.changeRule(officer, id, rule)]).toMatchObject([
      rule.measure,
      { ok: true },
    ]);
});
