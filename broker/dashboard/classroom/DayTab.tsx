// Owns thời gian biểu on the dashboard: the day of each age, row by row.
import { ActionIcon, Button, Menu, SegmentedControl, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowDown, IconArrowUp, IconCopy, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { activityPictures } from "../../../protocol/documents/classroomPictures.ts";
import { type AgeBand, ageBand as ageBands } from "../../../protocol/game.ts";
import { usePermission } from "../account/account.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { SaveBar } from "../parts/SaveBar.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import {
  activitiesOf,
  type DayRow,
  errorsOf,
  inOrder,
  isRight,
  mostActivities,
  rowsOf,
  seamBetween,
  swappedWithNext,
  tidyTime,
  withNewRow,
} from "./dayDraft.ts";
import { PictureChoice } from "./PictureChoice.tsx";
import { useTexts } from "./texts/useTexts.ts";

const bands = ageBands.options;
type Drafts = { readonly [Band in AgeBand]?: readonly DayRow[] };

let newKeys = 0;

export function DayTab() {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const mayEdit = usePermission("classroom.manage");
  const plans = useHubQuery("listDayPlans", {});
  const save = useHubMutation("putDayPlan");
  const [band, setBand] = useState<AgeBand>("3-4");
  const [drafts, setDrafts] = useState<Drafts>({});
  if (plans.isError && plans.data === undefined)
    return <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />;
  if (plans.data === undefined) return <LoadingRows rows={6} height={52} />;

  const storedOf = (wanted: AgeBand) =>
    rowsOf(plans.data.find(({ ageBand }) => ageBand === wanted)?.activities ?? []);
  const rows = drafts[band] ?? storedOf(band);
  const draft = (next: readonly DayRow[] | undefined) => {
    const { [band]: _, ...others } = drafts;
    setDrafts(next === undefined ? others : { ...others, [band]: next });
    save.reset();
  };
  const put = () =>
    save.mutate(
      { body: { ageBand: band, activities: activitiesOf(rows) } },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: ["listDayPlans"] });
          draft(undefined);
          notifications.show({ color: "lagoon", message: t("saved") });
        },
      },
    );
  const others = bands.filter((each) => each !== band && storedOf(each).length > 0);

  return (
    <section className="classroom-day">
      <div className="classroom-tools">
        <SegmentedControl
          value={band}
          onChange={(value) => setBand(value as AgeBand)}
          data={bands.map((each) => ({ value: each, label: common(`ageBandShort.${each}`) }))}
        />
        {mayEdit && others.length > 0 && (
          <Menu>
            <Menu.Target>
              <Button variant="default" leftSection={<IconCopy size={18} />}>
                {t("day.copyFrom")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((each) => (
                <Menu.Item key={each} onClick={() => draft(storedOf(each))}>
                  {common(`ageBand.${each}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {rows.length === 0 && (
        <EmptyState
          emblem="sunflower"
          title={t("day.empty")}
          hint={mayEdit ? t("day.emptyHint") : t("readOnly")}
        />
      )}
      <ol className="day-rows">
        {rows.map((row, place) => (
          <Fragment key={row.key}>
            <ActivityRow
              row={row}
              mayEdit={mayEdit}
              first={place === 0}
              last={place === rows.length - 1}
              onChange={(next) => draft(rows.map((each, index) => (index === place ? next : each)))}
              onLeave={(next) => {
                if (drafts[band] !== undefined)
                  draft(inOrder(rows.map((each, index) => (index === place ? next : each))));
              }}
              onUp={() => draft(swappedWithNext(rows, place - 1))}
              onDown={() => draft(swappedWithNext(rows, place))}
              onRemove={() => draft(rows.filter((_, index) => index !== place))}
            />
            <SeamLine row={row} next={rows[place + 1]} />
          </Fragment>
        ))}
      </ol>
      {mayEdit && (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} />}
          disabled={rows.length >= mostActivities}
          onClick={() => draft(withNewRow(rows, `new ${newKeys++}`))}
        >
          {rows.length >= mostActivities ? t("day.tooMany") : t("day.add")}
        </Button>
      )}
      {drafts[band] !== undefined && (
        <SaveBar
          words={{ unsaved: t("unsaved"), discard: t("discard") }}
          saving={save.isPending}
          error={save.error}
          canSave={rows.every(isRight)}
          onSave={put}
          onDiscard={() => draft(undefined)}
        />
      )}
    </section>
  );
}

function SeamLine({ row, next }: { readonly row: DayRow; readonly next: DayRow | undefined }) {
  const { t } = useTexts();
  const seam = next && seamBetween(row, next);
  if (!seam) return null;
  return (
    <li className="day-seam" data-kind={seam.kind}>
      {t(`day.${seam.kind}`, { from: seam.from, until: seam.until })}
    </li>
  );
}

type ActivityRowProps = {
  readonly row: DayRow;
  readonly mayEdit: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onChange: (row: DayRow) => void;
  /** A time field was left: rows fall into the order of their times. */
  readonly onLeave: (row: DayRow) => void;
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onRemove: () => void;
};

function ActivityRow({ row, mayEdit, first, last, onChange, onLeave, ...moves }: ActivityRowProps) {
  const { t } = useTexts();
  const errors = errorsOf(row);
  const title = row.title.trim() === "" ? t("day.unnamed") : row.title;
  const told = (error: keyof typeof errors) => {
    const code = errors[error];
    return code === undefined ? undefined : t(`day.${code}`);
  };
  return (
    <li className="day-row">
      <PictureChoice
        value={row.picture}
        choices={activityPictures}
        label={title}
        disabled={!mayEdit}
        onChange={(picture) => onChange({ ...row, picture })}
      />
      <TextInput
        className="day-time"
        inputMode="numeric"
        maxLength={6}
        aria-label={`${title}: ${t("day.from")}`}
        value={row.start}
        readOnly={!mayEdit}
        error={told("start")}
        onChange={({ currentTarget: { value } }) => onChange({ ...row, start: value })}
        onBlur={() => onLeave({ ...row, start: tidyTime(row.start) })}
      />
      <TextInput
        className="day-time"
        inputMode="numeric"
        maxLength={6}
        aria-label={`${title}: ${t("day.until")}`}
        value={row.end}
        readOnly={!mayEdit}
        error={told("end")}
        onChange={({ currentTarget: { value } }) => onChange({ ...row, end: value })}
        onBlur={() => onLeave({ ...row, end: tidyTime(row.end) })}
      />
      <TextInput
        className="day-title"
        aria-label={t("day.name")}
        placeholder={t("day.namePlaceholder")}
        maxLength={60}
        value={row.title}
        readOnly={!mayEdit}
        error={told("title")}
        onChange={({ currentTarget: { value } }) => onChange({ ...row, title: value })}
      />
      {mayEdit && (
        <div className="day-moves">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={first}
            aria-label={t("day.up", { title })}
            onClick={moves.onUp}
          >
            <IconArrowUp size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            disabled={last}
            aria-label={t("day.down", { title })}
            onClick={moves.onDown}
          >
            <IconArrowDown size={18} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={t("day.remove", { title })}
            onClick={moves.onRemove}
          >
            <IconTrash size={18} />
          </ActionIcon>
        </div>
      )}
    </li>
  );
}
