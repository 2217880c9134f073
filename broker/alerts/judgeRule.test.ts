import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { RoomId } from "../../protocol/ids.ts";
import type { AlertRuleOrder } from "../api/alerts.ts";
import { judgeRule } from "./judgeRule.ts";

const sane: AlertRuleOrder = {
  name: "Nóng",
  measure: "temperatureC",
  setThreshold: 85,
  clearThreshold: 75,
  setForSeconds: 300,
  clearForSeconds: 300,
  severity: "warning",
  group: { of: "all" },
  times: "always",
  enabled: true,
};
const nowhere = { hasRoom: () => false, hasDevice: () => false };

test("a rule that makes sense has nothing wrong", () => {
  expect(judgeRule(sane, nowhere)).toEqual({});
});

test.each<[string, Partial<AlertRuleOrder>, string]>([
  ["an unknown measure", { measure: "wifiMood" }, "measure"],
  ["clear above set", { clearThreshold: 90 }, "clearThreshold"],
  [
    "clear below set, where little is bad",
    { measure: "diskFreeMiB", setThreshold: 4096, clearThreshold: 2048 },
    "clearThreshold",
  ],
  ["a set threshold outside of the range", { setThreshold: 500 }, "setThreshold"],
  ["a negative duration", { setForSeconds: -1 }, "setForSeconds"],
  ["a duration longer than a season", { clearForSeconds: 1e9 }, "clearForSeconds"],
  ["an empty group", { group: { of: "rooms", roomIds: [] } }, "group"],
  ["a room that is not there", { group: { of: "rooms", roomIds: [randomUUID() as RoomId] } }, "group"],
  ["thresholds of what is so or is not", { measure: "lost", setThreshold: 5 }, "setThreshold"],
  [
    "lessons of the hub",
    { measure: "hubDiskFull", setThreshold: 1, clearThreshold: 0, times: "beforeLesson" },
    "times",
  ],
])("a rule that makes no sense is refused at its field: %s", (_, more, field) => {
  expect(judgeRule({ ...sane, ...more }, nowhere)).toMatchObject({ [field]: expect.any(String) });
});
