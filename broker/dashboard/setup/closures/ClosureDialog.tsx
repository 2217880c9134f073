// Owns the dialog that adds a closure of the school's own, or changes one.
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import type { StoredClosure } from "../../../api/school.ts";
import { useHubMutation } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { FormError } from "../../parts/FormError.tsx";
import { fieldError, useTakeSchool } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import {
  type ClosureDraft,
  errorsOfClosure,
  lengthOf,
  longestClosureDays,
  withFirstDay,
} from "./closureDraft.ts";

type ClosureDialogProps = { readonly closure: StoredClosure | null; readonly onClose: () => void };

export function ClosureDialog({ closure, onClose }: ClosureDialogProps) {
  const { t, common } = useTexts();
  const takeSchool = useTakeSchool();
  const add = useHubMutation("addClosures");
  const remove = useHubMutation("removeClosure");
  const [draft, setDraft] = useState<ClosureDraft>(closure ?? { fromDate: "", untilDate: "", reason: "" });
  const [tried, setTried] = useState(false);
  const errors = errorsOfClosure(draft);
  // "Needed" is told once somebody tried to save; what is wrong is told at once.
  const told = (field: keyof typeof errors) => {
    const code = errors[field];
    if (code === undefined) return fieldError(add.error, field);
    if (!tried && (code === "dateNeeded" || code === "reasonNeeded")) return undefined;
    return t(`closure.${code}`, { count: longestClosureDays });
  };
  const change = (next: ClosureDraft) => {
    setDraft(next);
    add.reset();
  };
  const save = async () => {
    setTried(true);
    if (Object.keys(errors).length > 0) return;
    const { fromDate, untilDate } = draft;
    const reason = draft.reason.trim();
    const addOne = (each: ClosureDraft) => add.mutateAsync({ body: { closures: [each] } });
    try {
      // Taken away first: the hub joins closures of one reason, and so could never make one shorter.
      if (closure !== null) await remove.mutateAsync({ params: { closureId: closure.id } });
      try {
        takeSchool(await addOne({ fromDate, untilDate, reason }));
      } catch (error) {
        if (closure !== null) {
          const { id: _, ...before } = closure;
          takeSchool(await addOne(before));
        }
        throw error;
      }
      tellDone(closure === null ? t("closure.added", { reason }) : t("saved"));
      onClose();
    } catch {
      // Told above the buttons; what was typed stays.
    }
  };
  const isSpan = draft.fromDate !== "" && draft.untilDate >= draft.fromDate;
  return (
    <Dialog
      opened
      onClose={onClose}
      title={closure === null ? t("closure.newTitle") : t("closure.editTitle")}
    >
      <form
        className="form-rows"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={t("closure.reason")}
          placeholder={t("closure.reasonPlaceholder")}
          maxLength={120}
          data-autofocus
          value={draft.reason}
          error={told("reason")}
          onChange={({ currentTarget: { value } }) => change({ ...draft, reason: value })}
        />
        <div className="form-pair">
          <TextInput
            label={t("closure.from")}
            type="date"
            value={draft.fromDate}
            error={told("fromDate")}
            onChange={({ currentTarget: { value } }) => change(withFirstDay(draft, value))}
          />
          <TextInput
            label={t("closure.until")}
            type="date"
            min={draft.fromDate}
            value={draft.untilDate}
            error={told("untilDate")}
            onChange={({ currentTarget: { value } }) => change({ ...draft, untilDate: value })}
          />
        </div>
        <p className="soft small" role="status">
          {isSpan ? t("days", { count: lengthOf(draft) }) : ""}
        </p>
        <FormError error={add.error ?? remove.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending || remove.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
