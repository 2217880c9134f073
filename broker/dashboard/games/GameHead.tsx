// Owns what a game is: its picture, what children practise in it, for whom, and trying it out.
import { Button } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import type { GamePage, LevelReport } from "../../api/games.ts";
import { AgePills } from "./AgePills.tsx";
import { Credits } from "./Credits.tsx";
import { pictureOf, tryAddress, useWordsOf } from "./gameNames.ts";
import { useTexts } from "./texts/useTexts.ts";

type GameHeadProps = {
  readonly about: NonNullable<GamePage["about"]>;
  readonly first: LevelReport | undefined;
  readonly language: string;
};

export function GameHead({ about, first, language }: GameHeadProps) {
  const { t } = useTexts();
  const wordsOf = useWordsOf();
  const { gameId, icon, goal, domains, ageBands, modes, version, house, credits } = about;
  return (
    <section className="card game-head" data-house={house} aria-label={wordsOf(about.title)}>
      <div className="game-head-picture">
        <img src={pictureOf(gameId, icon)} alt="" width={168} height={168} />
      </div>
      <dl className="game-facts">
        <div data-wide>
          <dt>{t("about.goal")}</dt>
          <dd>{wordsOf(goal)}</dd>
        </div>
        <div>
          <dt>{t("about.ages")}</dt>
          <dd>
            <AgePills ageBands={ageBands} />
          </dd>
        </div>
        <div>
          <dt>{t("about.domains")}</dt>
          <dd>{domains.map((domain) => t(`domain.${domain}`)).join(", ")}</dd>
        </div>
        <div>
          <dt>{t("about.modes")}</dt>
          <dd>{modes.map((mode) => t(`mode.${mode}`)).join(", ")}</dd>
        </div>
        <div>
          <dt>{t("about.version")}</dt>
          <dd className="numbers">{version}</dd>
        </div>
      </dl>
      <div className="game-head-end">
        {first !== undefined && (
          <Button
            component="a"
            href={tryAddress(gameId, first.level, first.mode, language)}
            leftSection={<IconPlayerPlay size={18} aria-hidden="true" />}
            title={t("tryHint")}
          >
            {t("try")}
          </Button>
        )}
        <Credits gameId={gameId} credits={credits} />
      </div>
    </section>
  );
}
