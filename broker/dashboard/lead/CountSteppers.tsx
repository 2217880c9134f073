// Owns counting by thumb: children present, stations in use, and how many that makes at one station.
import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { sharesOf } from "./leadView.ts";

export type Count = { readonly headcount: number | null; readonly stationsInUse: number | null };

type CountSteppersProps = { readonly count: Count; readonly onChange: (count: Count) => void };

export function CountSteppers({ count, onChange }: CountSteppersProps) {
  const { t } = useTranslation("lead");
  const shares = sharesOf(count.headcount, count.stationsInUse ?? 0);
  return (
    <div className="lead-count">
      <Stepper
        name={t("propose.children")}
        value={count.headcount}
        lowest={0}
        highest={60}
        onChange={(headcount) => onChange({ ...count, headcount })}
      />
      <Stepper
        name={t("propose.stations")}
        value={count.stationsInUse}
        lowest={1}
        highest={60}
        onChange={(stationsInUse) => onChange({ ...count, stationsInUse })}
      />
      {shares !== null && (
        <p className={shares === "tooMany" ? "lead-too-many" : "soft"} aria-live="polite">
          {shares === "tooMany"
            ? t("tooMany")
            : shares.least === shares.most
              ? t("shares", { count: shares.most })
              : t("sharesRange", shares)}
        </p>
      )}
    </div>
  );
}

type StepperProps = {
  readonly name: string;
  readonly value: number | null;
  readonly lowest: number;
  readonly highest: number;
  readonly onChange: (value: number) => void;
};

function Stepper({ name, value, lowest, highest, onChange }: StepperProps) {
  const { t } = useTranslation("lead");
  const to = (next: number) => onChange(Math.min(highest, Math.max(lowest, next)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside its buttons
    <div className="lead-stepper" role="group" aria-label={name}>
      <span>{name}</span>
      <ActionIcon
        variant="default"
        size={48}
        radius="xl"
        aria-label={t("propose.less", { what: name })}
        disabled={value === null || value <= lowest}
        onClick={() => to((value ?? 0) - 1)}
      >
        <IconMinus size={22} />
      </ActionIcon>
      <output className={value === null ? "soft small" : "lead-figure"}>
        {value ?? t("propose.notCounted")}
      </output>
      <ActionIcon
        variant="default"
        size={48}
        radius="xl"
        aria-label={t("propose.more", { what: name })}
        disabled={value !== null && value >= highest}
        onClick={() => to((value ?? 0) + 1)}
      >
        <IconPlus size={22} />
      </ActionIcon>
    </div>
  );
}
