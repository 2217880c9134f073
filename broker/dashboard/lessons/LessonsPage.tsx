// Owns the page of lessons: the library by age, finding in it, and opening the dialog that writes one.
import { Button, CloseButton, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { WholeLesson } from "../../api/lessons.ts";
import { usePermission } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { ArchivedLesson, LessonCard } from "./LessonCard.tsx";
import { LessonDialog } from "./LessonDialog.tsx";
import { draftOf, emptyDraft, type LessonDraft, longestTitle } from "./lessonDraft.ts";
import { showLibrary } from "./library.ts";
import { useTexts } from "./texts/useTexts.ts";
import { useArchive } from "./useArchive.tsx";
import "./lessons.css";

type Open = { readonly lesson: WholeLesson | null; readonly draft: LessonDraft };

export function LessonsPage() {
  const { t, common } = useTexts();
  const mayEdit = usePermission("lessons.edit");
  const query = useHubQuery("listWholeLessons", {});
  const levels = useHubQuery("listGameLevels", {}).data;
  const caps = useHubQuery("showSchool", {}).data?.screenTime.capMinutes;
  const { archive, restore } = useArchive();
  const [search, setSearch] = useState("");
  const [open, setOpen] = useState<Open | null>(null);
  const lessons = query.data;
  const library = showLibrary(lessons ?? [], levels ?? [], search);
  const begin = () => setOpen({ lesson: null, draft: emptyDraft("3-4", caps?.["3-4"] ?? 15) });
  const copy = (lesson: WholeLesson) => {
    const title = t("form.copyName", { name: lesson.title }).slice(0, longestTitle);
    setOpen({ lesson: null, draft: { ...draftOf(lesson), title } });
  };
  const addButton = mayEdit && (
    <Button leftSection={<IconPlus size={18} />} onClick={begin}>
      {t("add")}
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} actions={addButton} />
      {lessons === undefined &&
        (query.isError ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <LoadingRows rows={3} height={180} />
        ))}
      {lessons?.length === 0 && (
        <EmptyState title={t("emptyTitle")} hint={t("emptyHint")} emblem="star" action={addButton} />
      )}
      {lessons !== undefined && lessons.length > 0 && (
        <div className="lesson-library">
          <TextInput
            className="lesson-search"
            aria-label={t("search")}
            placeholder={t("searchHint")}
            leftSection={<IconSearch size={18} />}
            value={search}
            onChange={({ currentTarget: { value } }) => setSearch(value)}
            onKeyDown={({ key }) => key === "Escape" && setSearch("")}
            rightSection={
              search !== "" && <CloseButton aria-label={t("clearSearch")} onClick={() => setSearch("")} />
            }
          />
          {library.nothing && <EmptyState title={t("nothingTitle")} hint={t("nothingHint")} emblem="star" />}
          {library.bands.map(({ band, lessons: ofBand }) =>
            ofBand.length === 0 && search !== "" ? null : (
              <section key={band} aria-labelledby={`lessons-${band}`}>
                <div className="lesson-band-head" data-band={band}>
                  <h2 id={`lessons-${band}`}>{common(`ageBand.${band}`)}</h2>
                  <span className="soft small">
                    {t("count", { count: ofBand.length })}
                    {caps !== undefined && ` · ${t("cap", { minutes: caps[band] })}`}
                  </span>
                </div>
                {ofBand.length === 0 && <p className="soft">{t("emptyBand")}</p>}
                <ul className="lesson-grid">
                  {ofBand.map((lesson) => (
                    <LessonCard
                      key={lesson.id}
                      lesson={lesson}
                      levels={levels}
                      capMinutes={caps?.[band]}
                      mayEdit={mayEdit}
                      onEdit={() => setOpen({ lesson, draft: draftOf(lesson) })}
                      onCopy={() => copy(lesson)}
                      onArchive={() => void archive(lesson)}
                    />
                  ))}
                </ul>
              </section>
            ),
          )}
          {library.archived.length > 0 && (
            <details className="lesson-folded">
              <summary>{t("archivedTitle", { count: library.archived.length })}</summary>
              <p className="soft small">{t("archivedHint")}</p>
              <ul className="lesson-grid">
                {library.archived.map((lesson) => (
                  <ArchivedLesson
                    key={lesson.id}
                    lesson={lesson}
                    mayEdit={mayEdit}
                    onRestore={() => void restore(lesson)}
                  />
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      {open !== null && (
        <LessonDialog
          lesson={open.lesson}
          start={open.draft}
          levels={levels ?? []}
          caps={caps}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
