// Owns the rotation page: rules in two steps, a preview, and taking it into the draft.
import { Button } from "@mantine/core";
import { IconArrowLeft, IconWand } from "@tabler/icons-react";
import { useState } from "react";
import { Link } from "wouter";
import { localTimeOf } from "../../../protocol/timetable/zone.ts";
import type { Room, SchoolClass } from "../../api/rooms.ts";
import type { RotationRules } from "../../api/rotation.ts";
import type { School } from "../../api/school.ts";
import { hubNow } from "../client/hubClock.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { FormError } from "../parts/FormError.tsx";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { ClassTimes } from "./ClassTimes.tsx";
import { RotationResult } from "./RotationResult.tsx";
import { beginForm, demandOf, type RotationForm, rulesOf } from "./rotationForm.ts";
import { TakeBar } from "./TakeBar.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { WhenAndWhere } from "./WhenAndWhere.tsx";
import "./rotation.css";

export function RotationPage() {
  const t = useTexts();
  const queries = {
    school: useHubQuery("showSchool", {}),
    rooms: useHubQuery("listRooms", {}),
    classes: useHubQuery("listClasses", {}),
    last: useHubQuery("showRotation", {}),
  };
  const failed = Object.values(queries).find(({ error, data }) => error !== null && data === undefined);
  const { school, rooms, classes, last } = queries;
  return (
    <div className="rotation">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <Button
            component={Link}
            href="/timetable"
            variant="default"
            leftSection={<IconArrowLeft size={17} />}
          >
            {t("back")}
          </Button>
        }
      />
      {failed !== undefined ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : school.data === undefined ||
        rooms.data === undefined ||
        classes.data === undefined ||
        last.data === undefined ? (
        <LoadingRows rows={3} height={140} />
      ) : (
        <Planner school={school.data} rooms={rooms.data} classes={classes.data} last={last.data} />
      )}
    </div>
  );
}

type PlannerProps = {
  readonly school: School;
  readonly rooms: readonly Room[];
  readonly classes: readonly SchoolClass[];
  readonly last: RotationRules | null;
};

function Planner({ school, rooms, classes, last }: PlannerProps) {
  const t = useTexts();
  const [form, setForm] = useState<RotationForm>(() =>
    beginForm({ school, rooms, classes, last, today: localTimeOf(hubNow(), school.zone).date }),
  );
  const propose = useHubMutation("proposeRotation");
  const missing =
    school.years.length === 0
      ? ("noYear" as const)
      : school.periods.length === 0
        ? ("noPeriods" as const)
        : rooms.length === 0 || classes.length === 0
          ? ("noClasses" as const)
          : undefined;
  if (missing !== undefined)
    return (
      <EmptyState
        emblem="calendar"
        title={t(missing)}
        hint={t(`${missing}Hint`)}
        action={
          <Button component={Link} href="/setup">
            {t("toSetup")}
          </Button>
        }
      />
    );

  const rules = rulesOf(form, last);
  const ready =
    rules.roomIds.length > 0 &&
    rules.periodIds.length > 0 &&
    rules.weekdays.length > 0 &&
    rules.classes.length > 0;
  const demand = demandOf(form, school);
  const tooMuch = demand.wanted > demand.places;
  const proposal = propose.data;
  const tried = propose.variables?.body;
  const current = tried !== undefined && JSON.stringify(tried) === JSON.stringify(rules);
  const change = (part: Partial<RotationForm>) => setForm((before) => ({ ...before, ...part }));

  return (
    <>
      <section className="card rotation-step">
        <h2>
          <span className="rotation-number">1</span>
          {t("when")}
        </h2>
        <WhenAndWhere form={form} school={school} rooms={rooms} last={last} onChange={change} />
      </section>
      <section className="card rotation-step">
        <h2>
          <span className="rotation-number">2</span>
          {t("classes")}
        </h2>
        <ClassTimes classes={classes} times={form.times} onChange={(times) => change({ times })} />
        <div className="rotation-try">
          <p className={tooMuch ? "rotation-warning" : "soft"}>
            {ready ? t(tooMuch ? "demandTooMuch" : "demand", { ...demand }) : t("nothingToPlan")}
          </p>
          <Button
            leftSection={<IconWand size={18} />}
            disabled={!ready}
            loading={propose.isPending}
            onClick={() => propose.mutate({ body: rules })}
          >
            {t(proposal === undefined ? "try" : "tryAgain")}
          </Button>
        </div>
        {propose.isPending && (
          <p className="soft" role="status">
            {t("planning")}
          </p>
        )}
        <FormError error={propose.error} />
      </section>
      {proposal !== undefined && tried !== undefined && (
        <>
          <RotationResult proposal={proposal} classes={classes} rooms={rooms} school={school} />
          {!current && !propose.isPending && <p className="rotation-stale">{t("changed")}</p>}
          <TakeBar
            key={JSON.stringify(tried)}
            rules={rules}
            disabled={!current || propose.isPending}
            onRefused={() => propose.mutate({ body: rules })}
          />
        </>
      )}
    </>
  );
}
