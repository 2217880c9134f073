// Owns one lesson in the library: its pictures, goal, length, where it is used, and what can be done with it.
import { ActionIcon, Button } from "@mantine/core";
import { IconAlertTriangle, IconArchive, IconCopy, IconPencil, IconRestore } from "@tabler/icons-react";
import type { GameLevel, WholeLesson } from "../../api/lessons.ts";
import { LevelPicture } from "./LevelPicture.tsx";
import { levelOf } from "./lessonDraft.ts";
import { useTexts } from "./texts/useTexts.ts";

type LessonCardProps = {
  readonly lesson: WholeLesson;
  /** Undefined while they are fetched. */
  readonly levels: readonly GameLevel[] | undefined;
  /** Longest session at this age, minutes; undefined while unknown. */
  readonly capMinutes: number | undefined;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
  readonly onCopy: () => void;
  readonly onArchive: () => void;
};

const shownPictures = 4;

export function LessonCard({ lesson, levels, capMinutes, mayEdit, ...does }: LessonCardProps) {
  const { t } = useTexts();
  const { title: name, goal, minutes, domains, games, slotsAhead } = lesson;
  const held = games.map((game) => levelOf(game, levels ?? []));
  const hidden = games.length - shownPictures;
  const tooLong = capMinutes !== undefined && minutes > capMinutes;
  const gone = levels !== undefined && held.includes(undefined);
  const titles = held.map((level, place) => level?.levelTitle ?? games[place]?.gameId).join(", ");
  return (
    <li className="card lesson-card" data-band={lesson.ageBand}>
      <div className="lesson-pictures" role="img" aria-label={t("gamesOf", { titles })} title={titles}>
        {held.slice(0, shownPictures).map((level, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a level may stand in a lesson twice
          <LevelPicture key={place} level={level} />
        ))}
        {hidden > 0 && <span className="lesson-more">{t("moreGames", { count: hidden })}</span>}
      </div>
      <h3>{name}</h3>
      {goal !== "" && <p className="soft lesson-goal">{goal}</p>}
      <p className="lesson-tags">
        <span className="tag">{t("minutes", { minutes })}</span>
        {domains.map((domain) => (
          <span key={domain} className="tag">
            {t(`domain.${domain}`)}
          </span>
        ))}
      </p>
      {(tooLong || gone) && (
        <p className="lesson-warning small">
          <IconAlertTriangle size={16} aria-hidden="true" />
          {gone ? t("gone") : t("tooLong", { minutes: capMinutes })}
        </p>
      )}
      <div className="lesson-foot">
        <span className="soft small">
          {slotsAhead > 0 ? t("inSlots", { count: slotsAhead }) : t("inNoSlot")}
        </span>
        {mayEdit && (
          <span className="lesson-actions">
            <Action label={t("edit", { name })} title={t("editShort")} onClick={does.onEdit}>
              <IconPencil size={18} />
            </Action>
            <Action label={t("copy", { name })} title={t("copyShort")} onClick={does.onCopy}>
              <IconCopy size={18} />
            </Action>
            <Action label={t("archive", { name })} title={t("archiveShort")} onClick={does.onArchive}>
              <IconArchive size={18} />
            </Action>
          </span>
        )}
      </div>
    </li>
  );
}

type ActionProps = {
  readonly label: string;
  readonly title: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
};

function Action({ label, title, onClick, children }: ActionProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} title={title} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

type ArchivedLessonProps = {
  readonly lesson: WholeLesson;
  readonly mayEdit: boolean;
  readonly onRestore: () => void;
};

export function ArchivedLesson({ lesson, mayEdit, onRestore }: ArchivedLessonProps) {
  const { t, common } = useTexts();
  const { title: name, slotsAhead, ageBand } = lesson;
  return (
    <li className="card lesson-archived">
      <span>
        <strong>{name}</strong>
        <span className="soft small">
          {common(`ageBandShort.${ageBand}`)}
          {slotsAhead > 0 && ` · ${t("inSlots", { count: slotsAhead })}`}
        </span>
      </span>
      {mayEdit && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconRestore size={16} />}
          aria-label={t("restoreOf", { name })}
          onClick={onRestore}
        >
          {t("restore")}
        </Button>
      )}
    </li>
  );
}
