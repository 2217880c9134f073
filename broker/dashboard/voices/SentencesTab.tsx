// Owns the sentences of one game: found by search and filter, heard, and recorded one after another.
import { SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { VoiceOverview } from "../../api/voices.ts";
import { useAccount } from "../account/account.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { EmptyState, ErrorState, LoadingRows } from "../parts/states.tsx";
import { usePlayer } from "./player.ts";
import { RecordDialog } from "./RecordDialog.tsx";
import { SentenceRow } from "./SentenceRow.tsx";
import { SpeakerList } from "./SpeakerList.tsx";
import { type Filter, filters, shownSentences } from "./sentenceState.ts";
import { useTexts } from "./texts/useTexts.ts";

type Opened = {
  readonly key: string;
  /** The order of the list when it was opened: what is kept must not slip away under the hand. */
  readonly order: readonly string[];
  readonly file: Blob | null;
};

export function SentencesTab({ speakers }: { readonly speakers: VoiceOverview["speakers"] }) {
  const { t } = useTexts();
  const me = useAccount().staffId;
  const player = usePlayer();
  const [locale, setLocale] = useState<"vi" | "en">("vi");
  const [gameId, setGameId] = useState(speakers[0]?.gameId ?? "");
  const [search, setSearch] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [opened, setOpened] = useState<Opened | null>(null);
  const voices = useHubQuery("showSpeakerVoices", { params: { gameId }, query: { locale } });
  const choose = (next: string) => {
    player.stop();
    setSearch("");
    setGameId(next);
  };

  const all = voices.data?.sentences ?? [];
  const shown = shownSentences(all, { filter, search, me });
  const inOrder = opened?.order.flatMap((key) => all.find((each) => each.key === key) ?? []) ?? [];
  const current = inOrder.find(({ key }) => key === opened?.key);
  const open = (key: string, file: Blob | null = null) => {
    player.stop();
    setOpened({ key, file, order: shown.map((each) => each.key) });
  };

  return (
    <div className="voice-page">
      <SpeakerList speakers={speakers} locale={locale} chosen={gameId} onChoose={choose} />
      <section className="voice-sentences">
        <div className="voice-tools">
          <TextInput
            className="voice-search"
            aria-label={t("search")}
            placeholder={t("search")}
            leftSection={<IconSearch size={18} />}
            value={search}
            onChange={({ currentTarget }) => setSearch(currentTarget.value)}
            onKeyDown={({ key }) => key === "Escape" && setSearch("")}
          />
          <SegmentedControl
            aria-label={t("filter")}
            value={filter}
            onChange={(next) => setFilter(next as Filter)}
            data={filters.map((value) => ({ value, label: t(`filters.${value}`) }))}
          />
          <SegmentedControl
            aria-label={t("language")}
            value={locale}
            onChange={(next) => {
              player.stop();
              setLocale(next as "vi" | "en");
            }}
            data={[
              { value: "vi", label: t("vi") },
              { value: "en", label: t("en") },
            ]}
          />
        </div>
        {voices.isError && voices.data === undefined ? (
          <ErrorState error={voices.error} onRetry={() => void voices.refetch()} />
        ) : voices.data === undefined ? (
          <LoadingRows rows={5} height={76} />
        ) : shown.length === 0 ? (
          <Nothing filter={filter} searched={search !== ""} />
        ) : (
          <ul className="voice-list">
            {shown.map((sentence) => (
              <SentenceRow
                key={sentence.key}
                sentence={sentence}
                locale={locale}
                onRecord={(file) => open(sentence.key, file)}
              />
            ))}
          </ul>
        )}
      </section>
      {opened !== null && current !== undefined && (
        <RecordDialog
          gameId={gameId}
          locale={locale}
          sentences={inOrder}
          sentence={current}
          file={opened.file}
          onMove={({ key }) => setOpened({ ...opened, key, file: null })}
          onClose={() => {
            player.stop();
            setOpened(null);
          }}
        />
      )}
    </div>
  );
}

function Nothing({ filter, searched }: { readonly filter: Filter; readonly searched: boolean }) {
  const { t } = useTexts();
  if (searched || filter === "all")
    return <EmptyState emblem="owl" title={t("nothing")} hint={t("nothingHint")} />;
  return filter === "missing" ? (
    <EmptyState emblem="parrot" title={t("allDone")} hint={t("allDoneHint")} />
  ) : (
    <EmptyState emblem="parrot" title={t("noneMine")} hint={t("noneMineHint")} />
  );
}
