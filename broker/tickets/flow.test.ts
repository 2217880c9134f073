// Tests the default flow of tickets and the rule of its steps, state by state.
import { expect, test } from "vitest";
import { defaultRoles } from "../accounts/defaultRoles.ts";
import type { Permission } from "../api/permissions.ts";
import { ticketFlow } from "../api/ticketFlow.ts";
import { defaultFlow } from "./defaultFlow.ts";
import { afterReportedAgain, afterStep, allowedSteps, phaseOf, type TicketPlace } from "./flow.ts";

const place: TicketPlace = {
  state: "open",
  waitsFor: null,
  assigneeId: null,
  assignee: null,
  fixedAt: null,
  closedAt: null,
};
const stepsOf = (role: string, state: string, inScope = true) => {
  const permissions = new Set<Permission>(defaultRoles.find(({ code }) => code === role)?.permissions);
  return allowedSteps(defaultFlow, state, { permissions, inScope }).map(({ code }) => code);
};
const by = (text = "", at = 1000) => ({ staffId: "s1", name: "Vũ Đức Khôi", text, at });
const step = (code: string) => {
  const found = defaultFlow.steps.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

test("the default flow is a flow, and every state but the closed ones leads on", () => {
  expect(ticketFlow.parse(defaultFlow)).toEqual(defaultFlow);
  for (const { code } of defaultFlow.states)
    expect([code, defaultFlow.steps.some(({ from }) => from.includes(code))]).toEqual([code, true]);
});

test.each([
  ["itOfficer", "open", ["take", "finish", "wait", "dismiss"]],
  ["itOfficer", "fixing", ["finish", "wait", "letGo", "dismiss"]],
  ["itOfficer", "waiting", ["goOn", "finish", "letGo", "dismiss"]],
  ["itOfficer", "fixed", []],
  ["itOfficer", "accepted", ["reopen"]],
  ["gradeHead", "open", []],
  ["gradeHead", "fixed", ["accept", "sendBack"]],
  ["gradeHead", "accepted", ["reopen"]],
  ["vicePrincipalCare", "fixed", ["accept", "sendBack"]],
  ["teacher", "open", []],
  ["teacher", "fixed", []],
  ["principal", "fixed", []],
  ["accountant", "open", []],
] as const)("%s at a ticket that is %s may %j", (role, state, steps) => {
  expect(stepsOf(role, state)).toEqual(steps);
});

test("a grade head accepts nothing of other blocks", () => {
  expect(stepsOf("gradeHead", "fixed", false)).toEqual([]);
});

test("who takes it over repairs it, and who takes a later step does not take it away", () => {
  const taken = afterStep(defaultFlow, place, step("take"), by());
  expect(taken).toMatchObject({ state: "fixing", assigneeId: "s1", assignee: "Vũ Đức Khôi" });
  const waiting = afterStep(defaultFlow, taken, step("wait"), {
    ...by("Chuột USB"),
    staffId: "s2",
    name: "Hai",
  });
  expect(waiting).toMatchObject({ state: "waiting", waitsFor: "Chuột USB", assigneeId: "s1" });
  const fixed = afterStep(defaultFlow, waiting, step("finish"), by("Thay chuột", 5000));
  expect(fixed).toMatchObject({ state: "fixed", waitsFor: null, fixedAt: 5000, closedAt: null });
  const accepted = afterStep(defaultFlow, fixed, step("accept"), by("", 9000));
  expect(accepted).toMatchObject({ state: "accepted", fixedAt: 5000, closedAt: 9000 });
  expect(afterStep(defaultFlow, accepted, step("reopen"), by("Lại hỏng"))).toMatchObject({
    state: "open",
    fixedAt: null,
    closedAt: null,
  });
});

test("a fault that is reported after its repair is open again; a report from before only came late", () => {
  const fixed = { ...place, state: "fixed", fixedAt: 5000 };
  expect(afterReportedAgain(defaultFlow, fixed, 6000)).toMatchObject({ state: "open", fixedAt: null });
  expect(afterReportedAgain(defaultFlow, fixed, 4000)).toBeUndefined();
  expect(
    afterReportedAgain(defaultFlow, { ...place, state: "waiting", waitsFor: "Chuột" }, 6000),
  ).toBeUndefined();
});

test("a state that a changed flow lost is shown as open, and no step leads from it", () => {
  expect(phaseOf(defaultFlow, "atTheShop")).toBe("open");
  expect(stepsOf("itOfficer", "atTheShop")).toEqual([]);
});

test("a flow whose step leads nowhere is refused", () => {
  const [first, ...others] = defaultFlow.steps;
  expect(
    ticketFlow.safeParse({ ...defaultFlow, steps: [{ ...first, to: "nowhere" }, ...others] }).success,
  ).toBe(false);
});
