import { describe, expect, it } from "vitest";
import { decode, decodeJson, encode } from "./codec.ts";
import type { StreamId } from "./ids.ts";
import { maxPayloadBytes } from "./topics.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the codec", () => {
  it("reads what it wrote", () => {
    const ack = { stream: "0123456789abcdef" as StreamId, upto: 7, hubTime: 1 };
    expect(decode("ack", bytes(encode("ack", ack)))).toEqual({ ok: true, value: ack });
  });
  it("ignores keys it does not know", () => {
    expect(
      decode("ack", bytes('{"stream":"0123456789abcdef","upto":7,"hubTime":1,"mood":"good"}')),
    ).toMatchObject({ ok: true });
  });
  it("tells the four ways a payload can be bad apart", () => {
    expect(decodeJson(new Uint8Array(maxPayloadBytes + 1))).toMatchObject({ code: "TOO_LARGE" });
    expect(decodeJson(new Uint8Array([0xff, 0xfe]))).toMatchObject({ code: "NOT_UTF8" });
    expect(decodeJson(bytes("{"))).toMatchObject({ code: "NOT_JSON" });
    expect(decode("ack", bytes('{"upto":-1}'))).toMatchObject({ code: "INVALID" });
  });
  it("believes no device numbers that lead nowhere", () => {
    const read = (have: object, clock: object) =>
      decode(
        "state",
        bytes(
          JSON.stringify({
            state: "online",
            boot: "a1b2c3d4e5f60718",
            run: 1,
            agent: "0.1.0",
            kiosk: null,
            have: { plan: 0, config: 0, content: 0, ...have },
            clock: { at: 1_795_392_000_000, mono: 1, trusted: true, ...clock },
          }),
        ),
      );
    expect(read({ plan: 1e9 }, { mono: 1e13 })).toMatchObject({ ok: true });
    for (const [have, clock] of [
      [{ plan: 1e9 + 1 }, {}],
      [{ content: Number.MAX_SAFE_INTEGER }, {}],
      [{}, { mono: 1e13 + 1 }],
      [{}, { mono: -1 }],
      [{}, { at: 8.64e15 + 1 }],
    ] as const)
      expect(read(have, clock), JSON.stringify([have, clock])).toMatchObject({ code: "INVALID" });
  });
  it("accepts a payload of exactly the largest size", () => {
    expect(decodeJson(bytes(`"${"a".repeat(maxPayloadBytes - 2)}"`))).toMatchObject({ ok: true });
  });
});
