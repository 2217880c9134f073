// Tests what people type and scan: every spelling of a code, and that too little trust is none.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { enrolmentLink, isTrusted, readEnrolmentText, typedCode } from "./enrolmentText.ts";
import { fingerprintFits, fingerprintLength, fingerprintText } from "./fingerprint.ts";

const own = fingerprintText(createHash("sha256").update("own").digest());
const other = fingerprintText(createHash("sha256").update("other").digest());

describe("what a new device is told", () => {
  test("a fingerprint is 52 characters of base 32, the same bits in the same order", () => {
    expect(own).toHaveLength(fingerprintLength);
    expect(fingerprintText(new Uint8Array(32))).toBe("0".repeat(52));
    expect(fingerprintText(new Uint8Array(32).fill(255))).toBe(`${"Z".repeat(51)}G`);
    expect(fingerprintText(Uint8Array.from([0b00001_000, 0b10_00011_0]))).toBe("1230");
  });

  test("the link carries code, authority and addresses", () => {
    const link = enrolmentLink({
      code: "ABCDEFGH",
      fingerprint: own,
      hubs: ["192.168.1.10:8443", "hub.local:8443"],
    });
    expect(readEnrolmentText(` ${link} `)).toEqual({
      ok: true,
      value: { code: "ABCDEFGH", fingerprint: own, hubs: ["192.168.1.10:8443", "hub.local:8443"] },
    });
  });

  test("the typed code is six groups of four, read with small letters, spaces and mixed-up signs too", () => {
    const typed = typedCode("ABCD1FG0", own);
    expect(typed).toMatch(/^ABCD-1FG0(-.{4}){4}$/);
    const sloppy = typed.toLowerCase().replaceAll("-", " ").replace("1", "l").replace("0", "o");
    const read = readEnrolmentText(sloppy);
    expect(read).toMatchObject({ ok: true, value: { code: "ABCD1FG0", hubs: [] } });
    if (!read.ok) return;
    expect(isTrusted(read.value, own)).toBe(true);
    expect(isTrusted(read.value, other)).toBe(false);
  });

  test("a code alone says nothing of whom to trust", () => {
    const read = readEnrolmentText("abcd-efgh");
    expect(read).toEqual({ ok: true, value: { code: "ABCDEFGH", fingerprint: null, hubs: [] } });
    if (read.ok) expect(isTrusted(read.value, own)).toBe(false);
  });

  test("fewer than 65 bits of a fingerprint are not believed", () => {
    expect(fingerprintFits(own, own.slice(0, 13))).toBe(true);
    expect(fingerprintFits(own, own.slice(0, 12))).toBe(false);
    expect(fingerprintFits(own, "")).toBe(false);
    expect(fingerprintFits(own, own.slice(1, 17))).toBe(false);
  });

  test.each([
    "",
    "ABCD",
    "ABCD-EFG!",
    "kidsmart://enrol?code=ABCDEFGH",
    `ABCD-EFGH-${"U".repeat(16)}`,
    "x".repeat(500),
  ])("%s is no code", (text) => {
    expect(readEnrolmentText(text)).toMatchObject({ ok: false, code: "CODE_MALFORMED" });
  });
});
