// Owns drawing up one school year: its name, its terms, and its weeks as they come to lie.
import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { School } from "../../../api/school.ts";
import { useHubMutation } from "../../client/hubQuery.ts";
import { FormError } from "../../parts/FormError.tsx";
import { fieldError, useTakeSchool } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { WeekStrip } from "./WeekStrip.tsx";
import {
  errorsOfYear,
  mostTerms,
  mostWeeks,
  type TermDraft,
  withTerm,
  type YearDraft,
  yearOf,
} from "./yearDraft.ts";

type YearFormProps = {
  readonly school: School;
  readonly start: YearDraft;
  readonly today: string;
  readonly onClose: () => void;
};

let newKeys = 0;

export function YearForm({ school, start, today, onClose }: YearFormProps) {
  const { t, common } = useTexts();
  const takeSchool = useTakeSchool();
  const put = useHubMutation("putYear");
  const [draft, setDraft] = useState(start);
  const others = school.years.filter(({ id }) => id !== draft.id);
  const errors = errorsOfYear(draft, others, school.closures);
  const right = Object.keys(errors).length === 0;
  const year = yearOf(draft);
  const told = (field: string) => {
    const error = errors[field];
    if (error === undefined) return fieldError(put.error, field);
    return t(`year.error.${error.code}`, { other: "other" in error ? error.other : "" });
  };
  const change = (next: YearDraft) => {
    setDraft(next);
    put.reset();
  };
  const changeTerm = (place: number, part: Partial<TermDraft>) =>
    change({
      ...draft,
      terms: draft.terms.map((term, index) => (index === place ? { ...term, ...part } : term)),
    });
  const save = () => {
    if (year === null || !right) return;
    put.mutate(
      { body: { id: draft.id, ...year } },
      {
        onSuccess: (changed) => {
          takeSchool(changed);
          tellDone(draft.id === null ? t("year.added", { name: year.name }) : t("saved"));
          onClose();
        },
      },
    );
  };
  return (
    <form
      className="card setup-card year-form"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2>{start.id === null ? t("year.newTitle") : t("year.editTitle", { name: start.name })}</h2>
      <TextInput
        label={t("year.name")}
        className="year-form-name"
        maxLength={60}
        data-autofocus
        value={draft.name}
        error={told("name")}
        onChange={({ currentTarget: { value } }) => change({ ...draft, name: value })}
      />
      <fieldset className="setup-fieldset">
        <legend>{t("year.terms")}</legend>
        {draft.terms.map((term, place) => (
          <div key={term.key} className="year-form-term">
            <TextInput
              label={t("year.termName")}
              maxLength={60}
              value={term.name}
              error={told(`terms.${place}.name`)}
              onChange={({ currentTarget: { value } }) => changeTerm(place, { name: value })}
            />
            <TextInput
              label={t("year.fromDate")}
              type="date"
              value={term.fromDate}
              error={told(`terms.${place}.fromDate`)}
              onChange={({ currentTarget: { value } }) => changeTerm(place, { fromDate: value })}
            />
            <NumberInput
              label={t("year.weeks")}
              min={1}
              max={mostWeeks}
              allowDecimal={false}
              value={term.weeks ?? ""}
              error={told(`terms.${place}.weeks`)}
              onChange={(value) => changeTerm(place, { weeks: typeof value === "number" ? value : null })}
            />
            {draft.terms.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                aria-label={t("year.removeTerm", { name: term.name })}
                onClick={() => change({ ...draft, terms: draft.terms.filter((_, index) => index !== place) })}
              >
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </div>
        ))}
        <p className="soft small">{t("year.weeksHint")}</p>
        {draft.terms.length < mostTerms && (
          <Button
            variant="light"
            size="compact-md"
            className="setup-add"
            leftSection={<IconPlus size={16} />}
            onClick={() => change(withTerm(draft, school.closures, `added ${newKeys++}`))}
          >
            {t("year.addTerm")}
          </Button>
        )}
      </fieldset>
      {year !== null && <WeekStrip year={year} closures={school.closures} today={today} />}
      <FormError error={put.error} />
      <div className="form-end">
        <Button variant="default" onClick={onClose}>
          {common("app.cancel")}
        </Button>
        <Button type="submit" loading={put.isPending} disabled={!right}>
          {common("app.save")}
        </Button>
      </div>
    </form>
  );
}
