// Owns the second step: how often a week each class comes, all of an age at once or one by one.
import { NativeSelect } from "@mantine/core";
import type { SchoolClass } from "../../api/rooms.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { timesChoices } from "./rotationForm.ts";
import { useTexts } from "./texts/useTexts.ts";

type Times = Readonly<Record<string, number>>;
type ClassTimesProps = {
  readonly classes: readonly SchoolClass[];
  readonly times: Times;
  readonly onChange: (times: Times) => void;
};

const ages = ["3-4", "4-5", "5-6"] as const;
const mixed = "mixed";

export function ClassTimes({ classes, times, onChange }: ClassTimesProps) {
  const t = useTexts();
  const options = timesChoices.map((value) => ({ value: String(value), label: t(`times.${value}`) }));
  const shown = (id: string) => String(times[id] ?? 0);
  return (
    <div className="rotation-ages">
      {ages.map((age) => {
        const own = classes.filter(({ ageBand }) => ageBand === age);
        if (own.length === 0) return null;
        const same = new Set(own.map(({ id }) => shown(id)));
        const [only = mixed] = same.size === 1 ? same : [];
        return (
          <div key={age} className={`rotation-age rotation-age-${age}`}>
            <div className="rotation-age-head">
              <h3>{t(`age.${age}`)}</h3>
              <NativeSelect
                size="xs"
                aria-label={`${t("allOfAge")}: ${t(`age.${age}`)}`}
                value={only}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ ...times, ...Object.fromEntries(own.map(({ id }) => [id, Number(value)])) })
                }
                data={
                  only === mixed
                    ? [
                        { value: mixed, label: t("times.mixed"), disabled: true },
                        ...forAll(options, t("allOfAge")),
                      ]
                    : forAll(options, t("allOfAge"))
                }
              />
            </div>
            <ul>
              {own.map(({ id, name, emblem }) => (
                <li key={id} className={shown(id) === "0" ? "rotation-off" : undefined}>
                  <Emblem name={emblem} size={24} />
                  <span className="rotation-class-name">{name}</span>
                  <NativeSelect
                    size="xs"
                    aria-label={t("timesFor", { name })}
                    value={shown(id)}
                    onChange={({ currentTarget: { value } }) => onChange({ ...times, [id]: Number(value) })}
                    data={options}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

const forAll = (options: readonly { value: string; label: string }[], all: string) =>
  options.map(({ value, label }) => ({ value, label: `${all}: ${label}` }));
