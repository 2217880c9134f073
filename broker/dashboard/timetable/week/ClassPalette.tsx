// Owns the list of classes beside the grid: to drag from, with how many slots each has this week.

import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import type { Week } from "../../../api/timetable.ts";
import { Emblem } from "../../parts/Emblem.tsx";
import { matchesSearch } from "../../text/searchText.ts";
import { useTexts } from "../texts/useTexts.ts";
import { shortClassName } from "./shortNames.ts";

const ages = ["3-4", "4-5", "5-6"] as const;
/** From this many on, a field to search is worth its place. */
const searchFrom = 12;

export const ClassPalette = memo(function ClassPalette({ week }: { readonly week: Week }) {
  const { t } = useTexts();
  const [search, setSearch] = useState("");
  const counts = new Map<string, number>();
  for (const { classId } of week.slots) counts.set(classId, (counts.get(classId) ?? 0) + 1);
  return (
    <aside className="class-palette card" aria-label={t("palette.title")}>
      <header>
        <h2>{t("palette.title")}</h2>
        <p className="soft small">{week.classes.length === 0 ? t("palette.none") : t("palette.hint")}</p>
      </header>
      {week.classes.length >= searchFrom && (
        <TextInput
          size="xs"
          aria-label={t("palette.search")}
          placeholder={t("palette.search")}
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <div className="class-palette-list">
        {ages.map((age) => {
          const classes = week.classes.filter(
            ({ ageBand, name }) => ageBand === age && matchesSearch(search, name),
          );
          if (classes.length === 0) return null;
          return (
            <section key={age}>
              <h3>{t(`age.${age}`)}</h3>
              {classes.map(({ id, name, emblem }) => (
                <button
                  key={id}
                  type="button"
                  className={`palette-class slot-band-${age}`}
                  data-drag={`class:${id}`}
                  data-class={id}
                  aria-label={t("palette.item", {
                    class: name,
                    age: t(`age.${age}`),
                    count: counts.get(id) ?? 0,
                  })}
                >
                  <Emblem name={emblem} size={24} />
                  <span className="palette-class-name">{shortClassName(name)}</span>
                  <span
                    className={`palette-class-count numbers${counts.has(id) ? "" : " palette-class-none"}`}
                  >
                    {counts.get(id) ?? 0}
                  </span>
                </button>
              ))}
            </section>
          );
        })}
      </div>
    </aside>
  );
});
