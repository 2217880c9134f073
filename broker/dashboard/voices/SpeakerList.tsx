// Owns choosing a game by its picture, with how many of its sentences the school speaks itself.
import { Select } from "@mantine/core";
import type { VoiceOverview } from "../../api/voices.ts";
import { SpeakerPicture } from "./SpeakerPicture.tsx";
import { useTexts } from "./texts/useTexts.ts";

type SpeakerListProps = {
  readonly speakers: VoiceOverview["speakers"];
  readonly locale: "vi" | "en";
  readonly chosen: string;
  readonly onChoose: (gameId: string) => void;
};

export function SpeakerList({ speakers, locale, chosen, onChoose }: SpeakerListProps) {
  const { t, language } = useTexts();
  const current = speakers.find(({ gameId }) => gameId === chosen);
  return (
    <>
      {/* Beside the sentences there is room for pictures; a phone has a line. */}
      <nav className="voice-speakers" aria-label={t("chooseGame")}>
        {speakers.map(({ gameId, title, picture, counts }) => (
          <button
            key={gameId}
            type="button"
            className="voice-speaker"
            aria-current={gameId === chosen}
            onClick={() => onChoose(gameId)}
          >
            <SpeakerPicture address={picture} size={40} />
            <span className="voice-speaker-words">
              <strong>{title[language]}</strong>
              <Progress {...counts[locale]} />
            </span>
          </button>
        ))}
      </nav>
      <div className="voice-speaker-choice">
        <SpeakerPicture address={current?.picture ?? null} size={44} />
        <Select
          aria-label={t("chooseGame")}
          value={chosen}
          allowDeselect={false}
          size="md"
          onChange={(next) => next !== null && onChoose(next)}
          data={speakers.map(({ gameId, title, counts }) => ({
            value: gameId,
            label: `${title[language]} · ${counts[locale].own}/${counts[locale].sentences}`,
          }))}
        />
      </div>
    </>
  );
}

type ProgressProps = VoiceOverview["speakers"][number]["counts"]["vi"];

export function Progress({ own, waiting, sentences }: ProgressProps) {
  const { t } = useTexts();
  const percent = (count: number) => `${sentences === 0 ? 0 : (100 * count) / sentences}%`;
  return (
    <span className="voice-progress">
      <span className="voice-bar" aria-hidden="true">
        <span className="voice-bar-own" style={{ width: percent(own) }} />
        <span className="voice-bar-waiting" style={{ width: percent(Math.min(waiting, sentences - own)) }} />
      </span>
      <span className="numbers">{t("progress", { own, sentences })}</span>
    </span>
  );
}
