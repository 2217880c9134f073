import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { enrolmentClaim } from "../../protocol/enrolment.ts";
import { makeIdentity, temporaryFolder } from "../testing/fixtures.ts";
import { claimIdentity } from "./claim.ts";
import { ensureEnrolled } from "./ensureEnrolled.ts";
import { readIdentity } from "./identity.ts";

const { hubUrl: _, ...given } = makeIdentity("mqtt://127.0.0.1:1883");

/** A hub that gives every claim the same answer, and keeps what was asked. */
async function startHub(status: number, answer: unknown) {
  const asked: { url: string | undefined; body: unknown }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      asked.push({ url: request.url, body: JSON.parse(Buffer.concat(chunks).toString("utf8")) });
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe("enrolment", () => {
  test("a code is traded for an identity, kept for its owner's eyes only", async () => {
    const folder = temporaryFolder();
    const { hub, asked } = await startHub(200, given);
    const enrolled = await ensureEnrolled({ folder, hostname: "tram-1", hub: `${hub}/`, code: "abcd efgh" });
    expect(enrolled).toEqual({ ok: true, value: { ...given, hubUrl: hub } });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.url).toBe("/api/enrolments/claim");
    expect(enrolmentClaim.parse(asked[0]?.body)).toEqual({
      code: "ABCDEFGH",
      via: "agent",
      hostname: "tram-1",
    });
    expect(readIdentity(folder)).toEqual(enrolled);
    if (process.platform !== "win32")
      expect(statSync(join(folder, "identity.json")).mode & 0o777).toBe(0o600);
  });

  test("a device that is enrolled ignores any further code", async () => {
    const folder = temporaryFolder();
    const { hub, asked } = await startHub(200, given);
    const request = { folder, hostname: "tram-1", hub, code: "ABCD-EFGH" };
    await ensureEnrolled(request);
    expect((await ensureEnrolled(request)).ok).toBe(true);
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
    const folder = temporaryFolder();
    const { hub } = await startHub(status, answer);
    const enrolled = await ensureEnrolled({ folder, hostname: "tram-1", hub, code: "ABCD-EFGH" });
    expect(enrolled).toMatchObject({ ok: false, detail: expect.stringContaining(words) });
    expect(readIdentity(folder)).toMatchObject({ code: "NOT_ENROLLED" });
  });

  test("a hub that is not there, a code that cannot be one, an address that is none", async () => {
    const gone = createServer();
    gone.listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, "close");
    const claim = (hubUrl: string, code: string) => claimIdentity({ hubUrl, code, hostname: "tram-1" });
    expect(await claim(`http://127.0.0.1:${port}`, "ABCD-EFGH")).toMatchObject({ code: "HUB_UNREACHABLE" });
    expect(await claim("http://127.0.0.1", "ABCD")).toMatchObject({ code: "CODE_MALFORMED" });
    expect(await claim("nowhere", "ABCD-EFGH")).toMatchObject({ code: "HUB_URL_INVALID" });
  });

  test("without a code the person is told how to get one; a damaged identity is named", async () => {
    const folder = temporaryFolder();
    expect(await ensureEnrolled({ folder, hostname: "x" })).toMatchObject({
      detail: expect.stringContaining("Thêm thiết bị"),
    });
    writeFileSync(join(folder, "identity.json"), "{");
    expect(await ensureEnrolled({ folder, hostname: "x" })).toMatchObject({
      detail: expect.stringContaining("bị hỏng"),
    });
  });
});
