// Owns the school years: each with its weeks; adding the next one, changing and removing one.
import { Alert, Button } from "@mantine/core";
import { IconBeach, IconCalendarPlus, IconPencil, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { weeksOf } from "../../../../protocol/timetable/schoolYear.ts";
import { addDays } from "../../../../protocol/timetable/zone.ts";
import type { School, StoredYear } from "../../../api/school.ts";
import { useToday } from "../../classroom/useToday.ts";
import { callApi } from "../../client/callApi.ts";
import { hubKey, useHubMutation } from "../../client/hubQuery.ts";
import { FormError } from "../../parts/FormError.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { useTakeSchool } from "../setupData.ts";
import { useTellWithUndo } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { StripLegend, WeekStrip } from "./WeekStrip.tsx";
import { YearForm } from "./YearForm.tsx";
import { draftOf, proposeYear, type YearDraft } from "./yearDraft.ts";

export function YearsTab({ school }: { readonly school: School }) {
  const { t } = useTexts();
  const today = useToday().date;
  const [open, setOpen] = useState<YearDraft | null>(null);
  const close = () => setOpen(null);
  const proposed = proposeYear(school.years, school.closures, today);
  const spans = school.years.map((year) => ({ year, ...spanOf(year, school) }));
  const ahead = spans.filter(({ until }) => until >= today);
  const past = spans.filter(({ until }) => until < today);
  const card = ({ year, from, until }: (typeof spans)[number]) =>
    open?.id === year.id ? (
      <YearForm key={year.id} school={school} start={open} today={today} onClose={close} />
    ) : (
      <YearCard
        key={year.id}
        school={school}
        year={year}
        today={today}
        state={until < today ? "over" : from <= today ? "now" : "next"}
        onEdit={() => setOpen(draftOf(year))}
      />
    );
  return (
    <section className="setup-section">
      {open !== null && open.id === null ? (
        <YearForm school={school} start={open} today={today} onClose={close} />
      ) : school.years.length === 0 ? (
        <EmptyState
          emblem="sunflower"
          title={t("year.firstTitle")}
          hint={t("year.firstHint")}
          action={
            <Button leftSection={<IconCalendarPlus size={18} />} onClick={() => setOpen(proposed)}>
              {t("year.propose", { name: proposed.name })}
            </Button>
          }
        />
      ) : (
        <div className="setup-bar">
          <StripLegend />
          <Button leftSection={<IconCalendarPlus size={18} />} onClick={() => setOpen(proposed)}>
            {t("year.add")}
          </Button>
        </div>
      )}
      {ahead.map(card)}
      {past.length > 0 && (
        <details className="setup-folded" open={ahead.length === 0}>
          <summary>{t("year.past")}</summary>
          <div className="setup-section">{past.map(card)}</div>
        </details>
      )}
    </section>
  );
}

function spanOf(year: StoredYear, school: School) {
  const weeks = weeksOf(year, school.closures);
  return { from: weeks[0]?.monday ?? "", until: addDays(weeks.at(-1)?.monday ?? "2000-01-01", 6) };
}

type YearCardProps = {
  readonly school: School;
  readonly year: StoredYear;
  readonly today: string;
  readonly state: "now" | "next" | "over";
  readonly onEdit: () => void;
};

function YearCard({ school, year, today, state, onEdit }: YearCardProps) {
  const { t } = useTexts();
  const client = useQueryClient();
  const takeSchool = useTakeSchool();
  const tellWithUndo = useTellWithUndo();
  const remove = useHubMutation("removeYear");
  const { name } = year;
  const { from, until } = spanOf(year, school);
  const hasHolidays = school.closures.some(
    ({ fromDate, untilDate }) => fromDate <= until && untilDate >= from,
  );
  const taught = weeksOf(year, school.closures).filter(({ number }) => number !== null).length;
  const takeAway = () =>
    remove.mutate(
      { params: { yearId: year.id } },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: hubKey("showSchool", {}) });
          tellWithUndo(t("year.removed", { name }), async () => {
            takeSchool(await callApi("putYear", { body: { id: null, name, terms: year.terms } }));
            return t("undone", { name });
          });
        },
      },
    );
  return (
    <article className="card setup-card">
      <header className="setup-card-head">
        <h2>{name}</h2>
        <span className="tag" data-state={state}>
          {t(`year.${state}`)}
        </span>
        <span className="soft small">{t("year.total", { count: taught })}</span>
        <span className="setup-card-actions">
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPencil size={16} />}
            aria-label={t("editOf", { name })}
            onClick={onEdit}
          >
            {t("edit")}
          </Button>
          <Button
            variant="subtle"
            color="red"
            size="compact-md"
            leftSection={<IconTrash size={16} />}
            aria-label={t("removeOf", { name })}
            loading={remove.isPending}
            onClick={takeAway}
          >
            {t("remove")}
          </Button>
        </span>
      </header>
      <FormError error={remove.error} />
      <WeekStrip year={year} closures={school.closures} today={today} />
      {!hasHolidays && state !== "over" && (
        <Alert color="yellow" icon={<IconBeach size={20} />}>
          {t("year.noHolidays")}
        </Alert>
      )}
    </article>
  );
}
