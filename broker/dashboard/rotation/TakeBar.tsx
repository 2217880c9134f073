// Owns the last step: the previewed term goes into the draft, and can be taken back.
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconCalendarCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import type { RotationRules } from "../../api/rotation.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { useTexts } from "./texts/useTexts.ts";

type TakeBarProps = {
  readonly rules: RotationRules;
  readonly disabled: boolean;
  /** The draft is not what the preview was made for any more. */
  readonly onRefused: () => void;
};

type Taken = { readonly changeSet: string | null; readonly count: number };

export function TakeBar({ rules, disabled, onRefused }: TakeBarProps) {
  const t = useTexts();
  const client = useQueryClient();
  const take = useHubMutation("takeRotation");
  const undo = useHubMutation("undoChanges");
  const [taken, setTaken] = useState<Taken | null>(null);
  const [refused, setRefused] = useState(false);
  const refresh = () => {
    for (const name of ["showWeek", "showSpan", "listDraft", "showRotation"])
      void client.invalidateQueries({ queryKey: [name] });
  };
  const send = () =>
    take.mutate(
      { body: rules },
      {
        onSuccess(outcome) {
          setRefused(outcome.outcome !== "applied");
          if (outcome.outcome !== "applied") return onRefused();
          setTaken({ changeSet: outcome.changeSet, count: outcome.slots.length + outcome.removed.length });
          refresh();
        },
      },
    );
  const takeBack = (changeSet: string) =>
    undo.mutate(
      { body: { changeSet } },
      {
        onSuccess(outcome) {
          const done = outcome.outcome === "applied";
          notifications.show({ color: done ? "lagoon" : "red", message: t(done ? "undone" : "notUndone") });
          if (done) setTaken(null);
          refresh();
        },
      },
    );
  return (
    <div className="rotation-take card">
      {refused && (
        <p className="rotation-stale" role="alert">
          {t("refused")}
        </p>
      )}
      <FormError error={take.error ?? undo.error} />
      <div className="rotation-take-row">
        {taken === null ? (
          <p className="soft">{t("takeHint")}</p>
        ) : (
          <p className="rotation-taken" role="status">
            {taken.changeSet === null ? t("takenNothing") : t("taken", { count: taken.count })}
          </p>
        )}
        {taken !== null && taken.changeSet !== null && (
          <Button variant="default" loading={undo.isPending} onClick={() => takeBack(taken.changeSet ?? "")}>
            {t("undo")}
          </Button>
        )}
        {taken === null ? (
          <Button
            leftSection={<IconCalendarCheck size={18} />}
            disabled={disabled}
            loading={take.isPending}
            onClick={send}
          >
            {t("take")}
          </Button>
        ) : (
          <Button component={Link} href="/timetable">
            {t("open")}
          </Button>
        )}
      </div>
    </div>
  );
}
