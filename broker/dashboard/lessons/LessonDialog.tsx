// Owns the dialog that writes a lesson: a new one, a copy, or one that there is.
import { Alert, Button, Chip, NumberInput, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconInfoCircle } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { z } from "zod";
import { type AgeBand, ageBand as ageBands, curriculumDomain } from "../../../protocol/game.ts";
import type { GameLevel, WholeLesson } from "../../api/lessons.ts";
import { ApiError } from "../client/apiError.ts";
import { useHubMutation } from "../client/hubQuery.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { FormError } from "../parts/FormError.tsx";
import { movedTo } from "../parts/listOrder.ts";
import { LevelGallery } from "./LevelGallery.tsx";
import {
  bodyOf,
  findFaults,
  isFaulty,
  type LessonDraft,
  longestTitle,
  mostGames,
  withGame,
  withMode,
  withoutGame,
} from "./lessonDraft.ts";
import { Playlist } from "./Playlist.tsx";
import { useTexts } from "./texts/useTexts.ts";
import { refreshLessons } from "./useArchive.tsx";

type LessonDialogProps = {
  /** Null for a new one. */
  readonly lesson: WholeLesson | null;
  readonly start: LessonDraft;
  readonly levels: readonly GameLevel[];
  readonly caps: Readonly<Record<AgeBand, number>> | undefined;
  readonly onClose: () => void;
};

export function LessonDialog({ lesson, start, levels, caps, onClose }: LessonDialogProps) {
  const { t, common } = useTexts();
  const client = useQueryClient();
  const add = useHubMutation("addLesson");
  const change = useHubMutation("changeLesson");
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const write = (next: (before: LessonDraft) => LessonDraft) => {
    setDraft(next);
    add.reset();
    change.reset();
  };
  const set = (part: Partial<LessonDraft>) => write((before) => ({ ...before, ...part }));
  const error = add.error ?? change.error;
  const fromHub = (field: string) => (error instanceof ApiError ? error.fields[field] : undefined);
  const faults = findFaults(draft, levels);
  const cap = caps?.[draft.ageBand];
  const age = common(`ageBandShort.${draft.ageBand}`);

  const save = () => {
    setTried(true);
    const body = bodyOf(draft);
    if (body === null || isFaulty(faults)) return;
    const onSuccess = async ({ title: name, slotsAhead: count }: WholeLesson) => {
      await refreshLessons(client);
      notifications.show({
        color: "lagoon",
        message:
          lesson === null
            ? t("added", { name })
            : count > 0
              ? t("savedInSlots", { name, count })
              : t("saved", { name }),
      });
      onClose();
    };
    if (lesson === null) add.mutate({ body }, { onSuccess });
    else change.mutate({ params: { lessonId: lesson.id }, body }, { onSuccess });
  };

  /** Its length goes along while it is the cap of the age it had. */
  const changeAge = (ageBand: AgeBand) =>
    set({ ageBand, minutes: draft.minutes === cap ? (caps?.[ageBand] ?? draft.minutes) : draft.minutes });

  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      // What was typed is not lost by a click beside the dialog, or by Escape.
      closeOnClickOutside={draft === start}
      closeOnEscape={draft === start}
      title={lesson === null ? t("form.newTitle") : t("form.editTitle")}
    >
      <form
        className="form-rows lesson-form"
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {lesson !== null && lesson.slotsAhead > 0 && (
          <Alert color="gray" icon={<IconInfoCircle size={20} />}>
            {t("form.inSlots", { count: lesson.slotsAhead })}
          </Alert>
        )}
        <TextInput
          label={t("form.name")}
          placeholder={t("form.namePlaceholder")}
          maxLength={longestTitle}
          data-autofocus
          value={draft.title}
          error={tried && faults.title ? t("form.nameNeeded") : fromHub("title")}
          onChange={({ currentTarget: { value } }) => set({ title: value })}
        />
        <Textarea
          label={t("form.goal")}
          placeholder={t("form.goalPlaceholder")}
          maxLength={400}
          autosize
          minRows={2}
          value={draft.goal}
          error={fromHub("goal")}
          onChange={({ currentTarget: { value } }) => set({ goal: value })}
        />
        <div className="form-pair">
          <fieldset className="lesson-fieldset">
            <legend>{t("form.ageBand")}</legend>
            <SegmentedControl
              fullWidth
              aria-label={t("form.ageBand")}
              value={draft.ageBand}
              onChange={(value) => changeAge(ageBands.parse(value))}
              data={ageBands.options.map((each) => ({ value: each, label: common(`ageBandShort.${each}`) }))}
            />
          </fieldset>
          <NumberInput
            label={t("form.minutes")}
            min={5}
            max={120}
            step={5}
            clampBehavior="none"
            allowDecimal={false}
            value={draft.minutes ?? ""}
            error={faults.minutes && tried ? t("form.minutesRule") : fromHub("minutes")}
            onChange={(value) => set({ minutes: typeof value === "number" ? value : null })}
          />
        </div>
        {cap !== undefined && draft.minutes !== null && draft.minutes > cap && (
          <p className="lesson-warning" role="status">
            {t("form.capWarning", { minutes: cap, age })}
          </p>
        )}
        <fieldset className="lesson-fieldset">
          <legend>{t("form.domains")}</legend>
          <Chip.Group
            multiple
            value={[...draft.domains]}
            onChange={(value) => set({ domains: z.array(curriculumDomain).parse(value) })}
          >
            <div className="lesson-chips">
              {curriculumDomain.options.map((domain) => (
                <Chip key={domain} value={domain} variant="outline">
                  {t(`domain.${domain}`)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
          {tried && faults.domains && <p className="lesson-error">{t("form.domainsNeeded")}</p>}
        </fieldset>
        <Playlist
          games={draft.games}
          levels={levels}
          problemOf={(game, place) => {
            const wrongAge = faults.wrongAge.includes(game.key);
            const other = levels.find((each) => each.gameId === game.gameId && each.level === game.level);
            if (wrongAge && other !== undefined)
              return t("form.wrongAge", { age: common(`ageBandShort.${other.ageBand}`) });
            return fromHub(`games.${place}`) ?? (other === undefined ? t("form.gone") : null);
          }}
          problem={tried && faults.noGames ? t("form.gamesNeeded") : null}
          onMove={(from, to) => write((before) => ({ ...before, games: movedTo(before.games, from, to) }))}
          onMode={(key, mode) => write((before) => withMode(before, key, mode))}
          onRemove={(key) => write((before) => withoutGame(before, key))}
        />
        <LevelGallery
          levels={levels.filter(({ ageBand }) => ageBand === draft.ageBand)}
          title={t("form.gallery", { age })}
          full={draft.games.length >= mostGames}
          countOf={(level) =>
            draft.games.filter((game) => game.gameId === level.gameId && game.level === level.level).length
          }
          onAdd={(level) => write((before) => withGame(before, level))}
        />
        <FormError error={error} />
        <div className="form-end lesson-form-end">
          <Button variant="default" onClick={onClose}>
            {common("app.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {common("app.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
