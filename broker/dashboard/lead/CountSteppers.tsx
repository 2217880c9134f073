// Owns counting by thumb: children present, stations in use, and how many that makes at one station.
import { ActionIcon } from "@mantine/core";
import { IconMinus, IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { mostAtOneStation } from "../../../protocol/lesson/shareSeats.ts";
import { type Count, sharesOf } from "./leadView.ts";

type CountSteppersProps = {
  readonly count: Count;
  /** On the class's register; where counting begins. */
  readonly registered: number | null;
  readonly onChange: (count: Count) => void;
};

const highestCount = 60;

export function CountSteppers({ count, registered, onChange }: CountSteppersProps) {
  const { t } = useTranslation("lead");
  const shares = sharesOf(count.headcount, count.stationsInUse ?? 0);
  const places = (count.stationsInUse ?? 0) * mostAtOneStation;
  const crowded = count.headcount === null && registered !== null && places > 0 && registered > places;
  return (
    <div className="lead-count">
      <Stepper
        name={t("propose.children")}
        value={count.headcount}
        lowest={0}
        highest={highestCount}
        from={Math.min(registered ?? 1, places === 0 ? highestCount : places)}
        onChange={(headcount) => onChange({ ...count, headcount })}
      />
      <Stepper
        name={t("propose.stations")}
        value={count.stationsInUse}
        lowest={1}
        highest={highestCount}
        from={1}
        onChange={(stationsInUse) => onChange({ ...count, stationsInUse })}
      />
      {crowded && <p className="soft">{t("crowded", { count: registered, places })}</p>}
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
  /** The first figure when nobody has counted yet. */
  readonly from: number;
  readonly onChange: (value: number) => void;
};

function Stepper({ name, value, lowest, highest, from, onChange }: StepperProps) {
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
        onClick={() => to(value === null ? from : value + 1)}
      >
        <IconPlus size={22} />
      </ActionIcon>
    </div>
  );
}
