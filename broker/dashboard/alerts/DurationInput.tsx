// Owns a field for how long something lasts: a number and its unit.
import { NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useTexts } from "./texts/useTexts.ts";

const units = { second: 1, minute: 60, hour: 3600, day: 86_400 } as const;
type Unit = keyof typeof units;

/** The largest that divides it. */
function unitOf(seconds: number): Unit {
  if (seconds === 0) return "minute";
  return (["day", "hour", "minute"] as const).find((unit) => seconds % units[unit] === 0) ?? "second";
}

type DurationInputProps = {
  readonly label: string;
  readonly seconds: number;
  readonly error?: string | undefined;
  readonly onChange: (seconds: number) => void;
};

export function DurationInput({ label, seconds, error, onChange }: DurationInputProps) {
  const { t } = useTexts();
  const [unit, setUnit] = useState<Unit>(() => unitOf(seconds));
  return (
    <div className="duration">
      <NumberInput
        label={label}
        value={seconds / units[unit]}
        step={1}
        error={error}
        onChange={(value) => onChange(Math.round(Number(value) * units[unit]))}
      />
      <Select
        aria-label={t("rules.unitOf", { field: label })}
        value={unit}
        allowDeselect={false}
        data={(Object.keys(units) as Unit[]).map((name) => ({ value: name, label: t(`rules.unit.${name}`) }))}
        onChange={(name) => {
          const chosen = (name ?? "minute") as Unit;
          onChange(Math.round((seconds / units[unit]) * units[chosen]));
          setUnit(chosen);
        }}
      />
    </div>
  );
}
