// Owns taking Vietnamese public holidays over: the proposals with tick boxes, those already there marked.
import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ProposedClosure } from "../../../api/school.ts";
import { useHubMutation, useHubQuery } from "../../client/hubQuery.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import { FormError } from "../../parts/FormError.tsx";
import { ErrorState, LoadingRows } from "../../parts/states.tsx";
import { tellDate } from "../../rotation/tellDate.ts";
import { useTakeSchool } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { lengthOf } from "./closureDraft.ts";
import { DayRange } from "./DayRange.tsx";

type HolidaysDialogProps = {
  readonly span: { readonly from: string; readonly until: string };
  readonly onClose: () => void;
};

const keyOf = ({ fromDate, reason }: ProposedClosure) => `${fromDate} ${reason}`;

export function HolidaysDialog({ span, onClose }: HolidaysDialogProps) {
  const { t, common } = useTexts();
  const takeSchool = useTakeSchool();
  const query = useHubQuery("proposeHolidays", { query: span });
  const add = useHubMutation("addClosures");
  /** Everything is wanted until somebody says no. */
  const [unwanted, setUnwanted] = useState<ReadonlySet<string>>(new Set());
  const free = (query.data ?? []).filter(({ taken }) => !taken);
  const chosen = free.filter((each) => !unwanted.has(keyOf(each)));
  const toggle = (key: string) =>
    setUnwanted((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const take = () =>
    add.mutate(
      {
        body: {
          closures: chosen.map(({ fromDate, untilDate, reason }) => ({ fromDate, untilDate, reason })),
        },
      },
      {
        onSuccess: (school) => {
          takeSchool(school);
          tellDone(t("closure.addedCount", { count: chosen.length }));
          onClose();
        },
      },
    );
  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t("closure.proposeTitle", { from: tellDate(span.from), until: tellDate(span.until) })}
    >
      <div className="form-rows">
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <LoadingRows rows={6} height={56} />
          )
        ) : query.data.length === 0 ? (
          <p>{t("closure.nothingProposed")}</p>
        ) : (
          <>
            <p className="soft">{t("closure.proposeHint")}</p>
            <ul className="holiday-list">
              {query.data.map((each) => (
                <li key={keyOf(each)}>
                  <Checkbox
                    checked={each.taken || !unwanted.has(keyOf(each))}
                    disabled={each.taken}
                    onChange={() => toggle(keyOf(each))}
                    label={
                      <span className="holiday-words">
                        <strong>{each.reason}</strong>
                        {each.taken && <span className="tag">{t("closure.taken")}</span>}
                        <span>
                          <DayRange {...each} /> · {t("days", { count: lengthOf(each) })}
                        </span>
                        <span className="soft small">{each.note}</span>
                      </span>
                    }
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        <FormError error={add.error} />
        <div className="form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          {query.data !== undefined && query.data.length > 0 && (
            <Button disabled={chosen.length === 0} loading={add.isPending} onClick={take}>
              {free.length === 0 ? t("closure.allTaken") : t("closure.take", { count: chosen.length })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
