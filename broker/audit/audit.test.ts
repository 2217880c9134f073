// Tests that the names of the audit log are those the hub writes: one that nothing writes any more is left over.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditAction } from "../api/auditActions.ts";
import { deviceRoutes } from "../api/devices.ts";

const sources = globSync("broker/**/*.ts")
  .filter((path) => !/\.test\.ts$|^broker\/(dashboard|api)\//.test(path))
  .map((path) => readFileSync(path, "utf8"));
const isWritten = (action: string) => sources.some((source) => source.includes(`"${action}"`));

test("every name of the audit log is written somewhere", () => {
  const named = auditAction.options.filter((action) => !action.startsWith("command."));
  expect(named.filter((action) => !isWritten(action))).toEqual([]);
});

test("every command has its own name in the audit log", () => {
  const commands = deviceRoutes.sendCommand.body.options.map(({ shape }) => `command.${shape.name.value}`);
  const named = auditAction.options.filter((action) => action.startsWith("command."));
  expect([...named].sort()).toEqual(commands.sort());
});
