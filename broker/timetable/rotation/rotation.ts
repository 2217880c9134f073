// Owns the rotation as the hub's other parts use it: the rules of the last time, a proposal, and taking it into the draft.
import type { Kysely } from "kysely";
import type { RotationProposal, RotationRules } from "../../api/rotation.ts";
import type { ChangeOutcome } from "../../api/timetable.ts";
import type { Actor } from "../../hubServices.ts";
import { readSetting, writeSetting } from "../../school/settings.ts";
import type { Tables } from "../../store/schema.ts";
import type { Draft } from "../draft.ts";
import { makeInTurn } from "../inTurn.ts";
import { readRotationFacts } from "./readRotationFacts.ts";
import { runRotation } from "./runRotation.ts";

export type Rotation = {
  /** Null before the first time. */
  show(): Promise<RotationRules | null>;
  propose(rules: RotationRules): Promise<RotationProposal>;
  /** Slots made by hand stay; undone like any other change. */
  take(actor: Actor, rules: RotationRules): Promise<ChangeOutcome>;
};

export type RotationDependencies = {
  readonly query: Kysely<Tables>;
  readonly draft: Draft;
  readonly clock: { now(): number };
};

/** Somebody may change the draft while a term is planned: it is planned anew, but not for ever. */
const tries = 3;

export function makeRotation({ query, draft, clock }: RotationDependencies): Rotation {
  // Two plans at a time would only share the processor with the lessons that run.
  const inTurn = makeInTurn();

  async function plan(rules: RotationRules) {
    const { facts, revisions } = await readRotationFacts(query, rules, clock.now());
    return { ...(await runRotation(facts)), revisions };
  }

  return {
    show: () => readSetting(query, "rotationRules"),

    propose: (rules) =>
      inTurn(async () => {
        const { plan: made, tookMs } = await plan(rules);
        const { slots, kept, replaced, classes } = made;
        return { slots: [...slots], kept, replaced, classes: [...classes], tookMs };
      }),

    take: (actor, rules) =>
      inTurn(async () => {
        for (let attempt = 1; ; attempt++) {
          const { plan: made, revisions } = await plan(rules);
          const outcome = await draft.write(actor, {
            kind: "rotation",
            puts: made.slots.map((slot) => ({ slot, seen: revisions.get(slot.id) ?? null })),
            removes: made.gone.map((id) => ({ id, seen: revisions.get(id) ?? 0 })),
            // Slots may change places with each other: only the whole plan fits.
            skipRefused: false,
            also: (transaction) => writeSetting(transaction, "rotationRules", rules),
          });
          if (outcome.outcome !== "applied" && attempt < tries) continue;
          return outcome;
        }
      }),
  };
}
