// Owns the picture of a day: its periods as bars on one line of hours for summer and one for winter.

import { formatMinute } from "../../text/format.ts";
import { useTexts } from "../texts/useTexts.ts";
import type { PeriodRow } from "./hoursDraft.ts";
import { type DayBar, errorsOfRows, pictureOf, seasons } from "./hoursDraft.ts";

export function DayPicture({ rows }: { readonly rows: readonly PeriodRow[] }) {
  const { t } = useTexts();
  const { fromHour, untilHour, lanes } = pictureOf(rows);
  const errors = errorsOfRows(rows);
  const whole = (untilHour - fromHour) * 60;
  const at = (minute: number) => `${((minute - fromHour * 60) / whole) * 100}%`;
  const isWrong = ({ key }: DayBar, season: string) => {
    const place = rows.findIndex((row) => row.key === key);
    return errors[place]?.[`${season}.start`] !== undefined;
  };
  const isAfterLunch = ({ key }: DayBar) => rows.find((row) => row.key === key)?.afterLunch === true;
  const hours = Array.from({ length: untilHour - fromHour + 1 }, (_, place) => fromHour + place);
  return (
    <figure className="day-picture" aria-label={t("hours.picture")}>
      {seasons.map((season) => (
        <div key={season} className="day-picture-lane" data-season={season}>
          <span className="day-picture-season">{t(`hours.${season}`)}</span>
          <div className="day-picture-line">
            {hours.map((hour) => (
              <i key={hour} style={{ left: at(hour * 60) }} />
            ))}
            {lanes[season].map((bar) => (
              <span
                key={bar.key}
                className="day-picture-bar"
                data-wrong={isWrong(bar, season) || undefined}
                data-after-lunch={isAfterLunch(bar) || undefined}
                style={{ left: at(bar.from), width: `${((bar.until - bar.from) / whole) * 100}%` }}
                title={`${bar.name}: ${formatMinute(bar.from)} – ${formatMinute(bar.until)}`}
              >
                <span className="day-picture-name">{bar.name}</span>
                <span className="day-picture-number">
                  {/\d+$/.exec(bar.name)?.[0] ?? bar.name.slice(0, 1)}
                </span>
              </span>
            ))}
          </div>
        </div>
      ))}
      <div className="day-picture-hours numbers" aria-hidden="true">
        {hours.map((hour) => (
          <span key={hour} style={{ left: at(hour * 60) }}>
            {hour}
            <em>:00</em>
          </span>
        ))}
      </div>
    </figure>
  );
}
