// Owns the week's menu on the dashboard: a grid of days and meals, written in one go.
import { ActionIcon, Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronLeft, IconChevronRight, IconCopy, IconPlus } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { MenuDay } from "../../../protocol/documents/classroom.ts";
import { mealPictures } from "../../../protocol/documents/classroomPictures.ts";
import { addDays, weekdayOfDate } from "../../../protocol/timetable/zone.ts";
import { usePermission } from "../account/account.ts";
import { useHubMutation, useHubQuery } from "../client/hubQuery.ts";
import { SaveBar } from "../parts/SaveBar.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import {
  aWeekLater,
  type Cell,
  cellError,
  cellKey,
  isRightWeek,
  menuOf,
  mostMeals,
  type WeekDraft,
  weekDraft,
} from "./menuDraft.ts";
import { PictureChoice } from "./PictureChoice.tsx";
import { type ClassroomText, useTexts } from "./texts/useTexts.ts";
import { shortDate, useToday } from "./useToday.ts";

const usualPictures = ["steaming-bowl", "cooked-rice", "banana"] as const;
const emptyCell = (place: number): Cell => ({ picture: usualPictures[place] ?? "bread", text: "" });
const usualMeals = (t: ClassroomText) => [t("menu.breakfast"), t("menu.lunch"), t("menu.snack")];

export function MenuTab() {
  const { t } = useTexts();
  const client = useQueryClient();
  const mayEdit = usePermission("classroom.manage");
  const today = useToday().date;
  const [ahead, setAhead] = useState(0);
  const monday = addDays(today, 1 - weekdayOfDate(today) + ahead * 7);
  const query = { from: addDays(monday, -7), until: addDays(monday, 6) };
  const menu = useHubQuery("showMenu", { query });
  const save = useHubMutation("putMenu");
  const [drafts, setDrafts] = useState<Readonly<Record<string, WeekDraft>>>({});
  if (menu.isError && menu.data === undefined)
    return <ErrorState error={menu.error} onRetry={() => void menu.refetch()} />;
  const stored = menu.data && weekDraft(monday, menu.data, usualMeals(t));
  const shown = drafts[monday] ?? stored;
  const draft = (next: WeekDraft | undefined) => {
    const { [monday]: _, ...others } = drafts;
    setDrafts(next === undefined ? others : { ...others, [monday]: next });
    save.reset();
  };
  const put = (days: readonly MenuDay[]) =>
    save.mutate(
      { body: { days: [...days] } },
      {
        onSuccess: async () => {
          await client.invalidateQueries({ queryKey: ["showMenu"] });
          draft(undefined);
          notifications.show({ color: "lagoon", message: t("saved") });
        },
      },
    );
  const copyLast = () => {
    const last = aWeekLater((menu.data ?? []).filter(({ date }) => date < monday));
    if (last.length === 0) notifications.show({ color: "gray", message: t("menu.copiedNothing") });
    else draft(weekDraft(monday, last, usualMeals(t)));
  };

  return (
    <section>
      <div className="classroom-tools">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("menu.previous")}
          onClick={() => setAhead(ahead - 1)}
        >
          <IconChevronLeft size={20} />
        </ActionIcon>
        <strong className="menu-week-name">
          {t("menu.week", { from: shortDate(monday), until: shortDate(addDays(monday, 6)) })}
        </strong>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t("menu.next")}
          onClick={() => setAhead(ahead + 1)}
        >
          <IconChevronRight size={20} />
        </ActionIcon>
        {mayEdit && (
          <Button variant="default" leftSection={<IconCopy size={18} />} onClick={copyLast}>
            {t("menu.copyLast")}
          </Button>
        )}
      </div>
      {shown === undefined ? (
        <LoadingRows rows={3} height={140} />
      ) : (
        <MenuGrid draft={shown} today={today} mayEdit={mayEdit} onChange={draft} />
      )}
      {drafts[monday] !== undefined && shown !== undefined && (
        <SaveBar
          words={{ unsaved: t("unsaved"), discard: t("discard") }}
          saving={save.isPending}
          error={save.error}
          canSave={isRightWeek(shown)}
          onSave={() => put(menuOf(shown))}
          onDiscard={() => draft(undefined)}
        />
      )}
    </section>
  );
}

type MenuGridProps = {
  readonly draft: WeekDraft;
  readonly today: string;
  readonly mayEdit: boolean;
  readonly onChange: (draft: WeekDraft) => void;
};

function MenuGrid({ draft, today, mayEdit, onChange }: MenuGridProps) {
  const { t } = useTexts();
  const { dates, meals, cells } = draft;
  const monday = dates[0];
  const weekdayName = (date: string) => t(`menu.weekdays.${weekdayOfDate(date)}` as "menu.weekdays.1");
  const addMeal = () => {
    const named = (count: number) => (count === 1 ? t("menu.extra") : `${t("menu.extra")} ${count}`);
    let count = 1;
    while (meals.includes(named(count))) count += 1;
    onChange({ ...draft, meals: [...meals, named(count)] });
  };
  return (
    <>
      <div className="menu-grid" style={{ gridTemplateColumns: `repeat(${dates.length}, minmax(0, 1fr))` }}>
        {dates.map((date) => (
          <div key={date} className="menu-day" data-today={date === today}>
            <h3>
              {weekdayName(date)} <small>{shortDate(date)}</small>
            </h3>
            {meals.map((meal, place) => {
              const key = cellKey(date, meal);
              const cell = cells[key] ?? emptyCell(place);
              const error = cellError(cell);
              const change = (part: Partial<Cell>) =>
                onChange({ ...draft, cells: { ...cells, [key]: { ...cell, ...part } } });
              return (
                <div className="menu-cell" key={meal}>
                  <div className="menu-cell-head">
                    <PictureChoice
                      value={cell.picture}
                      choices={mealPictures}
                      label={meal}
                      size={28}
                      disabled={!mayEdit}
                      onChange={(picture) => change({ picture })}
                    />
                    <span>{meal}</span>
                  </div>
                  <Textarea
                    aria-label={t("menu.dishes", { meal, day: weekdayName(date) })}
                    placeholder={mayEdit ? t("menu.onePerLine") : "—"}
                    autosize
                    minRows={2}
                    maxRows={8}
                    value={cell.text}
                    readOnly={!mayEdit}
                    error={error === null ? undefined : t(`menu.${error}`)}
                    onChange={({ currentTarget: { value } }) => change({ text: value })}
                  />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {mayEdit && (
        <div className="classroom-tools">
          {meals.length < mostMeals && (
            <Button variant="light" leftSection={<IconPlus size={18} />} onClick={addMeal}>
              {t("menu.addMeal")}
            </Button>
          )}
          {dates.length === 5 && monday !== undefined && (
            <Button
              variant="light"
              leftSection={<IconPlus size={18} />}
              onClick={() => onChange({ ...draft, dates: [...dates, addDays(monday, 5)] })}
            >
              {t("menu.addSaturday")}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
