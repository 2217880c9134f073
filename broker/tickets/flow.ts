// Owns the rule of steps: which a person may take, and what one changes. Pure; states and steps are data.
import type { Permission } from "../api/permissions.ts";
import type { TicketFlow, TicketPhase, TicketStep } from "../api/ticketFlow.ts";

/** What a step may change of a ticket. */
export type TicketPlace = {
  readonly state: string;
  readonly waitsFor: string | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly fixedAt: number | null;
  readonly closedAt: number | null;
};

export type StepTaker = {
  readonly permissions: ReadonlySet<Permission>;
  /** The ticket is of the person's own classes or blocks, or the person sees all. */
  readonly inScope: boolean;
};

/** A state that a changed flow does not have any more: nobody works at it, and nothing is lost. */
export const phaseOf = (flow: TicketFlow, state: string): TicketPhase =>
  flow.states.find(({ code }) => code === state)?.phase ?? "open";

export function allowedSteps(flow: TicketFlow, state: string, taker: StepTaker): TicketStep[] {
  return flow.steps.filter(
    ({ from, permissions, ownScopeOnly }) =>
      from.includes(state) &&
      permissions.some((each) => taker.permissions.has(each)) &&
      (!ownScopeOnly || taker.inScope),
  );
}

export function afterStep(
  flow: TicketFlow,
  before: TicketPlace,
  step: TicketStep,
  by: { readonly staffId: string | null; readonly name: string; readonly text: string; readonly at: number },
): TicketPlace {
  const waits = flow.states.find(({ code }) => code === step.to)?.waitsForPart === true;
  const takesOver = step.takesOver && before.assigneeId === null;
  return {
    ...enter(flow, before, step.to, by.at),
    waitsFor: waits ? by.text : null,
    assigneeId: takesOver ? by.staffId : before.assigneeId,
    assignee: takesOver ? by.name : before.assignee,
  };
}

/** Where a ticket stands once the same fault was reported again; undefined when it stays where it is. */
export function afterReportedAgain(
  flow: TicketFlow,
  before: TicketPlace,
  at: number,
): TicketPlace | undefined {
  const to = flow.states.find(({ code }) => code === before.state)?.whenReportedAgain ?? null;
  // What was reported before it was fixed says nothing about the repair: it only came late.
  if (to === null || (before.fixedAt !== null && at <= before.fixedAt)) return undefined;
  return { ...enter(flow, before, to, at), waitsFor: null };
}

function enter(flow: TicketFlow, before: TicketPlace, state: string, at: number): TicketPlace {
  const phase = phaseOf(flow, state);
  return {
    ...before,
    state,
    fixedAt: phase === "done" ? at : phase === "closed" ? before.fixedAt : null,
    closedAt: phase === "closed" ? at : null,
  };
}
