// Owns choosing an emblem from pictures, as one radio group.
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Emblem } from "./Emblem.tsx";
import { emblemNames } from "./emblemNames.ts";

type EmblemPickerProps = {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (name: string) => void;
};

export function EmblemPicker({ label, hint, value, onChange }: EmblemPickerProps) {
  const { t } = useTranslation();
  const group = useId();
  return (
    <fieldset className="emblem-picker">
      <legend>{label}</legend>
      {hint !== undefined && <p className="soft small">{hint}</p>}
      <div className="emblem-picker-grid">
        {emblemNames.map((name) => (
          <label key={name} className="emblem-choice" title={t(`emblem.${name}`)}>
            <input
              type="radio"
              name={group}
              value={name}
              checked={value === name}
              onChange={() => onChange(name)}
              aria-label={t(`emblem.${name}`)}
            />
            <Emblem name={name} size={30} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
