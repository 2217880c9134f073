import { expect, test } from "vitest";
import { z } from "zod";
import { openTestOutbox, temporaryFolder } from "../testing/fixtures.ts";

test("facts of every shape are remembered together, beyond a restart, and replace older ones", () => {
  const folder = temporaryFolder();
  const before = openTestOutbox({ folder });
  before.memory.remember("b", "old");
  before.memory.rememberAll({ a: { deep: [1, "hai", null] }, b: "mới", c: 7, d: null });
  before.close();
  const { memory } = openTestOutbox({ folder });
  expect(["a", "b", "c", "d"].map((key) => memory.recall(key, z.unknown()))).toEqual([
    { deep: [1, "hai", null] },
    "mới",
    7,
    null,
  ]);
});
