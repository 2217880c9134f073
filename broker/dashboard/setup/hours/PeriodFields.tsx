// Owns the fields of one period: name, summer and winter hours, after lunch or not.
import { ActionIcon, Switch, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Season } from "../../../../protocol/timetable/schoolYear.ts";
import { tidyTime } from "../../classroom/dayDraft.ts";
import { useTexts } from "../texts/useTexts.ts";
import { type PeriodRow, type RowErrors, seasons } from "./hoursDraft.ts";

type PeriodFieldsProps = {
  readonly row: PeriodRow;
  readonly errors: RowErrors;
  readonly onChange: (row: PeriodRow) => void;
  readonly onRemove: () => void;
};

const ends = ["start", "end"] as const;

export function PeriodFields({ row, errors, onChange, onRemove }: PeriodFieldsProps) {
  const { t } = useTexts();
  const title = row.name.trim() === "" ? t("hours.unnamed") : row.name.trim();
  const told = (field: string) => {
    const error = errors[field];
    if (error === undefined) return undefined;
    return t(`hours.error.${error.code}`, { other: "other" in error ? error.other : "" });
  };
  const withTime = (season: Season, end: (typeof ends)[number], time: string): PeriodRow => ({
    ...row,
    [season]: { ...row[season], [end]: time },
  });
  return (
    <li className="period-row">
      <TextInput
        className="period-name"
        label={t("hours.name")}
        maxLength={40}
        value={row.name}
        error={told("name")}
        onChange={({ currentTarget: { value } }) => onChange({ ...row, name: value })}
      />
      {seasons.map((season) => (
        <fieldset key={season} className="period-hours" data-season={season}>
          <legend>{t(`hours.${season}`)}</legend>
          <div className="period-times">
            {ends.map((end) => (
              <TextInput
                key={end}
                aria-label={`${title}, ${t(`hours.${season}`)}, ${t(`hours.${end}`)}`}
                inputMode="numeric"
                maxLength={6}
                value={row[season][end]}
                error={told(`${season}.${end}`) !== undefined}
                aria-describedby={`${row.key}-${season}`}
                onChange={({ currentTarget: { value } }) => onChange(withTime(season, end, value))}
                onBlur={() => {
                  const tidy = tidyTime(row[season][end]);
                  if (tidy !== row[season][end]) onChange(withTime(season, end, tidy));
                }}
              />
            ))}
          </div>
          {/* Below both fields: a sentence does not fit under one. */}
          <p id={`${row.key}-${season}`} className="period-error">
            {told(`${season}.start`) ?? told(`${season}.end`)}
          </p>
        </fieldset>
      ))}
      <div className="period-end">
        <Switch
          label={t("hours.afterLunchShort")}
          title={t("hours.afterLunch")}
          aria-label={`${title}: ${t("hours.afterLunch")}`}
          checked={row.afterLunch}
          onChange={({ currentTarget: { checked } }) => onChange({ ...row, afterLunch: checked })}
        />
        <ActionIcon
          variant="subtle"
          color="red"
          size="lg"
          aria-label={t("removeOf", { name: title })}
          onClick={onRemove}
        >
          <IconTrash size={18} />
        </ActionIcon>
      </div>
    </li>
  );
}
