// Tests how a device becomes one of a school: by a code, a link, a stick; and that nothing is said to a stranger.
import { once } from "node:events";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { enrolmentClaim } from "../../protocol/enrolment.ts";
import { enrolmentLink, typedCode } from "../../protocol/enrolmentText.ts";
import { makeIdentity, temporaryFolder } from "../testing/fixtures.ts";
import { makeTestAuthority, serveSecurely, type TestAuthority } from "../testing/testAuthority.ts";
import { type EnsureEnrolledDeps, ensureEnrolled } from "./ensureEnrolled.ts";
import { readIdentity } from "./identity.ts";
import { stickFolders } from "./stick.ts";

const { hubUrl: _, ...given } = makeIdentity("mqtt://127.0.0.1:1883");
const dayMs = 24 * 3_600_000;
const now = Date.now();

let school: TestAuthority;
let stranger: TestAuthority;
beforeAll(async () => {
  [school, stranger] = await Promise.all([makeTestAuthority(), makeTestAuthority()]);
});

type Asked = { url: string | undefined; body: unknown };

/** A hub that gives every claim the same answer, and keeps what was asked. */
function answering(status: number, answer: unknown) {
  const asked: Asked[] = [];
  const answerTo = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    });
  };
  return { asked, answerTo };
}

