// Owns the four lights of the whole fleet as big counts that filter, and the problems that are there now.
import { UnstyledButton } from "@mantine/core";
import { memo, useMemo } from "react";
import type { FleetRow } from "../../api/fleet.ts";
import { HealthLight } from "../parts/HealthLight.tsx";
import { useFormat } from "../text/format.ts";
import { type FleetFilter, lights } from "./fleetFilter.ts";
import { problems, problemsOf } from "./problems.ts";
import { useTexts } from "./texts/useTexts.ts";

type LightSummaryProps = {
  readonly rows: readonly FleetRow[];
  readonly filter: FleetFilter;
  readonly onChange: (filter: FleetFilter) => void;
};

export const LightSummary = memo(function LightSummary({ rows, filter, onChange }: LightSummaryProps) {
  const { t } = useTexts();
  const format = useFormat();
  const { byLight, byProblem } = useMemo(() => countsOf(rows), [rows]);
  return (
    <div className="fleet-summary">
      <fieldset className="fleet-lights">
        <legend className="visually-hidden">{t("lights.label")}</legend>
        {lights.map((light) => {
          const chosen = filter.light === light;
          const count = byLight.get(light) ?? 0;
          return (
            <UnstyledButton
              key={light}
              className={`fleet-light fleet-light-${light}${count === 0 ? " fleet-light-none" : ""}`}
              aria-pressed={chosen}
              onClick={() => onChange({ ...filter, light: chosen ? null : light })}
            >
              <HealthLight light={light} size={28} />
              <span className="fleet-light-words">
                <strong className="numbers">{format.number(count)}</strong>
                <span>{t(`lights.${light}`)}</span>
              </span>
            </UnstyledButton>
          );
        })}
      </fieldset>
      {byProblem.size > 0 && (
        <fieldset className="fleet-problems">
          <legend className="visually-hidden">{t("problemsNow")}</legend>
          {problems.flatMap((problem) => {
            const count = byProblem.get(problem);
            if (count === undefined) return [];
            const chosen = filter.problem === problem;
            return (
              <UnstyledButton
                key={problem}
                className="fleet-problem"
                aria-pressed={chosen}
                onClick={() => onChange({ ...filter, problem: chosen ? null : problem })}
              >
                {t(`problems.${problem}`)} <strong className="numbers">{format.number(count)}</strong>
              </UnstyledButton>
            );
          })}
        </fieldset>
      )}
    </div>
  );
});

function countsOf(rows: readonly FleetRow[]) {
  const byLight = new Map<string, number>();
  const byProblem = new Map<string, number>();
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const row of rows) {
    if (row.revokedAt !== null) continue;
    add(byLight, row.light);
    for (const problem of problemsOf(row)) add(byProblem, problem);
  }
  return { byLight, byProblem };
}
