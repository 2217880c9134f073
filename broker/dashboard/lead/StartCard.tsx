// Owns what a start would begin: the proposal with one big button, and other classes and lessons by pictures.
import { Button } from "@mantine/core";
import { IconPlayerPlayFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClassId, LessonId } from "../../../protocol/ids.ts";
import type { LeadPage } from "../../api/lead.ts";
import { Emblem } from "../parts/Emblem.tsx";
import { useFormat } from "../text/format.ts";
import { CountSteppers } from "./CountSteppers.tsx";
import { type Count, isOn, proposedCount, sharesOf, stationsOf } from "./leadView.ts";
import type { Orders } from "./useOrders.ts";

type StartCardProps = {
  readonly page: LeadPage;
  readonly orders: Orders;
  readonly away: boolean;
  readonly onStarted: () => void;
};

export function StartCard({ page, orders, away, onStarted }: StartCardProps) {
  const { t } = useTranslation("lead");
  const { t: common } = useTranslation();
  const format = useFormat();
  const { proposal, classes, lessons, room } = page;
  const [step, setStep] = useState<"proposal" | "class" | "lesson">("proposal");
  const [chosen, setChosen] = useState<{ classId: ClassId; lessonId: LessonId | null } | null>(null);
  const [counted, setCounted] = useState<Count | null>(null);
  const classId = chosen?.classId ?? proposal?.classId;
  const lessonId = chosen === null ? proposal?.lessonId : chosen.lessonId;
  const schoolClass = classes.find(({ id }) => id === classId);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const [sure, setSure] = useState(false);
  const stations = stationsOf(room);
  const on = stations.filter((station) => station.kind === "station" && isOn(station)).length;
  const allOff = !stations.some(isOn);
  const count = counted ?? proposedCount(schoolClass?.children ?? null, on);
  const tooMany = sharesOf(count.headcount, count.stationsInUse ?? 0) === "tooMany";

  if (step === "class")
    return (
      <section className="card lead-card">
        <h2>{t("propose.whichClass")}</h2>
        <div className="lead-choices">
          {classes.map((one) => (
            <button
              key={one.id}
              type="button"
              className="lead-choice"
              onClick={() => {
                setChosen({ classId: one.id, lessonId: null });
                setCounted(null);
                setStep("lesson");
              }}
            >
              <Emblem name={one.emblem} size={48} />
              <span>{one.name}</span>
            </button>
          ))}
        </div>
        <Button variant="default" onClick={() => setStep("proposal")}>
          {t("propose.back")}
        </Button>
      </section>
    );
  if (step === "lesson") {
    const fits = lessons.filter(({ ageBand }) => ageBand === schoolClass?.ageBand);
    const others = lessons.filter(({ ageBand }) => ageBand !== schoolClass?.ageBand);
    return (
      <section className="card lead-card">
        <h2>{t("propose.whichLesson")}</h2>
        <div className="lead-lessons">
          {[...fits, ...others].map((one) => (
            <button
              key={one.id}
              type="button"
              className="lead-choice lead-choice-row"
              onClick={() => {
                if (classId !== undefined) setChosen({ classId, lessonId: one.id });
                setStep("proposal");
              }}
            >
              <strong>{one.title}</strong>
              <span className="soft small">
                {t("propose.suits", { age: common(`ageBandShort.${one.ageBand}`), minutes: one.minutes })}
              </span>
            </button>
          ))}
        </div>
        <Button variant="default" onClick={() => setStep("class")}>
          {t("propose.back")}
        </Button>
      </section>
    );
  }
  const bySlot = chosen === null && proposal?.startAt != null && proposal.endAt !== null;
  return (
    <section className="card lead-card">
      {schoolClass === undefined || lesson === undefined ? (
        <>
          <h2>{t("propose.none")}</h2>
          <p className="soft">{t("propose.noneHint")}</p>
        </>
      ) : (
        <>
          <div className="lead-who">
            <Emblem name={schoolClass.emblem} size={72} />
            <div>
              <h2>{schoolClass.name}</h2>
              <p>{lesson.title}</p>
              <p className="soft small numbers">
                {bySlot
                  ? t("propose.bySlot", {
                      from: format.clock(proposal.startAt ?? 0),
                      to: format.clock(proposal.endAt ?? 0),
                    })
                  : t(chosen === null ? "propose.early" : "propose.byTeacher")}
              </p>
            </div>
          </div>
          <CountSteppers count={count} registered={schoolClass.children} onChange={setCounted} />
          {allOff && (
            <p className="lead-note" role="status">
              {t(sure ? "propose.allOffSure" : "propose.allOff")}
            </p>
          )}
          <Button
            size="xl"
            fullWidth
            className="lead-start"
            leftSection={<IconPlayerPlayFilled size={26} />}
            disabled={away || tooMany || orders.sent !== null || orders.settling}
            onClick={() => {
              // With every station off nothing would be seen to begin: said once, then believed.
              if (allOff && !sure) return setSure(true);
              const { id } = schoolClass;
              orders.give({ order: "start", classId: id, lessonId: lesson.id, ...count });
              onStarted();
            }}
          >
            {t(allOff && sure ? "propose.startAnyway" : "propose.start")}
          </Button>
        </>
      )}
      <Button variant="default" size="md" fullWidth onClick={() => setStep("class")}>
        {t("propose.other")}
      </Button>
      {stations.length === 0 && <p className="soft">{t("propose.noStations")}</p>}
    </section>
  );
}
