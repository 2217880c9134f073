// Owns the preview: what each class gets and why something is missing, and the whole term as a picture.
import { Button, UnstyledButton } from "@mantine/core";
import { IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useState } from "react";
import type { Room, SchoolClass } from "../../api/rooms.ts";
import type { RotationProposal } from "../../api/rotation.ts";
import type { School } from "../../api/school.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";
import { TermPicture } from "./TermPicture.tsx";
import { useTexts } from "./texts/useTexts.ts";

type RotationResultProps = {
  readonly proposal: RotationProposal;
  readonly classes: readonly SchoolClass[];
  readonly rooms: readonly Room[];
  readonly school: School;
};

export function RotationResult({ proposal, classes, rooms, school }: RotationResultProps) {
  const t = useTexts();
  const format = useFormat();
  const [onlyClass, setOnlyClass] = useState<string | null>(null);
  const only = classes.find(({ id }) => id === onlyClass);
  const complete = proposal.classes.filter(({ given, wanted }) => given >= wanted).length;
  const facts = [
    { figure: format.number(proposal.slots.length), name: t("slots"), bad: false },
    {
      figure: `${complete}/${proposal.classes.length}`,
      name: t("complete"),
      bad: complete < proposal.classes.length,
    },
    { figure: format.number(proposal.kept), name: t("kept"), bad: false },
    { figure: format.number(proposal.replaced), name: t("replaced"), bad: false },
    { figure: format.number(proposal.tookMs / 1000, 1), name: t("took"), bad: false },
  ];
  // Who lacks something first: that is what has to be decided.
  const rows = [...proposal.classes].sort((a, b) => b.wanted - b.given - (a.wanted - a.given));
  return (
    <section className="card rotation-step">
      <h2>
        <span className="rotation-number">3</span>
        {t("result")}
      </h2>
      <dl className="rotation-facts">
        {facts.map(({ figure, name, bad }) => (
          <div key={name} className={bad ? "rotation-warning" : undefined}>
            <dd>{figure}</dd>
            <dt>{name}</dt>
          </div>
        ))}
      </dl>
      {proposal.slots.length === 0 && proposal.kept > 0 && complete === proposal.classes.length && (
        <p className="soft">{t("allByHand")}</p>
      )}
      <div className="table-scroll">
        <table className="data-table rotation-table">
          <thead>
            <tr>
              <th>{t("class")}</th>
              <th>{t("given")}</th>
              <th className="figure">{t("mornings")}</th>
              <th className="figure">{t("gap")}</th>
              <th>{t("note")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const schoolClass = classes.find(({ id }) => id === row.classId);
              const name = schoolClass?.name ?? "";
              const full = row.given >= row.wanted;
              return (
                <tr key={row.classId} className={onlyClass === row.classId ? "rotation-chosen" : undefined}>
                  <td>
                    <UnstyledButton
                      className="rotation-class"
                      aria-pressed={onlyClass === row.classId}
                      title={t("showOne", { name })}
                      onClick={() => setOnlyClass(onlyClass === row.classId ? null : row.classId)}
                    >
                      <Emblem name={schoolClass?.emblem ?? "star"} size={26} />
                      <span>
                        {name}
                        {schoolClass && (
                          <span className="soft small"> · {t(`ageShort.${schoolClass.ageBand}`)}</span>
                        )}
                      </span>
                    </UnstyledButton>
                  </td>
                  <td>
                    <div className="rotation-bar">
                      <span
                        className={full ? "rotation-bar-fill" : "rotation-bar-fill rotation-bar-short"}
                        style={{ width: `${Math.min(100, (100 * row.given) / Math.max(1, row.wanted))}%` }}
                      />
                    </div>
                    <span className="numbers small">
                      {t("givenOf", { given: row.given, wanted: row.wanted })}
                    </span>
                  </td>
                  <td className="figure" data-label={t("mornings")}>
                    {format.percent(Math.round(row.morningShare * 100))}
                  </td>
                  <td className="figure" data-label={t("gap")}>
                    {t("days", { count: row.longestGapDays })}
                  </td>
                  <td className="rotation-note">
                    {row.reasons.length === 0 ? (
                      <span className="rotation-enough">
                        <IconCircleCheck size={17} aria-hidden="true" /> {t("enough")}
                      </span>
                    ) : (
                      row.reasons.map((reason) => (
                        <span key={reason} className="rotation-warning">
                          <IconInfoCircle size={17} aria-hidden="true" /> {reason}
                        </span>
                      ))
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="rotation-picture-head">
        <h3>{t("picture")}</h3>
        <p className="soft small">
          {only === undefined ? t("pictureHint") : t("pictureOf", { name: only.name })}
        </p>
        {only !== undefined && (
          <Button size="compact-sm" variant="light" onClick={() => setOnlyClass(null)}>
            {t("showAll")}
          </Button>
        )}
      </div>
      <TermPicture
        slots={proposal.slots}
        classes={classes}
        rooms={rooms}
        school={school}
        onlyClass={onlyClass}
      />
    </section>
  );
}
