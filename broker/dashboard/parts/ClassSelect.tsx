// Owns choosing a class by its emblem, and the lessons in the order that suits it.
import { Select, type SelectProps } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Lesson, SchoolClass } from "../../api/rooms.ts";
import { matchesSearch } from "../text/searchText.ts";
import { Emblem } from "./Emblem.tsx";

type ClassSelectProps = Omit<SelectProps, "data" | "renderOption"> & {
  readonly classes: readonly SchoolClass[];
};

export function ClassSelect({ classes, ...rest }: ClassSelectProps) {
  const { t } = useTranslation();
  const chosen = classes.find(({ id }) => id === rest.value);
  return (
    <Select
      label={t("lesson.class")}
      placeholder={t("lesson.classPlaceholder")}
      data={classes.map(({ id, name }) => ({ value: id, label: name }))}
      leftSection={chosen && <Emblem name={chosen.emblem} size={20} />}
      searchable
      openOnFocus={false}
      filter={({ options, search }) =>
        options.filter((option) => "value" in option && matchesSearch(search, option.label))
      }
      nothingFoundMessage={t("lesson.noClasses")}
      renderOption={({ option }) => {
        const schoolClass = classes.find(({ id }) => id === option.value);
        return (
          <span className="class-option">
            <Emblem name={schoolClass?.emblem ?? "star"} size={26} />
            <span>
              {option.label}
              {schoolClass && (
                <span className="soft small"> · {t(`ageBandShort.${schoolClass.ageBand}`)}</span>
              )}
            </span>
          </span>
        );
      }}
      {...rest}
    />
  );
}

/** Lessons for the class's age first; the others stay possible, since a teacher knows the children. */
export function lessonChoices(
  lessons: readonly Lesson[],
  ageBand: SchoolClass["ageBand"] | undefined,
  t: TFunction,
): { group: string; items: { value: string; label: string }[] }[] {
  const items = (fits: boolean) =>
    lessons
      .filter((lesson) => (ageBand === undefined || lesson.ageBand === ageBand) === fits)
      .map((lesson) => ({
        value: lesson.id,
        label: fits ? lesson.title : `${lesson.title} (${t(`ageBandShort.${lesson.ageBand}`)})`,
      }));
  return [
    { group: ageBand === undefined ? t("lesson.lesson") : t("lesson.suitable"), items: items(true) },
    { group: t("lesson.others"), items: items(false) },
  ].filter((group) => group.items.length > 0);
}
