// Owns the first step: the days, rooms and periods that are planned, and the two rules.
import { Chip, NativeSelect, Switch } from "@mantine/core";
import type { ReactNode } from "react";
import { seasonOn } from "../../../protocol/timetable/schoolYear.ts";
import type { Room } from "../../api/rooms.ts";
import type { RotationRules } from "../../api/rotation.ts";
import type { School } from "../../api/school.ts";
import { formatMinute } from "../text/format.ts";
import { type RotationForm, spanChoices } from "./rotationForm.ts";
import { tellDate } from "./tellDate.ts";
import { useTexts } from "./texts/useTexts.ts";

type WhenAndWhereProps = {
  readonly form: RotationForm;
  readonly school: School;
  readonly rooms: readonly Room[];
  readonly last: RotationRules | null;
  readonly onChange: (part: Partial<RotationForm>) => void;
};

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function WhenAndWhere({ form, school, rooms, last, onChange }: WhenAndWhereProps) {
  const t = useTexts();
  const season = seasonOn(form.fromDate === "" ? "2026-09-07" : form.fromDate, school.winter);
  const choices = spanChoices(school, last);
  return (
    <div className="rotation-fields">
      <NativeSelect
        className="rotation-span"
        label={t("span")}
        value={`${form.fromDate} ${form.untilDate}`}
        onChange={({ currentTarget: { value } }) => {
          const [fromDate = "", untilDate = ""] = value.split(" ");
          onChange({ fromDate, untilDate });
        }}
        data={choices.map(({ kind, name, fromDate, untilDate }) => {
          const dates = { from: tellDate(fromDate), until: tellDate(untilDate) };
          const shown = kind === "year" ? t("wholeYear", { name }) : name;
          return {
            value: `${fromDate} ${untilDate}`,
            label: kind === "last" ? t("lastSpan", dates) : t("spanOf", { name: shown, ...dates }),
          };
        })}
      />
      <Chips label={t("rooms")}>
        <Chip.Group
          multiple
          value={[...form.roomIds]}
          onChange={(ids) => onChange({ roomIds: chosen(rooms, ids) })}
        >
          {rooms.map(({ id, name }) => (
            <Chip key={id} value={id} variant="light">
              {name}
            </Chip>
          ))}
        </Chip.Group>
      </Chips>
      <Chips label={t("periods")}>
        <Chip.Group
          multiple
          value={[...form.periodIds]}
          onChange={(ids) => onChange({ periodIds: chosen(school.periods, ids) })}
        >
          {school.periods.map(({ id, name, afterLunch, ...hours }) => (
            <Chip key={id} value={id} variant="light" disabled={afterLunch && form.neverAfterLunch}>
              {name} · {formatMinute(hours[season].startMinute)}
            </Chip>
          ))}
        </Chip.Group>
      </Chips>
      <Chips label={t("weekdays")}>
        <Chip.Group
          multiple
          value={form.weekdays.map(String)}
          onChange={(days) => onChange({ weekdays: days.map(Number).sort((a, b) => a - b) })}
        >
          {weekdays.map((weekday) => (
            <Chip key={weekday} value={String(weekday)} variant="light" title={t(`dayLong.${weekday}`)}>
              {t(`day.${weekday}`)}
            </Chip>
          ))}
        </Chip.Group>
      </Chips>
      <div className="rotation-rules">
        <Switch
          label={t("neverAfterLunch")}
          checked={form.neverAfterLunch}
          onChange={({ currentTarget: { checked } }) => onChange({ neverAfterLunch: checked })}
        />
        <Switch
          label={t("sameAgeTogether")}
          checked={form.sameAgeTogether}
          onChange={({ currentTarget: { checked } }) => onChange({ sameAgeTogether: checked })}
        />
      </div>
    </div>
  );
}

/** In the school's order, however they were clicked. */
const chosen = <Id extends string>(all: readonly { readonly id: Id }[], ids: readonly string[]): Id[] =>
  all.map(({ id }) => id).filter((id) => ids.includes(id));

function Chips({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset className="rotation-chips">
      <legend>{label}</legend>
      <div className="rotation-chip-row">{children}</div>
    </fieldset>
  );
}