async function startPlainHub(status: number, answer: unknown) {
  const { asked, answerTo } = answering(status, answer);
  const server = createServer(answerTo);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function startHub(
  options: { by?: TestAuthority; from?: number; until?: number; status?: number; answer?: unknown } = {},
) {
  const { by = school, from = now - dayMs, until = now + dayMs } = options;
  const { asked, answerTo } = answering(options.status ?? 200, options.answer ?? given);
  const hub = await serveSecurely(await by.issue(new Date(from), new Date(until)), answerTo);
  return { hub, asked };
}

function setUp(more: Partial<EnsureEnrolledDeps> = {}) {
  const told: string[] = [];
  const folder = temporaryFolder();
  const deps: EnsureEnrolledDeps = {
    folder,
    hostname: "tram-1",
    lookForHubs: async () => [],
    stickFolders: () => [],
    tell: (line) => told.push(line),
    ...more,
  };
  return {
    folder,
    told,
    enrol: (now: Partial<EnsureEnrolledDeps> = {}) => ensureEnrolled({ ...deps, ...now }),
  };
}

const code = () => typedCode("ABCDEFGH", school.fingerprint);

describe("enrolment by a code", () => {
  test("a typed code and a typed address: the authority is checked, pinned and kept for its owner's eyes only", async () => {
    const { hub, asked } = await startHub();
    const { folder, enrol } = setUp();
    const enrolled = await enrol({ hub, code: code().toLowerCase() });
    expect(enrolled).toEqual({
      ok: true,
      value: { ...given, hubUrl: `https://${hub}`, caPem: school.caPem },
    });
    expect(asked.map(({ url }) => url)).toEqual(["/api/enrolments/claim"]);
    expect(enrolmentClaim.parse(asked[0]?.body)).toEqual({
      code: "ABCDEFGH",
      via: "agent",
      hostname: "tram-1",
    });
    expect(readIdentity(folder)).toEqual(enrolled);
    expect(JSON.parse(readFileSync(join(folder, "identity.json"), "utf8"))).toMatchObject({ version: 2 });
    if (process.platform !== "win32")
      expect(statSync(join(folder, "identity.json")).mode & 0o777).toBe(0o600);
  });

  test("a link names the addresses, and the next is tried where one does not answer", async () => {
    const { hub } = await startHub();
    const link = enrolmentLink({
      code: "ABCDEFGH",
      fingerprint: school.fingerprint,
      hubs: ["127.0.0.1:9", hub],
    });
    expect(await setUp().enrol({ code: link })).toMatchObject({ ok: true });
  });

  test("without an address the network is asked; who says to be the hub and is not learns nothing", async () => {
    const impostor = await startHub({ by: stranger });
    const { hub } = await startHub();
    const found = [impostor.hub, hub].map((each) => ({
      hosts: [each.split(":")[0] ?? ""],
      httpsPort: Number(each.split(":")[1]),
      mqttsPort: 1,
      fingerprint: school.fingerprint,
    }));
    const { enrol, told } = setUp();
    expect(await enrol({ code: code(), lookForHubs: async () => found })).toMatchObject({ ok: true });
    expect(impostor.asked).toEqual([]);
    expect(told[0]).toContain("Đang tìm máy chủ");
    expect(await setUp().enrol({ code: code() })).toMatchObject({
      ok: false,
      detail: expect.stringContaining("Không tìm thấy máy chủ"),
    });
  });

  test("a wrong fingerprint: nothing is sent, nothing is kept", async () => {
    const { hub, asked } = await startHub({ by: stranger });
    const { folder, enrol } = setUp();
    expect(await enrol({ hub, code: code() })).toMatchObject({
      ok: false,
      detail: expect.stringContaining("chứng chỉ gốc khác"),
    });
    expect(asked).toEqual([]);
    expect(readIdentity(folder)).toMatchObject({ code: "NOT_ENROLLED" });
  });

  test("a chain that shows the right authority above a key it never signed is a stranger", async () => {
    const forged = await stranger.issue(new Date(now - dayMs), new Date(now + dayMs));
    const [leaf] = forged.cert
      .split("\n-----BEGIN CERTIFICATE-----\n")
      .map((part, at) => (at === 0 ? part : ""));
    const { asked, answerTo } = answering(200, given);
    const hub = await serveSecurely({ key: forged.key, cert: `${leaf}\n${school.caPem}` }, answerTo);
    expect(await setUp().enrol({ hub, code: code() })).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  test.each([
    ["years behind: not yet valid", 20 * 365 * dayMs, 21 * 365 * dayMs],
    ["years ahead: long over", -21 * 365 * dayMs, -20 * 365 * dayMs],
  ])("a device whose clock is %s, is let in all the same", async (_, from, until) => {
    const { hub } = await startHub({ from: now + from, until: now + until });
    expect(await setUp().enrol({ hub, code: code() })).toMatchObject({ ok: true });
  });

  test("eight characters are enough on the hub's own computer only", async () => {
    const { hub } = await startPlainHub(200, given);
    const near = setUp();
    expect(await near.enrol({ hub: `${hub}/`, code: "abcd efgh" })).toEqual({
      ok: true,
      value: { ...given, hubUrl: hub },
    });
    for (const far of ["http://192.168.1.10:8080", "https://127.0.0.1:8443", undefined])
      expect(await setUp().enrol({ hub: far, code: "ABCD-EFGH" })).toMatchObject({
        ok: false,
        detail: expect.stringContaining("chỉ dùng được trên chính máy chủ"),
      });
  });

  test("a device that is enrolled ignores any further code", async () => {
    const { hub, asked } = await startHub();
    const { enrol } = setUp();
    await enrol({ hub, code: code() });
    expect((await enrol({ hub, code: code() })).ok).toBe(true);
    expect(asked).toHaveLength(1);
  });

  test.each([
    [404, { code: "CODE_UNKNOWN", message: "" }, "không biết mã này"],
    [410, { code: "CODE_EXPIRED", message: "" }, "đã hết hạn"],
    [409, { code: "CODE_USED", message: "" }, "đã được một máy khác dùng"],
    [429, { code: "TOO_MANY_TRIES", message: "" }, "quá nhiều lần"],
    [200, { hello: "world" }, "không phải là máy chủ Kidsmart"],
    [200, "<html>", "không phải là máy chủ Kidsmart"],
    [500, { code: "INTERNAL", message: "" }, "không phải là máy chủ Kidsmart"],
  ])("%i %j is told in words, and nothing is kept", async (status, answer, words) => {
    const { hub } = await startHub({ status, answer });
    const { folder, enrol } = setUp();
    expect(await enrol({ hub, code: code() })).toMatchObject({
      ok: false,
      detail: expect.stringContaining(words),
    });
    expect(readIdentity(folder)).toMatchObject({ code: "NOT_ENROLLED" });
  });

  test("a hub that is not there, a code that cannot be one, an address that is none", async () => {
    const { enrol } = setUp();
    expect(await enrol({ hub: "127.0.0.1:9", code: code() })).toMatchObject({
      detail: expect.stringContaining("HUB_UNREACHABLE"),
    });
    expect(await enrol({ hub: "127.0.0.1", code: "ABCD" })).toMatchObject({
      detail: expect.stringContaining("CODE_MALFORMED"),
    });
    expect(await enrol({ hub: "không có", code: code() })).toMatchObject({
      detail: expect.stringContaining("HUB_URL_INVALID"),
    });
  });

  test("without a code the person is told how to get one; a damaged identity is named", async () => {
    const { folder, enrol } = setUp();
    expect(await enrol()).toMatchObject({ detail: expect.stringContaining("Thêm thiết bị") });
    writeFileSync(join(folder, "identity.json"), "{");
    expect(await enrol()).toMatchObject({ detail: expect.stringContaining("bị hỏng") });
  });

  test("the identity of an older version, in the clear, goes on as it is", () => {
    const folder = temporaryFolder();
    const old = { ...given, hubUrl: "http://127.0.0.1:8080" };
    writeFileSync(join(folder, "identity.json"), JSON.stringify(old));
    expect(readIdentity(folder)).toEqual({ ok: true, value: old });
  });
});

describe("enrolment by a stick", () => {
  const fileFor = (hub: string, caPem: string) =>
    JSON.stringify({
      type: "kidsmart-enrolment",
      version: 1,
      schoolName: "Mầm non Thử",
      caPem,
      hubs: [hub],
      expiresAt: now + dayMs,
      entries: ["AAAAAAAA", "BBBBBBBB"].map((each, at) => ({
        code: each,
        deviceName: `Máy ${at + 1}`,
        kind: "station",
        stationNumber: at + 1,
        emblem: "fox",
        roomName: "Phòng Kidsmart",
      })),
    });

  function stickWith(text: string) {
    const stick = join(temporaryFolder(), "USB");
    mkdirSync(stick);
    writeFileSync(join(stick, "kidsmart-enrol.json"), text);
    return stick;
  }

  test("the file is found, every code is offered, and the person reads what the station became", async () => {
    const { hub, asked } = await startHub();
    const { enrol, told, folder } = setUp();
    const stick = stickWith(fileFor(hub, school.caPem));
    expect(await enrol({ stickFolders: () => ["/nowhere", stick] })).toMatchObject({ ok: true });
    expect(enrolmentClaim.parse(asked[0]?.body)).toMatchObject({ code: "AAAAAAAA", others: ["BBBBBBBB"] });
    expect(told.join("\n")).toContain("Mầm non Thử");
    expect(told.join("\n")).toContain("Số 1 · Phòng Kidsmart");
    expect(readIdentity(folder)).toMatchObject({ value: { caPem: school.caPem } });
  });

  test("a hub of another authority learns no code of the file; a damaged file is named", async () => {
    const { hub, asked } = await startHub({ by: stranger });
    const stick = stickWith(fileFor(hub, school.caPem));
    expect(await setUp().enrol({ file: join(stick, "kidsmart-enrol.json") })).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    const broken = stickWith("{");
    expect(await setUp().enrol({ stickFolders: () => [broken] })).toMatchObject({
      detail: expect.stringContaining("bị hỏng"),
    });
    expect(await setUp().enrol({ file: "/nowhere.json" })).toMatchObject({
      detail: expect.stringContaining("Không đọc được tệp"),
    });
  });

  test("sticks are looked for where systems show them", () => {
    expect(stickFolders("win32").slice(0, 2)).toEqual(["D:\\", "E:\\"]);
    expect(stickFolders("linux")).toEqual(expect.arrayContaining(["/media", "/run/media", "/mnt"]));
  });
});
