import { expect, test } from "vitest";
import { makeLog } from "./log.ts";
import { makeLogTail } from "./logTail.ts";

test("the tail keeps what happened also where standard error is told warnings only", () => {
  const tail = makeLogTail(10_000);
  const log = makeLog("agent", { KIDSMART_LOG: "warn" }, tail);
  log.info("bắt đầu");
  log.debug("không đáng nhớ");
  expect(tail.text()).toContain("bắt đầu");
  expect(tail.text()).not.toContain("không đáng nhớ");
});

test("nothing is logged where nothing is wanted", () => {
  const tail = makeLogTail(10_000);
  makeLog("agent", { KIDSMART_LOG: "silent" }, tail).info("bắt đầu");
  expect(tail.text()).toBe("");
});
