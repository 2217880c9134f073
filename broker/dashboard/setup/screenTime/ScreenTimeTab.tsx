// Owns the screen-time rules: how long a session and a day may be for each age, and when eyes rest.
import { NumberInput } from "@mantine/core";
import { IconHeart } from "@tabler/icons-react";
import { useState } from "react";
import type { School } from "../../../api/school.ts";
import { useHubMutation } from "../../client/hubQuery.ts";
import { SaveBar } from "../../parts/SaveBar.tsx";
import { useTakeSchool } from "../setupData.ts";
import { tellDone } from "../tellOutcome.tsx";
import { useTexts } from "../texts/useTexts.ts";
import {
  ageBands,
  errorsOfScreenTime,
  limits,
  type ScreenTimeDraft,
  screenTimeOf,
} from "./screenTimeDraft.ts";

const numberOf = (value: string | number) => (typeof value === "number" ? value : null);

export function ScreenTimeTab({ school }: { readonly school: School }) {
  const { t, common } = useTexts();
  const takeSchool = useTakeSchool();
  const save = useHubMutation("changeSchool");
  const [typed, setTyped] = useState<ScreenTimeDraft>();
  const draft: ScreenTimeDraft = typed ?? school.screenTime;
  const errors = errorsOfScreenTime(draft);
  const told = (field: string) => {
    const error = errors[field];
    return error && t(`screen.error.${error.code}`, { most: error.most });
  };
  const change = (part: Partial<ScreenTimeDraft>) => {
    setTyped({ ...draft, ...part });
    save.reset();
  };
  const screenTime = screenTimeOf(draft);
  const put = () => {
    if (screenTime === null) return;
    save.mutate(
      { body: { screenTime } },
      {
        onSuccess: (changed) => {
          takeSchool(changed);
          setTyped(undefined);
          tellDone(t("saved"));
        },
      },
    );
  };
  const longest = Math.max(...ageBands.map((band) => draft.capMinutes[band] ?? 0));
  const neverBreaks = draft.breakEveryMinutes !== null && draft.breakEveryMinutes >= longest;
  return (
    <section className="setup-section">
      <p className="soft">{t("screen.lead")}</p>
      <div className="screen-why">
        <IconHeart size={22} aria-hidden="true" />
        <p>{t("screen.who")}</p>
      </div>
      <div className="screen-ages">
        {ageBands.map((band) => {
          const age = common(`ageBandShort.${band}`);
          const [cap, day] = [draft.capMinutes[band], draft.dayCapMinutes[band]];
          return (
            <section key={band} className="card setup-card screen-age" data-band={band}>
              <h2>{common(`ageBand.${band}`)}</h2>
              <ScreenBar cap={cap} day={day} />
              <div className="form-pair">
                <NumberInput
                  label={t("screen.cap")}
                  description={t("screen.capHint")}
                  aria-label={t("screen.capOf", { age })}
                  suffix={t("screen.minutes")}
                  step={5}
                  min={limits.least}
                  max={limits.session}
                  clampBehavior="none"
                  allowDecimal={false}
                  value={cap ?? ""}
                  error={told(`capMinutes.${band}`)}
                  onChange={(value) =>
                    change({ capMinutes: { ...draft.capMinutes, [band]: numberOf(value) } })
                  }
                />
                <NumberInput
                  label={t("screen.dayCap")}
                  description={t("screen.dayCapHint")}
                  aria-label={t("screen.dayCapOf", { age })}
                  suffix={t("screen.minutes")}
                  step={5}
                  min={limits.least}
                  max={band === "5-6" ? limits.day : limits.underFivesDay}
                  clampBehavior="none"
                  allowDecimal={false}
                  value={day ?? ""}
                  error={told(`dayCapMinutes.${band}`)}
                  onChange={(value) =>
                    change({ dayCapMinutes: { ...draft.dayCapMinutes, [band]: numberOf(value) } })
                  }
                />
              </div>
            </section>
          );
        })}
      </div>
      <div className="card setup-card">
        <NumberInput
          className="screen-break"
          label={t("screen.break")}
          description={t("screen.breakHint")}
          suffix={t("screen.minutes")}
          step={5}
          min={limits.least}
          max={limits.session}
          clampBehavior="none"
          allowDecimal={false}
          value={draft.breakEveryMinutes ?? ""}
          error={told("breakEveryMinutes")}
          onChange={(value) => change({ breakEveryMinutes: numberOf(value) })}
        />
        {neverBreaks && <p className="soft small">{t("screen.breakNever")}</p>}
      </div>
      {typed !== undefined && (
        <SaveBar
          words={{ unsaved: t("unsaved"), discard: t("discard") }}
          saving={save.isPending}
          error={save.error}
          canSave={screenTime !== null && Object.keys(errors).length === 0}
          onSave={put}
          onDiscard={() => {
            setTyped(undefined);
            save.reset();
          }}
        />
      )}
    </section>
  );
}

type ScreenBarProps = { readonly cap: number | null; readonly day: number | null };

/** Session and day as lengths against two hours, with the hour marked. */
function ScreenBar({ cap, day }: ScreenBarProps) {
  const { t } = useTexts();
  const width = (minutes: number | null) => `${(Math.min(minutes ?? 0, limits.day) / limits.day) * 100}%`;
  return (
    <div className="screen-bar" aria-hidden="true">
      <span className="screen-bar-day" style={{ width: width(day) }} />
      <span className="screen-bar-session" style={{ width: width(cap) }} />
      <span className="screen-bar-hour">{t("screen.hour")}</span>
    </div>
  );
}
