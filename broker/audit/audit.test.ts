// Tests that the names of the audit log are those the hub writes: one that nothing writes any more is left over.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lessonOrder } from "../../protocol/lesson/lessonOrder.ts";
import { auditAction, formerActions } from "../api/auditActions.ts";
import { commandOrder } from "../api/commands.ts";

const sources = globSync("broker/**/*.ts")
  .filter((path) => !/\.test\.ts$|^broker\/(dashboard|api)\//.test(path))
  .map((path) => readFileSync(path, "utf8"));
const isWritten = (action: string) => sources.some((source) => source.includes(`"${action}"`));

test("every name of the audit log is written somewhere", () => {
  const orders: readonly string[] = lessonOrder.options.map(({ shape }) => `lesson.${shape.order.value}`);
  const named = auditAction.options.filter(
    (action) => !action.startsWith("command.") && !orders.includes(action),
  );
  expect(named.filter((action) => !formerActions.includes(action) && !isWritten(action))).toEqual([]);
  expect(formerActions.filter(isWritten)).toEqual([]);
});

test("every order of a lesson has its own name in the audit log", () => {
  const named: readonly string[] = auditAction.options;
  expect(
    lessonOrder.options
      .map(({ shape }) => `lesson.${shape.order.value}`)
      .filter((action) => !named.includes(action)),
  ).toEqual([]);
});

test("every command has its own name in the audit log", () => {
  const orders = commandOrder.options.map(({ shape }) => shape.name.value);
  const named: readonly string[] = auditAction.options;
  expect(orders.map((name) => `command.${name}`).filter((action) => !named.includes(action))).toEqual([]);
});
