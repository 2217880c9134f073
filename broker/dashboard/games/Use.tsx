// Owns how much a game is played: sums, weeks, and the classes that played it. No results here, and none by class anywhere.
import { Button, useComputedColorScheme } from "@mantine/core";
import { Link } from "wouter";
import type { GamePage } from "../../api/games.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { EmptyState } from "../parts/states.tsx";
import { useFormat } from "../text/format.ts";
import { useTexts } from "./texts/useTexts.ts";
import { WeekBars } from "./WeekBars.tsx";

export function Use({ page }: { readonly page: GamePage }) {
  const { t } = useTexts();
  const format = useFormat();
  const scheme = useComputedColorScheme("light");
  const { use, weeks, classes } = page;
  const facts = [
    [t("runs"), format.number(use.runs)],
    [t("minutes"), format.number(use.minutes)],
    [t("classes"), format.number(use.classes)],
    [t("last"), use.lastAt === null ? "–" : format.day(use.lastAt)],
  ] as const;
  return (
    <section className="card game-use" aria-labelledby="game-use">
      <h2 id="game-use">{t("use")}</h2>
      {use.runs === 0 ? (
        use.lastAt === null ? (
          <EmptyState
            emblem="hatching-chick"
            title={t("emptyEver")}
            hint={t("emptyEverHint")}
            action={
              <Button component={Link} href="/lessons" variant="default">
                {t("toLessons")}
              </Button>
            }
          />
        ) : (
          <EmptyState emblem="owl" title={t("emptyUse")} hint={t("emptyUseHint")} />
        )
      ) : (
        <>
          <dl className="game-sums">
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="numbers">{value}</dd>
              </div>
            ))}
          </dl>
          {use.faulted > 0 && <p className="games-note small">{t("faulted", { count: use.faulted })}</p>}
          <div className="game-use-columns">
            {/* A chart reads its colours once, so another scheme is another chart. */}
            <WeekBars key={scheme} weeks={weeks} />
            <div className="game-classes">
              <h3>{t("byClass")}</h3>
              <table className="data-table">
                <thead>
                  <tr>
                    <th>{t("class")}</th>
                    <th className="figure">{t("runs")}</th>
                    <th className="figure">{t("minutes")}</th>
                  </tr>
                </thead>
                <tbody>
                  {classes.map(({ classId, name, emblem, runs, minutes }) => (
                    <tr key={classId ?? ""}>
                      <td>
                        <span className="class-option">
                          <Emblem name={emblem || "star"} size={24} />
                          {name || t(classId === null ? "noClass" : "unknownClass")}
                        </span>
                      </td>
                      <td className="figure">{format.number(runs)}</td>
                      <td className="figure">{format.number(minutes)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        </>
      )}
    </section>
  );
}
