// Owns what a flow of tickets is: states and steps as data that a school may change, sent to the dashboard as it holds (ADR 0034).
import { z } from "zod";
import { permission } from "./permissions.ts";

const words = z.object({ vi: z.string().min(1).max(60), en: z.string().min(1).max(60) });
const code = z.string().regex(/^[a-zA-Z]{2,30}$/);

/** What a page may do with a state it has never heard of: list it, colour it, say whether somebody waits. */
export const ticketPhase = z.enum(["open", "working", "done", "closed"]);
export type TicketPhase = z.infer<typeof ticketPhase>;

export const ticketState = z.object({
  code,
  name: words,
  /** open: nobody works at it; working; done: waits for acceptance; closed: nobody has to do anything. */
  phase: ticketPhase,
  /** Something has to be bought or sent before anybody can go on. */
  waitsForPart: z.boolean(),
  /** Where a ticket goes when the same fault is reported again while it stands here; null: it stays. */
  whenReportedAgain: code.nullable(),
});

export const ticketStep = z.object({
  code,
  name: words,
  from: z.array(code).min(1),
  to: code,
  /** Any one of these lets a person take it. */
  permissions: z.array(permission).min(1),
  /** True: only for tickets of the person's own classes and grade blocks, unless the person sees all tickets. */
  ownScopeOnly: z.boolean(),
  /** What has to be written: why, what was done, or which part is waited for; null: nothing. */
  needs: z.enum(["reason", "workDone", "waitsFor"]).nullable(),
  /** Whoever takes it becomes the one who repairs, when nobody is yet. */
  takesOver: z.boolean(),
  /** How it looks: the next thing to do, something beside it, or a way back. */
  look: z.enum(["main", "aside", "back"]),
});
export type TicketStep = z.infer<typeof ticketStep>;

export const ticketFlow = z
  .object({
    states: z.array(ticketState).min(2).max(20),
    steps: z.array(ticketStep).min(1).max(40),
    /** The state of a new ticket. */
    begins: code,
    /** So long whoever took a step may take it back, minutes. */
    undoMinutes: z.number().int().min(0).max(1440),
  })
  .refine(
    ({ states, steps, begins }) => {
      const known = new Set(states.map((state) => state.code));
      return [
        begins,
        ...steps.flatMap(({ from, to }) => [...from, to]),
        ...states.flatMap(({ whenReportedAgain }) => whenReportedAgain ?? []),
      ].every((each) => known.has(each));
    },
    { message: "a step leads from or to a state that the flow does not have" },
  );
export type TicketFlow = z.infer<typeof ticketFlow>;
