// Owns what a teacher may do next when an exercise is too hard for its children, or has become easy.
import { Link } from "wouter";
import type { LevelReport } from "../../api/games.ts";
import { usePermission } from "../account/account.ts";
import { useWordsOf } from "./gameNames.ts";
import { useTexts } from "./texts/useTexts.ts";

type NextStepsProps = { readonly report: LevelReport; readonly all: readonly LevelReport[] };

export function NextSteps({ report: { difficulty, next }, all }: NextStepsProps) {
  const { t } = useTexts();
  const wordsOf = useWordsOf();
  const plans = usePermission("lessons.edit");
  const titleOf = (level: string | null) => {
    const about = all.find((each) => each.level === level)?.about;
    return about == null ? null : wordsOf(about.title);
  };
  const [explore, before, after] = [titleOf(next.explore), titleOf(next.before), titleOf(next.after)];
  if (difficulty === "fits" || (difficulty === "easy" && after === null)) return null;
  const advice =
    difficulty === "easy"
      ? t("next.after", { after })
      : explore !== null && before !== null
        ? t("next.exploreAndBefore", { explore, before })
        : explore !== null
          ? t("next.explore", { explore })
          : before !== null
            ? t("next.before", { before })
            : t("next.nothing");
  return (
    <div className="level-next" data-difficulty={difficulty}>
      <strong>{t("nextTitle")}</strong>
      <span>{advice}</span>
      {plans && <Link href="/lessons">{t("toLessons")}</Link>}
    </div>
  );
}
