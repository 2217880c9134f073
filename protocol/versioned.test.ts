import { describe, expect, it } from "vitest";
import { z } from "zod";
import { versioned } from "./versioned.ts";

const temperature = versioned("temperature", [
  { schema: z.object({ fahrenheit: z.number() }) },
  {
    schema: z.object({ celsius: z.number() }),
    upgrade: (before: { fahrenheit: number }) => ({ celsius: (before.fahrenheit - 32) / 1.8 }),
  },
  {
    schema: z.object({ celsius: z.number(), sensor: z.string() }),
    upgrade: (before: { celsius: number }) => ({ ...before, sensor: "cpu" }),
  },
]);

describe("a versioned message", () => {
  it("upgrades the oldest version through every step", () => {
    expect(temperature.decode({ fahrenheit: 212 }, 1)).toEqual({
      ok: true,
      value: { celsius: 100, sensor: "cpu" },
    });
  });
  it("reads the newest version as it is", () => {
    expect(temperature.decode({ celsius: 41, sensor: "disk" }, 3)).toMatchObject({
      ok: true,
      value: { sensor: "disk" },
    });
  });
  it.each([0, 4, 1.5])("refuses version %s", (version) => {
    expect(temperature.decode({}, version)).toMatchObject({ ok: false, code: "UNKNOWN_VERSION" });
  });
  it("refuses a body that its own version does not allow", () => {
    expect(temperature.decode({ celsius: 1 }, 1)).toMatchObject({ ok: false, code: "INVALID" });
  });
});
