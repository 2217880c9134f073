// Owns the gallery of pictures from which games are added to a lesson.
import { IconPlus } from "@tabler/icons-react";
import type { GameLevel } from "../../api/lessons.ts";
import { LevelPicture } from "./LevelPicture.tsx";
import { useTexts } from "./texts/useTexts.ts";

type LevelGalleryProps = {
  readonly levels: readonly GameLevel[];
  readonly title: string;
  readonly full: boolean;
  /** How often a level stands in the lesson already. */
  readonly countOf: (level: GameLevel) => number;
  readonly onAdd: (level: GameLevel) => void;
};

export function LevelGallery({ levels, title, full, countOf, onAdd }: LevelGalleryProps) {
  const { t } = useTexts();
  return (
    <fieldset className="lesson-fieldset lesson-gallery" disabled={full}>
      <legend>{full ? t("form.gamesFull") : title}</legend>
      {levels.length === 0 && <p className="soft">{t("form.galleryEmpty")}</p>}
      <ul>
        {levels.map((level) => {
          const mode = level.modes.map((each) => t(`mode.${each}`)).join(", ");
          const count = countOf(level);
          return (
            <li key={`${level.gameId} ${level.level}`}>
              <button
                type="button"
                aria-label={t("form.addGame", { title: level.levelTitle, mode })}
                title={level.goal}
                data-held={count > 0 || undefined}
                onClick={() => onAdd(level)}
              >
                <LevelPicture level={level} />
                <strong>{level.levelTitle}</strong>
                <span className="soft small">
                  {level.gameTitle} · {mode}
                </span>
                <span className="lesson-gallery-sign" aria-hidden="true">
                  {count > 0 ? count : <IconPlus size={14} />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
