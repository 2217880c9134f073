// Owns the day's periods and the days of winter hours: drawn, changed as a whole, saved as a whole.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Winter } from "../../../../protocol/timetable/schoolYear.ts";
import type { School } from "../../../api/school.ts";
import { useHubMutation } from "../../client/hubQuery.ts";
import { SaveBar } from "../../parts/SaveBar.tsx";
import { EmptyState } from "../../parts/states.tsx";
import { useTakeSchool } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import { DayPicture } from "./DayPicture.tsx";
import { errorsOfRows, mostPeriods, type PeriodRow, periodsOf, rowsOf, withNewPeriod } from "./hoursDraft.ts";
import { PeriodFields } from "./PeriodFields.tsx";
import { WinterDates } from "./WinterDates.tsx";

let newKeys = 0;

export function HoursTab({ school }: { readonly school: School }) {
  const { t } = useTexts();
  const takeSchool = useTakeSchool();
  const putPeriods = useHubMutation("putPeriods");
  const changeSchool = useHubMutation("changeSchool");
  /** Only what somebody typed; the rest follows the hub. */
  const [typedRows, setTypedRows] = useState<readonly PeriodRow[]>();
  const [typedWinter, setTypedWinter] = useState<Winter>();
  const rows = typedRows ?? rowsOf(school.periods);
  const winter = typedWinter ?? school.winter;
  const errors = errorsOfRows(rows);
  const forget = () => {
    putPeriods.reset();
    changeSchool.reset();
  };
  const changeRows = (next: readonly PeriodRow[]) => {
    setTypedRows(next);
    forget();
  };
  const save = async () => {
    try {
      if (typedRows !== undefined) {
        takeSchool(await putPeriods.mutateAsync({ body: { periods: periodsOf(typedRows) } }));
        setTypedRows(undefined);
      }
      if (typedWinter !== undefined) {
        takeSchool(await changeSchool.mutateAsync({ body: { winter: typedWinter } }));
        setTypedWinter(undefined);
      }
      tellDone(t("saved"));
    } catch {
      // Told in the bar; what was typed stays.
    }
  };
  return (
    <section className="setup-section">
      <p className="soft">{t("hours.lead")}</p>
      {rows.length === 0 ? (
        <EmptyState emblem="rooster" title={t("hours.emptyTitle")} hint={t("hours.emptyHint")} />
      ) : (
        <div className="card setup-card">
          <h2>{t("hours.picture")}</h2>
          <DayPicture rows={rows} />
          <p className="soft small">{t("hours.pictureHint")}</p>
        </div>
      )}
      <ol className="period-rows">
        {rows.map((row, place) => (
          <PeriodFields
            key={row.key}
            row={row}
            errors={errors[place] ?? {}}
            onChange={(next) => changeRows(rows.map((each, index) => (index === place ? next : each)))}
            onRemove={() => changeRows(rows.filter((_, index) => index !== place))}
          />
        ))}
      </ol>
      <Button
        variant="light"
        className="setup-add"
        leftSection={<IconPlus size={18} />}
        disabled={rows.length >= mostPeriods}
        onClick={() =>
          changeRows(withNewPeriod(rows, `new ${newKeys++}`, (number) => t("hours.newName", { number })))
        }
      >
        {rows.length >= mostPeriods ? t("hours.tooMany") : t("hours.add")}
      </Button>
      <div className="card setup-card">
        <WinterDates
          winter={winter}
          onChange={(next) => {
            setTypedWinter(next);
            forget();
          }}
        />
      </div>
      {(typedRows !== undefined || typedWinter !== undefined) && (
        <SaveBar
          words={{ unsaved: t("unsaved"), discard: t("discard") }}
          saving={putPeriods.isPending || changeSchool.isPending}
          error={putPeriods.error ?? changeSchool.error}
          canSave={errors.every((each) => Object.keys(each).length === 0)}
          hint={t("hours.follow")}
          onSave={() => void save()}
          onDiscard={() => {
            setTypedRows(undefined);
            setTypedWinter(undefined);
            forget();
          }}
        />
      )}
    </section>
  );
}
