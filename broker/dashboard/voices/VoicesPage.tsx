// Owns the page of the school's own voices: the sentences of each game, and what waits for approval.
import { Tabs } from "@mantine/core";
import { IconChecklist, IconMicrophone } from "@tabler/icons-react";
import { useState } from "react";
import { usePermission } from "../account/account.ts";
import { mostVoiceBytes } from "../client/contractRoutes.ts";
import { useHubQuery } from "../client/hubQuery.ts";
import { PageHeader } from "../parts/PageHeader.tsx";
import { ErrorState, LoadingRows } from "../parts/states.tsx";
import { PlayerProvider, useMakePlayer } from "./player.ts";
import { QueueTab } from "./QueueTab.tsx";
import { SentencesTab } from "./SentencesTab.tsx";
import { useTexts } from "./texts/useTexts.ts";
import "./voices.css";

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
/** From here on how full it is concerns people. */
const tellFrom = 0.7;

export function VoicesPage() {
  const { t } = useTexts();
  const player = useMakePlayer();
  const approves = usePermission("voices.approve");
  const overview = useHubQuery("showVoices", {});
  const waiting = overview.data?.waiting ?? 0;
  const [tab, setTab] = useState<string | null>(null);
  // Whoever approves comes for what waits; when the last is approved, the page stays where it is.
  if (tab === null && overview.data !== undefined) setTab(approves && waiting > 0 ? "queue" : "sentences");
  const used = overview.data?.usedBytes ?? 0;
  return (
    <PlayerProvider value={player}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          used > tellFrom * mostVoiceBytes ? (
            <span className="soft small">
              {t("store", { used: megabytes(used), most: megabytes(mostVoiceBytes) })}
            </span>
          ) : undefined
        }
      />
      <p className="voice-adults">{t("adults")}</p>
      {overview.isError && overview.data === undefined ? (
        <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />
      ) : overview.data === undefined ? (
        <LoadingRows rows={4} height={72} />
      ) : (
        <Tabs
          value={tab}
          onChange={(next) => {
            player.stop();
            setTab(next);
          }}
        >
          <Tabs.List>
            <Tabs.Tab value="sentences" leftSection={<IconMicrophone size={18} stroke={1.75} />}>
              {t("tabs.sentences")}
            </Tabs.Tab>
            <Tabs.Tab
              value="queue"
              leftSection={<IconChecklist size={18} stroke={1.75} />}
              rightSection={waiting > 0 ? <span className="voice-badge numbers">{waiting}</span> : undefined}
            >
              {t("tabs.queue")}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="sentences" pt="md">
            <SentencesTab speakers={overview.data.speakers} />
          </Tabs.Panel>
          <Tabs.Panel value="queue" pt="md">
            <QueueTab />
          </Tabs.Panel>
        </Tabs>
      )}
    </PlayerProvider>
  );
}
