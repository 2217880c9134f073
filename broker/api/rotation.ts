// Owns the contract of the rotation: rules, the proposed term, taking it into the draft.
import { z } from "zod";
import { classId, lessonId, periodId, roomId } from "../../protocol/ids.ts";
import { placedSlot } from "../../protocol/timetable/placedSlot.ts";
import { localDate } from "../../protocol/timetable/timetable.ts";
import { defineRoutes } from "./route.ts";
import { changeOutcome } from "./timetable.ts";

export const rotationRules = z.object({
  /** The days it plans: whole weeks of the school year between them. */
  fromDate: localDate,
  untilDate: localDate,
  roomIds: z.array(roomId).min(1).max(20),
  periodIds: z.array(periodId).min(1).max(20),
  /** ISO: 1 Monday … 7 Sunday. */
  weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  classes: z
    .array(
      z.object({
        classId,
        /** How often a week; 0.5 is every other week. */
        timesAWeek: z.number().min(0.25).max(5).multipleOf(0.25),
        /** Lessons in their order; empty: all of the class's age, in the library's order. */
        lessonIds: z.array(lessonId).max(100),
      }),
    )
    .min(1)
    .max(200),
  neverAfterLunch: z.boolean(),
  /** Classes of one age follow each other in a room. */
  sameAgeTogether: z.boolean(),
});
export type RotationRules = z.infer<typeof rotationRules>;

export const rotationProposal = z.object({
  /** New slots; those of the generator before it that are not among them would go. */
  slots: z.array(placedSlot),
  /** Slots made or touched by hand that stay as they are. */
  kept: z.number().int(),
  /** Slots of an earlier run that would go. */
  replaced: z.number().int(),
  classes: z.array(
    z.object({
      classId,
      wanted: z.number().int(),
      /** With those made by hand. */
      given: z.number().int(),
      /** Share of its slots in the morning, 0–1. */
      morningShare: z.number(),
      /** Longest time without a slot, days. */
      longestGapDays: z.number().int(),
      /** Why it has fewer than wanted, Vietnamese; empty when it has all. */
      reasons: z.array(z.string()),
    }),
  ),
  /** How long it took, ms. */
  tookMs: z.number(),
});
export type RotationProposal = z.infer<typeof rotationProposal>;

export const rotationRoutes = defineRoutes({
  showRotation: {
    method: "GET",
    path: "/api/rotation",
    permission: "timetable.edit",
    summary: "The rules that were used last; null before the first time",
    reply: rotationRules.nullable(),
  },
  proposeRotation: {
    method: "POST",
    path: "/api/rotation/proposal",
    permission: "timetable.edit",
    summary: "Plan the term by these rules without changing anything",
    body: rotationRules,
    reply: rotationProposal,
  },
  takeRotation: {
    method: "POST",
    path: "/api/rotation",
    permission: "timetable.edit",
    summary: "Plan the term by these rules into the draft; slots made by hand stay",
    body: rotationRules,
    reply: changeOutcome,
  },
});
